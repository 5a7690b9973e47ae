"""Slopes: how each row moves from one column to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Plot, Point, dot, down
from macros.charts.point_labels import add_lines, add_ranges, side_room, write_points, write_side
from macros.charts.theme import RULE, SOFT
from macros.charts.typeset import width

TALL = {False: 280, True: 300}


def draw(sheet: Sheet) -> float:
    """Draw slopes; return the height in px."""
    picture, theme = sheet.picture, sheet.theme
    names = list(dict.fromkeys(datum.group for datum in picture.data))
    columns = [[d for d in picture.data if d.group == name] for name in names]
    left = side_room(columns[0], theme, named=not theme.narrow)
    right = theme.width - side_room(columns[-1], theme, named=True)
    top = theme.small + 16.0
    # Few rows need no tall picture: slopes would look steeper than they are.
    tall = min(TALL[theme.narrow], 140 + 40 * len(columns[0]))
    sheet.y = Axis.wide(*picture.covered, top + tall, top + 8)
    steps = max(len(columns) - 1, 1)
    places = [round(left + (right - left) * n / steps, 1) for n in range(len(columns))]
    _heads(sheet, names, places, top)
    points = [
        [Point.on(sheet.y, datum, x) for datum in column]
        for column, x in zip(columns, places, strict=True)
    ]
    add_ranges(sheet, list(chain(*points)), sheet.y)
    add_lines(sheet, _pairs(points))
    placed = [point for point in chain(*points) if point.datum.value is not None]
    sheet.dots([dot(p.datum, px=p.x, value=p.datum.value) for p in placed], "px", "value")
    left_end = write_side(sheet, points[0], "right", named=not theme.narrow)
    bottom = max(left_end, write_side(sheet, points[-1], "left", named=True))
    _between(sheet, points)
    return max(bottom, sheet.y.start) + 10


def _heads(sheet: Sheet, names: Sequence[str], places: Sequence[float], top: float) -> None:
    theme = sheet.theme
    for name, x in zip(names, places, strict=True):
        middle = sheet.within(x, width(name, theme.small) / 2)
        sheet.text(name, middle, theme.small + 1, theme.small, SOFT, align="center")
    sheet.rules([down(x, top - 4, sheet.y.start + 8, RULE) for x in places])


def _pairs(points: Sequence[Sequence[Point]]) -> list[tuple[Point, Point]]:
    """Return the points of one row in neighbouring columns."""
    found = []
    for before, after in pairwise(points):
        starts = {point.datum.label: point for point in before}
        found += [(starts[p.datum.label], p) for p in after if p.datum.label in starts]
    return found


def _between(sheet: Sheet, points: Sequence[Sequence[Point]]) -> None:
    """Name what lies across, and write the inner columns' values, where the lines leave room."""
    inner, every = (list(chain(*columns)) for columns in (points[1:-1], points))
    plot = Plot(sheet.x, sheet.y, points[0][0].x, points[-1][0].x, sheet.y.start + 30)
    write_points(sheet, plot, inner, every, _pairs(points))
