"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. What brings fonts into a file, or makes pixels of one, is
imported only when that has to be done.
"""

from __future__ import annotations

from macros.charts.drawing import Drawing
from macros.charts.forms import draw
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.script import script, script_key
from macros.charts.specification import specification
from macros.charts.svg import svg

__all__ = [
    "Datum", "Link", "Picture", "Width", "draw", "png", "script", "script_key",
    "specification", "standalone", "svg",
]  # fmt: skip


def standalone(drawing: Drawing) -> str:
    """Return a drawing as an SVG with its picture's words around it and its font inside."""
    from macros.charts.standalone import standalone

    return standalone(drawing)


def png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG in literal colours, at `scale` pixels per px."""
    from macros.charts.raster import png

    return png(svg, scale)
