"""A drawing as an SVG, as small as it can be: marks of one look share what they look like."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from macros.charts.drawing import Drawing, Layer, Row, lines_of
from macros.charts.theme import NONE

Paint = Callable[[str], str]
"""Gives what is written for a colour of the light scheme."""
Drawn = tuple[str, dict[str, str], str]
"""Its tag, its attributes, and what stands in it."""
_COLOR: Final = re.compile('(?<= fill=")[^"]+|(?<= stroke=")[^"]+')
_PLAIN: Final = {"fill", "stroke", "stroke-width"}
_ANCHORS: Final = {"center": "middle", "right": "end"}


def svg(drawing: Drawing, given: str = "", paint: Paint = str, made: str = "") -> str:
    """Return a drawing as an SVG.

    Args:
        drawing: What is drawn.
        given: More attributes of it, as they are written.
        paint: How colours are written.
        made: Its marks, if they are known.
    """
    inner = _COLOR.sub(lambda color: paint(color[0]), made or marks(drawing))
    size = f'width="{drawing.width}" height="{drawing.height}"'
    box = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return f"<svg {size} {box}{given}>{inner}</svg>"


def marks(drawing: Drawing) -> str:
    """Return the marks of a drawing, without the element around them."""
    drawn = (each for layer in drawing.layers for each in _DRAWN[layer.kind](layer))
    inner = "".join(_written(*each) for each in _joined(drawn))
    return f'<g fill="none" stroke-miterlimit="10">{inner}</g>'


def _joined(elements: Iterable[Drawn]) -> Iterator[Drawn]:
    """Make one of paths that follow one another and look alike, of which nothing is filled."""
    for look, some in groupby(elements, key=_look_of):
        if look:
            yield "path", {"d": "".join(given["d"] for _, given, _ in some), **dict(look)}, ""
        else:
            yield from some


def _look_of(element: Drawn) -> tuple[tuple[str, str], ...]:
    tag, given, _ = element
    joins = tag == "path" and "fill" not in given
    return tuple(each for each in given.items() if joins and each[0] != "d")


def _alike(rows: Iterable[Row]) -> Iterator[tuple[list[Row], dict[str, str]]]:
    """Yield rows that follow one another and are painted alike, with their paints."""

    def paints(row: Row) -> tuple[str, str, float]:
        return row.get("fill", NONE), row.get("stroke", NONE), row.get("opacity", 1)

    for (fill, stroke, opacity), some in groupby(rows, key=paints):
        given = {"fill": fill, "stroke": stroke}
        given = {name: color for name, color in given.items() if color != NONE}
        yield list(some), given | ({"fill-opacity": f"{opacity:g}"} if opacity != 1 else {})


def _stroke(layer: Layer, given: dict[str, str]) -> dict[str, str]:
    """Return the look of what is drawn; without a stroke it has no width of one."""
    thick, dash = layer.look.get("strokeWidth", 1), layer.look.get("strokeDash")
    if "stroke" not in given or not thick:
        return {name: value for name, value in given.items() if name != "stroke"}
    width = {"stroke-width": f"{thick:g}"} if thick != 1 else {}
    dashes = {"stroke-dasharray": " ".join(map(str, dash))} if dash else {}
    join = layer.look.get("strokeJoin")
    return given | width | dashes | ({"stroke-linejoin": join} if join else {})


def _rules(layer: Layer) -> Iterator[Drawn]:
    for rows, given in _alike(layer.rows):
        path = _path([place[:2], place[2:]] for place in map(layer.px, rows))
        yield "path", {"d": path} | _stroke(layer, {"stroke": given["stroke"]}), ""


def _path(lines: Iterable[Iterable[Sequence[float]]]) -> str:
    """Return the path of some lines: each point by its way from the one before, as that is short.

    A line that begins where another ended goes on from there.
    """
    path, at = "", (math.nan, math.nan)
    for line in lines:
        for n, (x, y) in enumerate((round(x, 1), round(y, 1)) for x, y in line):
            if n:
                path += _step(x - at[0], y - at[1])
            elif (x, y) != at:
                path += f"M{_n(x)} {_n(y)}"
            at = x, y
    return path


def _step(x: float, y: float) -> str:
    """Return the way to a point; what is level or upright takes one number."""
    right, down = (_n(px).replace("0.", ".") if abs(px) < 1 else _n(px) for px in (x, y))
    if "0" in (right, down):
        return f"v{down}" if right == "0" else f"h{right}"
    return f"l{right}{'' if down.startswith('-') else ' '}{down}"


def _rects(layer: Layer) -> Iterator[Drawn]:
    radius = layer.look.get("cornerRadius", 0)
    for rows, given in _alike(layer.rows):
        corners = {"rx": f"{radius:g}"} if radius else {}  # which no group hands down
        boxes = [(_box(*layer.px(row)) | corners, "") for row in rows]
        yield _group("rect", boxes, _stroke(layer, given))


def _box(x: float, y: float, x2: float, y2: float) -> dict[str, str]:
    size = {"width": abs(x2 - x), "height": abs(y2 - y)}
    place = {"x": _n(min(x, x2)), "y": _n(min(y, y2))}
    # Without any width it would not be drawn at all, not even its stroke.
    return place | {name: _n(max(px, 0.1)) for name, px in size.items()}


def _dots(layer: Layer) -> Iterator[Drawn]:
    radius = math.sqrt(layer.look["size"]) / 2  # as Vega has it
    for rows, given in _alike(layer.rows):
        places, look = list(map(layer.px, rows)), _stroke(layer, given)
        if look.keys() == _PLAIN and look["fill"] == look["stroke"]:
            # A line of no length with round ends is a dot, in a third of the signs of a circle.
            thick = _n(2 * radius + float(look["stroke-width"]))
            ends = {"stroke": look["stroke"], "stroke-width": thick, "stroke-linecap": "round"}
            yield "path", {"d": "".join(f"M{_n(x)} {_n(y)}h0" for x, y in places)} | ends, ""
        else:
            dots = [{"cx": _n(x), "cy": _n(y), "r": _n(radius)} for x, y in places]
            yield _group("circle", [(dot, "") for dot in dots], look)


def _lines(layer: Layer) -> Iterator[Drawn]:
    lines = {id(rows[0]): rows for rows in lines_of(layer)}
    closed = "interpolate" in layer.look
    for firsts, given in _alike(rows[0] for rows in lines.values()):
        drawn = [list(map(layer.px, lines[id(first)])) for first in firsts]
        look = _stroke(layer, given)
        if closed:  # areas stay apart: where two of one path cross, they could cut each other out
            yield from (("path", {"d": f"{_path([each])}Z"} | look, "") for each in drawn)
        else:
            # Dashes begin anew with each line.
            apart = "stroke-dasharray" in look
            path = "".join(_path([each]) for each in drawn) if apart else _path(drawn)
            yield "path", {"d": path} | look | {"stroke-linejoin": "round"}, ""


def _texts(layer: Layer) -> Iterator[Drawn]:
    look = {"font-size": f"{layer.look['fontSize']:g}"}
    if anchor := _ANCHORS.get(layer.look["align"]):
        look["text-anchor"] = anchor
    look |= {"font-weight": "bold"} if "fontWeight" in layer.look else {}
    for rows, given in _alike(layer.rows):
        places = [map(_n, layer.px(row)) for row in rows]
        texts = (escape(row["text"], quote=False) for row in rows)
        words = [  # with no quotes as they are, so that no word looks like a colour
            ({"x": x, "y": y}, text.replace('"', "&quot;"))
            for (x, y), text in zip(places, texts, strict=True)
        ]
        yield _group("text", words, look | given)


_DRAWN: Final[dict[str, Callable[[Layer], Iterator[Drawn]]]] = {
    "rect": _rects,
    "rule": _rules,
    "point": _dots,
    "line": _lines,
    "text": _texts,
}


def _group(tag: str, elements: list[tuple[dict[str, str], str]], look: dict[str, str]) -> Drawn:
    """Return some elements of one look, which one alone has itself."""
    if len(elements) == 1:
        (given, inner), *_ = elements
        return tag, given | look, inner
    return "g", look, "".join(_written(tag, *each) for each in elements)


def _written(tag: str, given: dict[str, str], inner: str = "") -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else f"<{tag}{attributes}/>"


def _n(value: float) -> str:
    """Return a number of px: a tenth of one is as fine as any screen shows."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
