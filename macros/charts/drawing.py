"""A chart as it is drawn: marks, in px or on an axis, of which SVG and specification are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from macros.charts.picture import Datum, Link, Picture
from macros.charts.theme import GROUND, paint
from macros.charts.typeset import Box

MarkKind = Literal["rect", "rule", "point", "line", "text"]
Row = dict[str, Any]
"""What is known of a datum for one mark: where it stands, how it is painted."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from `low` to `high` onto the px from `start` to `stop`."""

    low: float
    high: float
    start: float
    stop: float
    time: bool = False

    @classmethod
    def wide(cls, low: float, high: float, start: float, stop: float, time: bool = False) -> Axis:
        """Return an axis that has some extent even where its values have none."""
        return cls(low, high if high > low else low + 1, start, stop, time)

    def at(self, value: float) -> float:
        """Return the px of a value (of a time axis: of a day's ordinal)."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def px(self, value: Any) -> float:
        """Return the px of a value as a row has it: a number, or of a time axis a day in ISO."""
        return self.at(date.fromisoformat(value).toordinal() if self.time else value)


UNSET: Final = Axis(0, 1, 0, 1)
DOT = 6.0  # px that the mark of a point takes on either side of it
OPEN = 11.0  # px that an open end takes beyond its mark


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


@dataclass(frozen=True, slots=True)
class Point:
    """A datum at its px.

    Attributes:
        reach: Px of the upper and the lower end of what it may be.
        needed: Its words must stand somewhere; those of another only where it is free.
    """

    datum: Datum
    x: float
    y: float
    reach: tuple[float, float]
    needed: bool = False

    @classmethod
    def on(cls, axis: Axis, datum: Datum, x: float) -> Point:
        """Return a value at its place on an upright axis."""
        low, high = sorted(map(axis.at, datum.extent))
        return cls(datum, x, axis.at(datum.middle), (low, high))

    @property
    def dot(self) -> Box:
        """The room that the point's mark takes."""
        top, bottom = self.reach
        above, below = (OPEN if self.datum.beyond == way else 0 for way in ("above", "below"))
        top, bottom = min(top, self.y - DOT) - above, max(bottom, self.y + DOT) + below
        return Box(self.x - DOT, top, self.x + DOT, bottom)


@dataclass(frozen=True, slots=True)
class Plot:
    """Where lines run over time or across: both axes, and the edges in px.

    Attributes:
        named: Whether what lies across it is named on it.
        walled: Whether words stay between its edges.
    """

    x: Axis
    y: Axis
    left: float
    right: float
    bottom: float
    named: bool = True
    walled: bool = False

    @property
    def walls(self) -> list[Box]:
        """The room on both sides, if words are to keep out of it."""
        sides = Box(-999, 0, self.left - 4, self.bottom), Box(self.right + 4, 0, 999, self.bottom)
        return [*sides] if self.walled else []

    def points(self, line: Iterable[Datum]) -> list[Point]:
        """Return values that stand in time at their px."""
        return [Point.on(self.y, datum, self.x.at(datum.day)) for datum in line]


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
        each = zip(self.places, self.scales * 2, strict=False)  # there may be no second place
        return [axis.px(row[name]) if axis else row[name] for name, axis in each]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture at one width, in px: its marks, the lowest first."""

    picture: Picture
    width: int
    height: int
    layers: tuple[Layer, ...]


def lines_of(layer: Layer) -> list[list[Row]]:
    """Return the rows of each line of a layer, in the order of its points."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in layer.rows:
        key = tuple(row[name] for name in ("fill", "stroke", "line") if name in row)
        found.setdefault(key, []).append(row)
    return [sorted(rows, key=lambda row: row["order"]) for rows in found.values()]
