"""Linked data (schema.org, JSON-LD): what each page is, for search engines and archives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from macros.language.tongue import tongue
from macros.language.words import LICENCE_URL
from macros.pages.edition import Edition
from macros.pages.templates import render_text
from macros.site.abstract import Abstract
from macros.site.tables.columns import TABLES
from macros.site.tables.package import DESCRIPTOR, RECORDS

Thing = dict[str, Any]
_WHAT: Final[Mapping[str, tuple[str, str]]] = {
    "home": ("WebSite", "site"),
    "chapter": ("Article", "article"),
    "ledger": ("Dataset", "dataset"),
    "page": ("WebPage", "page"),
}
"""What each kind of page is, and how its name as a thing ends."""
_DOWNLOADS: Final = (*(f"data/{name}.csv" for name in TABLES), RECORDS, DESCRIPTOR)
"""The data, which all languages share."""
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}
_UNSAFE: Final = str.maketrans(_ESCAPES | {"\u2028": "\\u2028", "\u2029": "\\u2029"})


def embedded(thing: Thing) -> str:
    """Return JSON that may stand in a script element: nothing in it can end that or be markup."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def linked(edition: Edition, page: Abstract, image: str) -> Thing:
    """Return a page as linked data; `image` is the address of its card."""
    voice, book = edition.voice, edition.book
    made: Thing = json.loads(
        render_text(
            "linked.json",
            voice=voice,
            book=book,
            article=book.origins.get(book.site.article),
            title=voice.text(book.site.title),
            site=edition.site,
            home=edition.home,
            page=page,
            kinds=_WHAT,
            first_day=min((c.date.first for c in book.changes), default=book.site.as_of.first),
            coverage=edition.once(_coverage),
            measured=edition.once(_measured),
            downloads=_DOWNLOADS,
            language=tongue(voice.language).tag,
            licence=LICENCE_URL,
            image=image,
        )
    )
    return made


def _coverage(edition: Edition) -> str:
    site = edition.book.site
    periods = [f.identity.period for f in edition.book.facts.values() if f.identity.period]
    first = min((p.first for p in periods), default=site.written.first)
    last = max((p.last for p in periods), default=site.as_of.first)
    return f"{first.isoformat()}/{last.isoformat()}"


def _measured(edition: Edition) -> list[str]:
    concepts = dict.fromkeys(fact.identity.concept for fact in edition.book.facts.values())
    return [edition.voice.text(edition.book.terms[concept]) for concept in concepts]
