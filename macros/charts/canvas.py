"""A sheet of marks placed in px or on an axis, which becomes one Vega-Lite chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, Literal

import altair as alt

from macros.charts.axis import UNSET, Axis
from macros.charts.marks import Row, across
from macros.charts.picture import Datum, Picture
from macros.charts.theme import CONFIG, INK, RULE, SOFT, Theme, words_ink
from macros.charts.typeset import Box, width

Align = Literal["left", "center", "right"]
ASCENT, DESCENT = 0.9, 0.25


_ON_AXIS: Final = {"x", "x2", "value", "zero", "low", "high", "date"}
_READ: Final[Mapping[str, Row]] = {
    "fill": {"field": "fill", "scale": None, "type": "nominal"},
    "stroke": {"field": "stroke", "scale": None, "type": "nominal"},
    "fillOpacity": {"field": "opacity", "scale": None, "type": "quantitative"},
    "detail": {"field": "line", "type": "nominal"},
    "order": {"field": "order", "type": "quantitative"},
    "text": {"field": "text", "type": "nominal"},
}
"""What each channel but places reads from a row; paints and opacities are meant literally."""


@dataclass
class Sheet:
    """Marks of one picture, in drawing order, and the boxes of its text.

    Rows of marks hold what the encodings name: places, `fill`, `stroke`, `opacity`; and the datum.
    Marks begin at `top` px, below what names lines across all of them.
    """

    theme: Theme
    x: Axis = UNSET
    y: Axis = UNSET
    top: float = 0.0
    layers: list[alt.Chart] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _texts: dict[tuple[Align, bool, float], list[Row]] = field(default_factory=dict)

    def _add(
        self, rows: Sequence[Row], kind: str, places: Sequence[str], read: Sequence[str],
        **look: Any,
    ) -> None:  # fmt: skip
        """Add marks at the fields of `x`, `y` and maybe `x2`, `y2`; an empty look is left out."""
        if not rows:
            return
        encoding = {channel: _READ[channel] for channel in read}
        encoding |= {"x": _place(places[0], self.x), "y": _place(places[1], self.y)}
        encoding |= {c: {"field": f} for c, f in zip(("x2", "y2"), places[2:], strict=False)}
        mark: Row = {"type": kind, **{k: v for k, v in look.items() if v not in ([], "")}}
        data, drawn = {"values": list(rows)}, alt.FacetedEncoding(**encoding)
        self.layers.append(alt.Chart(data, mark=alt.MarkDef(**mark), encoding=drawn))

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
        ink, bold, size = words_ink(datum), not datum.is_open, size or self.theme.value
        return self.text(lines, x, y, size, ink, align=align, bold=bold, key=datum.key)

    def leader(self, x: float, y: float, x2: float, y2: float) -> None:
        """Tie a mark at `x`, `y` to words that had to move to `y2`."""
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

    def grid(self, ticks: Sequence[tuple[float, str]], top: float, bottom: float) -> float:
        """Add hairlines across the x axis with their words below; return the height so far."""
        if not ticks:
            return bottom
        self.hairlines("x", [(value, self.x.at(value)) for value, _ in ticks], top, bottom)
        baseline = bottom + self.theme.small + 5
        for word, middle in self._apart(ticks):
            self.text(word, middle, baseline, self.theme.small, SOFT, align="center")
        return baseline + 5

    def _apart(self, ticks: Sequence[tuple[float, str]]) -> list[tuple[str, float]]:
        """Return the words of every tick, or every second, third … with their px, all apart."""
        size, wide = self.theme.small, self.theme.width
        placed: list[tuple[str, float]] = []
        for stride in range(1, len(ticks) + 1):
            halves = [(v, word, width(word, size) / 2) for v, word in ticks[::stride]]
            placed = [(w, max(h, min(wide - h, self.x.at(v)))) for v, w, h in halves]
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
            if top + 2 < (end := min(box.top - 2, bottom)):
                yield top, end
            top = max(top, box.bottom + 2)
        if top + 2 < bottom:
            yield top, bottom

    def spec(self, picture: Picture, height: float) -> dict[str, Any]:
        """Return the Vega-Lite specification, `height` px high.

        Title and measure are in `usermeta`: a page has them in text above the picture.
        """
        for (align, bold, size), rows in self._texts.items():
            look = {"align": align, "fontSize": size, "fontWeight": "bold" if bold else ""}
            self._add(rows, "text", ("px", "py"), ("text", "fill"), **look)
        words = {"title": picture.title, "measure": picture.measure, "footer": picture.footer}
        chart = alt.layer(*self.layers).properties(
            width=self.theme.width,
            height=round(height),
            padding=0,
            autosize=alt.AutoSizeParams(type="none"),
            usermeta={**words, "lang": picture.lang},
        )
        with alt.data_transformers.enable(consolidate_datasets=False):
            made = chart.to_dict()
        made["config"] = CONFIG
        return made


def _ink(value: float, axis: Axis) -> str:
    """Return the ink of a hairline: that at zero stands out where values lie on both sides."""
    return SOFT if value == 0 and axis.low < 0 else RULE


def _place(name: str, axis: Axis) -> Row:
    scale, is_time = (axis.scale(), axis.time) if name in _ON_AXIS else (None, False)
    kind = "temporal" if is_time else "quantitative"
    return {"axis": None, "field": name, "scale": scale, "type": kind}


def text_box(text: str, x: float, y: float, size: float, align: Align, bold: bool) -> Box:
    """Return the box of a line of text with its baseline at `y`."""
    room = width(text, size, bold)
    left = x - {"left": 0.0, "center": room / 2, "right": room}[align]
    return Box(left, y - ASCENT * size, left + room, y + DESCENT * size)
