"""Values of one row on one line: ours filled with its interval, the article's open and red."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from macros.charts.canvas import Axis, Row, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.rows import label_ink, rows_of
from macros.charts.theme import (
    GROUND,
    NONE,
    PALE,
    RULE,
    SOFT,
    Theme,
    is_open,
    paint,
    words_ink,
)
from macros.charts.typeset import spread, widest, width, wrap

BAND = 20
Marks = Callable[[Sheet, Sequence[Datum], float], None]
"""Draws the marks of one row at the px of its middle."""


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of a dumbbell chart."""
    return lay_out(picture, theme, _marks)


def lay_out(picture: Picture, theme: Theme, marks: Marks) -> dict[str, Any]:
    """Return the specification of rows on one axis, each with its words above its marks."""
    sheet = Sheet(theme)
    left = 0.0 if theme.narrow else _label_room(picture, theme)
    sheet.x = _axis(picture, theme, left)
    y, middles = 0.0, []
    rows = rows_of(picture.data)
    for number, (label, row) in enumerate(rows):
        y = _above(sheet, label, row, y)
        top, y = y, _words(sheet, row, y, left, sides=number == 0)
        middles.append(max(y + BAND / 2 + 4, top + _half(sheet, label, left)))
        _beside(sheet, label, row, middles[-1], left)
        y = middles[-1] + max(BAND / 2, _half(sheet, label, left)) + theme.gap
    height = sheet.grid(picture.ticks, middles[0] - BAND / 2, middles[-1] + BAND / 2 + 12)
    for (_, row), middle in zip(rows, middles, strict=True):
        marks(sheet, row, middle)
    return sheet.spec(picture, max(height, y - theme.gap + 2))


def _half(sheet: Sheet, label: str, left: float) -> float:
    """Return half the height of a label that stands beside its row."""
    theme = sheet.theme
    if theme.narrow:
        return 0.0
    return len(wrap(label, theme.label, left - 20, bold=True)) * theme.line(theme.label) / 2


def _label_room(picture: Picture, theme: Theme) -> float:
    lines = [wrap(d.label, theme.label, 200, bold=True) for d in picture.data]
    return max(widest(ls, theme.label, bold=True) for ls in lines) + 20


def _axis(picture: Picture, theme: Theme, left: float) -> Axis:
    ends = [end for d in picture.data for end in d.extent] + [v for v, _ in picture.ticks]
    low, high = min(ends), max(ends)
    pad = (high - low) * 0.04 or abs(high) * 0.1 or 1.0
    return Axis(low - pad, high + pad, left + 8, theme.width - (10 if theme.narrow else 24))


def _above(sheet: Sheet, label: str, row: Sequence[Datum], y: float) -> float:
    theme = sheet.theme
    if not theme.narrow:
        return y
    lines = wrap(label, theme.label, theme.width, bold=True)
    first = y + theme.label + 1
    end = sheet.paragraph(lines, 0, first, theme.label, label_ink(row), bold=True, key=row[0].key)
    return end - theme.label + 6


def _beside(sheet: Sheet, label: str, row: Sequence[Datum], middle: float, left: float) -> None:
    theme = sheet.theme
    if theme.narrow:
        return
    lines = wrap(label, theme.label, left - 20, bold=True)
    first = middle + theme.label * 0.36 - (len(lines) - 1) * theme.line(theme.label) / 2
    sheet.paragraph(lines, 0, first, theme.label, label_ink(row), bold=True, key=row[0].key)


def _words(sheet: Sheet, row: Sequence[Datum], y: float, left: float, sides: bool) -> float:
    """Write the values above their marks, moved apart; return the px below them."""
    theme = sheet.theme
    assert sheet.x
    texts = [[*([d.group] if sides and d.group else []), d.words] for d in row]
    sizes = [_room(lines, theme) + 14 for lines in texts]
    middles = [sheet.x.at(_middle(datum)) for datum in row]
    if sum(sizes) > theme.width - left:
        return _levels(sheet, row, y, left)
    places = spread(middles, sizes, left - 7, theme.width + 7)
    last = y + theme.value + 2
    last += theme.line(theme.small) if any(len(lines) > 1 for lines in texts) else 0
    for datum, lines, x in zip(row, texts, places, strict=True):
        if len(lines) > 1:
            side = last - theme.line(theme.value)
            sheet.text(lines[0], x, side, theme.small, SOFT, align="center")
        _value(sheet, datum, x, last)
    return last + 2


def _levels(sheet: Sheet, row: Sequence[Datum], y: float, left: float) -> float:
    """Write each value on a line of its own where one line cannot hold them all."""
    theme = sheet.theme
    assert sheet.x
    for datum in row:
        half = width(datum.words, theme.value, bold=True) / 2
        x = max(left + half, min(theme.width - half, sheet.x.at(_middle(datum))))
        y += theme.line(theme.value)
        _value(sheet, datum, x, y)
    return y + 4


def _room(lines: Sequence[str], theme: Theme) -> float:
    value = width(lines[-1], theme.value, bold=True)
    return max(value, widest(lines[:-1], theme.small))


def _value(sheet: Sheet, datum: Datum, x: float, y: float) -> None:
    bold = not is_open(datum)
    ink = words_ink(datum)
    sheet.text(datum.words, x, y, sheet.theme.value, ink, align="center", bold=bold, key=datum.key)


def _middle(datum: Datum) -> float:
    return datum.value if datum.value is not None else sum(datum.extent) / 2


def _marks(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    ends = [end for datum in row for end in datum.extent]
    link: Row = {"x": min(ends), "x2": max(ends), "y": middle, "y2": middle, "stroke": RULE}
    sheet.rules([link], "x", "x2", thick=2)
    add_bands(sheet, row, middle)
    known = [(d, {"key": d.key, "label": d.label, "text": d.text, "y": middle}) for d in row]
    dots = [
        {**words, "value": d.value, "fill": GROUND if is_open(d) else d.color, "stroke": paint(d)}
        for d, words in known
        if d.value is not None
    ]
    sheet.dots(dots, "value")


def add_bands(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    """Draw the range in which each value of a row lies."""
    span = {"y": middle - BAND / 2, "y2": middle + BAND / 2, "stroke": NONE, "opacity": PALE}
    bands = [
        {"key": d.key, "low": d.low, "high": d.high, "fill": paint(d), **span}
        for d in row
        if d.low is not None and d.high is not None
    ]
    sheet.rects(bands, "low", "high", radius=2)
