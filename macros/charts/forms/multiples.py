"""Small multiples: one panel per series, all on one scale, the other series faint behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from macros.charts.canvas import Axis, Row, Sheet
from macros.charts.forms.lines import Series, day, series_of
from macros.charts.picture import Datum, Picture
from macros.charts.pointwords import Point, trail, write_points
from macros.charts.theme import GROUND, RULE, SOFT, Theme, ink_of, is_open, paint
from macros.charts.typeset import Box, widest, width, wrap
from macros.problems import TieoutError

TALL = {False: 130, True: 110}
APART = {False: 30.0, True: 24.0}
ABOVE = 26.0  # px above the highest value, for its word
BELOW = 20.0
MOST = {False: 3, True: 2}
END = 10.0  # px at both ends of a panel's time


@dataclass(frozen=True, slots=True)
class Panel:
    """One series' place.

    Attributes:
        series: The line in front.
        x: Its time axis.
        y: Its value axis.
        is_first: Whether it begins a row, and so has the axis' words.
        left: Its left edge, in px.
    """

    series: Series
    x: Axis
    y: Axis
    is_first: bool
    left: float

    def points(self, series: Series) -> list[Point]:
        """Return the points of any series at their px in this panel."""
        return [Point(d, self.x.at(day(d)), self.y.at(middle(d))) for d in series.points]


def middle(datum: Datum) -> float:
    """Return where a datum stands."""
    return datum.value if datum.value is not None else sum(datum.extent) / 2


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of small multiples.

    Raises:
        TieoutError: A value has no date, or there is nothing to compare.
    """
    if any(datum.start is None for datum in picture.data):
        raise TieoutError(f"the chart “{picture.title}” has a value without a date")
    series = series_of(picture.data)
    if len(series) < 2:
        raise TieoutError(f"the chart “{picture.title}” has one series only", "use lines(…)")
    sheet = Sheet(theme)
    across = -(-len(series) // -(-len(series) // MOST[theme.narrow]))
    rows = [series[start : start + across] for start in range(0, len(series), across)]
    y = 0.0
    for row in rows:
        y = _row(sheet, picture, row, (y, across)) + theme.gap
    return sheet.spec(picture, y - theme.gap + 2)


def _row(sheet: Sheet, picture: Picture, row: Sequence[Series], at: tuple[float, int]) -> float:
    """Draw a row of panels; return the px below it."""
    theme, (top, across) = sheet.theme, at
    margin = widest([word for _, word in picture.ticks], theme.small) + 8 if picture.ticks else 0.0
    room = (theme.width - margin - APART[theme.narrow] * (across - 1)) / across
    names = [wrap(one.name, theme.label, room, bold=True) for one in row]
    head = top + max(map(len, names)) * theme.line(theme.label)
    panels = []
    for number, (one, name) in enumerate(zip(row, names, strict=True)):
        left = margin + number * (room + APART[theme.narrow])
        days = [day(d) for d in picture.data]
        x = Axis(min(days), max(*days, min(days) + 1), left + END, left + room - END)
        y = _values(picture, head + ABOVE, head + ABOVE + TALL[theme.narrow])
        panels.append(Panel(one, x, y, number == 0, left))
        ink = ink_of(one.last.color)
        first = head - theme.line(theme.label) * len(name) + theme.label
        sheet.paragraph(name, left, first, theme.label, ink, bold=True, key=one.last.key)
    bottom = head + ABOVE + TALL[theme.narrow] + BELOW
    for panel in panels:
        _panel(sheet, picture, panel, bottom)
    return max(_ends(sheet, picture, panel, bottom) for panel in panels)


def _values(picture: Picture, top: float, bottom: float) -> Axis:
    ends = [e for d in picture.data for e in d.extent] + [v for v, _ in picture.ticks]
    low, high = min(0.0, *ends), max(ends)
    return Axis(low, high if high > low else low + 1, bottom, top)


def _panel(sheet: Sheet, picture: Picture, panel: Panel, bottom: float) -> None:
    _grid(sheet, picture, panel, bottom)
    for other in series_of(picture.data):
        if other.name != panel.series.name:
            _line(sheet, panel, other, picture.steps, front=False)
    _line(sheet, panel, panel.series, picture.steps, front=True)
    points = panel.points(panel.series)
    sheet.dots([_dot(p) for p in points], "px", "py", radius=3.5)
    shown = _worth(points)
    clear = [b for a, c in pairwise(points) for b in _trail(a, c, picture.steps)]
    edges = (panel.left - 4, panel.x.stop + END + 4)
    clear += [Box(-999, 0, edges[0], bottom), Box(edges[1], 0, 999, bottom)]
    write_points(sheet, shown, points, clear, bottom)


def _worth(points: Sequence[Point]) -> list[Point]:
    """Return the points that get a word: the last one, which must, the first and the extremes."""
    by_height = sorted(points, key=lambda p: p.y)
    kept = {id(p): p for p in (points[-1], points[0], by_height[0], by_height[-1])}
    last = points[-1]
    return [Point(p.datum, p.x, p.y, needed=p is last) for p in kept.values()]


def _grid(sheet: Sheet, picture: Picture, panel: Panel, bottom: float) -> None:
    theme, x = sheet.theme, panel.x
    left, right = panel.left, x.stop + END
    rows: list[Row] = []
    for value, word in picture.ticks:
        y = round(panel.y.at(value), 1)
        rows.append({"px": left, "px2": right, "y": y, "y2": y, "stroke": RULE})
        if panel.is_first:
            at = left - 8
            sheet.text(word, at, y + theme.small * 0.36, theme.small, SOFT, align="right")
    sheet.rules(rows, "px", "px2")
    base = {"px": left, "px2": right, "y": bottom, "y2": bottom, "stroke": SOFT}
    sheet.rules([base], "px", "px2")


def _ends(sheet: Sheet, picture: Picture, panel: Panel, bottom: float) -> float:
    """Write the first and the last period under a panel; return the px below them."""
    theme = sheet.theme
    ordered = sorted(picture.data, key=day)
    left, right = panel.left, panel.x.stop + END
    below = bottom + theme.small + 5
    first, last = ordered[0].label, ordered[-1].label
    sheet.text(first, left, below, theme.small, SOFT)
    if width(first, theme.small) + width(last, theme.small) + 8 > right - left:
        below += theme.line(theme.small)
    sheet.text(last, right, below, theme.small, SOFT, align="right")
    return below + 7


def _dot(point: Point) -> Row:
    datum = point.datum
    words = {"key": datum.key, "label": datum.label, "text": datum.text, "series": datum.group}
    fill = GROUND if is_open(datum) else datum.color
    place = {"px": round(point.x, 1), "py": round(point.y, 1)}
    return {**words, **place, "fill": fill, "stroke": paint(datum)}


def _line(sheet: Sheet, panel: Panel, series: Series, steps: bool, *, front: bool) -> None:
    """Draw a series in a panel: in its colour in front, as a hairline behind."""
    solid: list[Row] = []
    dashed: list[Row] = []
    for number, (one, two) in enumerate(pairwise(panel.points(series))):
        rows = dashed if is_open(one.datum) or is_open(two.datum) else solid
        name = {"line": f"{series.name} {number}", "series": series.name}
        stroke = one.datum.color if front else RULE
        for order, (x, y) in enumerate(_corners(one, two, steps)):
            place = {"px": round(x, 1), "py": round(y, 1), "order": order}
            rows.append({**name, **place, "stroke": stroke, "key": one.datum.key if front else ""})
    thick = 2.5 if front else 1.5
    sheet.lines(solid, "px", "py", thick=thick)
    sheet.lines(dashed, "px", "py", thick=thick - 0.5, dash=(5, 4))


def _corners(one: Point, two: Point, steps: bool) -> Iterator[tuple[float, float]]:
    yield one.x, one.y
    if steps:
        yield two.x, one.y
    yield two.x, two.y


def _trail(one: Point, two: Point, steps: bool) -> Iterator[Box]:
    for (x1, y1), (x2, y2) in pairwise(_corners(one, two, steps)):
        yield from trail(x1, y1, x2, y2)
