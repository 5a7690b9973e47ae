"""What pages show of each other: titles, headings and calls; and the digest of texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from macros.pages.front import front_of
from macros.pages.source import Page

_HEADING: Final = re.compile(r"^[ \t]*(?:#.*|<h\d.*|.*\n[ \t]*(?:=+|-+)[ \t]*)$", re.MULTILINE)


def outline_of(pages: Iterable[Page]) -> str:
    """Return a digest of what pages show of each other: what stands in front, headings, calls."""
    return digest_of(part for page in pages for part in _outline(page))


def _outline(page: Page) -> Iterator[str]:
    yield f"{page.path}\0{page.address}\0{page.text[: front_of(page.text).end]}"
    yield from _HEADING.findall(page.text)
    yield from (page.text[call.start : call.end] for call in page.calls)


def digest_of(parts: Iterable[str]) -> str:
    """Return the digest of some texts, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
