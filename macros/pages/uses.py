"""Where facts and origins are used: on which pages, as their calls say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from macros.pages.addresses import anchor
from macros.pages.edition import Edition
from macros.pages.front import front_of
from macros.pages.macros.registry import first, keys_in, kind_of
from macros.pages.source import Page

_TITLE = re.compile(r"^#\s+(.+?)(?:\s*\{[^}]*\})?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Uses:
    """The pages of an edition that use each fact, statement, development and origin."""

    edition: Edition

    @cached_property
    def _index(self) -> dict[str, list[Page]]:
        index: dict[str, list[Page]] = {}
        for page in self.edition.pages:
            for key in dict.fromkeys(
                k for call in page.calls for k in keys_in(self.edition.book, call)
            ):
                index.setdefault(key, []).append(page)
        return index

    def of(self, key: str) -> list[Page]:
        """Return the pages that use a fact, or derive something they show from it."""
        return self._index.get(key, [])

    def address(self, page: Page, key: str) -> str:
        """Return where a page first shows a fact as a number; the page itself if only otherwise."""
        return address_of(page, number_id(key) if key in self._numbers[page.path] else "")

    @cached_property
    def _numbers(self) -> dict[str, set[str]]:
        return {
            page.path: {
                first(call)
                for call in page.calls
                # A number in a title has no element to lead to.
                if call.start >= front_of(page.text).end and kind_of(call) == "value"
            }
            for page in self.edition.pages
        }


def title_of(page: Page) -> str:
    """Return a page's title: its first heading, without calls."""
    found = _TITLE.search(page.text)
    return re.sub(r"\{\{.*?\}\}", "…", found[1]) if found else page.name


def address_of(page: Page, fragment: str = "") -> str:
    """Return a page's address, relative to its language's root."""
    return quote(page.address) + (f"#{fragment}" if fragment else "")


def number_id(key: str) -> str:
    """Return the id that the first number of a fact has on each page that shows it."""
    return f"n-{anchor(key)}"
