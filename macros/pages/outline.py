"""What a page has of others: whatever else of their text changes, it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from macros.pages.front import front_of
from macros.pages.source import Page

_HEADING: Final = re.compile(r"^[ \t]*(?:#.*|<h\d.*|.*\n[ \t]*(?:=+|-+)[ \t]*)$", re.MULTILINE)


def outline_of(pages: Iterable[Page]) -> str:
    """Return a digest of what pages show of each other: what stands in front, headings, calls."""
    return digest_of(part for page in pages for part in _outline(page))


def digests(pages: Sequence[Page]) -> Mapping[str, str]:
    """Return for each page, by its path, a digest of all that it shows of pages.

    That is its own text, of the others their outline, or all of theirs if it shows calls as they
    are written.
    """
    outline, whole = outline_of(pages), digest_of(page.text for page in pages)
    return {
        page.path: digest_of((page.path, page.text, whole if _shows_code(page) else outline))
        for page in pages
    }


def _outline(page: Page) -> Iterator[str]:
    yield f"{page.path}\0{page.address}\0{page.text[: front_of(page.text).end]}"
    yield from _HEADING.findall(page.text)
    yield from (page.text[call.start : call.end] for call in page.calls)


def _shows_code(page: Page) -> bool:
    return any(call.name == "example" for call in page.calls)


def digest_of(parts: Iterable[str]) -> str:
    """Return the digest of some texts, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
