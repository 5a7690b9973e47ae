"""Intervals: each value with the range it may lie in."""

from __future__ import annotations

from typing import Any

from macros.charts.canvas import Axis, Row, Sheet
from macros.charts.picture import Picture
from macros.charts.rows import Entry, columns, fit, place, write_words
from macros.charts.theme import GROUND, NONE, PALE, RULE, Theme, is_open, paint

BAND = 16
BESIDE = 14


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of intervals."""
    sheet = Sheet(theme)
    grouped = any(datum.group for datum in picture.data)
    cols = columns(picture, theme, grouped)
    low, high = _domain(picture)
    sheet.x = fit(picture, theme, cols.plot, low, high, BESIDE)
    entries = place(picture, sheet, cols, grouped)
    write_words(sheet, entries, BESIDE)
    bottom = entries[-1].middle + theme.bar / 2
    height = sheet.grid(picture.ticks, 0, bottom + 6)
    sheet.rules([_guide(sheet.x, entry) for entry in entries], "px", "px2")
    sheet.rects([row for entry in entries for row in _band(entry)], "low", "high", radius=2)
    sheet.dots([row for entry in entries for row in _dot(entry)], "value")
    return sheet.spec(picture, height + 3)


def _guide(axis: Axis, entry: Entry) -> Row:
    """A hairline leads the eye from the label to the mark."""
    stop = axis.at(entry.datum.extent[0]) - 6
    row = {"px": axis.start, "px2": max(axis.start, stop), "stroke": RULE}
    return row | {"y": entry.middle, "y2": entry.middle}


def _domain(picture: Picture) -> tuple[float, float]:
    ends = [end for d in picture.data for end in d.extent] + [v for v, _ in picture.ticks]
    low, high = min(ends), max(ends)
    pad = (high - low) * 0.04 or abs(high) * 0.1 or 1.0
    return low - pad, high + pad


def _known(entry: Entry) -> Row:
    return {"key": entry.datum.key, "label": entry.datum.label, "text": entry.datum.text}


def _band(entry: Entry) -> list[Row]:
    datum = entry.datum
    if datum.low is None or datum.high is None:
        return []
    fill, stroke = (NONE, paint(datum)) if is_open(datum) else (paint(datum), NONE)
    row = {"low": datum.low, "high": datum.high, "fill": fill, "stroke": stroke, "opacity": PALE}
    span = {"y": entry.middle - BAND / 2, "y2": entry.middle + BAND / 2}
    return [_known(entry) | row | span]


def _dot(entry: Entry) -> list[Row]:
    datum = entry.datum
    if datum.value is None:
        return []
    fill = GROUND if is_open(datum) else paint(datum)
    row = {"value": datum.value, "y": entry.middle, "fill": fill, "stroke": paint(datum)}
    return [_known(entry) | row]
