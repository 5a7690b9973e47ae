"""What happened when: lanes under a time axis, or on a phone a list along a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from macros.charts.canvas import Align, Axis, Row, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.theme import GROUND, INK, RED, RULE, SOFT, Theme, is_open, paint
from macros.charts.typeset import Box, widest, width, wrap
from macros.problems import TieoutError

DOT = 5.0
RAIL = 7.0
BETWEEN = "\u2002"


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of a timeline."""
    if any(datum.start is None for datum in picture.data):
        raise TieoutError(f"the timeline “{picture.title}” has an entry without a date")
    sheet = Sheet(theme)
    data = sorted(picture.data, key=_start)
    return _listed(picture, sheet, data) if theme.narrow else _laned(picture, sheet, data)


def _start(datum: Datum) -> int:
    assert datum.start
    return datum.start.toordinal()


def _end(datum: Datum) -> int:
    return datum.end.toordinal() if datum.end else _start(datum)


def _known(datum: Datum, y: float) -> Row:
    assert datum.start
    words = {"key": datum.key, "label": datum.label, "text": datum.text}
    fill = GROUND if is_open(datum) else datum.color
    date = datum.start.isoformat()
    return {**words, "date": date, "y": y, "fill": fill, "stroke": paint(datum)}


def _listed(picture: Picture, sheet: Sheet, data: Sequence[Datum]) -> dict[str, Any]:
    theme, x = sheet.theme, 2 * RAIL + 10
    y, rows = 0.0, []
    for datum in data:
        rows.append({**_known(datum, y + theme.small * 0.65 + 1), "px": RAIL})
        ink = RED if datum.wrong else SOFT
        date = f"{datum.group} · {datum.text}" if datum.group else datum.text
        dates = wrap(date, theme.small, theme.width - x)
        first = sheet.paragraph(dates, x, y + theme.small, theme.small, ink, key=datum.key)
        lines = wrap(_label(datum), theme.label, theme.width - x)
        first += theme.line(theme.label) - theme.line(theme.small)
        end = sheet.paragraph(lines, x, first, theme.label, INK, key=datum.key)
        y = end - theme.label + 11
    rail = {"px": RAIL, "px2": RAIL, "y": rows[0]["y"], "y2": rows[-1]["y"], "stroke": RULE}
    sheet.rules([rail], "px", "px2", thick=2)
    sheet.dots(rows, "px", radius=DOT)
    return sheet.spec(picture, y - 6)


def _label(datum: Datum) -> str:
    return f"≠\u00a0{datum.label}" if datum.wrong else datum.label


@dataclass(frozen=True, slots=True)
class Flag:
    """An entry's words: where they stand, and the room they and their dot take in px."""

    datum: Datum
    lines: list[str]
    left: float
    right: float
    x: float
    align: Align


def _laned(picture: Picture, sheet: Sheet, data: Sequence[Datum]) -> dict[str, Any]:
    theme = sheet.theme
    sheet.x = _axis(picture, data, theme)
    y = theme.small + 14.0
    for heading, group in groupby(_grouped(data), key=lambda d: d.group):
        if heading:
            sheet.text(heading, 0, y + theme.label, theme.label, INK, bold=True)
            y += theme.line(theme.label) + 6
        y = _lanes(sheet, list(group), y) + (8 if heading else 0)
    _time_axis(sheet, picture, y)
    return sheet.spec(picture, y)


def _grouped(data: Sequence[Datum]) -> list[Datum]:
    order = list(dict.fromkeys(datum.group for datum in data))
    return sorted(data, key=lambda d: (order.index(d.group), _start(d)))


def _axis(picture: Picture, data: Sequence[Datum], theme: Theme) -> Axis:
    days = [d for x in data for d in (_start(x), _end(x))] + [round(v) for v, _ in picture.ticks]
    low, high = min(days), max(days)
    half = max((width(word, theme.small) / 2 for _, word in picture.ticks), default=0)
    return Axis(low, max(high, low + 1), max(8, half), theme.width - max(8, half), time=True)


def _flag(sheet: Sheet, datum: Datum) -> Flag:
    theme = sheet.theme
    assert sheet.x
    start, stop = sheet.x.at(_start(datum)), sheet.x.at(_end(datum))
    beside = DOT + 5
    after, before = theme.width - stop - beside, start - beside
    words = f"{datum.text}{BETWEEN}{_label(datum)}"
    right = width(words, theme.small) <= after or after >= before
    lines = wrap(words, theme.small, max(after if right else before, 120))
    long = widest(lines, theme.small)
    if right:
        return Flag(datum, lines, start - DOT, stop + beside + long, stop + beside, "left")
    return Flag(datum, lines, start - beside - long, stop + DOT, start - beside, "right")


def _lanes(sheet: Sheet, data: Sequence[Datum], top: float) -> float:
    """Place each entry beside or below the one before it; return the px below the lanes."""
    theme = sheet.theme
    step = theme.line(theme.small)
    placed: list[Box] = []
    rows: list[Row] = []
    spans: list[Row] = []
    y = top
    for datum in data:
        flag = _flag(sheet, datum)
        high = len(flag.lines) * step
        while any(_at(flag, y, high).meets(box) for box in placed):
            y += step / 2
        placed.append(_at(flag, y, high))
        middle = y + theme.small * 0.62
        rows.append(_known(datum, middle))
        spans += _span(datum, middle)
        _write(sheet, flag, y + theme.small)
    sheet.rules(spans, "low", "high", thick=4)
    sheet.dots(rows, "date", radius=DOT)
    return max(box.bottom for box in placed)


def _at(flag: Flag, y: float, high: float) -> Box:
    return Box(flag.left - 8, y, flag.right + 8, y + high + 7)


def _span(datum: Datum, y: float) -> list[Row]:
    if not datum.start or not datum.end:
        return []
    ends = {"low": datum.start.isoformat(), "high": datum.end.isoformat()}
    return [{"key": datum.key, **ends, "y": y, "y2": y, "stroke": paint(datum)}]


def _write(sheet: Sheet, flag: Flag, baseline: float) -> None:
    theme, datum = sheet.theme, flag.datum
    ink, align = RED if datum.wrong else INK, flag.align
    sheet.paragraph(flag.lines, flag.x, baseline, theme.small, ink, align=align, key=datum.key)


def _time_axis(sheet: Sheet, picture: Picture, bottom: float) -> None:
    theme = sheet.theme
    assert sheet.x
    ticks = [(day, word, sheet.x.at(day)) for day, word in picture.ticks]
    edge = -1.0
    for _, word, px in ticks:
        half = width(word, theme.small) / 2
        if px - half > edge:
            sheet.text(word, px, theme.small + 1, theme.small, SOFT, align="center")
            edge = px + half + 8
    top = theme.small + 8.0
    sheet.hairlines([(px, px) for _, _, px in ticks], top, bottom, on_axis=False)
    ends = {"px": 0, "px2": theme.width, "y": top, "y2": top, "stroke": SOFT}
    sheet.rules([ends], "px", "px2")
