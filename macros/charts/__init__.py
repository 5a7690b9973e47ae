"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. Altair and vl-convert are imported only when something
has to be drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.charts.cache import baked
from macros.charts.inline import page_svg
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.pool import warm
from macros.charts.script import script

__all__ = [
    "Baked", "Datum", "Link", "Picture", "Width",
    "bake", "baked", "page_svg", "png", "script", "warm",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Baked:
    """A picture's SVG for a wide column (720 px) and for a phone (328 px), in literal colours."""

    wide_svg: str
    narrow_svg: str


def bake(picture: Picture, cache: Path | None = None) -> Baked:
    """Return both SVGs of a picture, without title and footer, from the cache if they are kept.

    Raises:
        TieoutError: The picture cannot be drawn, or has a character the chart font lacks.
    """
    return Baked(*(baked(picture, kind, cache).decode() for kind in ("wide.svg", "narrow.svg")))


def png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG in literal colours, at `scale` pixels per px."""
    from macros.charts.baking import svg_to_png

    return svg_to_png(svg, scale)
