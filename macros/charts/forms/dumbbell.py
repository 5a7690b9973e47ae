"""Values of one row on one line: ours filled with its interval, the article's open and red."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Row, dot, span
from macros.charts.picture import Datum
from macros.charts.references import name_above, stand
from macros.charts.rows import label_above, label_ink, label_room, padded, rows_of
from macros.charts.theme import NONE, PALE, RULE, SOFT, paint
from macros.charts.typeset import spread, width, wrap

BAND = 20
RADIUS = 6.5


def draw(sheet: Sheet) -> float:
    """Draw dumbbells; return the height in px."""
    return lay_out(sheet, _marks)


def lay_out(sheet: Sheet, marks: Callable[[Sheet, Sequence[Datum], float], None]) -> float:
    """Draw rows on one axis, words above `marks` at the px of a middle; return the height in px."""
    theme = sheet.theme
    left = label_room(sheet, 200) + (0 if theme.narrow else 20)
    sheet.x = Axis(*padded(sheet), left + 8, theme.width - (10 if theme.narrow else 24))
    y, middles = name_above(sheet), list[float]()
    rows = [row for _, row in rows_of(sheet.picture.data)]
    for row in rows:
        top = label_above(sheet, row, y)
        # On a phone the label stands above.
        names = [] if theme.narrow else wrap(row[0].label, theme.label, left - 20, bold=True)
        half = len(names) * theme.line(theme.label) / 2
        y = _words(sheet, row, top, left, sided=not middles)
        middles.append(max(y + BAND / 2 + 4, top + half))
        first = middles[-1] + theme.label * 0.36 - half + theme.line(theme.label) / 2
        sheet.label(names, 0, first, label_ink(row), row[0].key)
        y = middles[-1] + max(BAND / 2, half) + theme.gap
    bottom = middles[-1] + BAND / 2 + 12
    height = sheet.grid(middles[0] - BAND / 2, bottom)
    for row, middle in zip(rows, middles, strict=True):
        marks(sheet, row, middle)
    stand(sheet, bottom)
    return max(height, y - theme.gap + 2)


def _words(sheet: Sheet, row: Sequence[Datum], y: float, left: float, sided: bool) -> float:
    """Write the values above their marks, moved apart; return the px below them."""
    theme = sheet.theme
    sides = [datum.group if sided else "" for datum in row]
    rooms = [
        max(width(datum.words, theme.value, bold=True), width(side, theme.small)) + 14
        for datum, side in zip(row, sides, strict=True)
    ]
    # Moving them apart would not help.
    if sum(rooms) > theme.width - left:
        return _stacked(sheet, row, y, left)
    middles = [sheet.x.at(datum.middle) for datum in row]
    y += theme.value + 2 + (theme.line(theme.small) if any(sides) else 0)
    places = spread(middles, rooms, left - 7, theme.width + 7)
    for datum, side, x in zip(row, sides, places, strict=True):
        if side:
            sheet.text(side, x, y - theme.line(theme.value), theme.small, SOFT, align="center")
        sheet.value(datum, [datum.words], x, y, "center")
    return y + 2


def _stacked(sheet: Sheet, row: Sequence[Datum], y: float, left: float) -> float:
    """Write each value on a line of its own where one line cannot hold them all."""
    theme = sheet.theme
    for datum in row:
        half = width(datum.words, theme.value, bold=True) / 2
        x = max(left + half, min(theme.width - half, sheet.x.at(datum.middle)))
        y += theme.line(theme.value)
        sheet.value(datum, [datum.words], x, y, "center")
    return y + 4


def _marks(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    ends = [end for datum in row for end in datum.extent]
    link: Row = {"x": min(ends), "x2": max(ends), **span(middle, 0), "stroke": RULE}
    sheet.rules([link], "x", "x2", thick=2)
    add_bands(sheet, row, middle)
    placed = [datum for datum in row if datum.value is not None]
    sheet.dots([dot(datum, y=middle, value=datum.value) for datum in placed], "value")


def add_bands(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    """Draw the range in which each value of a row lies, and where it has no end."""
    look = {**span(middle, BAND), "stroke": NONE, "opacity": PALE}
    bands = [
        {"key": d.key, "low": d.low, "high": d.high, "fill": paint(d), **look}
        for d in row
        if d.has_range
    ]
    sheet.rects(bands, "low", "high", radius=2)
    sheet.open_ends([(datum, middle) for datum in row], RADIUS)
