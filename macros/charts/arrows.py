"""Arrows of open ends: “more than” and “up to” go on from their mark, nobody says how far."""

from __future__ import annotations

from collections.abc import Iterable

from macros.charts.canvas import Sheet
from macros.charts.drawing import OPEN, Axis, Row, head, outline
from macros.charts.picture import Datum
from macros.charts.theme import paint

_TIP, _WIDE = 7.0, 9.0


def open_ends(
    sheet: Sheet, placed: Iterable[tuple[Datum, float]], axis: Axis, clear: float, *,
    upright: bool = False,
) -> None:  # fmt: skip
    """Point on from where “more than” or “up to” leaves no end.

    Args:
        sheet: Where to draw.
        placed: Values, each with its px across the axis.
        axis: Where their ends lie.
        clear: Px that the mark of a value takes on either side of it.
        upright: Whether the axis is.
    """
    rows: list[Row] = []
    for number, (datum, at) in enumerate(placed):
        if not datum.beyond:
            continue
        above = datum.beyond == "above"
        # An upright axis rises while its px fall.
        way = 1 if above == (axis.stop > axis.start) else -1
        ends = axis.at(datum.extent[above]) * way, axis.at(datum.middle) * way + clear
        neck = (max(ends) + OPEN - _TIP) * way
        corners = head(neck, neck + way * _TIP, at, _WIDE)
        paints = {"fill": paint(datum), "stroke": paint(datum), "key": datum.key}
        turned = [(y, x) for x, y in corners] if upright else corners
        rows += outline(turned, line=f"{datum.key} {number}", **paints)
    sheet.shapes(rows)
