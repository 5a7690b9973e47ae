"""Reads a page a second time, as Markdown has made it: what readers see there, no call has to say.

The check of the sources knows Markdown as far as it can. Where the two should disagree about what
is text, this is what readers get to see: numbers that no call made, and what runs or loads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from macros.checks.prose.elements import LOADED, RUN
from macros.checks.prose.masking import INLINE
from macros.checks.prose.reading import taken
from macros.language.narrow_digits import narrowed
from macros.language.pattern_steps import CALL
from macros.pages.edition import Edition
from macros.pages.macros.registry import kind_of, words
from macros.pages.source import Page
from macros.problems import Location, Problems, Rule
from macros.site.html_tags import Tag, pieces

_HINT: Final = "bind it with a call; if the check of the sources was silent, report what it missed"
_SHOWN: Final = ("alt", "title", "aria-label", "placeholder", "label", "summary", "abbr", "start")
_EMPTY: Final = frozenset({"br", "hr", "img", "input", "wbr", "col", "source", "area"})
_LOADED: Final = re.compile(LOADED)
_RUN: Final = re.compile(rf"\s*{RUN}", re.IGNORECASE)


def check_article(edition: Edition, uri: str, html: str | None) -> Problems:
    """Return the numbers in a rendered page that no call and no rule lets stand, and what runs.

    Args:
        edition: The edition of the page's language.
        uri: The page's file in its language's folder; one that no author wrote is not read.
        html: What Markdown made of it, before charts and cards are put in.
    """
    problems = Problems(rule=Rule.number)
    page = edition.by_file.get(uri)
    if page is None or html is None:
        return problems
    where, reader = Location(page.path), _ArticleReader(edition, page)
    for text, tag in pieces(html):
        reader.read(text)
        reader.meet(tag)
    for text in map(narrowed, reader.texts()):
        for start, end, step in taken(text, edition.language, tuple(edition.book.names)):
            if step.found:
                told = f"readers see the number “{text[start:end]}”, and no call says it"
                problems.add(where, told, _HINT)
    for what in reader.refused:
        told = f"the built page holds {what}, which loads or runs what no check reads"
        problems.under(Rule.html).add(where, told, "leave it out")
    return problems


class _ArticleReader:
    """Collects what readers see, with a mark for what a call says."""

    def __init__(self, edition: Edition, page: Page) -> None:
        self.refused: list[str] = []
        self._said = {text for call in page.calls if kind_of(call) for text in words(call)}
        self._code_stands = page.name not in edition.chapters
        self._running: list[str] = []
        self._apart: list[str] = []
        self._open: list[str] = []  # what is left out and not yet closed
        self._held: list[str] = []

    def texts(self) -> Iterator[str]:
        """Yield the running text, and what stands in attributes."""
        yield "".join(self._running)
        yield from self._apart

    def read(self, text: str) -> None:
        """Read a piece of a page's text."""
        (self._held if self._open else self._running).append(unescape(text))

    def meet(self, tag: Tag) -> None:
        """Take in a tag, with the content of what holds no markup."""
        if tag.name.startswith("/"):
            self._close(tag.name[1:])
        elif tag.name:
            self._begin(tag.name, tag.attributes)
            self.read(tag.inner)

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        self._refuse(tag, given)
        self._apart += [given[name] for name in _SHOWN if name in given]
        if self._open or self._is_left_out(tag, given):
            self._open += [tag] * (tag not in _EMPTY)
        elif not INLINE.fullmatch(tag):
            self._running.append("\n")

    def _close(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            if not self._open:
                held = "".join(self._held)
                forged = tag == "span" and held not in self._said
                self._running.append(held if forged else CALL)
                self._held.clear()
        elif not INLINE.fullmatch(tag):
            self._running.append("\n")

    def _is_left_out(self, tag: str, given: Mapping[str, str]) -> bool:
        """Whether an element is what a call, code or a footnote's mark comes to."""
        kinds = given.get("class", "").split()
        return (
            (tag == "data" and ("data-fact" in given or "data-count" in given))
            or (tag == "span" and "t-claim" in kinds)
            or (tag in ("code", "pre") and self._code_stands)
            or "footnote-ref" in kinds
            or "t-problem" in kinds
        )

    def _refuse(self, tag: str, given: Mapping[str, str]) -> None:
        if _LOADED.fullmatch(tag):
            self.refused.append(f"<{tag}>")
        self.refused += [name for name in given if name.startswith("on")]
        urls = (given.get(name, "") for name in ("href", "src", "action", "xlink:href"))
        self.refused += [url[:40] for url in urls if _RUN.match(url)]
