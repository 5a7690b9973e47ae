"""From one value to another, row by row: a ring, an arrow, and a dot where it came to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.charts.canvas import Row, Sheet
from macros.charts.forms.dumbbell import add_bands, lay_out
from macros.charts.picture import Datum, Picture
from macros.charts.theme import GROUND, Theme, is_open, paint

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
    dots = []
    for number, datum in enumerate(placed):
        hollow = number == 0 or is_open(datum)
        words = {"key": datum.key, "label": datum.label, "text": datum.text, "y": middle}
        fill = GROUND if hollow else datum.color
        dots.append({**words, "value": datum.value, "fill": fill, "stroke": paint(datum)})
    sheet.dots(dots, "value", radius=RADIUS)


def _arrow(sheet: Sheet, one: Datum, other: Datum, y: float) -> None:
    """Draw shaft and head, if the two are far enough from each other to leave room."""
    assert sheet.x and one.value is not None and other.value is not None
    start, stop = sheet.x.at(one.value), sheet.x.at(other.value)
    way = 1 if stop > start else -1
    tip, neck = stop - way * CLEAR, stop - way * (CLEAR + HEAD)
    start += way * CLEAR
    if (neck - start) * way < 2:
        return
    known = {"key": other.key, "label": other.label, "stroke": paint(other)}
    shaft: Row = {"px": round(start, 1), "px2": round(neck, 1), "y": y, "y2": y, **known}
    sheet.rules([shaft], "px", "px2", thick=2.5)
    corners = [(neck, y - HEAD / 2), (tip, y), (neck, y + HEAD / 2)]
    name = f"{one.key} {other.key}"
    sheet.shapes(
        [
            {"px": round(x, 1), "py": round(at, 1), "order": n, "line": name, "fill": paint(other)}
            | known
            for n, (x, at) in enumerate(corners)
        ]
    )
