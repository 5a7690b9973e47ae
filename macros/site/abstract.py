"""What a page says in short: its title, its description, and its first words with their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal
from urllib.parse import quote

from macros.pages.call import refilled
from macros.pages.edition import Edition
from macros.pages.front import front_of
from macros.pages.source import Page, calls_in
from macros.pages.uses import title_of
from macros.problems import Problems

PageKind = Literal["home", "chapter", "ledger", "page"]
_LEAD: Final = re.compile(r"(?:^|\n\n)((?:[^\n]+\n)+)\{ ?\.t-(?:answer|lede) ?\}")
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS: Final = re.compile(r"\*\*|[*`]|\{ ?[.#:][^}]*\}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Abstract:
    """A page in short, in plain text.

    Attributes:
        name: The page's name, such as `ledger`.
        file: Its address, relative to the language's root.
        kind: What it is.
        title: Its title.
        description: One sentence about it.
        lead: Its first words, numbers included.
    """

    name: str
    file: str
    kind: PageKind
    title: str
    description: str
    lead: str

    @property
    def path(self) -> str:
        """The same as a host serves it: a folder for its index."""
        return re.sub(r"(?:^|(?<=/))index\.html$", "", self.file)


def abstracts(edition: Edition) -> Mapping[str, Abstract]:
    """Return the pages of an edition by name: home, the chapters in order, then the others."""
    return edition.once(_abstracts)


def _abstracts(edition: Edition) -> Mapping[str, Abstract]:
    chapters = [chapter.page for chapter in edition.book.site.chapters]
    order = ["index", *chapters]
    found = sorted(
        edition.pages, key=lambda p: order.index(p.name) if p.name in order else len(order)
    )
    return {page.name: _abstract(edition, page, chapters) for page in found}


def _abstract(edition: Edition, page: Page, chapters: list[str]) -> Abstract:
    front = front_of(page.text)
    lead, meta = _LEAD.search(page.text, front.end), front.meta
    title = plain(edition, str(meta.get("title", "")) or title_of(page))
    description = plain(edition, str(meta.get("description", "")))
    words = plain(edition, lead[1]) if lead else ""
    return Abstract(
        page.name,
        quote(page.address),
        _kind(page, chapters),
        title,
        description,
        words or description,
    )


def _kind(page: Page, chapters: list[str]) -> PageKind:
    if page.name == "index":
        return "home"
    if page.name in chapters:
        return "chapter"
    return "ledger" if any(call.name == "ledger" for call in page.calls) else "page"


def plain(edition: Edition, text: str) -> str:
    """Return a piece of a page as plain text on one line, its calls filled in."""
    calls = calls_in(text, "", Problems())
    said = ((call, " ".join(edition.interpret(call).text.split())) for call in calls)
    filled = refilled(text, ((call.start, call.end, words) for call, words in said))
    words = unescape(_SIGNS.sub("", _LINK.sub(r"\1", filled)))
    return re.sub(" +", " ", _CONTROL.sub(" ", words)).strip()
