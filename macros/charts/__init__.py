"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. What brings fonts into a file, or makes pixels of one, is
imported only when that has to be done.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.charts.forms import draw
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.script import script, script_key
from macros.charts.specification import specification
from macros.charts.standalone import signs, standalone
from macros.charts.svg import svg

__all__ = [
    "Datum", "Link", "Picture", "Width", "draw", "faces", "png", "script", "script_key", "signs",
    "specification", "standalone", "svg",
]  # fmt: skip


def faces(needed: Iterable[tuple[str, bool]]) -> str:
    """Return the rules that bring the font along, as much of it as some signs need."""
    from macros.charts.font_subset import faces

    return faces(needed)


def png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG in literal colours, at `scale` pixels per px."""
    from macros.charts.raster import png

    return png(svg, scale)
