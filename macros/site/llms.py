"""`llms.txt`: a short map of the site and its data, in Markdown, for language models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.language.tongue import tongue
from macros.language.words import LICENCE, LICENCE_URL
from macros.language.writing import Language
from macros.pages.templates import render_text
from macros.pages.voice import Voice
from macros.site.abstract import Abstract
from macros.site.feed import FEED
from macros.site.tables.records import SCHEMA

_FILES = (
    ("data/facts.json", "table_json"),
    (f"data/{SCHEMA}", "table_schema"),
    ("data/facts.csv", "table_facts"),
    ("data/reports.csv", "table_reports"),
    ("data/origins.csv", "table_origins"),
    ("data/datapackage.json", "table_package"),
    (FEED, "feed"),
)


def llms(
    voice: Voice, site: str, pages: Iterable[Abstract], others: Mapping[Language, str]
) -> bytes:
    """Return the map.

    Args:
        voice: How things are said.
        site: Address of the language's root; may be empty.
        pages: The language's pages.
        others: Address of the map in each other language.
    """
    title, every = voice.text(voice.audit.book.site.title), list(pages)
    home = next((page for page in every if page.kind == "home"), None)
    main = [page for page in every if page.kind in ("home", "chapter")]
    rest = [page for page in every if page not in main]
    return render_text(
        "llms.txt",
        voice=voice,
        title=title,
        lead=home.description if home else title,
        licence=LICENCE,
        licence_url=LICENCE_URL,
        others=others,
        tongue=tongue,
        parts={"llms_chapters": main, "llms_pages": rest},
        site=site,
        files=_FILES,
    ).encode()
