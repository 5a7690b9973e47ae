"""Bars from zero, one per value, beside the name of its group if it has one."""

from __future__ import annotations

from macros.charts.arrows import open_ends
from macros.charts.canvas import Sheet
from macros.charts.drawing import Drawing, Row, known, span
from macros.charts.picture import Picture
from macros.charts.references import stand
from macros.charts.rows import WordedValue, lay_out
from macros.charts.theme import NONE, PALE, SOFT, Theme, paint


def draw(picture: Picture, theme: Theme) -> Drawing:
    """Return the drawing of bars."""
    sheet = Sheet(theme)
    low, high = picture.reach
    low, high = min(low, 0.0), max(high, 0.0)
    entries = lay_out(picture, sheet, low, high if high > low else 1.0, from_zero=True)
    top, bottom = entries[0].middle - theme.bar / 2, entries[-1].middle + theme.bar / 2
    height = sheet.grid(picture.ticks, top, bottom + 6)
    sheet.rects([_solid(entry, theme) for entry in entries], "value", "zero")
    ranged = [e for e in entries if e.datum.has_range]
    sheet.rects([_range(entry, theme) for entry in ranged], "low", "high")
    # Of a value within a range, where in it the value itself lies.
    within = [e for e in entries if None not in (e.datum.low, e.datum.value)]
    marks = [_mark(entry, theme) for entry in within if not entry.datum.is_open]
    sheet.rules(marks, "value", "value", 2.5)
    going = [(entry.datum, entry.middle) for entry in entries if entry.goes_on]
    open_ends(sheet, going, sheet.x, 0)
    for entry in entries:
        # Zero stands out, and over the bars that lead from it.
        edge = {"x": 0, "x2": 0, "stroke": SOFT, **span(entry.middle, theme.bar + 6)}
        sheet.rules([edge], "x", "x2")
    stand(sheet, picture, bottom + 6)
    return sheet.drawing(picture, height + 3)


def _solid(entry: WordedValue, theme: Theme) -> Row:
    """A bar is solid as far from zero as the value is certain."""
    datum, color = entry.datum, paint(entry.datum)
    low, high = datum.extent
    # What lies on both sides of zero is certain of nothing.
    certain = low if low > 0 else high if high < 0 else 0.0
    value = datum.value if datum.is_open and datum.value is not None else certain
    fill = NONE if datum.is_open else color
    row = known(datum, **span(entry.middle, theme.bar), value=value, zero=0, opacity=1)
    return row | {"fill": fill, "stroke": color}


def _range(entry: WordedValue, theme: Theme) -> Row:
    datum, place = entry.datum, span(entry.middle, theme.bar)
    row = known(datum, **place, low=datum.low, high=datum.high, opacity=PALE)
    return row | {"fill": paint(datum), "stroke": NONE}


def _mark(entry: WordedValue, theme: Theme) -> Row:
    datum, place = entry.datum, span(entry.middle, theme.bar)
    return known(datum, **place, value=datum.value, stroke=paint(datum))
