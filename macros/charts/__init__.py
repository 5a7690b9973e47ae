"""Charts: a picture in words and numbers becomes an SVG, the same bytes everywhere.

Nothing here knows pages, facts or HTML. What cuts the font, or makes pixels of it, is imported only
where that has to be done.
"""

from macros.charts.forms import draw
from macros.charts.picture import Datum, Link, Picture, Width
from macros.charts.specification import script, specification
from macros.charts.standalone import signs, standalone
from macros.charts.svg import marks, svg

__all__ = [
    "Datum", "Link", "Picture", "Width", "draw", "marks", "script", "signs", "specification",
    "standalone", "svg",
]  # fmt: skip
