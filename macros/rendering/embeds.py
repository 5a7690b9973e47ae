"""A chart at an address of its own, without the site around it, for the frames of other sites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from macros.rendering.templates import render
from macros.wording import Language

FOLDER: Final = "embed"
_HEIGHT: Final = re.compile(r'<svg[^>]*? height="([\d.]+)"')
_WORDS_HEIGHT: Final = 200
"""Room for title, measure and source, in px."""


def address(name: str) -> str:
    """Return a chart's own address, relative to its language's root."""
    return f"{FOLDER}/{name}.html"


def snippet(site: str, name: str, shown: Mapping[str, Any]) -> str:
    """Return the HTML that puts a chart into another page.

    Args:
        site: Address of the language's root.
        name: The chart's name.
        shown: Its words and pictures.
    """
    return str(
        render(
            "snippet", "en", source=site + address(name), title=shown["title"], height=height(shown)
        )
    ).strip()


def height(shown: Mapping[str, Any]) -> int:
    """Return the height of a frame, in px, that shows a chart whole at either width."""
    found = [_HEIGHT.search(str(shown[width])) for width in ("wide", "narrow")]
    return _WORDS_HEIGHT + max(round(float(each[1])) for each in found if each)


def embed_page(shown: Mapping[str, Any], language: Language, page: str, site: str) -> bytes:
    """Return the page of one chart.

    Args:
        shown: Its words and pictures.
        language: `en` or `zh`.
        page: The page that it comes from, relative to the language's root.
        site: Address of the language's root; may be empty.
    """
    made = render("embed", language, figure=shown, page=page, site=site)
    return f"{made}\n".encode()
