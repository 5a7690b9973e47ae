"""Entries that nothing uses: they rot, and a name that exempts a number may come to hide one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from macros.checks.prose.data_texts import Label
from macros.data.book import Book
from macros.language.narrow_digits import narrowed
from macros.pages.source import Page
from macros.problems import Problems, Rule, nearest

_KINDS: Final = {"bases": "basis", "entities": "entity"}
_QUOTED: Final = re.compile(r"(?<=[\"'])[^\"']+(?=[\"'])")


def check_chapters(book: Book, pages: Sequence[Page], problems: Problems) -> None:
    """Record chapters that have no page."""
    known = sorted({page.name for page in pages})
    for chapter in book.site.chapters:
        if chapter.page not in known:
            fault = f"there is no page {chapter.page!r} in docs/"
            problems.under(Rule.name).add(chapter.where, fault, nearest(chapter.page, known))


def check_unused(
    book: Book, pages: Sequence[Page], labels: Sequence[Label], problems: Problems
) -> None:
    """Warn of what is declared and never used, once nothing is wrong any more.

    Before that, what uses an entry may be what could not be read.
    """
    problems = problems.under(Rule.unused)
    if problems.errors:
        return
    # Quoted texts, whatever they mean there: a use too many hides nothing but a warning.
    named = {text for page in pages for call in page.calls for text in call.texts}
    named.update(text for label in labels for text in _QUOTED.findall(label.text))
    used = {
        "terms": {*_attributes(book, ("concept", "measure", "stage"))},
        "bases": {*_attributes(book, ("basis",))},
        "tiers": {origin.tier for origin in book.origins.values()},
        "units": {*(fact.unit.id for fact in book.facts.values()), *named},
        "entities": {*_entities(book), *named},
        "origins": {*_origins(book), *named},
        "names": _names_in_use(book, pages, labels),
    }
    for (section, name), where in book.places.items():
        if name not in used[section]:
            kind = _KINDS.get(section, section.removesuffix("s"))
            fault = f"the {kind} {name!r} is used nowhere"
            problems.add(where, fault, "take it out, or use it")


def _attributes(book: Book, names: Sequence[str]) -> Iterator[Any]:
    """Yield what facts are of, and what the article says that they are of."""
    for fact in book.facts.values():
        yield from (getattr(fact.identity, name) for name in names)
        for report in fact.reports:
            yield from (report.says[name] for name in names if name in report.says)


def _entities(book: Book) -> Iterator[str]:
    yield from _attributes(book, ("entity", "counterparty"))
    yield from (statement.entity for statement in book.statements.values())
    yield from (entity.part_of for entity in book.entities.values() if entity.part_of)


def _origins(book: Book) -> Iterator[str]:
    yield book.site.article
    yield from (report.origin.id for fact in book.facts.values() for report in fact.reports)
    yield from (series.cut.origin for series in book.series.values() if series.cut)
    for statement in book.statements.values():
        yield from (source.origin for source in statement.reports)
    for development in book.developments:
        yield from development.origins


def _names_in_use(book: Book, pages: Iterable[Page], labels: Iterable[Label]) -> set[str]:
    """Return the declared names that stand somewhere, blanks as they may be broken."""
    texts = [page.text for page in pages] + [label.text for label in labels]
    seen = " ".join(narrowed("\n".join(texts)).split())
    return {name for name in book.names if " ".join(narrowed(name).split()) in seen}
