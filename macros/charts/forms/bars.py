"""Bars from zero, one per value, beside the name of its group if it has one."""

from __future__ import annotations

from macros.charts.canvas import Sheet
from macros.charts.drawing import Row, known, span
from macros.charts.picture import Datum
from macros.charts.references import stand
from macros.charts.rows import lay_out
from macros.charts.theme import NONE, PALE, SOFT, paint


def draw(sheet: Sheet) -> float:
    """Draw bars; return the height in px."""
    low, high = sheet.picture.reach
    low, high = min(low, 0.0), max(high, 0.0)
    entries = lay_out(sheet, low, high if high > low else 1.0, from_zero=True)
    tall = sheet.theme.bar
    bottom = entries[-1].middle + tall / 2 + 6
    height = sheet.grid(entries[0].middle - tall / 2, bottom)
    placed = [(entry.datum, span(entry.middle, tall)) for entry in entries]
    sheet.rects([_solid(*each) for each in placed], "value", "zero")
    sheet.rects([_range(*each) for each in placed if each[0].has_range], "low", "high")
    # Of a value within a range, where in it the value itself lies.
    within = [
        known(datum, **place, value=datum.value, stroke=paint(datum))
        for datum, place in placed
        if None not in (datum.low, datum.value) and not datum.is_open
    ]
    sheet.rules(within, "value", "value", 2.5)
    going = [(entry.datum, entry.middle) for entry in entries if entry.goes_on]
    sheet.open_ends(going, 0)
    for entry in entries:
        # Zero stands out, and over the bars that lead from it.
        edge = {"x": 0, "x2": 0, "stroke": SOFT, **span(entry.middle, tall + 6)}
        sheet.rules([edge], "x", "x2")
    stand(sheet, bottom)
    return height + 3


def _solid(datum: Datum, place: Row) -> Row:
    """A bar is solid as far from zero as the value is certain."""
    low, high = datum.extent
    # What lies on both sides of zero is certain of nothing.
    certain = low if low > 0 else high if high < 0 else 0.0
    value = datum.value if datum.is_open and datum.value is not None else certain
    fill = NONE if datum.is_open else paint(datum)
    return known(datum, **place, value=value, zero=0, opacity=1, fill=fill, stroke=paint(datum))


def _range(datum: Datum, place: Row) -> Row:
    look = {"opacity": PALE, "fill": paint(datum), "stroke": NONE}
    return known(datum, **place, low=datum.low, high=datum.high, **look)
