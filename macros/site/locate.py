"""Walks a finished page without changing a byte of it, and finds the numbers in its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Literal

from macros.pages.numbers import Shown, shown_by

Context = Literal["prose", "heading", "chart", "inert"]
_INERT: Final = frozenset({"a", "button", "label", "summary", "svg", "nav"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})


@dataclass(frozen=True, slots=True)
class Number:
    """A `<data>` element of ours in the article.

    Attributes:
        start: Offset of its start tag.
        end: Offset behind its end tag.
        shown: What it is of; its text is not read.
        context: Whether it may become a control, in prose or in a chart's table; only a link; or
            nothing.
    """

    start: int
    end: int
    shown: Shown
    context: Context


@dataclass(frozen=True, slots=True)
class Found:
    """What a page's article holds."""

    numbers: tuple[Number, ...]
    article_end: int


class _Walker(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = [0]
        for line in html.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.open: Counter[str] = Counter()
        self.in_chart = False
        self.numbers: list[Number] = []
        self.pending: tuple[int, dict[str, str]] | None = None
        self.article_end = -1
        self.feed(html)
        self.close()

    def at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "data" and "t-n" in attributes.get("class", "").split():
            self.pending = (self.at(), attributes)
        elif tag == "template":
            self.in_chart = True
        elif tag in _INERT or tag in _HEADINGS or tag == "article":
            self.open[tag] += 1

        if tag == "svg":
            self.set_cdata_mode(tag)  # nothing of ours stands in a drawing

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_startendtag(tag, attrs)
        self.clear_cdata_mode()

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self.pending:
            start, attributes = self.pending
            shown = shown_by(attributes)
            end = self.at() + len("</data>")
            if self.open["article"] or self.in_chart:
                self.numbers.append(Number(start, end, shown, self._context()))
            self.pending = None
        elif tag == "template":
            self.in_chart = False
        elif self.open[tag] > 0:
            self.open[tag] -= 1
            if tag == "article" and not self.open[tag]:
                self.article_end = self.at()

    def _context(self) -> Context:
        if any(self.open[tag] for tag in _INERT):
            return "inert"
        if any(self.open[tag] for tag in _HEADINGS):
            return "heading"
        return "chart" if self.in_chart else "prose"


def find_numbers(html: str) -> Found:
    """Return the numbers of an article, or of tables in templates, and where the article ends."""
    walker = _Walker(html)
    return Found(tuple(walker.numbers), walker.article_end)


def replaced(html: str, numbers: Iterator[tuple[Number, str]]) -> str:
    """Return the page with the given numbers' elements replaced, all else unchanged."""
    parts, position = [], 0
    for number, replacement in numbers:
        parts += [html[position : number.start], replacement]
        position = number.end
    return "".join([*parts, html[position:]])
