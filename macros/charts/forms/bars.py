"""Bars from zero, one per value; `grouped` names each bar's group beside it."""

from __future__ import annotations

from typing import Any

from macros.charts.canvas import Row, Sheet
from macros.charts.picture import Picture
from macros.charts.rows import Entry, columns, fit, place, write_words
from macros.charts.theme import NONE, PALE, SOFT, Theme, is_open, paint


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of bars."""
    sheet = Sheet(theme)
    grouped = picture.form == "grouped"
    cols = columns(picture, theme, grouped)
    low = min(0.0, *(d.extent[0] for d in picture.data))
    high = max([0.0, *(d.extent[1] for d in picture.data), *(v for v, _ in picture.ticks)])
    sheet.x = fit(picture, theme, cols.plot, low, high or 1.0)
    entries = place(picture, sheet, cols, grouped)
    bottom = entries[-1].middle + theme.bar / 2
    write_words(sheet, entries)
    height = sheet.grid(picture.ticks, entries[0].middle - theme.bar / 2, bottom + 6)
    sheet.rects([row for entry in entries for row in _solid(entry, theme)], "value", "zero")
    sheet.rects([row for entry in entries for row in _range(entry, theme)], "low", "high")
    sheet.rules([row for entry in entries for row in _mark(entry, theme)], "value", "value", 2.5)
    for entry in entries:
        edge = {"x": 0, "x2": 0, "stroke": SOFT, **_span(entry, theme, 3)}
        sheet.rules([edge], "x", "x2")
    return sheet.spec(picture, height + 3)


def _span(entry: Entry, theme: Theme, more: float = 0) -> Row:
    half = theme.bar / 2 + more
    return {"y": entry.middle - half, "y2": entry.middle + half}


def _known(entry: Entry, theme: Theme) -> Row:
    datum = entry.datum
    words = {"key": datum.key, "label": datum.label, "text": datum.text}
    return words | _span(entry, theme)


def _solid(entry: Entry, theme: Theme) -> list[Row]:
    """A bar is solid as far as the value is certain."""
    datum, color = entry.datum, paint(entry.datum)
    value = datum.value if is_open(datum) or datum.low is None else datum.low
    value = datum.extent[0] if value is None else value
    fill = NONE if is_open(datum) else color
    row = _known(entry, theme) | {"value": value, "zero": 0, "opacity": 1}
    return [row | {"fill": fill, "stroke": color}]


def _range(entry: Entry, theme: Theme) -> list[Row]:
    datum = entry.datum
    if datum.low is None or datum.high is None or datum.wrong:
        return []
    row = _known(entry, theme) | {"low": datum.low, "high": datum.high, "opacity": PALE}
    return [row | {"fill": paint(datum), "stroke": NONE}]


def _mark(entry: Entry, theme: Theme) -> list[Row]:
    datum = entry.datum
    if datum.low is None or datum.value is None or is_open(datum):
        return []
    return [_known(entry, theme) | {"value": datum.value, "stroke": paint(datum)}]
