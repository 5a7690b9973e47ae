"""What a page is checked against: it is read again when what its words lead to has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Final

from macros.checks.prose.data_texts import Label
from macros.data.pieces import Entries, entries_in
from macros.pages.edition import digest_of
from macros.pages.front import front_of
from macros.pages.macros.interpret import Example
from macros.pages.macros.registry import registry, with_inner
from macros.pages.project import Project
from macros.pages.source import Page
from macros.problems import Location

SheetPart = Sequence[Page] | Sequence[Label]
"""Pages, or texts of the data."""
_WORD: Final = re.compile(r"\w+")


@cache
def _wide() -> frozenset[str]:
    """The calls that name nothing of what they show."""
    return frozenset(name for name, each in registry().items() if each.kind in ("body", "count"))


@dataclass(frozen=True)
class Grounds:
    """What the parts of a project are checked against, as digests; empty if that is not known.

    A page's calls name facts, and these name others. What is declared beside facts is part of
    each page, and so are facts that the reviewed text speaks of in the words of another.
    """

    project: Project
    _leads: dict[int, set[int]] = field(default_factory=dict, init=False, repr=False)
    _pages: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @property
    def data(self) -> str:
        """All of the data."""
        return self._digest((self.project.data,))

    @cached_property
    def shown(self) -> str:
        """All of the data, and what pages say in front of their texts."""
        pages = self.project.pages
        fronts = (f"{page.path}\0{page.text[: front_of(page.text).end]}" for page in pages)
        return self._digest((self.project.data, *fronts))

    def of(self, texts: SheetPart) -> Iterator[str]:
        """Yield the digests of pages, or that of texts of the data."""
        labels = [text for text in texts if isinstance(text, Label)]
        yield from (self.of_page(text) for text in texts if isinstance(text, Page))
        yield from [self.of_labels(labels)] if labels else ()

    def of_page(self, page: Page) -> str:
        """Return the digest of a page, and of what its calls lead to."""
        if self.project.base and self.project.audit and page.path not in self._pages:
            texts = " ".join(text for call in page.calls for text in call.texts)
            behind = self._behind(self._in(texts))
            parts = self._common, page.path, page.text, *self._wide(page), *behind
            self._pages[page.path] = self._digest(parts)
        return self._pages.get(page.path, "")

    def by_entry(self, labels: Iterable[Label]) -> Mapping[int, list[Label]]:
        """Return texts of the data by the entries that they stand in."""
        found = dict[int, list[Label]]()
        for label in labels:
            found.setdefault(self._line(label.where), []).append(label)
        return found

    def of_labels(self, labels: Sequence[Label]) -> str:
        """Return the digest of texts of the data, where each stands, and of what they lead to."""
        lines = {self._line(label.where) for label in labels}
        wide = (self.data for n in lines for name in _wide() if f"{name}(" in self._entries[n])
        places = (str(label.where) for label in labels)
        return self._digest((self._common, *wide, *places, *self._behind(lines)))

    def _digest(self, parts: Iterable[str]) -> str:
        base = self.project.base
        return digest_of((base, *parts)) if base else ""

    def _wide(self, page: Page) -> Iterator[str]:
        """Yield what the calls come to that name nothing of what they show."""
        for call in (each for outer in page.calls for each in with_inner(outer)):
            if call.name in _wide():
                outcome = self.project.editions[page.language].interpret(call)
                is_quoting = isinstance(outcome.content, Example)
                yield self.project.whole if is_quoting else outcome.text

    def _behind(self, lines: Iterable[int]) -> Iterator[str]:
        """Yield some entries and those that they lead to, however far."""
        found, left = set[int](), {*lines}
        while left:
            found |= left
            left = set[int]().union(*map(self._next, left)) - found
        yield from (self._entries[line] for line in sorted(found))

    def _next(self, line: int) -> set[int]:
        if line not in self._leads:
            self._leads[line] = {*self._in(self._entries[line]), *self._twins.get(line, ())}
        return self._leads[line]

    def _in(self, text: str) -> Iterator[int]:
        for word in self._lines.keys() & {*_WORD.findall(text)}:
            yield from self._lines[word]

    @cached_property
    def _entries(self) -> Entries:
        return entries_in(self.project.data)

    def _line(self, where: Location) -> int:
        return self._entries.at(where.line)

    @cached_property
    def _lines(self) -> Mapping[str, set[int]]:
        """Where the entries stand that may lead to facts, by their names."""
        lines, book = dict[str, set[int]](), self.project.book
        for fact in book.facts.values():
            lines.setdefault(fact.series or fact.key, set()).add(self._line(fact.where))
        for statement in book.statements.values():
            lines.setdefault(statement.id, set()).add(self._line(statement.where))
        for development in book.developments:
            lines.setdefault(development.id, set()).add(self._line(development.where))
        return lines

    @cached_property
    def _twins(self) -> Mapping[int, set[int]]:
        """The entries that say that they are of the same as an entry."""
        twins, facts = dict[int, set[int]](), self.project.book.facts
        for fact in facts.values():
            if other := facts.get(fact.same_as):
                twins.setdefault(self._line(other.where), set()).add(self._line(fact.where))
        return twins

    @cached_property
    def _common(self) -> str:
        facts = self.project.book.facts.values()
        own = {self._line(fact.where) for fact in facts}
        own -= {self._line(fact.where) for fact in facts for each in fact.reports if each.says}
        return digest_of(text for line, text in self._entries.items() if line not in own)


@lru_cache(maxsize=1)
def grounds_of(project: Project) -> Grounds:
    """Return the grounds of a project, which are found once."""
    return Grounds(project)
