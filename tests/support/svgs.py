"""A picture as a page has it, and what stands in an SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args
from xml.etree import ElementTree

from macros.charts import Picture, Width, draw, svg

SPACE = "{http://www.w3.org/2000/svg}"
_INHERITED = ("font-size", "font-weight", "text-anchor", "fill")


class Text(NamedTuple):
    """A line of text: its words, where its baseline begins, and how it looks."""

    words: str
    x: float
    y: float
    look: dict[str, str]


def svgs(picture: Picture) -> tuple[str, str]:
    """Return the SVGs of a picture for a wide column and for a phone."""
    namespace = f' xmlns="{SPACE[1:-1]}"'
    wide, narrow = (svg(draw(picture, width), namespace) for width in get_args(Width))
    return wide, narrow


def texts_of(made: str) -> list[Text]:
    """Return the text of an SVG; what a line does not say of itself, its groups do."""
    return list(_texts(ElementTree.fromstring(made), {}, 0.0, 0.0))  # noqa: S314 (our own bytes)


def _texts(
    element: ElementTree.Element, look: dict[str, str], x: float, y: float
) -> Iterator[Text]:
    look = look | {name: element.attrib[name] for name in _INHERITED if name in element.attrib}
    if moved := re.fullmatch(r"translate\(([\d.]+),([\d.]+)\)", element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SPACE}text":
        at = x + float(element.attrib["x"]), y + float(element.attrib["y"])
        yield Text(element.text or "", *at, look)
    for child in element:
        yield from _texts(child, look, x, y)
