"""Walks a finished page without changing a byte of it, and finds the numbers in its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from macros.pages.numbers import Shown, shown_by
from macros.site.html_tags import RAW, markup, read

Surroundings = Literal["prose", "heading", "inert"]
_INERT: Final = frozenset({"a", "button", "label", "summary", "nav"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_NAMES: Final = "|".join(sorted(_INERT | _HEADINGS | {"article", "data"}))
# Names are looked for in small letters, which is faster, and with them all that have others.
_NAMED: Final = rf"<(/?(?:{_NAMES}|[^\s/>A-Z]*+[A-Z][^\s/>]*+))(?![^\s/>])"
_MARKUP: Final = markup(RAW | {"svg"})  # nothing of ours stands in a drawing
# What is not followed is passed over in one step, up to what is.
_FOLLOWED: Final = re.compile(rf"(?={_NAMED}){_MARKUP}|(?:(?!{_NAMED}){_MARKUP}[^<]*+)+")


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
    number: re.Match[str] | None = None
    for tag in _FOLLOWED.finditer(html):
        name = (tag[1] or "").lower()
        if name == "data":
            number = tag if "t-n" in read(tag[0]).attributes.get("class", "").split() else number
        elif name == "/data" and number:
            if opened["article"]:
                shown = shown_by(read(number[0]).attributes)
                numbers.append(LocatedNumber(number.start(), tag.end(), shown, _context(opened)))
            number = None
        elif name.startswith("/") and opened[name[1:]]:
            opened[name[1:]] -= 1
            if name == "/article" and not opened["article"]:
                article_end = tag.start()
        elif not name.startswith("/"):
            opened[name] += 1
    return numbers, article_end


def _context(opened: Mapping[str, int]) -> Surroundings:
    if any(opened[tag] for tag in _INERT):
        return "inert"
    return "heading" if any(opened[tag] for tag in _HEADINGS) else "prose"
