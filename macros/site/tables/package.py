"""The Frictionless data package: which tables there are, and what their columns hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from macros.language.words import LICENCE, LICENCE_TITLE, LICENCE_URL
from macros.pages.voice import Voice
from macros.site.tables.columns import KEYS, TABLES, columns

SCHEMA: Final = "data/facts.records.schema.json"
DESCRIPTOR: Final = "data/datapackage.json"
RECORDS: Final = "data/facts.json"
FILES: Final = {
    "data/facts.csv": "table_facts",
    RECORDS: "table_json",
    SCHEMA: "table_schema",
    **{f"data/{name}.csv": f"table_{name}" for name in TABLES},
    DESCRIPTOR: "table_package",
}
"""The package, which all languages share at the site's root: paths, and what says what each is."""


def descriptor(voices: Sequence[Voice], site: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return `datapackage.json`.

    Args:
        voices: How things are said in each language.
        site: Address of the site's root; may be empty.
        files: The package's tables, by name without ending.
    """
    voice, *_ = voices
    book = voice.audit.book
    about = (
        each.said("about", title=each.text(book.site.title), date=each.day(book.site.as_of))
        for each in voices
    )
    read = [book.origins[book.site.article]] if book.site.article else book.origins.values()
    day = book.site.as_of.first.isoformat()
    made = {
        "profile": "tabular-data-package",
        "name": slug(book.site.title),
        "title": title(voices),
        "description": "\n".join(about),
        "version": day,
        "created": f"{day}T00:00:00Z",
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": LICENCE_TITLE}],
        "sources": [
            {"title": f"{voice.text(o.publisher)}: {o.title}", "path": o.url} for o in read
        ],
        "resources": [_resource(voices, name, body) for name, body in files.items()],
    }
    return made | ({"homepage": site} if site else {})


def title(voices: Sequence[Voice]) -> str:
    """Return the site's title in all languages."""
    return " · ".join(dict.fromkeys(each.text(each.audit.book.site.title) for each in voices))


def slug(title: Mapping[str, str]) -> str:
    """Return a title as a package's name: small letters, digits and hyphens."""
    names = (re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") for text in title.values())
    return next(filter(None, names), "explainer")


def _resource(voices: Sequence[Voice], name: str, body: bytes) -> dict[str, Any]:
    words = [each.words for each in voices]
    fields = [column.field(words) for column in columns(name, voices[0].audit.book)]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": "\n".join(each.said(f"table_{name}") for each in voices),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""], **KEYS[name]},
    }
