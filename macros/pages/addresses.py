"""Where things stand: the anchors that lead to them, today's and former ones."""

from __future__ import annotations

from collections.abc import Mapping

from macros.audit.corrections import former_keys
from macros.data.book import Book
from macros.pages.voice import anchor


def former_anchors(book: Book) -> Mapping[str, list[str]]:
    """Return the anchors that each fact and origin had before, by its present key."""
    found: dict[str, list[str]] = {}
    for former, key in former_keys(book).items():
        found.setdefault(key, []).append(anchor(former))
    for moved in book.moved:
        if moved.kind == "origin":
            found.setdefault(f"origin {moved.to}", []).append(moved.former)
    return found
