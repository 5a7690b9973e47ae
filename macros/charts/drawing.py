"""A chart as it is drawn: marks in their order, of which an SVG and a specification are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from macros.charts.axis import Axis
from macros.charts.marks import Row
from macros.charts.picture import Picture

MarkKind = Literal["rect", "rule", "point", "line", "text"]


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks of one kind and look.

    Attributes:
        kind: What they are, as Vega-Lite calls it.
        rows: One for each mark; of a line, one for each point.
        places: The fields of `x`, `y` and maybe `x2`, `y2`.
        scales: What `x` and `y` are on; None where they are px.
        read: What else is read from a row, by the name of Vega-Lite's channel.
        look: What all have in common.
    """

    kind: MarkKind
    rows: tuple[Row, ...]
    places: tuple[str, ...]
    scales: tuple[Axis | None, Axis | None]
    read: tuple[str, ...]
    look: Row

    def px(self, row: Row) -> list[float]:
        """Return where a row stands, in px."""
        axes = (self.scales[n % 2] for n in range(len(self.places)))
        return [
            axis.px(row[name]) if axis else row[name]
            for name, axis in zip(self.places, axes, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture at one width.

    Attributes:
        picture: What it shows.
        width: In px.
        height: In px.
        layers: Its marks, the lowest first.
    """

    picture: Picture
    width: int
    height: int
    layers: tuple[Layer, ...]

    def words(self) -> Iterator[tuple[str, bool]]:
        """Yield all that is written, and whether in bold."""
        for layer in self.layers:
            if layer.kind == "text":
                yield from ((row["text"], "fontWeight" in layer.look) for row in layer.rows)


def lines_of(layer: Layer) -> list[list[Row]]:
    """Return the rows of each line of a layer, in the order of its points."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in layer.rows:
        key = tuple(row[name] for name in ("fill", "stroke", "line") if name in row)
        found.setdefault(key, []).append(row)
    return [sorted(rows, key=lambda row: row["order"]) for rows in found.values()]
