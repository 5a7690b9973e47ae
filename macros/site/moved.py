"""Old addresses: pages that lead on to where something is now, and anchors that still hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import Final

from macros.data.book import Book
from macros.pages.edition import Edition
from macros.pages.files import Source
from macros.pages.source import Page
from macros.pages.templates import render
from macros.pages.uses import address_of, title_of
from macros.problems import Problems, Rule, nearest

_PAGE: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*")


def moved_pages(edition: Edition) -> dict[str, bytes]:
    """Return a page for each former address of a page, by path under the edition's root."""
    pages = {page.name: page for page in edition.pages}
    former = {
        _written(moved.former, edition): pages[moved.to]
        for moved in edition.book.moved
        if moved.kind == "page" and moved.to in pages and moved.former not in pages
    }
    return {path: _leading(path, page, edition) for path, page in former.items()}


def _written(former: str, edition: Edition) -> str:
    """Return what was written for a former page, as it is for those of today."""
    folders = any(page.address != f"{page.name}.html" for page in edition.pages)
    return Source.of(f"{former}.md", folders).address


def _leading(former: str, page: Page, edition: Edition) -> bytes:
    """Return a page that leads on: at once, by a link, and for search engines."""
    folder, target = posixpath.dirname(former), address_of(page)
    made = render(
        "moved",
        edition.voice,
        title=title_of(page),
        target=posixpath.relpath(target, folder or "."),
        assets=posixpath.relpath(f"{edition.way_to_root}assets", folder or "."),
        url=edition.site + target if edition.site else "",
    )
    return f"{made}\n".encode()


def check_moved_pages(book: Book, pages: Iterable[Page], problems: Problems) -> None:
    """Record former names of pages that are in use, and those that lead nowhere."""
    problems = problems.under(Rule.name)
    known = {page.name: page.path for page in pages}
    for moved in book.moved:
        if moved.kind != "page":
            continue
        if not _PAGE.fullmatch(moved.former):
            problems.add(moved.where, f"{moved.former!r} is no page's name", "such as background")
        if moved.former in known:
            message = f"{moved.former!r} has not moved: there is {known[moved.former]}"
            problems.add(moved.where, message, "a former name is in use no longer")
        if moved.to not in known:
            message = f"there is no page {moved.to!r}, to which {moved.former!r} has moved"
            problems.add(moved.where, message, nearest(moved.to, known))
