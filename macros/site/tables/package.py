"""The Frictionless data package: which tables there are, and what their columns hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from macros.language.words import LICENCE, LICENCE_TITLE, LICENCE_URL
from macros.pages.voice import Voice
from macros.site.tables.columns import KEYS, columns


def descriptor(voice: Voice, site: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return `datapackage.json`.

    Args:
        voice: How things are said.
        site: Address of the language's root; may be empty.
        files: The package's tables, by name without ending.
    """
    book = voice.audit.book
    title = voice.text(book.site.title)
    read = [book.origins[book.site.article]] if book.site.article else book.origins.values()
    day = book.site.as_of.first.isoformat()
    made = {
        "profile": "tabular-data-package",
        "name": slug(book.site.title),
        "title": title,
        "description": voice.said("about", title=title, date=voice.day(book.site.as_of)),
        "version": day,
        "created": f"{day}T00:00:00Z",
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": LICENCE_TITLE}],
        "sources": [
            {"title": f"{voice.text(o.publisher)}: {o.title}", "path": o.url} for o in read
        ],
        "resources": [_resource(voice, name, body) for name, body in files.items()],
    }
    return made | ({"homepage": site} if site else {})


def slug(title: Mapping[str, str]) -> str:
    """Return a title as a package's name: small letters, digits and hyphens."""
    names = (re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") for text in title.values())
    return next(filter(None, names), "explainer")


def _resource(voice: Voice, name: str, body: bytes) -> dict[str, Any]:
    keys, book = dict(KEYS[name]), voice.audit.book
    foreign = [
        {"fields": [field], "reference": {"resource": table, "fields": [key]}}
        for field, table, key in keys.pop("foreignKeys", [])
    ]
    schema = {
        "fields": [c.field(voice.words) for c in columns(name, book)],
        "missingValues": [""],
        **{key: [value] for key, value in keys.items()},
    }
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": voice.said(f"table_{name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "schema": schema | ({"foreignKeys": foreign} if foreign else {}),
    }
