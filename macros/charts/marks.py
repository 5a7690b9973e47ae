"""Rows of data for marks: what is known of a datum, where it stands, how it is painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.charts.picture import Datum, Link
from macros.charts.theme import GROUND, paint

Row = dict[str, Any]


def known(datum: Datum | Link, **more: Any) -> Row:
    """Return what everybody may know of a datum, and more."""
    return {"key": datum.key, "label": datum.label, "text": datum.text, **more}


def dot(datum: Datum, *, hollow: bool = False, **places: Any) -> Row:
    """Return a datum's dot: filled as far as it is certain."""
    fill = GROUND if hollow or datum.is_open else datum.color
    return known(datum, **places, fill=fill, stroke=paint(datum))


def across(left: float, right: float, y: float, stroke: str) -> Row:
    """Return a level line, in px."""
    return {"px": left, "px2": right, "y": y, "y2": y, "stroke": stroke}


def down(x: float, top: float, bottom: float, stroke: str) -> Row:
    """Return an upright line, in px."""
    return {"px": x, "px2": x, "y": top, "y2": bottom, "stroke": stroke}


def outline(corners: Iterable[tuple[float, float]], **more: Any) -> list[Row]:
    """Return the corners of a line or an outline, in px; `line` is the name that sets it apart."""
    return [
        {"px": round(x, 1), "py": round(y, 1), "order": order, **more}
        for order, (x, y) in enumerate(corners)
    ]


def head(neck: float, tip: float, y: float, tall: float) -> list[tuple[float, float]]:
    """Return the corners of the head of a level arrow, in px."""
    return [(neck, y - tall / 2), (tip, y), (neck, y + tall / 2)]


def span(middle: float, tall: float) -> Row:
    """Return the upper and the lower end of what is `tall` px high."""
    return {"y": middle - tall / 2, "y2": middle + tall / 2}
