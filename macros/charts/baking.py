"""From a specification to the bytes of an SVG or a PNG, the same on every machine."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from typing import Any

import altair
import vl_convert

from macros.charts.download import framed, with_font
from macros.charts.forms import spec
from macros.charts.picture import Kind, Picture
from macros.charts.theme import FONT
from macros.charts.typeset import FONTS

VEGA_LITE = ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_BACKGROUND = re.compile(r'(<svg[^>]*>)<rect [^>]*fill="white"/>')
_IDS = re.compile(r'\bid="([^"]+)"')


@cache
def _register() -> None:
    vl_convert.register_font_directory(str(FONTS))


def bake(picture: Picture, kind: Kind, kept: Callable[[Kind], bytes]) -> bytes:
    """Return a picture's bytes of one kind.

    Args:
        picture: What to draw.
        kind: What of it: an SVG or a specification of one width, or a download.
        kept: Gives the bytes of another kind.

    Raises:
        TieoutError: The picture cannot be drawn.
    """
    if kind == "png":
        return svg_to_png(kept("download.svg").decode())
    if kind == "download.svg":
        return with_font(framed(kept("wide.svg").decode(), picture)).encode()
    made = spec(picture, "narrow" if kind.startswith("narrow") else "wide")
    if kind == "vl.json":
        return f"{json.dumps(_titled(made, picture), ensure_ascii=False, indent=1)}\n".encode()
    if kind.endswith("json"):
        return json.dumps(timeless(made), ensure_ascii=False, separators=(",", ":")).encode()
    _register()
    svg = vl_convert.vegalite_to_svg(made, vl_version=VEGA_LITE)
    return renumbered(_BACKGROUND.sub(r"\1", svg)).encode()


def _titled(made: dict[str, Any], picture: Picture) -> dict[str, Any]:
    """Return a specification that draws its title and measure, in any font."""
    font = f"{FONT}, sans-serif"
    return made | {
        "title": {"text": picture.title, "subtitle": picture.measure, "anchor": "start"},
        "padding": 16,
        "autosize": "pad",
        "config": {**made["config"], "font": font, "text": {"font": font}},
    }


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


def timeless(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose time axes are axes of milliseconds, for a page to run.

    Both place alike. But where scripts may not make code of text, expressions are interpreted,
    and the interpreter takes the one argument of ``datetime`` for a year.
    """
    made = deepcopy(spec)
    for layer in made["layer"]:
        for channel, encoding in layer["encoding"].items():
            if encoding.get("type") != "temporal":
                continue
            encoding["type"] = "quantitative"
            encoding["scale"] |= {"type": "linear", "zero": False}
            end = layer["encoding"].get(f"{channel}2", encoding)
            for row in layer["data"]["values"]:
                row |= {name: _instant(row[name]) for name in (encoding["field"], end["field"])}
    return made


def _instant(day: Any) -> Any:
    if not isinstance(day, str):
        return day
    return round(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)
