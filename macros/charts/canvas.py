"""A sheet of marks placed in px or on an axis, which becomes one drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final, Literal

from macros.charts.drawing import (
    OPEN,
    UNSET,
    Axis,
    Drawing,
    Layer,
    MarkKind,
    Row,
    across,
    head,
    outline,
)  # fmt: skip
from macros.charts.picture import Datum, Picture
from macros.charts.theme import INK, RED, RULE, SOFT, Theme, paint
from macros.charts.typeset import Box, width

Align = Literal["left", "center", "right"]
ASCENT, DESCENT = 0.9, 0.25
_TIP, _WIDE = 7.0, 9.0  # px of the head of an open end
_ON_AXIS: Final = {"x", "x2", "value", "zero", "low", "high", "date"}


@dataclass
class Sheet:
    """Marks of one picture, in drawing order, and the boxes of its text.

    Rows of marks hold what the encodings name: places, `fill`, `stroke`, `opacity`; and the datum.
    Marks begin at `top` px, below what names lines across all of them.
    """

    picture: Picture
    theme: Theme
    x: Axis = UNSET
    y: Axis = UNSET
    top: float = 0.0
    layers: list[Layer] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _texts: dict[tuple[Align, bool, float], list[Row]] = field(default_factory=dict)

    def _add(
        self, rows: Sequence[Row], kind: MarkKind, places: Sequence[str], read: Sequence[str],
        **look: Any,
    ) -> None:  # fmt: skip
        """Add marks at the fields of `x`, `y` and maybe `x2`, `y2`; an empty look is left out."""
        if rows:
            look = {k: v for k, v in look.items() if v not in ([], "")}
            scales = zip(places, (self.x, self.y), strict=False)
            on = [axis if name in _ON_AXIS else None for name, axis in scales]
            self.layers.append(
                Layer(kind, tuple(rows), tuple(places), (on[0], on[1]), tuple(read), look)
            )

    def rects(self, rows: Sequence[Row], x: str = "px", x2: str = "px2", radius: float = 0) -> None:
        """Add rectangles from `x` to `x2` and from the px `y` to `y2`."""
        read, places = ("fill", "stroke", "fillOpacity"), (x, "y", x2, "y2")
        self._add(rows, "rect", places, read, strokeWidth=1.5, cornerRadius=radius)

    def rules(
        self, rows: Sequence[Row], x: str = "px", x2: str = "px2", thick: float = 1,
        dash: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """Add straight lines from `x`, `y` to `x2`, `y2`."""
        look = {"strokeWidth": thick, "strokeCap": "butt", "strokeDash": list(dash)}
        self._add(rows, "rule", (x, "y", x2, "y2"), ["stroke"], **look)

    def dots(self, rows: Sequence[Row], x: str, y: str = "y", radius: float = 5.5) -> None:
        """Add circles."""
        # Vega-Lite gives a point its area.
        look = {"size": round(3.1416 * radius**2, 1), "strokeWidth": 2, "opacity": 1}
        self._add(rows, "point", (x, y), ("fill", "stroke"), **look)

    def lines(
        self, solid: Sequence[Row], dashed: Sequence[Row], thick: tuple[float, float]
    ) -> None:  # fmt: skip
        """Add one line per `line` through its rows in their `order`, in px, solid or dashed."""
        for rows, wide, dash in ((solid, thick[0], []), (dashed, thick[1], [5, 4])):
            look = {"strokeWidth": wide, "strokeDash": dash}
            self._add(rows, "line", ("px", "py"), ("stroke", "detail", "order"), **look)

    def shapes(self, rows: Sequence[Row], thick: float = 0, dash: Sequence[int] = ()) -> None:
        """Add one closed outline per `line` through its rows in their `order`, in px."""
        look = {"strokeWidth": thick, "strokeJoin": "round", "strokeDash": list(dash)}
        read = ("fill", "stroke", "detail", "order")
        self._add(rows, "line", ("px", "py"), read, interpolate="linear-closed", **look)

    def open_ends(
        self, placed: Iterable[tuple[Datum, float]], clear: float, upright: Axis | None = None
    ) -> None:
        """Point on from where “more than” or “up to” leaves no end: nobody says how far.

        Values have their px across the axis, and marks that take `clear` px on either side.
        """
        axis, rows = upright or self.x, list[Row]()
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
        self.shapes(rows)

    def text(
        self, lines: str | Iterable[str], x: float, y: float, size: float, fill: str = INK, *,
        align: Align = "left", bold: bool = False, key: str = "",
    ) -> float:  # fmt: skip
        """Add one line or more, the first with its baseline at `y`; return the next baseline."""
        for line in [lines] if isinstance(lines, str) else lines:
            row = {"key": key, "text": line, "px": round(x, 1), "py": round(y, 1), "fill": fill}
            self._texts.setdefault((align, bold, size), []).append(row)
            self.boxes.append(text_box(line, x, y, size, align, bold))
            y += self.theme.line(size)
        return y

    def label(self, lines: Iterable[str], x: float, y: float, ink: str, key: str = "") -> float:
        """Add the bold name of a row or a series; return the next baseline."""
        return self.text(lines, x, y, self.theme.label, ink, bold=True, key=key)

    def value(
        self, datum: Datum, lines: Iterable[str], x: float, y: float, align: Align = "left",
        size: float = 0,
    ) -> float:  # fmt: skip
        """Add a datum's words: bold if they are certain, red if they do not hold."""
        ink, bold, size = RED if datum.wrong else INK, not datum.is_open, size or self.theme.value
        return self.text(lines, x, y, size, ink, align=align, bold=bold, key=datum.key)

    def leader(self, x: float, y: float, x2: float, y2: float) -> None:
        """Tie a mark at `x`, `y` to words that had to move to `y2`."""
        # Words that stand as good as beside their mark need no line to it.
        if abs(y2 - y) > 8 or abs(x2 - x) > 14:
            self.rules([across(x, x2, round(y, 1), SOFT) | {"y2": round(y2, 1)}])

    def levels(
        self, ticks: Iterable[tuple[float, str]], axis: Axis, left: float, right: float,
        worded: bool = True,
    ) -> None:  # fmt: skip
        """Add hairlines at the values of an upright axis, their words to the left of them."""
        rows, size = [], self.theme.small
        for value, word in ticks:
            y = round(axis.at(value), 1)
            rows.append(across(left, right, y, _ink(value, axis)))
            if worded:
                self.text(word, left - 8, y + size * 0.36, size, SOFT, align="right")
        self.rules(rows)

    def within(self, x: float, half: float) -> float:
        """Return the nearest middle of what takes `half` px on either side and stays inside."""
        return max(half, min(self.theme.width - half, x))

    def grid(self, top: float, bottom: float) -> float:
        """Add the ticks' hairlines, upright, with their words below; return the height so far."""
        ticks = self.picture.ticks
        if not ticks:
            return bottom
        self.hairlines("x", [(value, self.x.at(value)) for value, _ in ticks], top, bottom)
        baseline = bottom + self.theme.small + 5
        for word, middle in self._apart(ticks):
            self.text(word, middle, baseline, self.theme.small, SOFT, align="center")
        return baseline + 5

    def _apart(self, ticks: Sequence[tuple[float, str]]) -> list[tuple[str, float]]:
        """Return the words of every tick, or every second, third … with their px, all apart."""
        size = self.theme.small
        placed: list[tuple[str, float]] = []
        # Every tick keeps its line; of words that would touch, every second one stays, or third.
        for stride in range(1, len(ticks) + 1):
            halves = [(v, word, width(word, size) / 2) for v, word in ticks[::stride]]
            # The outer words move inwards rather than out of the picture.
            placed = [(word, self.within(self.x.at(v), half)) for v, word, half in halves]
            edges = [(x - h, x + h) for (_, x), (_, _, h) in zip(placed, halves, strict=True)]
            if all(one[1] + 8 <= two[0] for one, two in pairwise(edges)):
                break
        return placed

    def hairlines(
        self, name: str, places: Iterable[tuple[float, float]], top: float, bottom: float
    ) -> None:  # fmt: skip
        """Add upright hairlines beneath everything, cut where they would run through text.

        `name` is the field to place them by, `x` or `px`; `places` are its values with their px.
        """
        rows = []
        for value, px in places:
            ink = _ink(value, self.x) if name == "x" else RULE
            line = {name: value, f"{name}2": value, "stroke": ink}
            rows += [line | {"y": start, "y2": end} for start, end in self.cut(px, top, bottom)]
        if rows:
            self.rules(rows, name, f"{name}2")
            self.layers.insert(0, self.layers.pop())

    def cut(self, px: float, top: float, bottom: float) -> Iterator[tuple[float, float]]:
        """Yield the ends of what is left of an upright line that does not run through text."""
        hit = [box for box in self.boxes if box.left - 3 < px < box.right + 3]
        for box in sorted(hit, key=lambda box: box.top):
            # Two px of air on either side of words; a piece shorter than that would look like dirt.
            if top + 2 < (end := min(box.top - 2, bottom)):
                yield top, end
            top = max(top, box.bottom + 2)
        if top + 2 < bottom:
            yield top, bottom

    def drawing(self, height: float) -> Drawing:
        """Return what was drawn, `height` px high, all words on top."""
        for (align, bold, size), rows in self._texts.items():
            look = {"align": align, "fontSize": size, "fontWeight": "bold" if bold else ""}
            self._add(rows, "text", ("px", "py"), ("text", "fill"), **look)
        return Drawing(self.picture, self.theme.width, round(height), _together(self.layers))


def _together(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Make one layer of rules that follow one another and look alike."""
    made: list[Layer] = []
    for layer in layers:
        if layer.kind == "rule" and made and replace(made[-1], rows=layer.rows) == layer:
            made[-1] = replace(layer, rows=made[-1].rows + layer.rows)
        else:
            made.append(layer)
    return tuple(made)


def _ink(value: float, axis: Axis) -> str:
    """Return the ink of a hairline: that at zero stands out where values lie on both sides."""
    return SOFT if value == 0 and axis.low < 0 else RULE


def text_box(text: str, x: float, y: float, size: float, align: Align, bold: bool) -> Box:
    """Return the box of a line of text with its baseline at `y`."""
    room = width(text, size, bold)
    left = x - {"left": 0.0, "center": room / 2, "right": room}[align]
    return Box(left, y - ASCENT * size, left + room, y + DESCENT * size)
