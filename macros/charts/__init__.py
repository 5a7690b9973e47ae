"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. Altair and vl-convert are imported only when something
has to be drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.charts.cache import baked
from macros.charts.inline import page_svg
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.pool import warm
from macros.charts.script import live_spec, script

__all__ = [
    "Baked",
    "Datum",
    "Link",
    "Picture",
    "Width",
    "bake",
    "download_spec",
    "download_svg",
    "live_spec",
    "page_svg",
    "png",
    "script",
    "spec",
    "warm",
]


@dataclass(frozen=True, slots=True)
class Baked:
    """A picture's SVG for a wide column (720 px) and for a phone (328 px), in literal colours."""

    wide_svg: str
    narrow_svg: str


def spec(picture: Picture, width: Width) -> dict[str, Any]:
    """Return the Vega-Lite specification of a picture at one width.

    Raises:
        TieoutError: The form is unknown, or the picture has nothing to draw.
    """
    from macros.charts.forms import spec as draw

    return draw(picture, width)


def bake(picture: Picture, cache: Path | None = None) -> Baked:
    """Return both SVGs of a picture, without title and footer, from the cache if they are kept.

    Raises:
        TieoutError: The picture cannot be drawn, or has a character the chart font lacks.
    """
    wide, narrow = (baked(picture, kind, cache) for kind in ("wide.svg", "narrow.svg"))
    return Baked(wide.decode(), narrow.decode())


def download_svg(picture: Picture, cache: Path | None = None) -> str:
    """Return the SVG that stands alone, with title, measure and footer inside."""
    return baked(picture, "download.svg", cache).decode()


def download_spec(picture: Picture, cache: Path | None = None) -> str:
    """Return the Vega-Lite specification as JSON text, with title and measure."""
    return baked(picture, "vl.json", cache).decode()


def png(picture: Picture | str, scale: float = 2, cache: Path | None = None) -> bytes:
    """Return the PNG of a picture with title, measure and footer, or of a given SVG.

    Args:
        picture: A picture, or the text of an SVG in literal colours.
        scale: Pixels per px; only scale 2 is kept in the cache.
        cache: The cache's directory.
    """
    if isinstance(picture, Picture) and scale == 2:
        return baked(picture, "png", cache)
    from macros.charts.baking import svg_to_png

    svg = download_svg(picture, cache) if isinstance(picture, Picture) else picture
    return svg_to_png(svg, scale)
