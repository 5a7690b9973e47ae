"""All files that machines read: the data, which all languages share, and what each has itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from macros.charts.raster import maker
from macros.data.inputs import slot
from macros.language.tongue import tongue
from macros.language.words import LICENCE, LICENCE_URL
from macros.pages.changes import changes_in
from macros.pages.edition import Edition
from macros.pages.templates import render_text
from macros.pages.voice import Voice
from macros.site.abstract import Abstract, abstracts
from macros.site.social.card import HEIGHT, WIDTH, SocialCard, drawn
from macros.site.tables.columns import TABLES
from macros.site.tables.package import DESCRIPTOR, FILES, RECORDS, SCHEMA, descriptor, slug
from macros.site.tables.records import Records, schema, tables

FEED: Final = "feed.xml"
_SCRIPTS: Final = {"ledger": "assets/ledger.js", "scenario": "assets/scenario.js"}
"""The scripts that only pages with these calls have."""
_DOWNLOADS: Final = (*(f"data/{name}.csv" for name in TABLES), RECORDS, DESCRIPTOR)
"""The data, which all languages share."""
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}
_UNSAFE: Final = str.maketrans(_ESCAPES | {"\u2028": "\\u2028", "\u2029": "\\u2029"})


def machine_files(edition: Edition) -> dict[str, bytes]:
    """Return the files by path under the edition's root."""
    pages, voice, site = abstracts(edition), edition.voice, edition.site
    changes = voice.address("changes")
    cards = {name: SocialCard(edition, page, shown_address(site)) for name, page in pages.items()}
    image = next((card for card in cards.values() if card.page.file == changes), None)
    files = {
        FEED: feed(voice, site, changes, image.href if image else ""),
        "llms.txt": _map(edition, list(pages.values())),
    }
    kept = slot(edition.root, f"cards-{edition.language}", maker()) if edition.root else None
    return files | drawn(cards.values(), kept)


def feed(voice: Voice, site: str, page: str, image: str) -> bytes:
    """Return the Atom feed of the data's changes, newest first; every date is the data's own.

    Args:
        voice: How things are said.
        site: Address of the language's root; may be empty.
        page: File of the page that lists the changes.
        image: File of the picture that stands for the feed.
    """
    title = slug(voice.audit.book.site.title)

    def name(path: str) -> str:
        """Return an id that stays the same wherever the site moves."""
        return uuid5(NAMESPACE_URL, f"tieout:{title}/{voice.language}/{path}").urn

    given = {"site": site, "page": page, "image": image, "licence": f"{LICENCE} {LICENCE_URL}"}
    return render_text(FEED, voice=voice, name=name, changes=changes_in(voice), **given).encode()


def _map(edition: Edition, pages: list[Abstract]) -> bytes:
    """Return `llms.txt`: a short map of the site and its data, in Markdown, for language models."""
    files = {edition.home + path: words for path, words in FILES.items()}
    given = {"tongue": tongue, "licence": LICENCE, "licence_url": LICENCE_URL}
    files[edition.site + FEED] = "feed"
    return render_text("llms.txt", edition=edition, pages=pages, files=files, **given).encode()


def package(editions: Sequence[Edition]) -> dict[str, bytes]:
    """Return the data of an explainer, given in each language, the site's own first."""
    records, voices = Records(editions), [edition.voice for edition in editions]
    facts = records.facts()
    csv = tables(facts, records.origins(), editions[0].book)
    files = {f"data/{name}.csv": body for name, body in csv.items()}
    files[RECORDS] = _json_lines(facts)
    files[SCHEMA] = _json(schema(voices))
    files[DESCRIPTOR] = _json(descriptor(voices, editions[0].site, csv))
    return files


def head(edition: Edition, src: str) -> dict[str, Any]:
    """Return what the head of a page tells machines, given its file within its language."""
    source = edition.by_file.get(src)
    page = abstracts(edition).get(source.name) if source else None
    if source is None or page is None:
        return {}
    called, card = {call.name for call in source.calls}, SocialCard(edition, page)
    return {
        "edition": edition,
        "page": page,
        "card": card,
        "size": (WIDTH, HEIGHT),
        "title": edition.voice.text(edition.book.site.title),
        "locale": tongue(edition.language).locale,
        "feed": FEED,
        "linked": embedded(_linked(edition, page, edition.site + card.href)),
        "scripts": [path for name, path in _SCRIPTS.items() if name in called],
    }


def embedded(thing: Any) -> str:
    """Return JSON that may stand in a script element: nothing in it can end that or be markup."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _linked(edition: Edition, page: Abstract, image: str) -> dict[str, Any]:
    """Return a page as linked data (schema.org), given the address of its card."""
    given = {"downloads": _DOWNLOADS, "tongue": tongue, "licence": LICENCE_URL, "image": image}
    given |= {"edition": edition, "page": page, "published": edition.once(_published)}
    made: dict[str, Any] = json.loads(render_text("linked.json", **given))
    return made


def _published(edition: Edition) -> date:
    days = (change.date.first for change in edition.book.changes)
    return min(days, default=edition.book.site.as_of.first)


def shown_address(site: str) -> str:
    """Return an address as one would say it: without scheme and closing slash."""
    parts = urlsplit(site)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _json_lines(records: list[Any]) -> bytes:
    """Return records as JSON of one line each: they can be compared, and need no other blanks."""
    lines = (json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in records)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
