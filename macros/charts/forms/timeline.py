"""What happened when: lanes under a time axis, or on a phone a list along a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

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


def _dot(datum: Datum, y: float, **more: Any) -> Row:
    return dot(datum, date=_iso(datum.start), y=y) | more


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _listed(sheet: Sheet, data: Sequence[Datum]) -> float:
    theme, x = sheet.theme, 2 * RAIL + 10
    y, rows = 0.0, list[Row]()
    for datum in data:
        rows.append(_dot(datum, y + theme.small * 0.65 + 1, px=RAIL))
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


@dataclass(frozen=True, slots=True)
class Flag:
    """An entry's words: where they stand, and the room they and their dot take in px."""

    lines: list[str]
    left: float
    right: float
    x: float
    align: Align

    def box(self, y: float, step: float) -> Box:
        """Return the room that it keeps clear from `y` on, at lines of `step` px."""
        return Box(self.left - 8, y, self.right + 8, y + len(self.lines) * step + 7)


def _flag(sheet: Sheet, datum: Datum) -> Flag:
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
        return Flag(lines, start - DOT, stop + beside + long, stop + beside, "left")
    return Flag(lines, start - beside - long, stop + DOT, start - beside, "right")


def _lanes(sheet: Sheet, data: Sequence[Datum], y: float) -> float:
    """Place each entry beside or below the one before it; return the px below the lanes."""
    size = sheet.theme.small
    step = sheet.theme.line(size)
    placed: list[Box] = []
    rows: list[Row] = []
    spans: list[Row] = []
    for datum in data:
        flag = _flag(sheet, datum)
        # An entry goes no higher than the one before it, so that lanes are read from the top.
        while any(flag.box(y, step).meets(box) for box in placed):
            y += step / 2
        placed.append(flag.box(y, step))
        middle = y + size * 0.62
        rows.append(_dot(datum, middle))
        if datum.end:
            ends = {"low": _iso(datum.start), "high": _iso(datum.end)}
            spans.append({"key": datum.key, **ends, **span(middle, 0), "stroke": paint(datum)})
        sheet.text(flag.lines, flag.x, y + size, size, align=flag.align, key=datum.key)
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
