"""Shares as squares: each of a hundred is one per cent; what is not certain is hatched."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.charts.canvas import Sheet
from macros.charts.drawing import Row, across, down, known
from macros.charts.picture import Datum
from macros.charts.rows import evenly
from macros.charts.theme import GROUND, NONE, RULE, Theme, ink_of, paint
from macros.charts.typeset import wrap

SIDE = 10
APART = 28.0
BESIDE = 16.0
WORDS = 110.0  # px; with less room beside a grid, its words stand above it
PITCH = {False: 17.0, True: 15.0}
MOST = {False: 4, True: 2}


def draw(sheet: Sheet) -> float:
    """Draw waffles; return the height in px."""
    rows, y = evenly(sheet.picture.data, MOST[sheet.theme.narrow]), -APART
    room = (sheet.theme.width - APART * (len(rows[0]) - 1)) / len(rows[0])
    for row in rows:
        y = _row(sheet, row, y + APART, room)
    return y + 1


def _row(sheet: Sheet, row: Sequence[Datum], top: float, room: float) -> float:
    """Draw shares side by side, each in its room in px; return the px below them."""
    theme, inner = sheet.theme, room - 1
    pitch = min(PITCH[theme.narrow], (room - 2) // SIDE)
    aside = SIDE * pitch + BESIDE
    beside = inner - aside >= WORDS
    words = [_lines(theme, datum, inner - aside if beside else inner) for datum in row]
    # Words beside a grid take no height above it.
    talls = [0.0 if beside else _tall(theme, *lines) for lines in words]
    for number, datum in enumerate(row):
        left, tall = (room + APART) * number + 1, talls[number]
        x, y = left + (aside if beside else 0), top + max(talls) - tall + theme.label
        names, values = words[number]
        y = sheet.label(names, x, y, ink_of(datum.color), datum.key) + (4 if names else 0)
        sheet.value(datum, values, x, y, size=theme.value + 4)
        _squares(sheet, datum, Grid(left, top + max(talls), pitch))
    return top + max(talls) + SIDE * pitch


def _lines(theme: Theme, datum: Datum, room: float) -> tuple[list[str], list[str]]:
    names = wrap(datum.label, theme.label, room, bold=True) if datum.label else []
    return names, wrap(datum.words, theme.value + 4, room, bold=True)


def _tall(theme: Theme, names: Sequence[str], values: Sequence[str]) -> float:
    return theme.line(theme.label) * len(names) + theme.line(theme.value + 4) * len(values) + 6


@dataclass(frozen=True, slots=True)
class Grid:
    """A hundred squares by number, the lowest row first: where they are, in px."""

    left: float
    top: float
    pitch: float

    @property
    def gap(self) -> float:
        """Px between two squares."""
        return 3.0 if self.pitch > 12 else 2.0

    def area(self, first: int, count: int = 1) -> Row:
        """Return the rectangle of squares that are neighbours in a row, or of whole rows."""
        (row, column), (top, right) = divmod(first, SIDE), divmod(first + count - 1, SIDE)
        left, end = (self.left + n * self.pitch + self.gap / 2 for n in (column, right))
        low, high = (self.top + (SIDE - 1 - n) * self.pitch + self.gap / 2 for n in (row, top))
        size = self.pitch - self.gap
        place = {"px": round(left, 2), "px2": round(end, 2) + size}
        return place | {"y": round(high, 2), "y2": round(low, 2) + size}

    def areas(self, first: int, last: int) -> Iterator[Row]:
        """Yield rectangles that cover the squares from `first` up to before `last`."""
        while first < last:
            column = first % SIDE
            rows = 0 if column else (last - first) // SIDE
            count = SIDE * rows or min(SIDE - column, last - first)
            yield self.area(first, count)
            first += count


def _squares(sheet: Sheet, datum: Datum, grid: Grid) -> None:
    """Draw a hundred squares: certain ones filled, those in doubt hatched, the others faint.

    Filled and faint squares are cut out of a few rectangles, for a picture has to stay small.
    """
    low, high = datum.extent
    # Up to where it is certain, and up to where it may reach.
    sure, most = 0.0 if datum.is_open else high if datum.low is None else low, high
    # What floating point adds to 27 fills no further square.
    full, last, color = int(sure + 1e-9), math.ceil(most - 1e-9), paint(datum)
    areas = [(area, color, NONE) for area in grid.areas(0, full)]
    areas += [(area, RULE, NONE) for area in grid.areas(last, SIDE * SIDE)]
    sheet.rects([_area(datum, *area) for area in areas])
    _cut(sheet, grid)
    doubt = range(full, last)
    sheet.rects([_area(datum, grid.area(number), NONE, color) for number in doubt])
    for number in () if datum.is_open else doubt:
        _fill_part(sheet, datum, grid.area(number), sure - number, hatched=most > sure)


def _area(datum: Datum, place: Row, fill: str, stroke: str) -> Row:
    return known(datum, opacity=1, **place, fill=fill, stroke=stroke)


def _cut(sheet: Sheet, grid: Grid) -> None:
    """Draw the gaps between the squares."""
    right, bottom = grid.left + SIDE * grid.pitch, grid.top + SIDE * grid.pitch
    lines: list[Row] = []
    for number in range(1, SIDE):
        x, y = (round(start + number * grid.pitch, 2) for start in (grid.left, grid.top))
        lines += [down(x, grid.top, bottom, GROUND), across(grid.left, right, y, GROUND)]
    sheet.rules(lines, thick=grid.gap)


def _fill_part(sheet: Sheet, datum: Datum, square: Row, part: float, *, hatched: bool) -> None:
    """Fill the certain part of a square in doubt, and draw a diagonal through the rest."""
    color, right, bottom = paint(datum), square["px2"], square["y2"]
    left = round(square["px"] + (right - square["px"]) * max(part, 0.0), 2)
    if left > square["px"]:
        sheet.rects([_area(datum, square | {"px2": left}, color, NONE)])
    if hatched:
        line = {"px": left, "px2": right, "y": bottom, "y2": round(bottom - (right - left), 2)}
        sheet.rules([known(datum, opacity=1, **line, stroke=color)], thick=1.25)
