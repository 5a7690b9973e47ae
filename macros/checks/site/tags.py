"""What a tag of a built page says wherever it stands: where it leads, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple

from macros.pages.numbers import Shown, shown_by
from macros.site.html_tags import Tag

Fault = tuple[int, str, str]
"""How far from the beginning something is wrong, what is, and a repair."""
_TAG: Final = re.compile("<[^>]*>?")
ANYWHERE: Final = "page"
"""The element in which what is wrong everywhere is."""
_LOADED_BY_STYLE: Final = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s;]+)")
_LOADERS: Final = re.compile(
    "script|img|iframe|frame|source|video|audio|track|embed|object|input|use|image|feimage"
)
_LOADING_RELS: Final = re.compile(
    r"\b(?:stylesheet|(?:modulepre|pre)load|prefetch|prerender|preconnect|dns-prefetch"
    r"|icon|manifest)\b"
)
_SHOWN_TO_OTHERS: Final = frozenset({"og:image", "og:url", "twitter:image"})
_ADDRESSES: Final = ("href", "xlink:href", "src", "poster", "data", "action")
_COMING: Final = ("data-cards", "data-live")
_LEADING: Final = frozenset((*_ADDRESSES, "srcset", "property", "name", "http-equiv", *_COMING))
_ASKED: Final = frozenset(("id", "data-card"))
_KEPT: Final = (".css", ".js")
_FOLLOWED: Final = frozenset(
    ("figure", "/figure", "article", "/article", "html", "script", "svg", "img")
)
_RARE: Final = frozenset(("data-notice", "data-cards"))
_LEFT: Final = {
    "t-problem": "a call with a problem is on the page",
    "t-problems": "the list of problems is on the page",
    "t-slot": "a slot was never filled",
}


class Lead(NamedTuple):
    """A tag that leads somewhere, loads something or tells machines where it is.

    Attributes:
        tag: Its name.
        urls: Where it leads.
        loads: Whether a browser asks for that without being told to by the reader.
        text: The tag; nothing for most of those that lead from page to page, which are alike then.
    """

    tag: str
    urls: tuple[str, ...]
    loads: bool = False
    text: str = ""


class Meaning(NamedTuple):
    """What a tag says.

    Attributes:
        tag: The tag.
        links: Where it leads.
        number: The number that it shows.
        wrong: What is wrong with it.
        within: An element in which it is wrong.
        is_followed: Whether it says something of the page, or it matters where it stands.
    """

    tag: Tag
    links: tuple[Lead, ...]
    number: Shown | None
    wrong: tuple[Fault, ...]
    within: str
    is_followed: bool

    @property
    def said(self) -> tuple[object, ...]:
        """Its links, its number and what that is of, and the card that it asks for."""
        numbers = (self.number, self.number.what) if self.number else ()
        return *self.links, *numbers, self.tag.attributes.get("data-card")


def meaning_of(tag: Tag, text: str) -> Meaning | None:
    """Return what a tag says that is written so; None if nothing is asked of it, as of most."""
    name, given, inner = tag
    links = () if _LEADING.isdisjoint(given) else tuple(_links(tag, text))
    followed = name in _FOLLOWED or not _RARE.isdisjoint(given)
    number = None
    if name == "data" and ("data-fact" in given or "data-count" in given):
        number = shown_by(given, unescape(_TAG.sub("", inner)))
    wrong = tuple(_faults(tag, text))
    if links or number or wrong or followed or not _ASKED.isdisjoint(given):
        return Meaning(tag, links, number, wrong, _within(tag) if followed else "", followed)
    return None


def _links(tag: Tag, text: str) -> Iterator[Lead]:
    name, given, _ = tag
    urls = [given[key] for key in _ADDRESSES if key in given]
    if given.get("property", given.get("name")) in _SHOWN_TO_OTHERS:
        urls.append(given.get("content", ""))
    if given.get("http-equiv", "").lower() == "refresh":
        urls.append(given.get("content", "").partition("url=")[2])
    if "srcset" in given:
        urls += [part.split()[0] for part in given["srcset"].split(",") if part.strip()]
    if urls:
        is_alike = name == "a" and not urls[0].endswith(_KEPT)
        yield Lead(name, tuple(urls), _loads(tag), "" if is_alike else text)
    if "t-notes" in given.get("class", ""):
        for key in (key for key in _COMING if key in given):
            yield Lead("script", (given[key],), loads=True)
        if rows := given.get("data-rows"):  # what leaves have, which are read themselves
            yield Lead("a", (rows,))


def _loads(tag: Tag) -> bool:
    if tag.name == "link":
        return _LOADING_RELS.search(tag.attributes.get("rel", "").lower()) is not None
    return _LOADERS.fullmatch(tag.name) is not None or "http-equiv" in tag.attributes


def _faults(tag: Tag, text: str) -> Iterator[Fault]:
    name, given, inner = tag
    kinds = given.get("class", "")
    for kind in kinds.split() if "t-" in kinds else ():
        if kind in _LEFT:
            yield 0, _LEFT[kind], "mend what the check of the sources says"
    if "data-call" in given and "t-slot" not in kinds:
        yield 0, _LEFT["t-slot"], "build again"
    for key in given:
        if key.startswith("on"):
            yield 0, f"a {name} has a script in {key}", "scripts stand in files"
    if name == "style" or "style" in given:
        start = max(text.find(style := given.get("style", inner)), 0)
        yield from ((start + place, said, hint) for place, said, hint in loads_of(style))


def loads_of(style: str) -> Iterator[Fault]:
    """Yield what a style loads from elsewhere."""
    for found in _LOADED_BY_STYLE.finditer(style):
        yield found.start(), f"a style loads {found[1]} from another host", "ship the file"


def misplaced(name: str) -> Fault:
    """Return what is wrong with a script or a picture where it stands."""
    if name == "script":
        return 0, "a script stands in the article", "scripts stand in files"
    return 0, f"the {name} has no text alternative", "say what it shows"


def _within(tag: Tag) -> str:
    """Return the element in which a script or a picture is wrong."""
    name, given, _ = tag
    if name == "script":
        return "" if "json" in given.get("type", "") else "article"
    if name not in ("img", "svg") or _is_hidden(given):
        return ""
    if name == "img":
        if "alt" not in given:
            return ANYWHERE
        return "" if given["alt"].strip() else "article"
    if given.get("role") != "img":
        return "figure"
    named = given.get("aria-label", "").strip() or "aria-labelledby" in given
    return "" if named else ANYWHERE


def _is_hidden(given: Mapping[str, str]) -> bool:
    return given.get("aria-hidden") == "true" or given.get("role") in ("presentation", "none")
