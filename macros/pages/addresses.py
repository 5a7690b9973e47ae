"""Where things stand: links that know no page yet, and anchors, today's and former ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from macros.audit.corrections import former_keys
from macros.data.book import Book

ROOT: Final = "~/"
"""What a link begins with that is given from the language's root, until its page is known."""
LEAF: Final = 300
"""How many entries a leaf of a parted ledger has."""
WHOLE: Final = 500
"""How many entries a ledger may have that is not parted."""


@lru_cache  # there are few, and a link to one of them at each number
def quoted(address: str) -> str:
    """Return a page's address as it is written in links."""
    return quote(address)


def settled(html: str, address: str) -> str:
    """Return what stands on a page with its links from the root made relative to the page."""
    return html.replace(f'"{ROOT}', f'"{"../" * address.count("/")}')


def anchor(key: str) -> str:
    """Return the ledger's anchor of a fact's key."""
    return key.replace("[", "-").replace("]", "").replace("/", "_")


def leaf_of(address: str, number: int) -> str:
    """Return the address of a leaf of a page, or of an entry there: the first is the page."""
    return address if number == 1 else address.replace(".html", f".{number}.html", 1)


def leaves(book: Book) -> Mapping[str, int]:
    """Return the leaf of each entry of the ledger, by its anchor."""
    keys = (*book.facts, *book.statements)
    size = leaf_size(len(keys))
    return {anchor(key): n // size + 1 for n, key in enumerate(keys)}


def leaf_size(entries: int) -> int:
    """Return how many entries a leaf has of a ledger with so many; of a small one, all."""
    return LEAF if entries > WHOLE else WHOLE


def former_anchors(book: Book) -> Mapping[str, list[str]]:
    """Return the anchors that each fact and origin had before, by its present key."""
    found: dict[str, list[str]] = {}
    for former, key in former_keys(book).items():
        found.setdefault(key, []).append(anchor(former))
    for moved in book.moved:
        if moved.kind == "origin":
            found.setdefault(f"origin {moved.to}", []).append(moved.former)
    return found
