"""Which entities a text names, and with which a fact has to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.data.book import Book


def involved(book: Book, key: str, depth: int = 4) -> Iterator[str]:
    """Yield the entities that a fact, or what it is computed from, has to do with."""
    if (fact := book.facts.get(key)) is None or not depth:
        return
    found = [fact.identity.entity, fact.identity.counterparty]
    for name in found:
        if name in book.entities:
            yield name
            found += {book.entities[name].part_of} - {*found}
    for each in set(fact.keys):
        yield from involved(book, each, depth - 1)


def named(book: Book, label: str, language: str) -> set[str]:
    """Return the entities that a text names."""
    return {e.id for e in book.entities.values() if _whole(e.label[language]).search(label)}


@lru_cache(maxsize=512)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])")
