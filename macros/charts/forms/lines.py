"""Values over time: a line per series, named at its end; forecasts open, new definitions marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from macros.charts.canvas import Align, Sheet
from macros.charts.drawing import Axis, Drawing, Row, across, dot, down
from macros.charts.picture import Datum, Picture
from macros.charts.point_labels import (
    Point,
    add_lines,
    add_ranges,
    end_room,
    trails,
    write_ends,
    write_points,
)
from macros.charts.references import lie
from macros.charts.theme import SOFT, Theme
from macros.charts.typeset import Box, widest, width, wrap

TALL = {False: 270, True: 230}
BELOW = 24  # px between the lowest value and the time axis, for a word


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its points in order of time; those that do not hold stand beside it."""

    name: str
    points: list[Datum]
    astray: list[Datum]

    @property
    def last(self) -> Datum:
        """The point at which the series is named."""
        return (self.points or self.astray)[-1]


def series_of(picture: Picture) -> list[Line]:
    """Return one line per group, each in order of time."""
    made = []
    for name in dict.fromkeys(datum.group for datum in picture.data):
        members = sorted((d for d in picture.data if d.group == name), key=lambda d: d.day)
        # No line leads through a figure that does not hold.
        points = [d for d in members if not d.wrong]
        made.append(Line(name, points, [d for d in members if d.wrong]))
    return made


def draw(picture: Picture, theme: Theme) -> Drawing:
    """Return the drawing of a line chart."""
    sheet, series = Sheet(theme), series_of(picture)
    left = widest([word for _, word in picture.ticks], theme.small)
    right = theme.width - max(end_room(one.last, theme) for one in series)
    days = [d.day for d in picture.data] + [b.toordinal() for b, _ in picture.breaks]
    left = round(left + 12, 1) if left else 8
    sheet.x = Axis.wide(min(days), max(days), left, round(right, 1), time=True)
    top = _breaks_above(sheet, picture)
    low, high = picture.reach
    # Ticks say where an axis begins; without them only zero is plain.
    low = low if picture.ticks else min(low, 0.0)
    sheet.y = Axis.wide(low, high, top + 14 + TALL[theme.narrow], top + 22)
    _rules(sheet, picture, top)
    lasts = [_point(sheet, one.last) for one in series]
    bottom = max(_periods(sheet, picture.data), write_ends(sheet, lasts, top))
    _point_words(sheet, series, picture)
    add_ranges(sheet, [_point(sheet, datum) for datum in picture.data], sheet.y)
    for one in series:
        add_lines(sheet, _unbroken(sheet, one, picture), steps=picture.steps)
    dots = [_dot(datum) for datum in picture.data if datum.value is not None]
    sheet.dots(dots, "date", "value", radius=4.5)
    return sheet.drawing(picture, bottom)


def _breaks_above(sheet: Sheet, picture: Picture) -> float:
    """Write the notes of breaks in the order of time; return the px below them."""
    theme, y = sheet.theme, 0.0
    for moment, note in sorted(picture.breaks, reverse=True):
        x = sheet.x.at(moment.toordinal())
        right = x < theme.width / 2
        room = (theme.width - x if right else x) - 6
        lines = wrap(note, theme.small, min(room, 260))
        at = x + 5 if right else x - 5
        align: Align = "left" if right else "right"
        end = sheet.text(lines, at, y + theme.small, theme.small, SOFT, align=align)
        sheet.rules([down(x, y, end - theme.small, SOFT)], dash=(4, 3))
        y = end - theme.small + 4
    return y


def _rules(sheet: Sheet, picture: Picture, top: float) -> None:
    """Draw the value axis' hairlines with their words, and the breaks."""
    sheet.levels(picture.ticks, sheet.y, sheet.x.start - 4, sheet.x.stop + 4)
    for moment, _ in picture.breaks:
        x = round(sheet.x.at(moment.toordinal()), 1)
        sheet.rules([down(x, top, sheet.y.start + BELOW + 2, SOFT)], dash=(4, 3))
        sheet.boxes.append(Box(x - 2, top, x + 2, sheet.y.start))


def _periods(sheet: Sheet, data: Sequence[Datum]) -> float:
    """Write as many periods under the axis as fit, both ends first; return the px below."""
    theme, y = sheet.theme, sheet.y.start + BELOW + 2
    sheet.rules([across(sheet.x.start - 4, sheet.x.stop + 4, y, SOFT)])
    words = {datum.day: datum.label for datum in data if datum.label}
    taken: list[tuple[float, float]] = []
    latest = sorted(words, reverse=True)
    # Both ends first, then the latest: who looks at a course asks where it stands.
    for moment in dict.fromkeys([*latest[:1], *latest[-1:], *latest]):
        half = width(words[moment], theme.small) / 2
        x = sheet.x.at(moment)
        middle = max(half, min(theme.width - half, x))
        if all(middle + half + 10 <= left or right + 10 <= middle - half for left, right in taken):
            sheet.rules([down(x, y, y + 4, SOFT)])
            below = y + theme.small + 7
            sheet.text(words[moment], middle, below, theme.small, SOFT, align="center")
            taken.append((middle - half, middle + half))
    return y + theme.small + 14


def _point(sheet: Sheet, datum: Datum, needed: bool = False) -> Point:
    return Point.on(sheet.y, datum, sheet.x.at(datum.day), needed)


def _dot(datum: Datum) -> Row:
    moment = date.fromordinal(datum.day).isoformat()
    return dot(datum, series=datum.group, date=moment, value=datum.middle)


def _unbroken(sheet: Sheet, series: Line, picture: Picture) -> Iterator[tuple[Point, Point]]:
    """Yield the neighbours of a series between which no definition changes."""
    for one, two in pairwise(series.points):
        if not any(one.day < moment.toordinal() <= two.day for moment, _ in picture.breaks):
            yield _point(sheet, one), _point(sheet, two)


def _worth(series: Line, narrow: bool) -> list[Datum]:
    """Return the points worth a word: of many, the first, the extremes and the open ones."""
    points = series.points
    if len(points) > (4 if narrow else 7):
        known = sorted(points, key=lambda d: d.middle)
        kept = {points[0].key, known[0].key, known[-1].key} | {p.key for p in points if p.open}
        points = [point for point in points if point.key in kept]
    return [d for d in (*points, *series.astray) if d is not series.last]


def _point_words(sheet: Sheet, series: Sequence[Line], picture: Picture) -> None:
    lines = [pairwise([_point(sheet, datum) for datum in one.points]) for one in series]
    worth = [datum for one in series for datum in _worth(one, sheet.theme.narrow)]
    shown = [_point(sheet, datum, datum.wrong) for datum in worth]
    every = [_point(sheet, datum) for one in series for datum in (*one.points, *one.astray)]
    clear = trails((pair for line in lines for pair in line), picture.steps)
    taken, ends = [*clear, *(point.dot for point in every)], (sheet.x.start - 4, sheet.x.stop + 4)
    clear += lie(sheet, picture, sheet.y, *ends, taken)
    write_points(sheet, shown, every, clear, sheet.y.start + BELOW)
