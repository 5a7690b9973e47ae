"""Parts of a whole: one bar of 100 % per row, each part named on it or right below it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Row
from macros.charts.picture import WHOLE, Datum
from macros.charts.rows import label_room, rows_of
from macros.charts.theme import GROUND, INK, NONE, SOFT, ink_on, paint
from macros.charts.typeset import width, wrap

TALL = 44
SWATCH = 11


def draw(sheet: Sheet) -> float:
    """Draw stacked bars; return the height in px."""
    theme, rows = sheet.theme, rows_of(sheet.picture.data)
    left = 1.0 if theme.narrow else round(label_room(sheet, 150)) + 18.0
    sums = [sum(datum.middle for datum in row) for _, row in rows]
    sheet.x = Axis(0, max(WHOLE, *sums), left, theme.width - 1)
    y, tops = 0.0, []
    for label, row in rows:
        tops.append(_label(sheet, label, row, y, left))
        y = _parts(sheet, row, tops[-1], left) + theme.gap
    height = sheet.grid(tops[0], y - theme.gap + 4)
    frame = {"low": 0, "high": sheet.x.high}
    look = {"fill": NONE, "stroke": SOFT, "opacity": 1}
    sheet.rects([frame | {"y": top, "y2": top + TALL} | look for top in tops], "low", "high")
    return max(height, y - theme.gap) + 2


def _label(sheet: Sheet, label: str, row: Sequence[Datum], y: float, left: float) -> float:
    """Write a row's name above or beside its bar; return the bar's upper end."""
    theme = sheet.theme
    lines = wrap(label, theme.label, theme.width if theme.narrow else left - 16, bold=True)
    if theme.narrow:
        end = sheet.label(lines, 0, y + theme.label + 1, INK, row[0].key)
        return end - theme.label + 5
    tall = (len(lines) - 1) * theme.line(theme.label)
    over = max(0.0, tall + theme.label - TALL)
    first = y + over / 2 + TALL / 2 + theme.label * 0.36 - tall / 2
    sheet.label(lines, 0, first, INK, row[0].key)
    return y + over / 2 + 1


def _parts(sheet: Sheet, row: Sequence[Datum], y: float, left: float) -> float:
    """Draw one row's parts with their words; return the px below them."""
    rects: list[Row] = []
    outside: list[Datum] = []
    low = 0.0
    for datum in row:
        high = low + datum.middle
        fill, stroke = (NONE, paint(datum)) if datum.is_open else (datum.color, GROUND)
        known = {"key": datum.key, "label": datum.group, "text": datum.text, "value": datum.value}
        span = {"low": low, "high": high, "y": y, "y2": y + TALL, "opacity": 1}
        rects.append(known | span | {"fill": fill, "stroke": stroke})
        if not _inside(sheet, datum, sheet.x.at(low), sheet.x.at(high), y):
            outside.append(datum)
        low = high
    sheet.rects(rects, "low", "high")
    return _below(sheet, outside, y + TALL, left) if outside else y + TALL


def _inside(sheet: Sheet, datum: Datum, start: float, stop: float, y: float) -> bool:
    """Write a part's words on it; say whether there was room."""
    theme = sheet.theme
    need = max(width(datum.group, theme.small), width(datum.words, theme.value, bold=True))
    # Six px of air on either side.
    if need > stop - start - 12:
        return False
    ink = INK if datum.is_open else ink_on(datum.color)
    sheet.text(datum.group, start + 7, y + 18, theme.small, ink, key=datum.key)
    sheet.text(datum.words, start + 7, y + 36, theme.value, ink, bold=True, key=datum.key)
    return True


def _below(sheet: Sheet, data: Sequence[Datum], y: float, left: float) -> float:
    """Name the parts that are too small for their words, in their order; return the px below."""
    theme = sheet.theme
    x, baseline = left, y + theme.small + 8
    swatches: list[Row] = []
    for datum in data:
        text = f"{datum.group} {datum.words}".strip()
        room = SWATCH + 6 + width(text, theme.small) + 16
        # The air behind the last name may lie outside.
        if x > left and x + room - 16 > theme.width:
            x, baseline = left, baseline + theme.line(theme.small) + 3
        fill = NONE if datum.is_open else datum.color
        span = {"px": x + 1, "px2": x + SWATCH, "y": baseline - SWATCH + 1, "y2": baseline}
        swatches.append({**span, "fill": fill, "stroke": paint(datum), "opacity": 1})
        sheet.text(text, x + SWATCH + 6, baseline, theme.small, key=datum.key)
        x += room
    sheet.rects(swatches)
    return baseline + 5
