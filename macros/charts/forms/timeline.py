"""What happened when: lanes under a time axis, or on a phone a list along a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from macros.charts.canvas import Align, Sheet
from macros.charts.drawing import Axis, Row, across, dot, down, span
from macros.charts.picture import Datum
from macros.charts.theme import INK, RULE, SOFT, paint
from macros.charts.typeset import Box, widest, width, wrap

DOT = 5.0
RAIL = 7.0
BETWEEN = "\u2002"


def draw(sheet: Sheet) -> float:
    """Draw a timeline; return the height in px."""
    data = sorted(sheet.picture.data, key=lambda datum: datum.days[0])
    return (_listed if sheet.theme.narrow else _laned)(sheet, data)


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _listed(sheet: Sheet, data: Sequence[Datum]) -> float:
    theme, x = sheet.theme, 2 * RAIL + 10
    y, rows = 0.0, list[Row]()
    for datum in data:
        middle = y + theme.small * 0.65 + 1
        rows.append(dot(datum, date=_iso(datum.days[0]), y=middle) | {"px": RAIL})
        when = f"{datum.group} · {datum.text}" if datum.group else datum.text
        dates = wrap(when, theme.small, theme.width - x)
        first = sheet.text(dates, x, y + theme.small, theme.small, SOFT, key=datum.key)
        lines = wrap(datum.label, theme.label, theme.width - x)
        first += theme.line(theme.label) - theme.line(theme.small)
        end = sheet.text(lines, x, first, theme.label, INK, key=datum.key)
        y = end - theme.label + 11
    sheet.rules([down(RAIL, rows[0]["y"], rows[-1]["y"], RULE)], thick=2)
    sheet.dots(rows, "px", radius=DOT)
    return y - 6


def _laned(sheet: Sheet, data: Sequence[Datum]) -> float:
    theme = sheet.theme
    sheet.x = _axis(sheet)
    y = theme.small + 14.0
    headings = list(dict.fromkeys(datum.group for datum in data))
    grouped = sorted(data, key=lambda datum: headings.index(datum.group))
    for heading, group in groupby(grouped, key=lambda datum: datum.group):
        if heading:
            sheet.label([heading], 0, y + theme.label, INK)
            y += theme.line(theme.label) + 6
        y = _lanes(sheet, list(group), y) + (8 if heading else 0)
    _time_axis(sheet, y)
    return y


def _axis(sheet: Sheet) -> Axis:
    picture, theme = sheet.picture, sheet.theme
    days = [day for datum in picture.data for day in datum.days]
    days += [round(at) for at, _ in picture.ticks]
    margin = max(8, widest([word for _, word in picture.ticks], theme.small) / 2)
    return Axis.wide(min(days), max(days), margin, theme.width - margin, time=True)


def _flag(sheet: Sheet, datum: Datum) -> tuple[list[str], float, Align, tuple[float, float]]:
    """Return an entry's lines, where they stand, and the px that they and their dot take."""
    theme = sheet.theme
    start, stop = map(sheet.x.at, datum.days)
    beside = DOT + 5
    after, before = theme.width - stop - beside, start - beside
    words = f"{datum.text}{BETWEEN}{datum.label}"
    right = width(words, theme.small) <= after or after >= before
    # In less room than that no word would fit.
    lines = wrap(words, theme.small, max(after if right else before, 120))
    long = widest(lines, theme.small)
    if right:
        return lines, stop + beside, "left", (start - DOT, stop + beside + long)
    return lines, start - beside, "right", (start - beside - long, stop + DOT)


def _lanes(sheet: Sheet, data: Sequence[Datum], y: float) -> float:
    """Place each entry beside or below the one before it; return the px below the lanes."""
    size = sheet.theme.small
    step = sheet.theme.line(size)
    placed: list[Box] = []
    rows: list[Row] = []
    spans: list[Row] = []
    for datum in data:
        lines, x, align, (left, right) = _flag(sheet, datum)
        tall = len(lines) * step + 7
        # An entry goes no higher than the one before it, so that lanes are read from the top.
        while any(Box(left - 8, y, right + 8, y + tall).meets(box) for box in placed):
            y += step / 2
        placed.append(Box(left - 8, y, right + 8, y + tall))
        (low, high), middle = map(_iso, datum.days), y + size * 0.62
        rows.append(dot(datum, date=low, y=middle))
        if datum.end:
            ends = {"low": low, "high": high}
            spans.append({"key": datum.key, **ends, **span(middle, 0), "stroke": paint(datum)})
        sheet.text(lines, x, y + size, size, align=align, key=datum.key)
    sheet.rules(spans, "low", "high", thick=4)
    sheet.dots(rows, "date", radius=DOT)
    return max(box.bottom for box in placed)


def _time_axis(sheet: Sheet, bottom: float) -> None:
    theme, ticks, edge = sheet.theme, sheet.picture.ticks, -1.0
    places = [sheet.x.at(day) for day, _ in ticks]
    for (_, word), px in zip(ticks, places, strict=True):
        half = width(word, theme.small) / 2
        if px - half > edge:
            sheet.text(word, px, theme.small + 1, theme.small, SOFT, align="center")
            edge = px + half + 8
    top = theme.small + 8.0
    sheet.hairlines("px", [(px, px) for px in places], top, bottom)
    sheet.rules([across(0, theme.width, top, SOFT)])
