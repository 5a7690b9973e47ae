"""Shares as squares: each of a hundred is one per cent; what is not certain is hatched."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.charts.canvas import Row, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.theme import GROUND, NONE, RULE, Theme, ink_of, is_open, paint, words_ink
from macros.charts.typeset import wrap
from macros.problems import TieoutError

SIDE = 10
WHOLE = 100.0
APART = 28.0
BESIDE = 16.0
WORDS = 110.0  # px; with less room beside a grid, its words stand above it
PITCH = {False: 17.0, True: 15.0}
MOST = {False: 4, True: 2}


@dataclass(frozen=True, slots=True)
class Block:
    """Where one share stands, in px: its left edge and room, the pitch of its squares."""

    datum: Datum
    left: float
    room: float
    pitch: float

    @property
    def is_beside(self) -> bool:
        """Whether its words stand beside its squares."""
        return self.room - SIDE * self.pitch - BESIDE >= WORDS


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of waffles.

    Raises:
        TieoutError: A value is no share: below nothing, or above the whole.
    """
    for datum in picture.data:
        if not 0 <= datum.extent[0] <= datum.extent[1] <= WHOLE:
            raise TieoutError(f"{datum.text} is no share of a whole", "use bars(…)")
    sheet = Sheet(theme)
    y = 0.0
    rows = _rows(picture.data, theme)
    for number, row in enumerate(rows):
        y = _row(sheet, row, y) + (APART if number + 1 < len(rows) else 1)
    return sheet.spec(picture, y)


def _rows(data: Sequence[Datum], theme: Theme) -> list[list[Block]]:
    """Spread the shares over rows of about equal length."""
    most = MOST[theme.narrow]
    count = -(-len(data) // most)
    across = -(-len(data) // count)
    room = (theme.width - APART * (across - 1)) / across
    pitch = min(PITCH[theme.narrow], (room - 2) // SIDE)
    return [
        [Block(d, (room + APART) * n + 1, room - 1, pitch) for n, d in enumerate(row)]
        for row in (data[start : start + across] for start in range(0, len(data), across))
    ]


def _row(sheet: Sheet, row: Sequence[Block], top: float) -> float:
    """Draw shares side by side; return the px below them."""
    beside = all(block.is_beside for block in row)
    heads = 0.0 if beside else max(_above(sheet, block) for block in row)
    for block in row:
        grid = SIDE * block.pitch
        if beside:
            x, room = block.left + grid + BESIDE, block.room - grid - BESIDE
            _words(sheet, block.datum, x, top, room)
        else:
            _words(sheet, block.datum, block.left, top + heads - _above(sheet, block), block.room)
        _squares(sheet, block, top + heads)
    return top + heads + SIDE * row[0].pitch


def _lines(theme: Theme, datum: Datum, room: float) -> tuple[list[str], list[str]]:
    names = wrap(datum.label, theme.label, room, bold=True) if datum.label else []
    return names, wrap(datum.words, theme.value + 4, room, bold=True)


def _above(sheet: Sheet, block: Block) -> float:
    theme = sheet.theme
    names, values = _lines(theme, block.datum, block.room)
    return theme.line(theme.label) * len(names) + theme.line(theme.value + 4) * len(values) + 6


def _words(sheet: Sheet, datum: Datum, x: float, top: float, room: float) -> None:
    theme, key = sheet.theme, datum.key
    names, values = _lines(theme, datum, room)
    ink, bold = ink_of(datum.color), not is_open(datum)
    y = sheet.paragraph(names, x, top + theme.label, theme.label, ink, bold=True, key=key)
    y += 4 if names else 0
    sheet.paragraph(values, x, y, theme.value + 4, words_ink(datum), bold=bold, key=key)


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

    @property
    def size(self) -> float:
        """Px of a square."""
        return self.pitch - self.gap

    def x(self, column: int) -> float:
        """Return the left edge of a column."""
        return round(self.left + column * self.pitch + self.gap / 2, 2)

    def y(self, row: int) -> float:
        """Return the top of a row, counted from below."""
        return round(self.top + (SIDE - 1 - row) * self.pitch + self.gap / 2, 2)

    def spans(self, first: int, last: int) -> Iterator[Row]:
        """Yield rectangles that cover the squares from `first` up to before `last`."""
        while first < last:
            row, column = divmod(first, SIDE)
            rows = (last - first) // SIDE if column == 0 else 0
            count = SIDE * rows or min(SIDE - column, last - first)
            right = self.x((first + count - 1) % SIDE) + self.size
            bottom = self.y(row) + self.size
            top = self.y(row + max(rows, 1) - 1)
            yield {"px": self.x(column), "px2": right, "y": top, "y2": bottom}
            first += count


def _squares(sheet: Sheet, block: Block, top: float) -> None:
    """Draw a hundred squares: certain ones filled, those in doubt hatched, the others faint.

    Filled and faint squares are cut out of a few rectangles, for a picture has to stay small.
    """
    datum, grid = block.datum, Grid(block.left, top, block.pitch)
    sure, most = _ends(datum)
    full, last = int(sure + 1e-9), math.ceil(most - 1e-9)
    known = {"key": datum.key, "label": datum.label, "text": datum.text, "opacity": 1}
    color = paint(datum)
    solid = {"fill": color, "stroke": NONE}
    areas = [known | span | solid for span in grid.spans(0, full)]
    areas += [known | s | {"fill": RULE, "stroke": NONE} for s in grid.spans(last, SIDE * SIDE)]
    sheet.rects(areas, "px", "px2")
    _cut(sheet, grid)
    doubt = [(n, grid.x(n % SIDE), grid.y(n // SIDE)) for n in range(full, last)]
    cells = [
        known | {"px": x, "px2": x + grid.size, "y": y, "y2": y + grid.size} for _, x, y in doubt
    ]
    sheet.rects([c | {"fill": NONE, "stroke": color} for c in cells], "px", "px2")
    if is_open(datum):
        return
    for number, x, y in doubt:
        _fill_part(sheet, known, (x, y, grid.size), sure - number, color, hatched=most > sure)


def _cut(sheet: Sheet, grid: Grid) -> None:
    """Draw the gaps between the squares."""
    ends = (grid.left, grid.left + SIDE * grid.pitch, grid.top, grid.top + SIDE * grid.pitch)
    lines: list[Row] = []
    for number in range(1, SIDE):
        x, y = (round(start + number * grid.pitch, 2) for start in (grid.left, grid.top))
        lines.append({"px": x, "px2": x, "y": ends[2], "y2": ends[3], "stroke": GROUND})
        lines.append({"px": ends[0], "px2": ends[1], "y": y, "y2": y, "stroke": GROUND})
    sheet.rules(lines, "px", "px2", thick=grid.gap)


def _fill_part(
    sheet: Sheet, known: Row, square: tuple[float, float, float], part: float, color: str,
    *, hatched: bool,
) -> None:  # fmt: skip
    """Fill the certain part of a square in doubt, and draw a diagonal through the rest."""
    x, y, size = square
    left = round(x + size * max(part, 0.0), 2)
    if left > x:
        filled = {"px": x, "px2": left, "y": y, "y2": y + size, "fill": color, "stroke": NONE}
        sheet.rects([known | filled], "px", "px2")
    if not hatched:
        return
    rest = x + size - left
    line = {"px": left, "px2": x + size, "y": y + size, "y2": round(y + size - rest, 2)}
    sheet.rules([known | line | {"stroke": color}], "px", "px2", thick=1.25)


def _ends(datum: Datum) -> tuple[float, float]:
    """Return up to where a share is certain, and up to where it may reach, in squares."""
    low, high = datum.extent
    if is_open(datum):
        return 0.0, high
    return (low, high) if datum.low is not None else (high, high)
