"""Intervals: each value with the range it may lie in."""

from __future__ import annotations

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Row, dot, known, span
from macros.charts.references import stand
from macros.charts.rows import WordedValue, lay_out, padded
from macros.charts.theme import NONE, PALE, RULE, paint

BAND = 16
BESIDE = 14
RADIUS = 6.5


def draw(sheet: Sheet) -> float:
    """Draw intervals; return the height in px."""
    entries = lay_out(sheet, *padded(sheet), BESIDE)
    bottom = entries[-1].middle + sheet.theme.bar / 2 + 6
    height = sheet.grid(sheet.top, bottom)
    sheet.rules([_guide(sheet.x, entry) for entry in entries])
    sheet.rects([_band(e) for e in entries if e.datum.has_range], "low", "high", radius=2)
    sheet.open_ends([(entry.datum, entry.middle) for entry in entries], RADIUS)
    placed = [e for e in entries if e.datum.value is not None]
    sheet.dots([dot(e.datum, value=e.datum.value, y=e.middle) for e in placed], "value")
    stand(sheet, bottom)
    return height + 3


def _guide(axis: Axis, entry: WordedValue) -> Row:
    """A hairline leads the eye from the label to the mark."""
    stop = max(axis.start, axis.at(entry.datum.extent[0]) - 6)
    return {"px": axis.start, "px2": stop, "stroke": RULE} | span(entry.middle, 0)


def _band(entry: WordedValue) -> Row:
    datum = entry.datum
    # A forecast’s range is an outline, as its dot is.
    fill, stroke = (NONE, paint(datum)) if datum.is_open else (paint(datum), NONE)
    row = known(datum, low=datum.low, high=datum.high, fill=fill, stroke=stroke, opacity=PALE)
    return row | span(entry.middle, BAND)
