"""Values over time: a line per series, named at its end; forecasts open, new definitions marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, pairwise

from macros.charts.canvas import Align, Sheet
from macros.charts.drawing import Axis, Plot, Point, Row, across, dot, down
from macros.charts.picture import Datum, Picture
from macros.charts.point_labels import add_lines, add_ranges, end_room, write_ends, write_points
from macros.charts.theme import SOFT
from macros.charts.typeset import Box, widest, width, wrap

TALL = {False: 270, True: 230}
BELOW = 24  # px between the lowest value and the time axis, for a word


def series_of(picture: Picture) -> list[list[Datum]]:
    """Return the values of each group in order of time, of which the last bears its name."""
    made: dict[str, list[Datum]] = {}
    for datum in sorted(picture.data, key=lambda d: d.day):
        made.setdefault(datum.group, []).append(datum)
    return [made[name] for name in dict.fromkeys(datum.group for datum in picture.data)]


def draw(sheet: Sheet) -> float:
    """Draw lines; return the height in px."""
    theme, picture = sheet.theme, sheet.picture
    series = series_of(picture)
    left = widest([word for _, word in picture.ticks], theme.small)
    right = theme.width - max(end_room(line[-1], theme) for line in series)
    days = [d.day for d in picture.data] + [b.toordinal() for b, _ in picture.breaks]
    left = round(left + 12, 1) if left else 8
    sheet.x = Axis.wide(min(days), max(days), left, round(right, 1), time=True)
    top = _breaks_above(sheet)
    low, high = picture.reach
    # Ticks say where an axis begins; without them only zero is plain.
    low = low if picture.ticks else min(low, 0.0)
    sheet.y = Axis.wide(low, high, top + 14 + TALL[theme.narrow], top + 22)
    _rules(sheet, top)
    plot = Plot(sheet.x, sheet.y, sheet.x.start - 4, sheet.x.stop + 4, sheet.y.start + BELOW)
    points = {id(point.datum): point for point in plot.points(picture.data)}
    lines = [[points[id(datum)] for datum in line] for line in series]
    bottom = max(_periods(sheet), write_ends(sheet, [line[-1] for line in lines], top))
    shown = [point for line in lines for point in _worth(line, theme.narrow)]
    write_points(sheet, plot, shown, list(chain(*lines)), chain(*map(pairwise, lines)))
    add_ranges(sheet, [*points.values()], sheet.y)
    for line in lines:
        add_lines(sheet, _unbroken(sheet, line))
    dots = [_dot(datum) for datum in picture.data if datum.value is not None]
    sheet.dots(dots, "date", "value", radius=4.5)
    return bottom


def _breaks_above(sheet: Sheet) -> float:
    """Write the notes of breaks in the order of time; return the px below them."""
    theme, y = sheet.theme, 0.0
    for moment, note in sorted(sheet.picture.breaks, reverse=True):
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


def _rules(sheet: Sheet, top: float) -> None:
    """Draw the value axis' hairlines with their words, and the breaks."""
    sheet.levels(sheet.picture.ticks, sheet.y, sheet.x.start - 4, sheet.x.stop + 4)
    for moment, _ in sheet.picture.breaks:
        x = round(sheet.x.at(moment.toordinal()), 1)
        sheet.rules([down(x, top, sheet.y.start + BELOW + 2, SOFT)], dash=(4, 3))
        sheet.boxes.append(Box(x - 2, top, x + 2, sheet.y.start))


def _periods(sheet: Sheet) -> float:
    """Write as many periods under the axis as fit, both ends first; return the px below."""
    theme, y = sheet.theme, sheet.y.start + BELOW + 2
    sheet.rules([across(sheet.x.start - 4, sheet.x.stop + 4, y, SOFT)])
    words = {datum.day: datum.label for datum in sheet.picture.data if datum.label}
    taken: list[tuple[float, float]] = []
    latest = sorted(words, reverse=True)
    # Both ends first, then the latest: who looks at a course asks where it stands.
    for moment in dict.fromkeys([*latest[:1], *latest[-1:], *latest]):
        half = width(words[moment], theme.small) / 2
        middle = sheet.within(sheet.x.at(moment), half)
        if all(middle + half + 10 <= left or right + 10 <= middle - half for left, right in taken):
            sheet.rules([down(sheet.x.at(moment), y, y + 4, SOFT)])
            below = y + theme.small + 7
            sheet.text(words[moment], middle, below, theme.small, SOFT, align="center")
            taken.append((middle - half, middle + half))
    return y + theme.small + 14


def _dot(datum: Datum) -> Row:
    moment = date.fromordinal(datum.day).isoformat()
    return dot(datum, series=datum.group, date=moment, value=datum.middle)


def _unbroken(sheet: Sheet, line: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield the neighbours on a line between which no definition changes."""
    breaks = [moment.toordinal() for moment, _ in sheet.picture.breaks]
    for one, two in pairwise(line):
        if not any(one.datum.day < day <= two.datum.day for day in breaks):
            yield one, two


def _worth(line: Sequence[Point], narrow: bool) -> list[Point]:
    """Return the values worth a word: of many, the first, the extremes and the open ones."""
    if len(line) <= (4 if narrow else 7):
        return [*line[:-1]]
    data = [point.datum for point in line]
    known = sorted(data, key=lambda d: d.middle)
    kept = {data[0].key, known[0].key, known[-1].key} | {d.key for d in data if d.open}
    return [point for point in line[:-1] if point.datum.key in kept]
