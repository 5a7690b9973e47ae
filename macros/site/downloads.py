"""All files that machines read, of one language."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.language.words import said
from macros.language.writing import Language
from macros.pages.project import Project, open_project
from macros.pages.voice import Voice
from macros.site.abstract import Abstract, abstracts, page_with
from macros.site.feed import FEED, feed
from macros.site.linked import embedded, linked
from macros.site.llms import llms
from macros.site.social.card import HEIGHT, WIDTH, Card, drawn
from macros.site.tables.package import descriptor
from macros.site.tables.records import SCHEMA, Records, schema, tables

_LOCALES = {"en": "en_US", "zh": "zh_CN"}


def machine_files(project: Project, voice: Voice, site: str, cache: Path) -> dict[str, bytes]:
    """Return the files by path under the language's root.

    Args:
        project: The explainer.
        voice: How things are said.
        site: Address of the language's root; may be empty.
        cache: Folder of drawn pictures.
    """
    pages = abstracts(project, voice.language)
    records = Records(voice, site)
    facts = records.facts()
    csv = tables(facts, records.origins())
    title = voice.text(voice.audit.book.site.title)
    files = {f"data/{name}.csv": body for name, body in csv.items()}
    files["data/facts.json"] = _json(facts)
    files[f"data/{SCHEMA}"] = _json(schema(voice.language, title))
    files["data/datapackage.json"] = _json(descriptor(voice, site, csv))
    changes = page_with(project, voice.language, "changes")
    cards = {name: Card(voice, page, shown_address(site)) for name, page in pages.items()}
    image = cards.get(changes.removesuffix(".html"))
    files[FEED] = feed(voice, site, changes, image.path if image else "")
    files["llms.txt"] = llms(voice, site, pages.values(), _other(voice.language, site))
    return files | {card.path: drawn(card, cache) for card in cards.values()}


def head(src: str, site: str, language: Language) -> dict[str, Any]:
    """Return what a page's head tells machines; nothing without data.

    Args:
        src: The page's Markdown file within its language.
        site: Address of the language's root; may be empty.
        language: `en` or `zh`.
    """
    project = open_project()
    if project.audit is None:
        return {}
    page = abstracts(project, language).get(src.removesuffix(".md"))
    return _head(Voice(project.audit, language), page, site) if page else {}


def _head(voice: Voice, page: Abstract, site: str) -> dict[str, Any]:
    book, card = voice.audit.book, Card(voice, page)
    title = voice.text(book.site.title)
    return {
        "title": page.title,
        "description": page.description,
        "type": "article" if page.kind == "chapter" else "website",
        "url": site + page.path if site else "",
        "site": title,
        "locale": _LOCALES[voice.language],
        "modified": book.site.as_of.first.isoformat(),
        "image": site + card.path if site else "",
        "width": WIDTH,
        "height": HEIGHT,
        "alt": card.alt,
        "feed": FEED,
        "feed_title": said(voice.language, "changes", title=title),
        "linked": embedded(linked(voice, site, page, site + card.path)),
    }


def shown_address(site: str) -> str:
    """Return an address as one would say it: without scheme and closing slash."""
    parts = urlsplit(site)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _other(language: Language, site: str) -> str:
    """Return the address of the map in the other language."""
    if not site:
        return "../llms.txt" if language == "zh" else "zh/llms.txt"
    folder = posixpath.dirname(site.rstrip("/")) + "/" if language == "zh" else f"{site}zh/"
    return f"{folder}llms.txt"


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
