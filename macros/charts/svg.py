"""A drawing as an SVG, as small as it can be: marks of one look share what they look like."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.charts.drawing import Drawing, Layer, Row, lines_of
from macros.charts.theme import NONE

Paint = Callable[[str], str]
"""Gives what is written for a colour of the light scheme."""
_ANCHORS: Final = {"center": "middle", "right": "end"}


def svg(drawing: Drawing, given: str = "", paint: Paint = str) -> str:
    """Return a drawing as an SVG.

    Args:
        drawing: What is drawn.
        given: More attributes of it, as they are written.
        paint: How colours are written.
    """
    size = f'width="{drawing.width}" height="{drawing.height}"'
    box = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return f"<svg {size} {box}{given}>{marks(drawing, paint)}</svg>"


def marks(drawing: Drawing, paint: Paint = str) -> str:
    """Return the marks of a drawing, without the element around them."""
    drawn = "".join(part for layer in drawing.layers for part in _DRAWN[layer.kind](layer, paint))
    return f'<g fill="none" stroke-miterlimit="10">{drawn}</g>'


def _alike(rows: Iterable[Row], paint: Paint) -> Iterator[tuple[list[Row], dict[str, str]]]:
    """Yield rows that follow one another and are painted alike, with their paints."""

    def paints(row: Row) -> tuple[str, str, float]:
        return row.get("fill", NONE), row.get("stroke", NONE), row.get("opacity", 1)

    for (fill, stroke, opacity), some in groupby(rows, key=paints):
        given = {"fill": fill, "stroke": stroke}
        given = {name: paint(color) for name, color in given.items() if color != NONE}
        yield list(some), given | ({"fill-opacity": f"{opacity:g}"} if opacity != 1 else {})


def _stroke(layer: Layer, given: dict[str, str]) -> dict[str, str]:
    """Return the look of what is drawn; without a stroke it has no width of one."""
    thick, dash = layer.look.get("strokeWidth", 1), layer.look.get("strokeDash")
    if "stroke" not in given or not thick:
        return {name: value for name, value in given.items() if name != "stroke"}
    given |= {"stroke-width": f"{thick:g}"} if thick != 1 else {}
    given |= {"stroke-dasharray": " ".join(map(str, dash))} if dash else {}
    join = layer.look.get("strokeJoin")
    return given | ({"stroke-linejoin": join} if join else {})


def _rules(layer: Layer, paint: Paint) -> Iterator[str]:
    for rows, given in _alike(layer.rows, paint):
        path = "".join(_line([layer.px(row)[:2], layer.px(row)[2:]]) for row in rows)
        yield _element("path", {"d": path} | _stroke(layer, {"stroke": given["stroke"]}))


def _line(points: Iterable[Iterable[float]]) -> str:
    """Return the path of a line, level and upright stretches by one number."""
    path, before = "", ("", "")
    for x, y in ((_n(x), _n(y)) for x, y in points):
        match (x == before[0], y == before[1]):
            case _ if not path:
                path = f"M{x} {y}"
            case (False, True):
                path += f"H{x}"
            case (True, False):
                path += f"V{y}"
            case (False, False):
                path += f"L{x} {y}"
        before = x, y
    return path


def _rects(layer: Layer, paint: Paint) -> Iterator[str]:
    radius = layer.look.get("cornerRadius", 0)
    for rows, given in _alike(layer.rows, paint):
        look = _stroke(layer, given) | ({"rx": f"{radius:g}"} if radius else {})
        yield _group("rect", [(_box(*layer.px(row)), "") for row in rows], look)


def _box(x: float, y: float, x2: float, y2: float) -> dict[str, str]:
    size = {"width": abs(x2 - x), "height": abs(y2 - y)}
    place = {"x": _n(min(x, x2)), "y": _n(min(y, y2))}
    # Without any width it would not be drawn at all, not even its stroke.
    return place | {name: _n(max(px, 0.1)) for name, px in size.items()}


def _dots(layer: Layer, paint: Paint) -> Iterator[str]:
    radius = _n(math.sqrt(layer.look["size"]) / 2)  # as Vega has it
    for rows, given in _alike(layer.rows, paint):
        places = [map(_n, layer.px(row)) for row in rows]
        dots = [{"cx": x, "cy": y, "r": radius} for x, y in places]
        yield _group("circle", [(dot, "") for dot in dots], _stroke(layer, given))


def _lines(layer: Layer, paint: Paint) -> Iterator[str]:
    lines = {id(rows[0]): rows for rows in lines_of(layer)}
    closed = "interpolate" in layer.look
    for firsts, given in _alike((rows[0] for rows in lines.values()), paint):
        paths = [_line(map(layer.px, lines[id(first)])) for first in firsts]
        # Areas stay apart: where two of one path cross, they could cut each other out.
        for path in (f"{path}Z" for path in paths) if closed else ("".join(paths),):
            yield _element("path", {"d": path} | _stroke(layer, given))


def _texts(layer: Layer, paint: Paint) -> Iterator[str]:
    look = {"font-size": f"{layer.look['fontSize']:g}"}
    if anchor := _ANCHORS.get(layer.look["align"]):
        look["text-anchor"] = anchor
    look |= {"font-weight": "bold"} if "fontWeight" in layer.look else {}
    for rows, given in _alike(layer.rows, paint):
        places = [map(_n, layer.px(row)) for row in rows]
        words = [
            ({"x": x, "y": y}, escape(row["text"]))
            for (x, y), row in zip(places, rows, strict=True)
        ]
        yield _group("text", words, look | given)


_DRAWN: Final[dict[str, Callable[[Layer, Paint], Iterator[str]]]] = {
    "rect": _rects,
    "rule": _rules,
    "point": _dots,
    "line": _lines,
    "text": _texts,
}


def _group(tag: str, elements: list[tuple[dict[str, str], str]], look: dict[str, str]) -> str:
    """Return some elements of one look, which one alone has itself."""
    if len(elements) == 1:
        (given, inner), *_ = elements
        return _element(tag, given | look, inner)
    return _element("g", look, "".join(_element(tag, *each) for each in elements))


def _element(tag: str, given: dict[str, str], inner: str = "") -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in given.items())
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else f"<{tag}{attributes}/>"


def _n(value: float) -> str:
    """Return a number of px: a tenth of one is as fine as any screen shows."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
