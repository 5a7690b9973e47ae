"""Small multiples: one panel per series; on one scale, the other series are faint behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Plot, Point, across, dot
from macros.charts.forms.lines import series_of
from macros.charts.picture import Datum, Picture
from macros.charts.point_labels import add_lines, add_ranges, write_points
from macros.charts.rows import evenly
from macros.charts.theme import SOFT, ink_of
from macros.charts.typeset import widest, width, wrap

TALL = {False: 130, True: 110}
APART = {False: 30.0, True: 24.0}
ABOVE = 26.0  # px above the highest value, for its word
BELOW = 20.0
MOST = {False: 3, True: 2}
END = 10.0  # px at both ends of a panel's time


def draw(sheet: Sheet) -> float:
    """Draw small multiples; return the height in px."""
    theme, y = sheet.theme, 0.0
    rows = evenly(series_of(sheet.picture), MOST[theme.narrow])
    for each in rows:
        plots = _plots(sheet, each, y, len(rows[0]))
        for line, plot in zip(each, plots, strict=True):
            _panel(sheet, line, plot)
        y = max(_ends(sheet, plot) for plot in plots) + theme.gap
    return y - theme.gap + 2


def _plots(sheet: Sheet, row: Sequence[Sequence[Datum]], top: float, most: int) -> list[Plot]:
    """Name the series of a row, and return their places side by side."""
    theme, picture = sheet.theme, sheet.picture
    words = [word for scale in (picture.ticks, *picture.scales) for _, word in scale]
    margin = widest(words, theme.small) + 8 if words else 0.0
    before = margin if picture.scales else 0.0  # each has words of its own to its left
    apart = APART[theme.narrow] + before
    room = (theme.width - margin - apart * (most - 1)) / most
    names = [wrap(line[0].group, theme.label, room + before, bold=True) for line in row]
    head = top + max(map(len, names)) * theme.line(theme.label)
    days = [datum.day for datum in picture.data]
    plots = []
    for number, (line, name) in enumerate(zip(row, names, strict=True)):
        y = Axis.wide(*_reach(picture, line), head + ABOVE + TALL[theme.narrow], head + ABOVE)
        left = margin + number * (room + apart)
        x = Axis.wide(min(days), max(days), left + END, left + room - END)
        bottom, first = y.start + BELOW, not number
        plots.append(Plot(x, y, left, x.stop + END, bottom, named=first, walled=True))
        baseline = head - theme.line(theme.label) * len(name) + theme.label
        sheet.label(name, left - before, baseline, ink_of(line[-1].color), line[-1].key)
    return plots


def _ticks(picture: Picture, line: Sequence[Datum]) -> Sequence[tuple[float, str]]:
    """Return a panel's ticks: everybody's, or its own."""
    names = list(dict.fromkeys(datum.group for datum in picture.data))
    return picture.scales[names.index(line[0].group)] if picture.scales else picture.ticks


def _reach(picture: Picture, line: Sequence[Datum]) -> tuple[float, float]:
    """Return the ends of a panel's axis: everybody's, or its own."""
    if not picture.scales:
        low, high = picture.reach
        return low if picture.ticks else min(low, 0.0), high
    ends = [at for at, _ in _ticks(picture, line)] + [end for datum in line for end in datum.extent]
    return min(ends), max(ends)


def _panel(sheet: Sheet, line: Sequence[Datum], plot: Plot) -> None:
    picture = sheet.picture
    worded = plot.named or bool(picture.scales)
    sheet.levels(_ticks(picture, line), plot.y, plot.left, plot.right, worded)
    sheet.rules([across(plot.left, plot.right, plot.bottom, SOFT)])
    for other in () if picture.scales else series_of(picture):
        if other[0].group != line[0].group:
            add_lines(sheet, pairwise(plot.points(other)), front=False)
    points = plot.points(line)
    add_ranges(sheet, points, plot.y)
    add_lines(sheet, pairwise(points))
    dots = [
        dot(p.datum, series=p.datum.group, px=round(p.x, 1), py=round(p.y, 1))
        for p in points
        if p.datum.value is not None
    ]
    sheet.dots(dots, "px", "py", radius=3.5)
    write_points(sheet, plot, _worth(points), points, pairwise(points))


def _worth(points: Sequence[Point]) -> list[Point]:
    """Return the points that get a word: the last one, which must, the first and the extremes."""
    by_height = sorted(points, key=lambda p: p.y)
    kept = {id(p): p for p in (points[-1], points[0], by_height[0], by_height[-1])}
    last = points[-1]
    return [replace(p, needed=p is last) for p in kept.values()]


def _ends(sheet: Sheet, plot: Plot) -> float:
    """Write the first and the last period under a panel; return the px below them."""
    theme = sheet.theme
    ordered = sorted(sheet.picture.data, key=lambda d: d.day)
    below = plot.bottom + theme.small + 5
    first, last = ordered[0].label, ordered[-1].label
    sheet.text(first, plot.left, below, theme.small, SOFT)
    if width(first, theme.small) + width(last, theme.small) + 8 > plot.right - plot.left:
        below += theme.line(theme.small)
    sheet.text(last, plot.right, below, theme.small, SOFT, align="right")
    return below + 7
