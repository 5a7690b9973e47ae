"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. Altair and vl-convert are imported only when something
has to be drawn.
"""

from __future__ import annotations

from macros.charts.cache import baked, warm
from macros.charts.inline import page_svg
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.script import script

__all__ = ["Datum", "Link", "Picture", "Width", "baked", "page_svg", "png", "script", "warm"]


def png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG in literal colours, at `scale` pixels per px."""
    from macros.charts.baking import svg_to_png

    return svg_to_png(svg, scale)
