"""Straight arrows whose width is an amount; dashed outlines for what is intended or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts.canvas import Row, Sheet
from macros.charts.picture import Link
from macros.charts.theme import GROUND

OUTLINED = 7.0  # px; below this an outline would be all stroke


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from `x1` to `x2` at the height `y`, `thick` px wide; either way round."""

    link: Link
    x1: float
    x2: float
    y: float
    thick: float

    @property
    def dashed(self) -> bool:
        """Whether its amount is unknown, or not final."""
        return self.link.dashed or self.link.value is None

    def neck(self) -> float:
        """Return the px at which the head begins."""
        long = min(self.thick * 0.45 + 10, abs(self.x2 - self.x1) / 2)
        return self.x2 - long if self.x2 > self.x1 else self.x2 + long

    def outline(self) -> list[tuple[float, float]]:
        """Return the corners of shaft and head."""
        half, head, neck, y = self.thick / 2, self.thick * 0.5 + 5, self.neck(), self.y
        upper = [(self.x1, y - half), (neck, y - half), (neck, y - head), (self.x2, y)]
        return upper + [(x, 2 * y - b) for x, b in reversed(upper[:-1])]

    def head(self) -> list[tuple[float, float]]:
        """Return the corners of the head alone."""
        half = self.thick * 0.5 + 5
        return [(self.neck(), self.y - half), (self.x2, self.y), (self.neck(), self.y + half)]


def add_arrows(sheet: Sheet, arrows: Sequence[Arrow]) -> None:
    """Draw arrows: filled, as a dashed outline, or as a dashed line with a head."""
    filled = [arrow for arrow in arrows if not arrow.dashed]
    outlined = [arrow for arrow in arrows if arrow.dashed and arrow.thick >= OUTLINED]
    thin = [arrow for arrow in arrows if arrow.dashed and arrow.thick < OUTLINED]
    sheet.shapes(_rows(filled, [a.outline() for a in filled], is_filled=True))
    sheet.shapes(_rows(outlined, [a.outline() for a in outlined], False), 1.75, dash=(6, 3))
    shafts = [
        {**_known(a), "px": a.x1, "px2": a.neck(), "y": a.y, "y2": a.y, "stroke": a.link.color}
        for a in thin
    ]
    sheet.rules(shafts, "px", "px2", thick=2.5, dash=(7, 4))
    sheet.shapes(_rows(thin, [a.head() for a in thin], is_filled=True))


def _known(arrow: Arrow) -> Row:
    link = arrow.link
    words = {"key": link.key, "source": link.source, "target": link.target}
    return {**words, "label": link.label, "text": link.text, "value": link.value}


def _rows(
    arrows: Sequence[Arrow], outlines: Sequence[Sequence[tuple[float, float]]], is_filled: bool
) -> list[Row]:
    rows = []
    for number, (arrow, corners) in enumerate(zip(arrows, outlines, strict=True)):
        color = arrow.link.color
        for order, (x, y) in enumerate(corners):
            place = {"px": round(x, 1), "py": round(y, 1), "order": order, "line": str(number)}
            paints = {"fill": color if is_filled else GROUND, "stroke": color}
            rows.append({**_known(arrow), **place, **paints})
    return rows
