"""From a specification to the bytes of an SVG or a PNG, the same on every machine."""

from __future__ import annotations

import json
import re
from functools import cache

import altair
import vl_convert

from macros.charts.download import framed
from macros.charts.embed_font import with_font
from macros.charts.forms import spec
from macros.charts.interactive import timeless
from macros.charts.picture import Picture, Width
from macros.charts.theme import FONT
from macros.charts.typeset import FONTS, uncovered
from macros.problems import TieoutError

VEGA_LITE = ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_IDS = re.compile(r'\bid="([^"]+)"')


@cache
def _register() -> None:
    vl_convert.register_font_directory(str(FONTS))


def check_covered(picture: Picture) -> None:
    """Refuse a picture whose words the shipped font cannot draw.

    Raises:
        TieoutError: A character is missing; drawn in a font of the machine, bytes would differ.
    """
    texts = [picture.title, picture.measure, *picture.footer.splitlines()]
    texts += [word for _, word in picture.ticks] + [note for _, note in picture.breaks]
    for datum in (*picture.data, *picture.nodes):
        texts += [datum.label, datum.text, datum.group]
    for link in picture.links:
        texts += [link.label, link.text]
    if missing := uncovered(texts):
        shown = " ".join(f"{c} (U+{ord(c):04X})" for c in sorted(missing))
        hint = "add it to fonts/subset.py, or write it otherwise"
        raise TieoutError(f"the chart font has no {shown}, used in “{picture.title}”", hint)


def bake_svg(picture: Picture, width: Width) -> str:
    """Return a picture's SVG in the light scheme's literals, without title and footer.

    Raises:
        TieoutError: The picture cannot be drawn.
    """
    check_covered(picture)
    _register()
    svg = vl_convert.vegalite_to_svg(spec(picture, width), vl_version=VEGA_LITE)
    return renumbered(_without_background(svg))


def bake_spec(picture: Picture) -> str:
    """Return a picture's Vega-Lite specification as JSON, with its title and measure drawn."""
    made = spec(picture, "wide")
    made["title"] = {"text": picture.title, "subtitle": picture.measure, "anchor": "start"}
    made["padding"] = 16
    made["autosize"] = "pad"
    font = f"{FONT}, sans-serif"
    made["config"] = {**made["config"], "font": font, "text": {"font": font}}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def bake_live(picture: Picture, width: Width) -> str:
    """Return a specification of what `bake_svg` bakes that a page may run, as compact JSON."""
    return json.dumps(timeless(spec(picture, width)), ensure_ascii=False, separators=(",", ":"))


def bake_download(svg: str, picture: Picture) -> str:
    """Return the SVG that stands alone: with title, measure, footer and its font inside.

    Raises:
        TieoutError: The shipped font lacks a character of its words.
    """
    check_covered(picture)
    return with_font(framed(svg, picture))


def svg_to_png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG, drawn with the shipped font."""
    _register()
    return vl_convert.svg_to_png(svg, scale=scale)


def renumbered(svg: str) -> str:
    """Name ids by their order, for they come from a counter that runs through the process."""
    for number, name in enumerate(dict.fromkeys(_IDS.findall(svg))):
        svg = svg.replace(f'id="{name}"', f'id="mark{number}"')
        svg = svg.replace(f"url(#{name})", f"url(#mark{number})")
    return svg


def _without_background(svg: str) -> str:
    return re.sub(r'(<svg[^>]*>)<rect [^>]*fill="white"/>', r"\1", svg)
