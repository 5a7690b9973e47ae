"""All files that machines read, of one language."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import urlsplit

from macros.language.tongue import tongue
from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.site.abstract import Abstract, abstracts, page_with
from macros.site.feed import FEED, feed
from macros.site.json_ld import embedded, linked
from macros.site.llms import llms
from macros.site.social.card import HEIGHT, WIDTH, Card, drawn
from macros.site.tables.package import descriptor
from macros.site.tables.records import SCHEMA, Records, schema, tables

_SCRIPTS: Final = {"ledger": "assets/ledger.js", "scenario": "assets/scenario.js"}
"""The scripts that only pages with these calls have."""


def machine_files(edition: Edition) -> dict[str, bytes]:
    """Return the files by path under the edition's root."""
    pages, voice, site = abstracts(edition), edition.voice, edition.site
    files = edition.kept("tables", lambda: _tables(edition))
    changes = page_with(edition, "changes")
    cards = {name: Card(edition, page, shown_address(site)) for name, page in pages.items()}
    image = next((card for card in cards.values() if card.page.file == changes), None)
    files[FEED] = feed(voice, site, changes, image.href if image else "")
    files["llms.txt"] = llms(voice, site, pages.values(), _others(edition))
    return files | {card.path: drawn(card, edition.cache) for card in cards.values()}


def _tables(edition: Edition) -> dict[str, bytes]:
    records = Records(edition)
    facts = records.facts()
    csv = tables(facts, records.origins(), edition.book)
    files = {f"data/{name}.csv": body for name, body in csv.items()}
    files["data/facts.json"] = _json_lines(facts)
    files[f"data/{SCHEMA}"] = _json(schema(edition.voice))
    files["data/datapackage.json"] = _json(descriptor(edition.voice, edition.site, csv))
    return files


def head(edition: Edition, src: str) -> dict[str, Any]:
    """Return what the head of a page tells machines, given its file within its language."""
    source = edition.by_file.get(src)
    page = abstracts(edition).get(source.name) if source else None
    if source is None or page is None:
        return {}
    called = {call.name for call in source.calls}
    scripts = [path for name, path in _SCRIPTS.items() if name in called]
    return _head(edition, page) | {"scripts": scripts}


def _head(edition: Edition, page: Abstract) -> dict[str, Any]:
    voice, site = edition.voice, edition.site
    book, card = edition.book, Card(edition, page)
    title = voice.text(book.site.title)
    return {
        "title": page.title,
        "description": page.description,
        "type": "article" if page.kind == "chapter" else "website",
        "url": site + page.path if site else "",
        "site": title,
        "locale": tongue(voice.language).locale,
        "modified": book.site.as_of.first.isoformat(),
        "image": site + card.href if site else "",
        "width": WIDTH,
        "height": HEIGHT,
        "alt": card.alt,
        "feed": FEED,
        "feed_title": voice.said("changes", title=title),
        "linked": embedded(linked(voice, site, page, site + card.href)),
    }


def shown_address(site: str) -> str:
    """Return an address as one would say it: without scheme and closing slash."""
    parts = urlsplit(site)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _others(edition: Edition) -> dict[Language, str]:
    """Return the address of the map in each other language."""
    root = edition.site.removesuffix(edition.folder) if edition.site else edition.way_to_root
    others = {code: each for code, each in edition.folders.items() if code != edition.language}
    return {code: f"{root}{each}llms.txt" for code, each in others.items()}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _json_lines(records: list[Any]) -> bytes:
    """Return records as JSON of one line each: they can be compared, and need no other blanks."""
    lines = (json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in records)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
