"""Slopes: how each row moves from one column to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from macros.charts.canvas import Axis, Row, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.pointwords import Point, trail, write_points
from macros.charts.sidewords import APART, side_room, write_side
from macros.charts.theme import GROUND, RULE, SOFT, Theme, is_open, paint
from macros.charts.typeset import width

TALL = {False: 280, True: 300}


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of a slope chart."""
    sheet = Sheet(theme)
    names = list(dict.fromkeys(datum.group for datum in picture.data))
    columns = [[d for d in picture.data if d.group == name] for name in names]
    first, last = columns[0], columns[-1]
    left = side_room(first, theme, named=not theme.narrow) + APART
    right = theme.width - side_room(last, theme, named=True) - APART
    top = theme.small + 16.0
    tall = min(TALL[theme.narrow], 140 + 40 * len(first))
    sheet.y = _axis(picture, top + 8, top + tall)
    places = _places(columns, left, right)
    _heads(sheet, names, places, top)
    _slopes(sheet, columns, places)
    left_end = write_side(sheet, first, places[0], "right", named=not theme.narrow)
    bottom = max(left_end, write_side(sheet, last, places[-1], "left", named=True))
    _between(sheet, columns, places)
    return sheet.spec(picture, max(bottom, sheet.y.start) + 10)


def _axis(picture: Picture, top: float, bottom: float) -> Axis:
    ends = [end for datum in picture.data for end in datum.extent]
    low, high = min(ends), max(ends)
    return Axis(low, high if high > low else low + 1, bottom, top)


def _places(columns: Sequence[Sequence[Datum]], left: float, right: float) -> list[float]:
    steps = max(len(columns) - 1, 1)
    return [round(left + (right - left) * n / steps, 1) for n in range(len(columns))]


def _heads(sheet: Sheet, names: Sequence[str], places: Sequence[float], top: float) -> None:
    theme = sheet.theme
    for number, (name, x) in enumerate(zip(names, places, strict=True)):
        half = width(name, theme.small) / 2
        middle = max(half, min(theme.width - half, x)) if number else max(half, x)
        sheet.text(name, middle, theme.small + 1, theme.small, SOFT, align="center")
    assert sheet.y
    span = {"y": top - 4, "y2": sheet.y.start + 8, "stroke": RULE}
    sheet.rules([{"px": x, "px2": x, **span} for x in places], "px", "px2")


def _slopes(
    sheet: Sheet, columns: Sequence[Sequence[Datum]], places: Sequence[float]
) -> None:  # fmt: skip
    rows: list[Row] = []
    for number, (column, x) in enumerate(zip(columns, places, strict=True)):
        for datum in column:
            if datum.value is not None:
                fill = GROUND if is_open(datum) else datum.color
                row = {"key": datum.key, "label": datum.label, "px": x}
                row |= {"text": datum.text, "value": datum.value, "order": number, "fill": fill}
                rows.append(row | {"stroke": paint(datum), "open": is_open(datum)})
    parts: dict[bool, list[Row]] = {False: [], True: []}
    for one in rows:
        for two in rows:
            if one["label"] == two["label"] and two["order"] == one["order"] + 1:
                name = {"line": f"{one['label']} {one['order']}", "stroke": two["stroke"]}
                parts[one["open"] or two["open"]] += [{**one, **name}, {**two, **name}]
    sheet.lines(parts[False], "px", "value", thick=2.5)
    sheet.lines(parts[True], "px", "value", thick=2, dash=(5, 4))
    sheet.dots(rows, "px", "value")


def _between(sheet: Sheet, columns: Sequence[Sequence[Datum]], places: Sequence[float]) -> None:
    """Write the inner columns' values where the lines leave room."""
    assert sheet.y
    axis = sheet.y
    points = [
        [Point(d, x, axis.at(d.value)) for d in column if d.value is not None]
        for column, x in zip(columns, places, strict=True)
    ]
    lines = []
    for before, after in pairwise(points):
        starts = {p.datum.label: p for p in before}
        pairs = [(starts[p.datum.label], p) for p in after if p.datum.label in starts]
        lines += [box for one, two in pairs for box in trail(one.x, one.y, two.x, two.y)]
    inner = [point for column in points[1:-1] for point in column]
    every = [point for column in points for point in column]
    write_points(sheet, inner, every, lines, axis.start + 30)
