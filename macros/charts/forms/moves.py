"""From one value to another, row by row: a ring, an arrow, and a dot where it came to."""

from __future__ import annotations

from collections.abc import Sequence

from macros.charts.canvas import Sheet
from macros.charts.drawing import OPEN, dot, head, outline, span
from macros.charts.forms.dumbbell import add_bands, lay_out
from macros.charts.picture import Datum
from macros.charts.theme import paint

RADIUS = 5.5
HEAD = 9.0  # px, and as much on both sides together
CLEAR = RADIUS + 2


def draw(sheet: Sheet) -> float:
    """Draw moves; return the height in px."""
    return lay_out(sheet, _marks)


def _marks(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    add_bands(sheet, row, middle)
    if len(row) > 1:
        _arrow(sheet, row[0], row[-1], middle)
    placed = [(d, d is row[0]) for d in row if d.value is not None]
    dots = [dot(d, hollow=first, y=middle, value=d.value) for d, first in placed]
    sheet.dots(dots, "value", radius=RADIUS)


def _arrow(sheet: Sheet, one: Datum, other: Datum, y: float) -> None:
    """Draw shaft and head, if the two are far enough from each other to leave room."""
    way = 1 if other.middle > one.middle else -1
    start, stop = (sheet.x.at(_end(*pair)) for pair in ((one, way), (other, -way)))
    # The arrow ends before the open end that points to it.
    meets = other.beyond == ("below" if way > 0 else "above")
    tip = stop - way * (CLEAR + OPEN if meets else CLEAR)
    neck = tip - way * HEAD
    start += way * CLEAR
    # Too near for an arrow: the ring and the dot say it all.
    if (neck - start) * way < 2:
        return
    color = paint(other)
    whose = {"key": other.key, "label": other.label, "stroke": color}
    shaft = {"px": round(start, 1), "px2": round(neck, 1), **span(y, 0), **whose}
    sheet.rules([shaft], thick=2.5)
    corners = head(neck, tip, y, HEAD)
    sheet.shapes(outline(corners, line=f"{one.key} {other.key}", fill=color, **whose))


def _end(datum: Datum, way: int) -> float:
    """Return where a datum ends in one direction: at its value, or at the end of its range."""
    return datum.value if datum.value is not None else datum.extent[way > 0]
