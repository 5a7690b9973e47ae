"""From one value to another, row by row: a ring, an arrow, and a dot where it came to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.charts.beyond import OPEN
from macros.charts.canvas import Sheet
from macros.charts.forms.dumbbell import add_bands, lay_out
from macros.charts.marks import dot, head, outline, span
from macros.charts.picture import Datum, Picture
from macros.charts.theme import Theme, paint

RADIUS = 5.5
HEAD = 9.0  # px, and as much on both sides together
CLEAR = RADIUS + 2


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of a chart of moves."""
    return lay_out(picture, theme, _marks)


def _marks(sheet: Sheet, row: Sequence[Datum], middle: float) -> None:
    add_bands(sheet, row, middle)
    placed = [datum for datum in row if datum.value is not None]
    if len(placed) > 1:
        _arrow(sheet, placed[0], placed[-1], middle)
    dots = [dot(d, hollow=n == 0, y=middle, value=d.value) for n, d in enumerate(placed)]
    sheet.dots(dots, "value", radius=RADIUS)


def _arrow(sheet: Sheet, one: Datum, other: Datum, y: float) -> None:
    """Draw shaft and head, if the two are far enough from each other to leave room."""
    start, stop = sheet.x.at(one.middle), sheet.x.at(other.middle)
    way = 1 if stop > start else -1
    meets = other.beyond == ("below" if way > 0 else "above")
    tip = stop - way * (CLEAR + OPEN if meets else CLEAR)
    neck = tip - way * HEAD
    start += way * CLEAR
    if (neck - start) * way < 2:
        return
    color = paint(other)
    whose = {"key": other.key, "label": other.label, "stroke": color}
    shaft = {"px": round(start, 1), "px2": round(neck, 1), **span(y, 0), **whose}
    sheet.rules([shaft], thick=2.5)
    corners = head(neck, tip, y, HEAD)
    sheet.shapes(outline(corners, line=f"{one.key} {other.key}", fill=color, **whose))
