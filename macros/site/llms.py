"""`llms.txt`: a short map of the site and its data, in Markdown, for language models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.language.tongue import tongue
from macros.language.words import LICENCE, LICENCE_URL
from macros.language.writing import Language
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
    return ("\n".join(_lines(voice, site, list(pages), others)) + "\n").encode()


def _lines(
    voice: Voice, site: str, pages: list[Abstract], others: Mapping[Language, str]
) -> Iterator[str]:
    book = voice.audit.book
    title = voice.text(book.site.title)
    home = next((page for page in pages if page.kind == "home"), None)
    yield from (f"# {title}", "", f"> {home.description if home else title}", "")
    yield voice.said("about", title=title, date=voice.day(book.site.as_of))
    yield from ("", voice.said("llms_how"), "")
    yield voice.said("licence", name=LICENCE, url=LICENCE_URL)
    yield ""
    for other, url in others.items():
        yield from (voice.said("llms_other", name=tongue(other).name, url=url), "")
    main = [page for page in pages if page.kind in ("home", "chapter")]
    rest = [page for page in pages if page not in main]
    for heading, some in (("llms_chapters", main), ("llms_pages", rest)):
        yield from (f"## {voice.said(heading)}", "")
        yield from (f"- [{p.title}]({site}{p.file}): {p.description}" for p in some)
        yield ""
    yield from (f"## {voice.said('llms_data')}", "")
    yield from (f"- [{path}]({site}{path}): {voice.said(words)}" for path, words in _FILES)
