"""What a page has of others: whatever else of their text changes, it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from macros.pages.front import front_of
from macros.pages.project import Project
from macros.pages.source import Page

_HEADING: Final = re.compile(r"^[ \t]*(?:#.*|<h\d.*|.*\n[ \t]*(?:=+|-+)[ \t]*)$", re.MULTILINE)


def digests(project: Project) -> Mapping[str, str]:
    """Return for each page, by its path, a digest of all that it shows of pages.

    That is its own text; of the others what stands in front of it, headings and calls; and all of
    theirs if it shows calls as they are written.
    """
    outline = _digest(part for page in project.pages for part in _outline(page))
    whole = _digest(page.text for page in project.pages)
    return {
        page.path: _digest((page.path, page.text, whole if _shows_code(page) else outline))
        for page in project.pages
    }


def _outline(page: Page) -> Iterator[str]:
    yield f"{page.path}\0{page.address}\0{page.text[: front_of(page.text).end]}"
    yield from _HEADING.findall(page.text)
    yield from (page.text[call.start : call.end] for call in page.calls)


def _shows_code(page: Page) -> bool:
    return any(call.name == "example" for call in page.calls)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
