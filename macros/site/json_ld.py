"""Linked data (schema.org, JSON-LD): what each page is, for search engines and archives."""

from __future__ import annotations

import json
from typing import Any, Final

from macros.language.tongue import tongue
from macros.language.words import LICENCE_URL
from macros.pages.edition import Edition
from macros.pages.templates import render_text
from macros.site.abstract import Abstract
from macros.site.tables.columns import TABLES
from macros.site.tables.package import DESCRIPTOR, RECORDS

Thing = dict[str, Any]
_DOWNLOADS: Final = (*(f"data/{name}.csv" for name in TABLES), RECORDS, DESCRIPTOR)
"""The data, which all languages share."""
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}
_UNSAFE: Final = str.maketrans(_ESCAPES | {"\u2028": "\\u2028", "\u2029": "\\u2029"})


def embedded(thing: Thing) -> str:
    """Return JSON that may stand in a script element: nothing in it can end that or be markup."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def linked(edition: Edition, page: Abstract, image: str) -> Thing:
    """Return a page as linked data; `image` is the address of its card."""
    given = {"downloads": _DOWNLOADS, "tongue": tongue, "licence": LICENCE_URL, "image": image}
    made: Thing = json.loads(render_text("linked.json", edition=edition, page=page, **given))
    return made
