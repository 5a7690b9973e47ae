"""Where facts and origins are used: on which pages, as their calls say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from macros.pages.addresses import ROOT, anchor
from macros.pages.edition import Edition
from macros.pages.front import front_of
from macros.pages.macros.registry import first, keys_in, kind_of
from macros.pages.source import Page

_TITLE = re.compile(r"^#\s+(.+?)(?:\s*\{[^}]*\})?\s*$", re.MULTILINE)


def uses(edition: Edition) -> Mapping[str, list[tuple[str, str]]]:
    """Return for each entry the pages that use it: titles, and where they first show it, if so."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page in edition.pages:
        numbers, title = {*_numbers(page)}, title_of(page)
        for key in dict.fromkeys(k for call in page.calls for k in keys_in(edition.book, call)):
            place = address_of(page, number_id(key) if key in numbers else "")
            found.setdefault(key, []).append((title, ROOT + place))
    return found


def _numbers(page: Page) -> Iterator[str]:
    """Yield the facts that a page shows as numbers; one in a title has no element to lead to."""
    for call in page.calls:
        if call.start >= front_of(page.text).end and kind_of(call) == "value":
            yield first(call)


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
