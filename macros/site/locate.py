"""Walks a finished page without changing a byte of it, and finds the numbers in its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from macros.pages.numbers import Shown, shown_by
from macros.site.html_tags import Tag, Tags

Surroundings = Literal["prose", "heading", "inert"]
_INERT: Final = frozenset({"a", "button", "label", "summary", "nav"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_FOLLOWED: Final = _INERT | _HEADINGS | {"article", "data", "svg"}


@dataclass(frozen=True, slots=True)
class LocatedNumber:
    """A `<data>` element of ours in the article.

    Attributes:
        start: Offset of its start tag.
        end: Offset behind its end tag.
        shown: What it is of; its text is not read.
        context: Whether it may become a control, only a link, or nothing.
    """

    start: int
    end: int
    shown: Shown
    context: Surroundings


def find_numbers(html: str) -> tuple[list[LocatedNumber], int]:
    """Return the numbers of an article, and where it ends."""
    numbers, opened, article_end = list[LocatedNumber](), Counter[str](), -1
    number: Tag | None = None
    tags = Tags(html, _FOLLOWED)
    for tag in tags:
        name = tag.name
        if name == "data":
            number = tag if "t-n" in tag.attributes.get("class", "").split() else number
        elif name == "/data" and number:
            if opened["article"]:
                shown = shown_by(number.attributes)
                numbers.append(LocatedNumber(number.start, tag.end, shown, _context(opened)))
            number = None
        elif name == "svg":
            tags.skip(name)  # nothing of ours stands in a drawing
        elif name in _FOLLOWED:
            opened[name] += 1
        elif name[1:] in _FOLLOWED and opened[name[1:]]:
            opened[name[1:]] -= 1
            if name == "/article" and not opened["article"]:
                article_end = tag.start
    return numbers, article_end


def _context(opened: Mapping[str, int]) -> Surroundings:
    if any(opened[tag] for tag in _INERT):
        return "inert"
    return "heading" if any(opened[tag] for tag in _HEADINGS) else "prose"
