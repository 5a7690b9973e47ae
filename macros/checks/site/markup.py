"""Reads a built page: its ids, links, loads and numbers, and what is wrong with its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from sys import intern
from typing import Final

from macros.language.tongue import tagged
from macros.language.writing import Language
from macros.pages.numbers import Shown, shown_by
from macros.site.html_tags import Tag, Tags

Offset = int
"""How far from the beginning."""
_FOLLOWED: Final = frozenset(("figure", "article", "data", "svg", "head", "code"))
_STANDS: Final = frozenset(
    (
        "figure",
        "article",
        "/figure",
        "/article",
        "/data",
        "head",
        "code",
        "/code",
        "script",
        "style",
        "data",
        "svg",
        "img",
    )
)
"""The tags of which it matters where they stand, whatever they are given."""
_UNRUN: Final = ("{{", "{%", "Macro Rendering Error", "Macro Syntax Error")
_LOADERS: Final = re.compile(
    "script|img|iframe|frame|source|video|audio|track|embed|object|input|use|image|feimage"
)
_LOADING_RELS: Final = re.compile(
    r"\b(?:stylesheet|(?:modulepre|pre)load|prefetch|prerender|preconnect|dns-prefetch"
    r"|icon|manifest)\b"
)
_ADDRESSES: Final = frozenset(("href", "xlink:href", "src", "srcset", "poster", "data", "action"))
_TOLD: Final = _ADDRESSES | {"rel", "property", "name", "content", "http-equiv", "type"}
"""What is asked of an element later: all else is not held, for there may be many."""
_PLACED: Final = frozenset(("id", "style", "data-fact", "data-count", "data-card"))
"""Attributes of which every place is asked later."""
_FRAMES: Final = ('"t-figure__wide">', '"t-figure__narrow">')
_RUN: Final = frozenset(("", "module", "text/javascript"))
"""The types of scripts that run."""
_NEAR: Final = 64  # blanks between a head and its character set, at most
_LEFT: Final = {
    "t-problem": "a call with a problem is on the page",
    "t-problems": "the list of problems is on the page",
    "t-slot": "a slot was never filled",
}


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag that links, loads or tells machines where something is; one for all alike."""

    tag: str
    given: dict[str, str]
    place: Offset
    end: Offset

    @property
    def loads(self) -> bool:
        """Whether a browser asks for its address without being told to by the reader."""
        if self.tag == "link":
            return _LOADING_RELS.search(self.given.get("rel", "").lower()) is not None
        return _LOADERS.fullmatch(self.tag) is not None or "http-equiv" in self.given


@dataclass
class Markup:
    """What a built page holds."""

    language: Language = ""
    ids: set[str] = field(default_factory=set)
    elements: list[Element] = field(default_factory=list)
    numbers: list[tuple[Offset, Shown]] = field(default_factory=list)
    cards: list[tuple[Offset, str]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)  # addresses of what comes later
    wrong: list[tuple[Offset, str, str]] = field(default_factory=list)
    values: set[str] = field(default_factory=set)  # of attributes: only these can name a class
    scripts: list[str] = field(default_factory=list)  # those in its frame that run, if any do
    styles: list[tuple[Offset, str]] = field(default_factory=list)
    head: Offset = -1  # where it begins to say what it loads
    is_notice: bool = False  # it says that there is no such page in its language


def read_markup(html: str, language: Language = "") -> Markup:
    """Read a built page, or what stands beside one in a language."""
    reader = _MarkupReader(Tags(html, _FOLLOWED), language)
    for tag in reader.tags:
        reader.read(tag)
    for place, text in _leftovers(html, reader.unread):
        reader.page.wrong.append((place, f"{text!r} was not rendered", "build again"))
    return reader.page


def _leftovers(html: str, unread: Sequence[tuple[Offset, Offset]]) -> Iterator[tuple[Offset, str]]:
    """Yield what a reader would see of calls that were not run, outside scripts and styles."""
    for mark in _UNRUN:
        at = html.find(mark)
        while at >= 0:
            if not any(start <= at < end for start, end in unread):
                yield at, mark
            at = html.find(mark, at + len(mark))


def text_of(html: str) -> str:
    """Return the text of a piece of a page that holds nothing but text and tags."""
    first, *rest = html.split("<")
    return unescape(first + "".join(piece.partition(">")[2] for piece in rest))


class _MarkupReader:
    def __init__(self, tags: Tags, language: Language) -> None:
        self.tags, self.page = tags, Markup(language)
        self.number: Tag | None = None
        self.code = -1
        self.unread: list[tuple[Offset, Offset]] = []  # scripts, styles and code
        self.figures = self.articles = 0

    def read(self, tag: Tag) -> None:
        if tag.name in _STANDS:
            self._follow(tag)
        given = tag.attributes
        if given or tag.name == "script":
            self._take(tag, given)
            self._check(tag.name, given, tag.start)
        if tag.name == "svg" and self.tags.html.endswith(_FRAMES, 0, tag.start):
            self.tags.skip(tag.name)  # we drew it: it holds neither links nor numbers
        elif tag.name not in _STANDS and _PLACED.isdisjoint(given):
            self.tags.passed.add((tag.name, tag.given))

    def _follow(self, tag: Tag) -> None:
        match tag.name:
            case "figure":
                self.figures += 1
            case "article":
                self.articles += 1
            case "/figure":
                self.figures -= self.figures > 0
            case "/article":
                self.articles -= self.articles > 0
            case "/data" if self.number:
                text = text_of(self.tags.html[self.number.end : tag.start])
                self.page.numbers.append(
                    (self.number.start, shown_by(self.number.attributes, text))
                )
                self.number = None
            case "head":
                self.page.head = tag.end
            case "code":
                self.code = tag.start
            case "/code":
                self.unread.append((self.code, tag.start))
            case "script" | "style":
                self._take_raw(tag)

    def _take_raw(self, tag: Tag) -> None:
        text, given = self.tags.inner(tag), tag.attributes
        self.unread.append((tag.start, tag.end + len(text)))
        if tag.name == "style":
            self.page.styles.append((tag.end, text))
        elif not self.articles and "src" not in given and given.get("type", "") in _RUN:
            self.page.scripts.append(text)

    def _take(self, tag: Tag, given: dict[str, str]) -> None:
        place = tag.start
        self.page.values.update(given.values())
        if "style" in given:
            at = self.tags.html.find(given["style"], place)
            self.page.styles.append((max(at, place), given["style"]))
        if tag.name == "meta" and "charset" in given and place - self.page.head < _NEAR:
            self.page.head = tag.end
        if tag.name == "html":
            self.page.language = tagged(given.get("lang", ""))
        if "id" in given:
            if given["id"] in self.page.ids:
                self._tell(place, f"the id {given['id']!r} is used twice", "an anchor leads once")
            self.page.ids.add(given["id"])
        if tag.name == "meta" or not _ADDRESSES.isdisjoint(given):
            told = {name: intern(given[name]) for name in given.keys() & _TOLD}
            self.page.elements.append(Element(tag.name, told, place, tag.end))
        if tag.name == "data" and ("data-fact" in given or "data-count" in given):
            self.number = tag
        self.page.is_notice |= "data-notice" in given
        if "data-card" in given:
            self.page.cards.append((place, given["data-card"]))
        if "t-notes" in given.get("class", ""):
            if "data-cards" in given:
                self.page.beside.append(given["data-cards"])
            self.page.elements += [
                Element("script", {"src": given[name]}, place, tag.end)
                for name in ("data-cards", "data-live")
                if name in given
            ]
            if rows := given.get("data-rows"):  # what leaves have, which are read themselves
                self.page.elements.append(Element("a", {"href": rows}, place, tag.end))

    def _check(self, tag: str, given: dict[str, str], place: Offset) -> None:
        kinds = given.get("class", "")
        for name in kinds.split() if "t-" in kinds else ():
            if name in _LEFT:
                self._tell(place, _LEFT[name], "mend what the check of the sources says")
        if "data-call" in given and "t-slot" not in given.get("class", ""):
            self._tell(place, _LEFT["t-slot"], "build again")
        if tag == "script" and self.articles and "json" not in given.get("type", ""):
            self._tell(place, "a script stands in the article", "scripts stand in files")
        for name in given:
            if name.startswith("on"):
                self._tell(place, f"a {tag} has a script in {name}", "scripts stand in files")
        if tag in ("svg", "img") and not _is_hidden(given):
            self._check_picture(tag, given, place)

    def _check_picture(self, tag: str, given: dict[str, str], place: Offset) -> None:
        if tag == "img":
            alone = "alt" not in given or (self.articles and not given["alt"].strip())
        else:
            drawn = self.figures or given.get("role") == "img"
            named = given.get("aria-label", "").strip() or "aria-labelledby" in given
            alone = bool(drawn) and not (given.get("role") == "img" and named)
        if alone:
            self._tell(place, f"the {tag} has no text alternative", "say what it shows")

    def _tell(self, place: Offset, message: str, hint: str) -> None:
        self.page.wrong.append((place, message, hint))


def _is_hidden(given: dict[str, str]) -> bool:
    return given.get("aria-hidden") == "true" or given.get("role") in ("presentation", "none")
