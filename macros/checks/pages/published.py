"""What MkDocs publishes and a check of pages does not see: ready-made pages, pictures with text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from macros.pages.configuration import Configuration
from macros.pages.edition import Edition
from macros.pages.files import Source, sources_of
from macros.problems import Location, Problems, Rule

_READY: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svgz")
_WRITES: Final = re.compile(
    rb"<(?:[\w.-]+:)?(?:text|title|desc|foreignobject|script|style)\b|\son[a-z]+\s*="
    rb"|<!(?:doctype|entity)|(?:java|vb)script:|\x00",
    re.IGNORECASE,
)


def check_published(site: Configuration, problems: Problems) -> None:
    """Record the files beside the pages that show readers text which comes from no fact."""
    problems = problems.under(Rule.html)
    for language in site.languages:
        for source in sources_of(site, language):
            _check(site.root, f"docs/{language}/{source.uri}", source, problems)


def _check(root: Path, path: str, source: Source, problems: Problems) -> None:
    ending = Path(source.uri).suffix.lower()
    if ending in _READY:
        message = "a ready-made page is published as it stands, and no check reads it"
        problems.add(Location(path), message, "write it in Markdown, or name it in `exclude_docs`")
    elif ending == ".svg" and _writes(root / path):
        message = "the picture writes or runs something that no check reads"
        problems.add(Location(path), message, "call a chart, or turn its text into paths")


def _writes(file: Path) -> bool:
    try:
        return _WRITES.search(file.read_bytes()) is not None
    except OSError:
        return False  # MkDocs cannot publish it either, and says so


def check_rendered(edition: Edition, rendered: Iterable[tuple[str, str]]) -> Problems:
    """Return the pages that a build renders and the check has not read, or elsewhere.

    Args:
        edition: The edition of the build's language.
        rendered: The file of each page in its language's folder, and the path it is written to.
    """
    problems = Problems(rule=Rule.page)
    for uri, target in rendered:
        where = Location(f"docs/{edition.language}/{uri}")
        if (page := edition.by_file.get(uri)) is None:
            message = "the build renders this page, and no check has read it"
            problems.add(where, message, "keep pages in docs/, or name this in `exclude_docs`")
        elif page.address != target:
            problems.add(where, f"the page is written to {target}, and links lead elsewhere")
    return problems
