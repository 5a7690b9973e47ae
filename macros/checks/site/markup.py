"""Reads built pages: their ids, links, loads and numbers, and what is wrong with their elements.

Most tags are written alike many times, on many pages: what one says is found out once. Where it
stands is looked for when something is wrong with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from macros.checks.site.tags import ANYWHERE, Fault, Lead, Meaning, meaning_of, misplaced
from macros.language.tongue import tagged
from macros.language.writing import Language
from macros.pages.numbers import Shown
from macros.site.html_tags import MARKUP, markup, read

_ALIKE: Final = 1 << 12  # tags that are remembered, at most: those of a page and its pair
_NAMED: Final = ("figure", "/figure", "article", "/article", "svg", "img")
"""The tags that matter whatever they are given."""
_NUMBER: Final = r"data\s[^<>]*+>[^<]*+(?=</data[\s/>])"
"""With what it says, if that holds no markup."""
_DRAWN: Final = (
    r'(?:(?<="t-figure__wide"><)|(?<="t-figure__narrow"><))svg[\s>][^<]*+(?:<(?!/svg[\s>])[^<]*+)*'
)
"""We drew it: it holds neither links nor numbers."""
_TAGS: Final = re.compile(markup(named=_NAMED, first=(_NUMBER, _DRAWN)))
_BRACES: Final = re.compile(r"\{[{%]")  # by itself it is found ten times as fast
_UNRUN: Final = re.compile(rf"{_BRACES.pattern}|Macro (?:Rendering|Syntax) Error")
_RUN: Final = frozenset(("", "module", "text/javascript"))
"""The types of scripts that run."""


@dataclass
class Markup:
    """What a built page holds."""

    language: Language
    ids: set[str] = field(default_factory=set)
    links: set[Lead] = field(default_factory=set)
    numbers: dict[str, tuple[Shown, int]] = field(default_factory=dict)
    """By its element as it is written: what each is of, and how often it stands there."""
    cards: set[str] = field(default_factory=set)  # that are asked for
    beside: list[str] = field(default_factory=list)  # addresses of what comes later
    wrong: list[Fault] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)  # those in its frame that run, if any do
    is_notice: bool = False  # it says that there is no such page in its language


class SiteReader:
    """Reads the pages of a site.

    Attributes:
        values: What stands in attributes of those that were read: only this can name a class.
        places: Returns where the tags of a page stand, by what they say.
    """

    def __init__(self) -> None:
        self.values: set[str] = set()
        self._told = lru_cache(_ALIKE)(self._look)
        self.places = lru_cache(1)(self._index)

    def read(self, html: str, language: Language = "") -> Markup:
        """Read a built page, or what stands beside one in a language."""
        return _PageReader(html, Markup(language or tagged("")), self._told).read()

    def _index(self, html: str) -> Mapping[object, list[int]]:
        places = defaultdict[object, list[int]](list)
        for tag in _TAGS.finditer(html):
            texts = {tag[0], _whole(html, tag)}
            told = (told for told in map(self._told, texts) if told)
            for what in {what for each in told for what in each.said}:
                places[what].append(tag.start())
        return places

    def _look(self, text: str) -> Meaning | None:
        tag = read(text)
        self.values.update(tag.attributes.values())
        return meaning_of(tag, text)


def _whole(html: str, tag: re.Match[str]) -> str:
    """Return a tag, with what its number says though there is markup in it."""
    after = MARKUP.finditer(html, tag.end()) if tag[0].startswith("<data") else ()
    ends = (found.start() for found in after if read(found[0]).name == "/data")
    return html[tag.start() : next(ends, tag.end())]


class _PageReader:
    def __init__(self, html: str, page: Markup, told: Callable[[str], Meaning | None]) -> None:
        self.html, self.page, self.told = html, page, told
        self.tags = _TAGS.findall(html)
        self.followed: dict[str, Meaning] = {}

    def read(self) -> Markup:
        for text, times in Counter(self.tags).items():
            if told := self.told(text):
                self._take(told, text, times)
        if any(told.within for told in self.followed.values()):
            self._walk()
        if _BRACES.search(self.html) or "Macro " in self.html:
            self.page.wrong += _leftovers(self.html)
        return self.page

    def _take(self, told: Meaning, text: str, times: int) -> None:
        """Take in what a tag says, and how often."""
        page, given = self.page, told.tag.attributes
        if told.links:
            page.links.update(told.links)
        if "id" in given:
            if times > 1 or given["id"] in page.ids:
                n = self.tags.index(text)
                n = self.tags.index(text, n + 1) if times > 1 else n
                self._tell(n, (0, f"the id {given['id']!r} is used twice", "an anchor leads once"))
            page.ids.add(given["id"])
        if "data-card" in given:
            page.cards.add(given["data-card"])
        if told.number:
            self._count(text, told.number, times)
        for fault in told.wrong:
            self._tell(self.tags.index(text), fault)
        if told.is_followed:
            self.followed[text] = told
            page.is_notice |= "data-notice" in given
            if told.tag.name == "html":
                page.language = tagged(given.get("lang", ""))
            if "data-cards" in given and "t-notes" in given.get("class", ""):
                page.beside.append(given["data-cards"])

    def _count(self, text: str, number: Shown, times: int) -> None:
        if not text.endswith(">"):
            self.page.numbers[text] = number, times
            return
        alike = (tag for tag in _TAGS.finditer(self.html) if tag[0] == text)
        for whole, often in Counter(_whole(self.html, tag) for tag in alike).items():
            if (told := self.told(whole)) and told.number:
                self.page.numbers[whole] = told.number, often

    def _walk(self) -> None:
        """Look where those stand of which that matters."""
        inside = Counter({ANYWHERE: 1})
        for n, told in enumerate(map(self.followed.get, self.tags)):
            if told is None:
                continue
            name, given, inner = told.tag
            if name in ("figure", "article"):
                inside[name] += 1
            elif name in ("/figure", "/article"):
                inside[name[1:]] -= inside[name[1:]] > 0
            elif inside[told.within]:
                self._tell(n, misplaced(name))
            elif name == "script" and "src" not in given and given.get("type", "") in _RUN:
                self.page.scripts.append(inner)

    @cached_property
    def starts(self) -> list[int]:
        return [tag.start() for tag in _TAGS.finditer(self.html)]

    def _tell(self, n: int, fault: Fault) -> None:
        """Tell what is wrong with a tag, by its number in the page."""
        place, message, hint = fault
        self.page.wrong.append((self.starts[n] + place, message, hint))


def _leftovers(html: str) -> list[Fault]:
    """Return what readers would see of calls that were not run: not in scripts, styles or code."""
    wrong, place, code = list[Fault](), 0, -1
    for piece in MARKUP.split(html):
        name = read(piece).name
        if name == "code":
            code = len(wrong)
        elif name == "/code" and code >= 0:
            del wrong[code:]
            code = -1
        for found in _UNRUN.finditer(piece) if name not in ("script", "style") else ():
            told = f"{found[0]!r} was not rendered"
            wrong.append((place + found.start(), told, "build again"))
        place += len(piece)
    return wrong
