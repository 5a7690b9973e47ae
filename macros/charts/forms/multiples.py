"""Small multiples: one panel per series; on one scale, the other series are faint behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, across, dot
from macros.charts.forms.lines import series_of
from macros.charts.picture import Datum, Picture
from macros.charts.point_labels import Point, add_lines, add_ranges, trails, write_points
from macros.charts.references import Plot
from macros.charts.rows import evenly
from macros.charts.theme import SOFT, ink_of
from macros.charts.typeset import Box, widest, width, wrap

TALL = {False: 130, True: 110}
APART = {False: 30.0, True: 24.0}
ABOVE = 26.0  # px above the highest value, for its word
BELOW = 20.0
MOST = {False: 3, True: 2}
END = 10.0  # px at both ends of a panel's time


@dataclass(frozen=True, slots=True)
class Panel:
    """One series' place: the values in front, both axes, and the edges in px."""

    line: Sequence[Datum]
    ticks: Sequence[tuple[float, str]]
    x: Axis
    y: Axis
    left: float
    right: float

    @property
    def bottom(self) -> float:
        """Its lower edge, in px."""
        return self.y.start + BELOW

    def points(self, line: Sequence[Datum]) -> list[Point]:
        """Return the points of any series at their px in this panel."""
        return [Point.on(self.y, datum, self.x.at(datum.day)) for datum in line]


def draw(sheet: Sheet) -> float:
    """Draw small multiples; return the height in px."""
    theme, y = sheet.theme, 0.0
    rows = evenly(series_of(sheet.picture), MOST[theme.narrow])
    for each in rows:
        row = _panels(sheet, each, y, len(rows[0]))
        for panel in row:
            _panel(sheet, panel, first=panel is row[0])
        y = max(_ends(sheet, panel) for panel in row) + theme.gap
    return y - theme.gap + 2


def _panels(sheet: Sheet, row: Sequence[Sequence[Datum]], top: float, most: int) -> list[Panel]:
    """Name the series of a row, and return their panels side by side."""
    theme, picture = sheet.theme, sheet.picture
    words = [word for scale in (picture.ticks, *picture.scales) for _, word in scale]
    margin = widest(words, theme.small) + 8 if words else 0.0
    before = margin if picture.scales else 0.0  # each has words of its own to its left
    apart = APART[theme.narrow] + before
    room = (theme.width - margin - apart * (most - 1)) / most
    names = [wrap(line[0].group, theme.label, room + before, bold=True) for line in row]
    head = top + max(map(len, names)) * theme.line(theme.label)
    days = [datum.day for datum in picture.data]
    panels = []
    for number, (line, name) in enumerate(zip(row, names, strict=True)):
        ticks, (low, high) = _scale(picture, line)
        y = Axis.wide(low, high, head + ABOVE + TALL[theme.narrow], head + ABOVE)
        left = margin + number * (room + apart)
        x = Axis.wide(min(days), max(days), left + END, left + room - END)
        panels.append(Panel(line, ticks, x, y, left, x.stop + END))
        first = head - theme.line(theme.label) * len(name) + theme.label
        sheet.label(name, left - before, first, ink_of(line[-1].color), line[-1].key)
    return panels


def _scale(
    picture: Picture, line: Sequence[Datum]
) -> tuple[Sequence[tuple[float, str]], tuple[float, float]]:
    """Return a panel's ticks and the ends of its axis: everybody's, or its own."""
    if not picture.scales:
        low, high = picture.reach
        return picture.ticks, (low if picture.ticks else min(low, 0.0), high)
    names = list(dict.fromkeys(datum.group for datum in picture.data))
    ticks = picture.scales[names.index(line[0].group)]
    ends = [at for at, _ in ticks] + [end for datum in line for end in datum.extent]
    return ticks, (min(ends), max(ends))


def _panel(sheet: Sheet, panel: Panel, first: bool) -> None:
    picture = sheet.picture
    worded = first or bool(picture.scales)
    sheet.levels(panel.ticks, panel.y, panel.left, panel.right, worded)
    sheet.rules([across(panel.left, panel.right, panel.bottom, SOFT)])
    for other in () if picture.scales else series_of(picture):
        if other[0].group != panel.line[0].group:
            add_lines(sheet, pairwise(panel.points(other)), steps=picture.steps, front=False)
    points = panel.points(panel.line)
    add_ranges(sheet, points, panel.y)
    add_lines(sheet, pairwise(points), steps=picture.steps)
    dots = [
        dot(p.datum, series=p.datum.group, px=round(p.x, 1), py=round(p.y, 1))
        for p in points
        if p.datum.value is not None
    ]
    sheet.dots(dots, "px", "py", radius=3.5)
    # Walls on both sides: words stay within their panel.
    left, right, bottom = panel.left, panel.right, panel.bottom
    walls = (Box(-999, 0, left - 4, bottom), Box(right + 4, 0, 999, bottom))
    plot, clear = Plot(panel.y, left, right, first, walls), trails(pairwise(points), picture.steps)
    write_points(sheet, _worth(points), points, clear, plot, bottom)


def _worth(points: Sequence[Point]) -> list[Point]:
    """Return the points that get a word: the last one, which must, the first and the extremes."""
    by_height = sorted(points, key=lambda p: p.y)
    kept = {id(p): p for p in (points[-1], points[0], by_height[0], by_height[-1])}
    last = points[-1]
    return [replace(p, needed=p is last) for p in kept.values()]


def _ends(sheet: Sheet, panel: Panel) -> float:
    """Write the first and the last period under a panel; return the px below them."""
    theme = sheet.theme
    ordered = sorted(sheet.picture.data, key=lambda d: d.day)
    below = panel.bottom + theme.small + 5
    first, last = ordered[0].label, ordered[-1].label
    sheet.text(first, panel.left, below, theme.small, SOFT)
    if width(first, theme.small) + width(last, theme.small) + 8 > panel.right - panel.left:
        below += theme.line(theme.small)
    sheet.text(last, panel.right, below, theme.small, SOFT, align="right")
    return below + 7
