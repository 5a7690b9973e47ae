"""A chart at an address of its own, without the site around it, for the frames of other sites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from macros.charts.typeset import wrap
from macros.pages.edition import Edition
from macros.pages.templates import render

FOLDER: Final = "embed"
_HEIGHT: Final = re.compile(r'<svg[^>]*? height="([\d.]+)"')
_ROOM: Final = {"wide": 720, "narrow": 328}
"""The widths that pictures are baked for, in px."""
_LINES: Final = (("title", 20, 26, True), ("measure", 14, 21, False), ("source", 13, 21, False))
"""What is written around a picture: its size and the height of its lines, in px; whether bold."""
_BETWEEN: Final = 150
"""Space around and between all that, the line that leads back, and slack for other fonts, in px."""


def address(name: str) -> str:
    """Return a chart's own address, relative to its language's root."""
    return f"{FOLDER}/{name}.html"


def snippet(edition: Edition, name: str, shown: Mapping[str, Any]) -> str:
    """Return the HTML that puts a chart into another page.

    Args:
        edition: The explainer in one language.
        name: The chart's name.
        shown: Its words and pictures.
    """
    return str(
        render(
            "snippet",
            edition.language,
            source=edition.site + address(name),
            title=shown["title"],
            height=height(shown),
        )
    ).strip()


def height(shown: Mapping[str, Any]) -> int:
    """Return the height of a frame, in px, that shows a chart whole at either width."""
    return max(_height(shown, width) for width in _ROOM)


def _height(shown: Mapping[str, Any], width: str) -> int:
    picture = _HEIGHT.search(str(shown[width]))
    words = sum(
        tall * len(wrap(str(shown[part]), size, _ROOM[width], bold))
        for part, size, tall, bold in _LINES
    )
    return _BETWEEN + words + (round(float(picture[1])) if picture else 0)


def embed_page(shown: Mapping[str, Any], edition: Edition, page: str) -> bytes:
    """Return the page of one chart.

    Args:
        shown: Its words and pictures.
        edition: The explainer in one language.
        page: The page that it comes from, relative to the language's root.
    """
    made = render(
        "embed",
        edition.language,
        figure=shown,
        page=page,
        site=edition.site,
        root=edition.way_to_root,
    )
    return f"{made}\n".encode()
