"""Makes pictures of facts: what a chart call in a page says, in words and positions.

A chart's form is generic; what is charted, in which order and under which title, stands in the
page next to the prose. Each maker takes the call's literals and returns a picture.
"""

from __future__ import annotations

from macros.pages.pictures.comparisons import Comparisons
from macros.pages.pictures.stories import Stories


class Pictures(Comparisons, Stories):
    """Makes the pictures of one language, one method per form."""


__all__ = ["Pictures"]
