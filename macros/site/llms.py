"""`llms.txt`: a short map of the site and its data, in Markdown, for language models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.language.tongue import tongue
from macros.language.words import LICENCE, LICENCE_URL
from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.templates import render_text
from macros.site.abstract import Abstract
from macros.site.feed import FEED
from macros.site.tables.package import FILES


def llms(edition: Edition, pages: Iterable[Abstract], others: Mapping[Language, str]) -> bytes:
    """Return the map.

    Args:
        edition: The explainer in one language.
        pages: The language's pages.
        others: Address of the map in each other language.
    """
    voice, site, every = edition.voice, edition.site, list(pages)
    title = voice.text(edition.book.site.title)
    files = {edition.home + path: words for path, words in FILES.items()}
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
        files=files | {site + FEED: "feed"},
    ).encode()
