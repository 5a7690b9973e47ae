"""Linked data (schema.org, JSON-LD): what each page is, for search engines and archives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from macros.language.tongue import tongue
from macros.language.words import LICENCE_URL
from macros.pages.edition import Edition
from macros.pages.voice import Voice
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
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}
_UNSAFE: Final = str.maketrans(_ESCAPES | {"\u2028": "\\u2028", "\u2029": "\\u2029"})


def embedded(thing: Thing) -> str:
    """Return JSON that may stand in a script element: nothing in it can end that or be markup."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def linked(edition: Edition, page: Abstract, image: str) -> Thing:
    """Return a page as linked data.

    Args:
        edition: The explainer in one language.
        page: The page in short.
        image: Address of its card.
    """
    voice, site, kind = edition.voice, edition.site, page.kind
    what, mark = _WHAT[kind]
    match kind:
        case "chapter":
            own = _article(voice, site, page)
        case "ledger":
            own = _dataset(voice, site, page) | {"distribution": _distribution(edition.home)}
        case _:
            own = {"name": voice.text(edition.book.site.title) if kind == "home" else page.title}
    return {
        "@context": "https://schema.org",
        "@type": what,
        "@id": f"{site}{page.path}#{mark}",
        "description": page.description,
        "publisher": _publisher(voice, site),
        **own,
        **({} if kind == "home" else {"isPartOf": {"@id": f"{site}#site"}}),
        **({} if kind == "page" else _based_on(voice)),
        "url": site + page.path,
        "inLanguage": tongue(voice.language).tag,
        "dateModified": voice.audit.book.site.as_of.first.isoformat(),
        "license": LICENCE_URL,
        "image": image,
        "isAccessibleForFree": True,
    }


def _article(voice: Voice, site: str, page: Abstract) -> Thing:
    return {
        "headline": page.title,
        "abstract": page.lead,
        "datePublished": _first_day(voice),
        "author": _publisher(voice, site),
        "mainEntityOfPage": site + page.path,
    }


def _dataset(voice: Voice, site: str, page: Abstract) -> Thing:
    book = voice.audit.book
    title = voice.text(book.site.title)
    return {
        "name": f"{title}{voice.phrase('colon_gap')}{page.title}",
        "description": voice.said("about", title=title, date=voice.day(book.site.as_of)),
        "datePublished": _first_day(voice),
        "version": book.site.as_of.text,
        "creator": _publisher(voice, site),
        "temporalCoverage": _coverage(voice),
        "variableMeasured": _measured(voice),
    }


def _distribution(home: str) -> list[Thing]:
    """Return the downloads of the data, which all languages share."""
    kinds = {f"data/{name}.csv": "text/csv" for name in TABLES}
    kinds |= dict.fromkeys((RECORDS, DESCRIPTOR), "application/json")
    return [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": home + path}
        for path, kind in kinds.items()
    ]


def _publisher(voice: Voice, site: str) -> Thing:
    title = voice.text(voice.audit.book.site.title)
    return {"@type": "Organization", "name": title} | ({"url": site} if site else {})


def _based_on(voice: Voice) -> Thing:
    """Return the reviewed text, if there is one."""
    site = voice.audit.book.site
    if not site.article:
        return {}
    article = voice.audit.book.origins[site.article]
    source = {
        "@type": "Article",
        "name": article.title,
        "url": article.url,
        "datePublished": site.written.first.isoformat(),
        "publisher": {"@type": "Organization", "name": voice.text(article.publisher)},
    }
    return {"isBasedOn": source}


def _first_day(voice: Voice) -> str:
    """Return the day of the first edition."""
    book = voice.audit.book
    days = [change.date.first for change in book.changes]
    return min(days, default=book.site.as_of.first).isoformat()


def _coverage(voice: Voice) -> str:
    book = voice.audit.book
    periods = [f.identity.period for f in book.facts.values() if f.identity.period]
    first = min((p.first for p in periods), default=book.site.written.first)
    last = max((p.last for p in periods), default=book.site.as_of.first)
    return f"{first.isoformat()}/{last.isoformat()}"


def _measured(voice: Voice) -> list[str]:
    book = voice.audit.book
    concepts: Iterable[str] = dict.fromkeys(f.identity.concept for f in book.facts.values())
    return [voice.text(book.terms[concept]) for concept in concepts]
