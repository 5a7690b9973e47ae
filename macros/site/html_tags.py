"""A page as its tags, parted as the HTML standard parts them: the one reader of our own pages.

Nothing in Python's library is half as fast, and each finished page is read as often as it is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple


def _attribute(group: str) -> str:
    """Return the pattern of an attribute, whose four groups begin as is asked."""
    value = rf"\"{group}[^\"]*+)\"|'{group}[^']*+)'|{group}[^\s>\"'][^\s>]*+)"
    return rf"{group}[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:{value})?+)?+"


_NAME: Final = r"/?[a-z][^\s/>]*+"
_GIVEN: Final = rf"(?:[\s/]*+{_attribute('(?:')})*+[\s/]*+"
_ATTRIBUTES: Final = re.compile(_attribute("("))
# Where it matters no group is possessive: Python 3.11.2 reads on from where its last round failed.
_OURS: Final = re.compile(r"<(/?[a-z][a-z0-9-]*+)((?:\s++[a-z-]++=\"[^\"]*+\")*)>")
_OUR_GIVEN: Final = re.compile(r"([a-z-]++)=\"([^\"]*+)\"")
_REMARK: Final = r"!--(?:-?>|.*?(?:--!?>|\Z))|[!?][^>]*+(?:>|\Z)"
_TAG: Final = re.compile(rf"<({_NAME})({_GIVEN})(?:>|\Z)", re.IGNORECASE)
RAW: Final = frozenset(("script", "style", "textarea", "title"))
"""Elements whose content is no markup."""


def markup(
    whole: frozenset[str] = RAW, named: Iterable[str] = (), first: Iterable[str] = ()
) -> str:
    """Return the pattern of a tag or a remark, and of some elements with all that is in them.

    Such an element ends before its end tag; one that is never closed ends with the page.

    Args:
        whole: The elements.
        named: What tags are called that matter without attributes; if any are, others that have
            none are skipped. Nothing in them can be misread.
        first: Patterns of what is found before all else, without the bracket that it begins with.
    """
    ends = ((name, rf"[^<]*+(?:<(?!/{name}[\s/>])[^<]*+)*") for name in sorted(whole))
    elements = "|".join(rf"{name}(?=[\s/>]|\Z){_GIVEN}(?:>|\Z){rest}" for name, rest in ends)
    asked = "|".join(sorted(whole.union(named)))
    skipped = rf"(?!(?!(?:{asked})>)/?[a-z][a-z0-9-]*+>)" if named else ""
    # Most tags are written as we write them, and found in half the time.
    ours = rf"(?:/|(?!(?:{'|'.join(sorted(whole))})[\s/>]))[a-z][a-z0-9-]*+"
    given = r"(?:\s++[a-z-]++(?:=\"[^\"]*+\")?+)*+\s*+"
    before = "".join(f"{pattern}|" for pattern in first)
    return (
        rf"<{skipped}(?:{before}{ours}{given}>|(?is:{elements}|{_NAME}{_GIVEN}(?:>|\Z)|{_REMARK}))"
    )


MARKUP: Final = re.compile(f"({markup()})")
"""A tag or a remark: what it splits are texts, and what stands between two of them."""


class Tag(NamedTuple):
    """A start tag or an end tag.

    Attributes:
        name: Its name in small letters; an end tag's begins with a slash, and a remark has none.
        attributes: Its attributes by name; of two with one name the first counts.
        inner: What is in its element, if that was taken whole.
    """

    name: str
    attributes: Mapping[str, str]
    inner: str


@lru_cache(1 << 12)  # most tags are written alike many times
def read(text: str) -> Tag:
    """Return what a tag says that was found by the pattern."""
    if (ours := _OURS.match(text)) and "&" not in ours[2]:
        told = _OUR_GIVEN.findall(ours[2])
        if len(given := dict(told)) == len(told):
            return Tag(ours[1], given, text[ours.end() :])
    found = _TAG.match(text)
    if not found:
        return Tag("", {}, "")
    given = dict[str, str]()
    for name, double, single, bare in _ATTRIBUTES.findall(found[2]):
        value = double or single or bare
        given.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return Tag(found[1].lower(), given, text[found.end() :])


def pieces(html: str) -> Iterator[tuple[str, Tag]]:
    """Yield each text of a page, and the tag behind it; behind the last there is none."""
    parts = [*MARKUP.split(html), ""]
    return zip(parts[::2], map(read, parts[1::2]), strict=True)
