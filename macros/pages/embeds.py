"""The address of a chart's own page, for the frames of other sites, and the line that frames it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from macros.charts.drawing import Drawing
from macros.charts.typeset import lines_in
from macros.pages.edition import Edition
from macros.pages.templates import render

FOLDER: Final = "embed"
FrameWords = tuple[str, str, str]
"""What is written around a picture: its title, its measure, its source."""
_LINES: Final = ((20, 26, True), (14, 21, False), (13, 21, False))
"""Of each of these: its size and the height of its lines, in px; whether it is bold."""
_BETWEEN: Final = 180
"""Space around and between all that, the line that leads back, and slack for other fonts, in px."""


def address(name: str) -> str:
    """Return a chart's own address, relative to its language's root."""
    return f"{FOLDER}/{name}.html"


def snippet(edition: Edition, name: str, words: FrameWords, pictures: Iterable[Drawing]) -> str:
    """Return the HTML that puts a chart into another page.

    Args:
        edition: The explainer in one language.
        name: The chart's name.
        words: What is written around it.
        pictures: The chart itself, wide and narrow.
    """
    tall = max(_height(words, picture) for picture in pictures)  # it shows either width whole
    source = edition.site + address(name)
    made = render("snippet", edition.voice, source=source, title=words[0], height=tall)
    return str(made).strip()


def _height(words: FrameWords, picture: Drawing) -> int:
    lines = sum(
        tall * lines_in(text, size, picture.width, bold)
        for text, (size, tall, bold) in zip(words, _LINES, strict=True)
    )
    return _BETWEEN + lines + picture.height
