"""Parts of a whole: one bar of 100 % per row, each part named on it or right below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.charts.canvas import Axis, Row, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.rows import rows_of
from macros.charts.theme import (
    GROUND,
    INK,
    NONE,
    SOFT,
    Theme,
    ink_on,
    is_open,
    paint,
    words_ink,
)
from macros.charts.typeset import widest, width, wrap

TALL = 44
SWATCH = 11


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of stacked bars."""
    sheet = Sheet(theme)
    left = 1.0 if theme.narrow else _label_room(picture, theme)
    sheet.x = Axis(0, _whole(picture), left, theme.width - 1)
    y, tops = 0.0, []
    for label, row in rows_of(picture.data):
        y = _label(sheet, label, row, y, left)
        tops.append(y)
        y = _parts(sheet, row, y, left) + theme.gap
    height = sheet.grid(picture.ticks, tops[0], y - theme.gap + 4)
    frame = [
        {"low": 0, "high": sheet.x.high, "y": t, "y2": t + TALL, "fill": NONE, "stroke": SOFT}
        for t in tops
    ]
    sheet.rects([row | {"opacity": 1} for row in frame], "low", "high")
    return sheet.spec(picture, max(height, y - theme.gap) + 2)


def _whole(picture: Picture) -> float:
    sums = [sum(_size(d) for d in row) for _, row in rows_of(picture.data)]
    whole = 100.0 if max(sums) > 1.001 else 1.0
    return max(whole, *sums)


def _size(datum: Datum) -> float:
    return datum.value if datum.value is not None else sum(datum.extent) / 2


def _label_room(picture: Picture, theme: Theme) -> float:
    lines = [wrap(d.label, theme.label, 150, bold=True) for d in picture.data]
    return round(max(widest(ls, theme.label, bold=True) for ls in lines)) + 18.0


def _label(sheet: Sheet, label: str, row: Sequence[Datum], y: float, left: float) -> float:
    theme = sheet.theme
    room = theme.width if theme.narrow else left - 16
    lines = wrap(label, theme.label, room, bold=True)
    first = y + theme.label + 1
    tall = (len(lines) - 1) * theme.line(theme.label)
    over = 0.0
    if not theme.narrow:
        over = max(0.0, tall + theme.label - TALL)
        first = y + over / 2 + TALL / 2 + theme.label * 0.36 - tall / 2
    end = sheet.paragraph(lines, 0, first, theme.label, INK, bold=True, key=row[0].key)
    return end - theme.label + 5 if theme.narrow else y + over / 2 + 1


def _parts(sheet: Sheet, row: Sequence[Datum], y: float, left: float) -> float:
    """Draw one row's parts with their words; return the px below them."""
    rects: list[Row] = []
    outside: list[Datum] = []
    low = 0.0
    for datum in row:
        high = low + _size(datum)
        fill, stroke = (NONE, paint(datum)) if is_open(datum) else (datum.color, GROUND)
        known = {"key": datum.key, "label": datum.group, "text": datum.text, "value": datum.value}
        span = {"low": low, "high": high, "y": y, "y2": y + TALL, "opacity": 1}
        rects.append(known | span | {"fill": fill, "stroke": stroke})
        if not _inside(sheet, datum, low, high, y):
            outside.append(datum)
        low = high
    sheet.rects(rects, "low", "high")
    return _below(sheet, outside, y + TALL, left) if outside else y + TALL


def _inside(sheet: Sheet, datum: Datum, low: float, high: float, y: float) -> bool:
    theme = sheet.theme
    assert sheet.x
    start, stop = sheet.x.at(low), sheet.x.at(high)
    need = max(width(datum.group, theme.small), width(datum.words, theme.value, bold=True))
    if need > stop - start - 12:
        return False
    ink = words_ink(datum) if is_open(datum) else ink_on(datum.color)
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
        if x > left and x + room - 16 > theme.width:
            x, baseline = left, baseline + theme.line(theme.small) + 3
        fill = NONE if is_open(datum) else datum.color
        span = {"px": x + 1, "px2": x + SWATCH, "y": baseline - SWATCH + 1, "y2": baseline}
        swatches.append({**span, "fill": fill, "stroke": paint(datum), "opacity": 1})
        ink = words_ink(datum)
        sheet.text(text, x + SWATCH + 6, baseline, theme.small, ink, key=datum.key)
        x += room
    sheet.rects(swatches, "px", "px2")
    return baseline + 5
