"""A page as its tags, parted as the HTML standard parts them: the one reader of our own pages.

Nothing in Python's library is half as fast, and each finished page is read as often as it is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Final, NamedTuple


def _attribute(group: str) -> str:
    """Return the pattern of an attribute, whose four groups begin as is asked."""
    value = rf"\"{group}[^\"]*+)\"|'{group}[^']*+)'|{group}[^\s>\"'][^\s>]*+)"
    return rf"{group}[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:{value})?+)?+"


# A name without attributes is looked at no further than a name goes, or many would take long.
_NAME: Final = r"[a-z](?:[^\s/>]{0,60}+(?=[\s/]|\Z)|[^\s/>]{61,}+)"
_OURS_GIVEN: Final = r"(?-i:\s[a-z-]++=\"[^\"]*+\")++(?=>)"  # as most are, found in half the time
_GIVEN: Final = rf"(?:{_OURS_GIVEN}|(?:[\s/]*+{_attribute('(?:')})*+[\s/]*+)"
_OURS: Final = r"(?:\s++[a-z-]++(?:=\"[^\"]*+\")?+)*+\s*+"
_ATTRIBUTES: Final = re.compile(_attribute("("))
_REMARK: Final = r"!--(?:-?>|.*?(?:--!?>|\Z))|[!?][^>]*+(?:>|\Z)"
_RAW: Final = frozenset(("script", "style", "textarea", "title"))
"""Elements whose content is no markup."""
_PIECE: Final = re.compile(
    rf"<(?:(/?[a-z][^\s/>]*+)({_GIVEN})(?:>|\Z)|{_REMARK})", re.DOTALL | re.IGNORECASE
)


def markup(whole: frozenset[str]) -> str:
    """Return the pattern of a tag or a remark, and of some elements with all that is in them."""
    ends = ((name, rf"[^<]*+(?:<(?!/{name}[\s/>])[^<]*+)*+") for name in sorted(whole))
    elements = "|".join(rf"{name}(?=[\s/>]|\Z){_GIVEN}(?:>|\Z){rest}" for name, rest in ends)
    # Most tags are written as we write them, and found in half the time.
    ours = rf"</?(?!(?:{'|'.join(sorted(whole))})[\s/>])[a-z][a-z0-9-]*+{_OURS}>"
    return rf"(?:{ours}|(?is:<(?:{elements}|/?[a-z][^\s/>]*+{_GIVEN}(?:>|\Z)|{_REMARK})))"


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of an element whose content is no markup, a start tag, an end, a remark.

    What is never closed ends with the page. Other tags without attributes are skipped, and other
    end tags: nothing in them can be misread. Where content that is no markup ends is looked for by
    itself, for Python 3.11.2 misreads a back-reference within a possessive repeat.
    """
    named, raw = "|".join(sorted(names)), "|".join(sorted(_RAW))
    skipped = rf"/?(?!(?:{named}|{raw})>)[a-z][a-z0-9-]*+>"
    return re.compile(
        rf"<(?!(?-i:{skipped}))(?:({raw})(?=[\s/>])({_GIVEN})(?:>|\Z)"
        rf"|((?:{named})(?=>)|{_NAME})({_GIVEN})(?:>|\Z)"
        rf"|/({named})(?=[\s/>]){_GIVEN}(?:>|\Z)"
        rf"|{_REMARK})",
        re.DOTALL | re.IGNORECASE,
    )


@cache
def _closing(name: str) -> re.Pattern[str]:
    """Return the pattern of where the content of an element ends; the page ends all."""
    return re.compile(rf"</{name}(?=[\s/>])|\Z", re.IGNORECASE)


def _end_of(name: str, html: str, at: int) -> int:
    found = _closing(name).search(html, at)
    return found.start() if found else len(html)


class Tag(NamedTuple):
    """A start tag or an end tag.

    Attributes:
        name: Its name in small letters; an end tag's begins with a slash.
        given: Its attributes as they are written.
        start: Where it begins.
        end: Where it ends.
    """

    name: str
    given: str
    start: int
    end: int

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes by name; of two with one name the first counts."""
        given: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTES.findall(self.given):
            value = double or single or bare
            given.setdefault(name.lower(), unescape(value) if "&" in value else value)
        return given


def pieces(html: str) -> Iterator[Tag]:
    """Yield every tag of a page, and between them its text, as a piece without a name."""
    at = 0
    while at < len(html):
        found = _PIECE.search(html, at)
        start, end = found.span() if found else (len(html), len(html))
        if start > at:
            yield Tag("", "", at, start)
        at = end
        if found and found[1]:
            yield (tag := Tag(found[1].lower(), found[2], start, end))
            if tag.name in _RAW:
                at = _end_of(tag.name, html, at)
                yield Tag("", "", end, at)


class Tags:
    """The tags of a page that matter, one after the other.

    Args:
        html: The page.
        names: Whose tags matter without attributes, and whose end tags.
    """

    def __init__(self, html: str, names: frozenset[str]) -> None:
        self.html = html
        self.passed = set[tuple[str, str]]()  # those that are not asked for again, as written
        self._pattern, self._at = _pattern(names), 0

    def __iter__(self) -> Iterator[Tag]:
        """Yield them."""
        search, html = self._pattern.search, self.html
        while found := search(html, self._at):
            raw, given, name, given_too, closed = found.groups()
            start, self._at = found.span()
            if name and (name, given_too) not in self.passed:
                yield Tag(name.lower(), given_too, start, self._at)
            elif closed:
                yield Tag(f"/{closed.lower()}", "", start, self._at)
            elif raw:
                end, self._at = self._at, _end_of(raw.lower(), html, self._at)
                yield Tag(raw.lower(), given, start, end)

    def inner(self, tag: Tag) -> str:
        """Return the content of the element that was yielded last, which is no markup."""
        return self.html[tag.end : self._at]

    def skip(self, name: str) -> None:
        """Go on at the next end tag of a name."""
        at = self.html.find(f"</{name}", self._at)
        self._at = at if at >= 0 else len(self.html)
