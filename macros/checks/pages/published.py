"""What MkDocs publishes and a check of pages does not see: what is ready-made, or writes text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import yaml

from macros.checks.prose.numbers import lint_text
from macros.language.writing import Language
from macros.pages.configuration import Configuration
from macros.pages.edition import Edition
from macros.pages.files import sources_of
from macros.problems import Location, Problems, Rule, place_at

_READY: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svgz")
_SCRIPTS: Final = (".js", ".mjs", ".cjs")
_PICTURE: Final = re.compile(
    r"<(?:[\w.-]+:)?(?:text|title|desc|foreignobject|script|style)\b|\son[a-z]+\s*="
    r"|<!(?:doctype|entity)|(?:java|vb)script:|\x00",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(
    r"\bcontent\s*:\s*+(?!none|normal|[\"'][^\w\\]*[\"'])|\bcounter\b|\burl\([\"']?data:",
    re.IGNORECASE,
)
_ANY: Final = re.compile("")
_TOLD: Final = {
    _READY: (
        _ANY,
        "a ready-made page is published as it stands, and no check reads it",
        "write it in Markdown, or name it in `exclude_docs`",
    ),
    _SCRIPTS: (
        _ANY,
        "a script can write what no check reads",
        "name it in `exclude_docs`, or leave it out",
    ),
    (".css",): (
        _STYLE,
        "the style sheet writes text, which no check reads",
        "write the text in the page",
    ),
    (".svg",): (
        _PICTURE,
        "the picture writes or runs something that no check reads",
        "call a chart, or turn its text into paths",
    ),
}
"""What in files of some endings is refused."""
_ENGINE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def check_published(site: Configuration, problems: Problems, names: Sequence[str] = ()) -> None:
    """Record the files beside the pages that show readers text which comes from no fact."""
    for language in site.languages:
        for source in sources_of(site, language):
            _check(site.root, f"docs/{language}/{source.uri}", problems.under(Rule.html))
        for file in over_theme(site, language, ".html"):
            text = _ENGINE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), _read(file))
            path = file.relative_to(site.root).as_posix()
            for each in lint_text(text, language, names).findings:
                told = f"bare number “{each.text}” in a template of the theme"
                where = place_at(path, text, each.offset)
                problems.under(Rule.number).add(where, told, "leave it to the pages")


def over_theme(site: Configuration, language: Language, *endings: str) -> Iterator[Path]:
    """Yield the files with some endings that an author puts over the theme's."""
    theme = site.found(language, "theme")
    for key, value in theme.value if isinstance(theme, yaml.MappingNode) else ():
        if key.value == "custom_dir" and isinstance(value, yaml.ScalarNode):
            folder = site.root / site.file(language)
            files = sorted((folder.parent / value.value).rglob("*"))
            yield from (f for f in files if f.name.lower().endswith(endings) and f.is_file())


def _check(root: Path, path: str, problems: Problems) -> None:
    for endings, (refused, *told) in _TOLD.items():
        if path.lower().endswith(endings) and refused.search(_read(root / path)):
            problems.add(Location(path), *told)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError:
        return ""  # MkDocs cannot publish it either, and says so


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
