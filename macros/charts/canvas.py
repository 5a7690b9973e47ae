"""A sheet of marks placed in px or on an axis, which becomes one Vega-Lite chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import altair as alt

from macros.charts.picture import Picture
from macros.charts.theme import INK, RULE, SOFT, Theme, config
from macros.charts.typeset import Box, width

Row = dict[str, Any]
Align = Literal["left", "center", "right"]
ASCENT, DESCENT = 0.9, 0.25


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from `low` to `high` onto the px from `start` to `stop`."""

    low: float
    high: float
    start: float
    stop: float
    time: bool = False

    def at(self, value: float) -> float:
        """Return the px of a value (of a time axis: of a day's ordinal)."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def scale(self) -> alt.Scale:
        """Return the axis as Vega-Lite's scale."""
        ends = [self.start, self.stop]
        if not self.time:
            return alt.Scale(domain=[self.low, self.high], range=ends, nice=False, zero=False)
        days = [(day - 719163) * 86_400_000 for day in (self.low, self.high)]
        return alt.Scale(type="utc", domain=days, range=ends, nice=False)


def _place(name: str, axis: Axis | None) -> dict[str, Any]:
    kind = "temporal" if axis and axis.time else "quantitative"
    return {"field": name, "type": kind, "scale": axis.scale() if axis else None, "axis": None}


@dataclass
class Sheet:
    """Marks of one picture, in drawing order, and the boxes of its text.

    Rows of marks hold what the encodings name: places, `fill`, `stroke`, `opacity`; and the datum.
    """

    theme: Theme
    x: Axis | None = None
    y: Axis | None = None
    layers: list[alt.Chart] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _texts: dict[tuple[Align, bool, float], list[Row]] = field(default_factory=dict)

    def _add(self, rows: Sequence[Row], mark: Row, places: Row, **more: Any) -> None:
        if not rows:
            return
        axes = {"x": self.x, "y": self.y}
        encoding: Row = {}
        for channel, name in places.items():
            if channel in ("x2", "y2"):
                encoding[channel] = {"field": name}
            else:
                encoding[channel] = _place(name, axes[channel] if name in _ON_AXIS else None)
        for channel, name in more.items():
            encoding[channel] = {"field": name, "type": "nominal", "scale": None}
        chart = alt.Chart({"values": list(rows)}, mark=alt.MarkDef(**mark))
        self.layers.append(chart.encode(**{c: _channel(c, e) for c, e in encoding.items()}))

    def rects(self, rows: Sequence[Row], x: str, x2: str, radius: float = 0) -> None:
        """Add rectangles from `x` to `x2` and from the px `y` to `y2`."""
        mark = {"type": "rect", "strokeWidth": 1.5, "cornerRadius": radius}
        places = {"x": x, "x2": x2, "y": "y", "y2": "y2"}
        self._add(rows, mark, places, fill="fill", stroke="stroke", fillOpacity="opacity")

    def rules(
        self, rows: Sequence[Row], x: str, x2: str, thick: float = 1, dash: Sequence[int] = ()
    ) -> None:
        """Add straight lines from `x`, `y` to `x2`, `y2`."""
        mark: Row = {"type": "rule", "strokeWidth": thick, "strokeCap": "butt"}
        if dash:
            mark["strokeDash"] = list(dash)
        self._add(rows, mark, {"x": x, "x2": x2, "y": "y", "y2": "y2"}, stroke="stroke")

    def dots(self, rows: Sequence[Row], x: str, y: str = "y", radius: float = 5.5) -> None:
        """Add circles."""
        mark = {"type": "point", "size": round(3.1416 * radius**2, 1), "strokeWidth": 2}
        more = {"fill": "fill", "stroke": "stroke"}
        self._add(rows, mark | {"opacity": 1}, {"x": x, "y": y}, **more)

    def lines(
        self, rows: Sequence[Row], x: str, y: str, thick: float = 2, dash: Sequence[int] = (),
        shape: str = "linear",
    ) -> None:  # fmt: skip
        """Add one line per `line` through its rows in their `order`."""
        mark: Row = {"type": "line", "strokeWidth": thick, "interpolate": shape}
        if dash:
            mark["strokeDash"] = list(dash)
        more = {"stroke": "stroke", "detail": "line"}
        self._add(rows, mark, {"x": x, "y": y}, order="order", **more)

    def shapes(self, rows: Sequence[Row], thick: float = 0, dash: Sequence[int] = ()) -> None:
        """Add one closed outline per `line` through its rows in their `order`, in px."""
        mark: Row = {"type": "line", "interpolate": "linear-closed", "strokeWidth": thick}
        mark |= {"strokeJoin": "round"} | ({"strokeDash": list(dash)} if dash else {})
        more = {"fill": "fill", "stroke": "stroke", "detail": "line"}
        self._add(rows, mark, {"x": "px", "y": "py"}, order="order", **more)

    def text(
        self, text: str, x: float, y: float, size: float, fill: str = INK, *,
        align: Align = "left", bold: bool = False, key: str = "",
    ) -> Box:  # fmt: skip
        """Add one line of text with its baseline at `y`; return the box it takes."""
        row = {"key": key, "text": text, "px": round(x, 1), "py": round(y, 1), "fill": fill}
        self._texts.setdefault((align, bold, size), []).append(row)
        box = text_box(text, x, y, size, align, bold)
        self.boxes.append(box)
        return box

    def paragraph(
        self, lines: Iterable[str], x: float, y: float, size: float, fill: str = INK, *,
        align: Align = "left", bold: bool = False, key: str = "",
    ) -> float:  # fmt: skip
        """Add lines of text, the first with its baseline at `y`; return the next baseline."""
        for line in lines:
            self.text(line, x, y, size, fill, align=align, bold=bold, key=key)
            y += self.theme.line(size)
        return y

    def leader(self, x: float, y: float, x2: float, y2: float) -> None:
        """Tie a mark at `x`, `y` to words that had to move to `y2`."""
        if abs(y2 - y) > 8 or abs(x2 - x) > 14:
            row = {"px": x, "px2": x2, "y": round(y, 1), "y2": round(y2, 1), "stroke": SOFT}
            self.rules([row], "px", "px2")

    def grid(self, ticks: Iterable[tuple[float, str]], top: float, bottom: float) -> float:
        """Add hairlines across the x axis with their words below; return the height so far."""
        if not self.x or not (ticks := list(ticks)):
            return bottom
        self.hairlines([(value, self.x.at(value)) for value, _ in ticks], top, bottom)
        baseline = bottom + self.theme.small + 5
        for word, middle in self._apart(ticks):
            self.text(word, middle, baseline, self.theme.small, SOFT, align="center")
        return baseline + 5

    def _apart(self, ticks: Sequence[tuple[float, str]]) -> list[tuple[str, float]]:
        """Return the words of every tick, or every second, third … with their px, all apart."""
        assert self.x
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
        self, places: Iterable[tuple[float, float]], top: float, bottom: float,
        on_axis: bool = True,
    ) -> None:  # fmt: skip
        """Add vertical hairlines beneath everything, cut where they would run through text.

        Args:
            places: Values on the x axis with their px.
            on_axis: Place them by their values, not by their px.
            top: Upper end, in px.
            bottom: Lower end, in px.
        """
        rows = []
        for value, px in places:
            start = top
            line: Row = {"x": value, "x2": value} if on_axis else {"px": px, "px2": px}
            for box in sorted(self._across(px), key=lambda box: box.top):
                rows.append(line | {"y": start, "y2": min(box.top - 2, bottom)})
                start = max(start, box.bottom + 2)
            rows.append(line | {"y": start, "y2": bottom})
        shown = [row | {"stroke": RULE} for row in rows if row["y"] + 2 < row["y2"]]
        if shown:
            self.rules(shown, *(("x", "x2") if on_axis else ("px", "px2")))
            self.layers.insert(0, self.layers.pop())

    def _across(self, px: float) -> list[Box]:
        return [box for box in self.boxes if box.left - 3 < px < box.right + 3]

    def _text_layers(self) -> None:
        for (align, bold, size), rows in self._texts.items():
            mark = {"type": "text", "align": align, "fontSize": size}
            mark |= {"fontWeight": "bold"} if bold else {}
            self._add(rows, mark, {"x": "px", "y": "py"}, text="text", fill="fill")

    def spec(self, picture: Picture, height: float) -> dict[str, Any]:
        """Return the Vega-Lite specification, `height` px high.

        Title and measure are in `usermeta`: a page has them in text above the picture.
        """
        self._text_layers()
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
        made["config"] = config()
        return made


_ON_AXIS = {"x", "x2", "value", "zero", "low", "high", "date"}
_CHANNELS: dict[str, Any] = {
    "x": alt.X, "x2": alt.X2, "y": alt.Y, "y2": alt.Y2, "fill": alt.Fill, "stroke": alt.Stroke,
    "fillOpacity": alt.FillOpacity, "detail": alt.Detail, "order": alt.Order, "text": alt.Text,
}  # fmt: skip


def _channel(name: str, settings: Row) -> Any:
    if name in ("detail", "text"):
        settings = {k: v for k, v in settings.items() if k != "scale"}
    if name == "order":
        settings = {"field": settings["field"], "type": "quantitative"}
    if name == "fillOpacity":
        settings = {**settings, "type": "quantitative"}
    return _CHANNELS[name](**settings)


def text_box(text: str, x: float, y: float, size: float, align: Align, bold: bool) -> Box:
    """Return the box of a line of text with its baseline at `y`."""
    room = width(text, size, bold)
    left = x - {"left": 0.0, "center": room / 2, "right": room}[align]
    return Box(left, y - ASCENT * size, left + room, y + DESCENT * size)
