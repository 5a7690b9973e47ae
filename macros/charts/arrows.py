"""Arrows: straight ones whose width is an amount, dashed ones, and those of open ends.

What is “more than” or “up to” goes on from its mark, and nobody says how far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.charts.canvas import Sheet
from macros.charts.drawing import Axis, Row, across, head, known, outline
from macros.charts.picture import Datum, Link
from macros.charts.theme import GROUND, paint

OPEN = 11.0  # px that an open end takes beyond its mark
_TIP, _WIDE = 7.0, 9.0
OUTLINED = 7.0  # px; below this an outline would be all stroke
Corners = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from `x1` to `x2` at the height `y`, `thick` px wide; either way round."""

    link: Link
    x1: float
    x2: float
    y: float
    thick: float

    def neck(self) -> float:
        """Return the px at which the head begins."""
        long = min(self.thick * 0.45 + 10, abs(self.x2 - self.x1) / 2)
        return self.x2 - long if self.x2 > self.x1 else self.x2 + long

    def outline(self) -> Corners:
        """Return the corners of shaft and head."""
        half, y = self.thick / 2, self.y
        upper = [(self.x1, y - half), (self.neck(), y - half), *self.head()[:2]]
        return upper + [(x, 2 * y - b) for x, b in reversed(upper[:-1])]

    def head(self) -> Corners:
        """Return the corners of the head alone."""
        return head(self.neck(), self.x2, self.y, self.thick + 10)


def add_arrows(sheet: Sheet, arrows: Sequence[Arrow]) -> None:
    """Draw arrows: filled, as a dashed outline, or as a dashed line with a head."""
    dashed = [arrow for arrow in arrows if arrow.link.dashed or arrow.link.value is None]
    filled = [arrow for arrow in arrows if arrow not in dashed]
    outlined = [arrow for arrow in dashed if arrow.thick >= OUTLINED]
    thin = [arrow for arrow in dashed if arrow.thick < OUTLINED]
    sheet.shapes(_rows([(a, a.outline()) for a in filled]))
    sheet.shapes(_rows([(a, a.outline()) for a in outlined], GROUND), 1.75, dash=(6, 3))
    shafts = [_known(a) | across(a.x1, a.neck(), a.y, a.link.color) for a in thin]
    sheet.rules(shafts, thick=2.5, dash=(7, 4))
    sheet.shapes(_rows([(a, a.head()) for a in thin]))


def _known(arrow: Arrow) -> Row:
    link = arrow.link
    ends = {"key": link.key, "source": link.source, "target": link.target}
    return ends | known(link, value=link.value)


def _rows(outlines: Sequence[tuple[Arrow, Corners]], fill: str = "") -> list[Row]:
    """Return the corners of closed outlines, filled with their own colour if not another one."""
    rows = []
    for number, (arrow, corners) in enumerate(outlines):
        paints = {"fill": fill or arrow.link.color, "stroke": arrow.link.color}
        placed = outline(corners, line=str(number))
        rows += [{**_known(arrow), **place, **paints} for place in placed]
    return rows


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
