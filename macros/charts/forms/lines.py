"""Values over time: a line per series, named at its end; forecasts open, new definitions marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from macros.charts.canvas import Align, Axis, Row, Sheet
from macros.charts.endwords import BESIDE, End, end_room, write_ends
from macros.charts.picture import Datum, Picture
from macros.charts.pointwords import Point, trail, write_points
from macros.charts.theme import GROUND, RULE, SOFT, Theme, is_open, paint
from macros.charts.typeset import Box, widest, width, wrap
from macros.problems import TieoutError

TALL = {False: 270, True: 230}
BELOW = 24  # px between the lowest value and the time axis, for a word


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its points in order of time; those that do not hold stand beside it."""

    name: str
    points: list[Datum]
    astray: list[Datum]

    @property
    def last(self) -> Datum:
        """The point at which the series is named."""
        return (self.points or self.astray)[-1]


def day(datum: Datum) -> int:
    """Return the ordinal of the day a datum stands at: its instant, or its period's middle."""
    assert datum.start
    end = datum.end or datum.start
    return (datum.start.toordinal() + end.toordinal()) // 2


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of a line chart.

    Raises:
        TieoutError: A value has no date.
    """
    if any(datum.start is None for datum in picture.data):
        raise TieoutError(f"the chart “{picture.title}” has a value without a date")
    sheet = Sheet(theme)
    series = series_of(picture.data)
    left = widest([word for _, word in picture.ticks], theme.small)
    right = max(end_room(one.name, one.last, theme) for one in series)
    sheet.x = _time(picture, left + 12 if left else 8, theme.width - right - BESIDE)
    top = _breaks_above(sheet, picture)
    sheet.y = _values(picture, top + 22, top + 14 + TALL[theme.narrow])
    _rules(sheet, picture, top)
    bottom = max(_periods(sheet, picture.data), _ends(sheet, series, top))
    _point_words(sheet, series, picture.steps)
    for one in series:
        _line(sheet, one, picture)
    sheet.dots([_row(sheet, datum) for datum in picture.data if datum.value is not None], "date",
               "value", radius=4.5)  # fmt: skip
    return sheet.spec(picture, bottom)


def series_of(data: Sequence[Datum]) -> list[Series]:
    """Return one line per group, each in order of time."""
    names = list(dict.fromkeys(datum.group for datum in data))
    made = []
    for name in names:
        members = sorted((d for d in data if d.group == name), key=day)
        points = [d for d in members if not d.wrong and d.value is not None]
        made.append(Series(name, points, [d for d in members if d.wrong]))
    return made


def _time(picture: Picture, left: float, right: float) -> Axis:
    days = [day(d) for d in picture.data] + [b.toordinal() for b, _ in picture.breaks]
    low, high = min(days), max(days)
    return Axis(low, max(high, low + 1), round(left, 1), round(right, 1), time=True)


def _values(picture: Picture, top: float, bottom: float) -> Axis:
    ends = [end for d in picture.data for end in d.extent] + [v for v, _ in picture.ticks]
    low, high = min(ends), max(ends)
    if not picture.ticks:
        low = min(low, 0.0)
    return Axis(low, high if high > low else low + 1, bottom, top)


def _breaks_above(sheet: Sheet, picture: Picture) -> float:
    """Write the notes of breaks in the order of time; return the px below them."""
    theme, y = sheet.theme, 0.0
    assert sheet.x
    for moment, note in sorted(picture.breaks, reverse=True):
        x = sheet.x.at(moment.toordinal())
        right = x < theme.width / 2
        room = (theme.width - x if right else x) - 6
        lines = wrap(note, theme.small, min(room, 260))
        at = x + 5 if right else x - 5
        align: Align = "left" if right else "right"
        end = sheet.paragraph(lines, at, y + theme.small, theme.small, SOFT, align=align)
        rule: Row = {"px": x, "px2": x, "y": y, "y2": y + 4, "stroke": SOFT}
        sheet.rules([{**rule, "y2": end - theme.small}], "px", "px2", dash=(4, 3))
        y = end - theme.small + 4
    return y


def _rules(sheet: Sheet, picture: Picture, top: float) -> None:
    """Draw the value axis' hairlines with their words, the baseline and the breaks."""
    theme = sheet.theme
    assert sheet.x and sheet.y
    rows: list[Row] = []
    for value, word in picture.ticks:
        y = round(sheet.y.at(value), 1)
        rows.append({"px": sheet.x.start - 4, "px2": sheet.x.stop + 4, "y": y, "y2": y})
        at = sheet.x.start - 12
        sheet.text(word, at, y + theme.small * 0.36, theme.small, SOFT, align="right")
    sheet.rules([row | {"stroke": RULE} for row in rows], "px", "px2")
    for moment, _ in picture.breaks:
        x = round(sheet.x.at(moment.toordinal()), 1)
        span = {"px": x, "px2": x, "y": top, "y2": sheet.y.start + BELOW + 2, "stroke": SOFT}
        sheet.rules([span], "px", "px2", dash=(4, 3))
        sheet.boxes.append(Box(x - 2, top, x + 2, sheet.y.start))


def _periods(sheet: Sheet, data: Sequence[Datum]) -> float:
    """Write as many periods under the axis as fit, both ends first; return the px below."""
    theme = sheet.theme
    assert sheet.x and sheet.y
    y = sheet.y.start + BELOW + 2
    base = {"px": sheet.x.start - 4, "px2": sheet.x.stop + 4, "y": y, "y2": y, "stroke": SOFT}
    sheet.rules([base], "px", "px2")
    words = {day(datum): datum.label for datum in data if datum.label}
    taken: list[tuple[float, float]] = []
    latest = sorted(words, reverse=True)
    for moment in dict.fromkeys([*latest[:1], *latest[-1:], *latest]):
        half = width(words[moment], theme.small) / 2
        x = sheet.x.at(moment)
        middle = max(half, min(theme.width - half, x))
        if all(middle + half + 10 <= left or right + 10 <= middle - half for left, right in taken):
            tick = {"px": x, "px2": x, "y": y, "y2": y + 4, "stroke": SOFT}
            sheet.rules([tick], "px", "px2")
            below = y + theme.small + 7
            sheet.text(words[moment], middle, below, theme.small, SOFT, align="center")
            taken.append((middle - half, middle + half))
    return y + theme.small + 14


def _ends(sheet: Sheet, series: Sequence[Series], top: float) -> float:
    assert sheet.x and sheet.y
    x, y = sheet.x, sheet.y
    ends = [End(s.name, s.last, x.at(day(s.last)), y.at(_middle(s.last))) for s in series]
    return write_ends(sheet, ends, top)


def _middle(datum: Datum) -> float:
    return datum.value if datum.value is not None else sum(datum.extent) / 2


def _row(sheet: Sheet, datum: Datum) -> Row:
    fill = GROUND if is_open(datum) else datum.color
    words = {"key": datum.key, "label": datum.label, "text": datum.text, "series": datum.group}
    moment = date.fromordinal(day(datum)).isoformat()
    return {**words, "date": moment, "value": datum.value, "fill": fill, "stroke": paint(datum)}


def _line(sheet: Sheet, series: Series, picture: Picture) -> None:
    """Draw a series: broken where a definition changes, dashed towards open points."""
    solid: list[Row] = []
    dashed: list[Row] = []
    pairs = pairwise(series.points)
    for number, (one, two) in enumerate(pairs):
        if any(day(one) < moment.toordinal() <= day(two) for moment, _ in picture.breaks):
            continue
        rows = dashed if one.open or two.open else solid
        for order, datum in enumerate((one, two)):
            row = {**_row(sheet, datum), "stroke": datum.color, "order": order}
            rows.append({**row, "line": f"{series.name} {number}", "stroke": one.color})
    shape = "step-after" if picture.steps else "linear"
    sheet.lines(solid, "date", "value", thick=2.5, shape=shape)
    sheet.lines(dashed, "date", "value", thick=2, dash=(5, 4), shape=shape)


def _shown(series: Series, narrow: bool) -> list[Datum]:
    """Return the points worth a word: of many, the first, the extremes and the open ones."""
    points = series.points
    if len(points) > (4 if narrow else 7):
        known = sorted(points, key=_middle)
        kept = {points[0].key, known[0].key, known[-1].key} | {p.key for p in points if p.open}
        points = [point for point in points if point.key in kept]
    return [d for d in (*points, *series.astray) if d is not series.last]


def _point_words(sheet: Sheet, series: Sequence[Series], steps: bool) -> None:
    assert sheet.x and sheet.y
    x, y = sheet.x, sheet.y

    def at(datum: Datum, needed: bool = False) -> Point:
        return Point(datum, x.at(day(datum)), y.at(_middle(datum)), needed)

    lines = [box for one in series for box in _trails([at(d) for d in one.points], steps)]
    shown = [at(datum, datum.wrong) for one in series for datum in _shown(one, sheet.theme.narrow)]
    every = [at(datum) for one in series for datum in (*one.points, *one.astray)]
    write_points(sheet, shown, every, lines, sheet.y.start + BELOW)


def _trails(points: Sequence[Point], steps: bool) -> list[Box]:
    boxes = []
    for one, two in pairwise(points):
        if steps:
            boxes += trail(one.x, one.y, two.x, one.y) + trail(two.x, one.y, two.x, two.y)
        else:
            boxes += trail(one.x, one.y, two.x, two.y)
    return boxes
