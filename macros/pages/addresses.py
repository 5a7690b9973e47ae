"""Where things stand: links that know no page yet, and anchors, today's and former ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.audit.corrections import former_keys
from macros.data.book import Book

ROOT: Final = "~/"
"""What a link begins with that is given from the language's root, until its page is known."""


def settled(html: str, address: str) -> str:
    """Return what stands on a page with its links from the root made relative to the page."""
    return html.replace(f'"{ROOT}', f'"{"../" * address.count("/")}')


def anchor(key: str) -> str:
    """Return the ledger's anchor of a fact's key."""
    return key.replace("[", "-").replace("]", "").replace("/", "_")


def former_anchors(book: Book) -> Mapping[str, list[str]]:
    """Return the anchors that each fact and origin had before, by its present key."""
    found: dict[str, list[str]] = {}
    for former, key in former_keys(book).items():
        found.setdefault(key, []).append(anchor(former))
    for moved in book.moved:
        if moved.kind == "origin":
            found.setdefault(f"origin {moved.to}", []).append(moved.former)
    return found
