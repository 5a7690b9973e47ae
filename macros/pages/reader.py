"""Reads the pages of all languages: which files are pages, and what stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from macros.data.tree import is_without_unseen, read_file
from macros.language.writing import Language
from macros.pages.configuration import DOCS, Configuration
from macros.pages.files import Source, sources_of
from macros.pages.front import check_front
from macros.pages.source import Page, calls_in
from macros.problems import Problems, Rule

MAX_BYTES: Final = 1_000_000


def read_pages(site: Configuration, problems: Problems, folders: bool | None = None) -> list[Page]:
    """Read the pages of all languages, each language's sorted by path.

    Args:
        site: The explainer's configuration.
        problems: Where to record what is wrong.
        folders: Whether each page has a folder of its own; if None, as the configuration says.
    """
    problems = problems.under(Rule.page)
    return [
        _page(site.root, language, source, problems)
        for language in site.languages
        for source in sources_of(site, language, folders)
        if source.is_page
    ]


def _page(root: Path, language: Language, source: Source, problems: Problems) -> Page:
    path = f"{DOCS}/{language}/{source.uri}"
    text = read_file(root, path, problems, "page", MAX_BYTES) or ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    is_without_unseen(text, path, problems)
    check_front(text, path, problems)
    calls = tuple(calls_in(text, path, problems))
    return Page(path, language, source.name, text, calls, source.address)
