"""What readers see and no call makes: names of documents, changes, settings, ready-made files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from macros.checks.proof.passage import Cited, Passage, PassagePlace
from macros.checks.prose.reading import taken
from macros.data.book import Book
from macros.data.inputs import DATA_FILE, PACKAGE, code_digest, file_digest, reached
from macros.language.tongue import language_of
from macros.language.writing import Language
from macros.pages.changes import changes_in
from macros.pages.configuration import DOCS, Configuration, place_of
from macros.pages.edition import Edition
from macros.pages.files import sources_of
from macros.pages.front import SHOWN, front_of
from macros.problems import Location

_OURS: Final = frozenset((Path(DATA_FILE).name, "facts.schema.json", "proof.yml"))
"""What stands in `data/` and is read otherwise."""
_MAY_WRITE: Final = "what it writes or draws onto pages, no check can read"


def ready_made(site: Configuration, edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield all that an edition shows and no call of its pages makes."""
    yield from _titles(edition.book, edition.language)
    yield from _corrections(edition)
    yield from _fronts(edition)
    yield from _settings(site, edition.language)
    yield from _files(site, edition.language)
    if edition.language == site.languages[0]:
        yield from _code(site)


def _titles(book: Book, language: Language) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what documents are called, by whom and when: it is quoted, and comes from no fact."""
    for origin in book.origins.values():
        steps = taken(origin.title, language_of(origin.title), tuple(book.names))
        typed = tuple(origin.title[at:to] for at, to, step in steps if step.found)
        where = book.places[("origins", origin.id)]
        words = f"{origin.publisher[language]}: {origin.title} ({origin.published.text})"
        yield (f"title of {origin.id}", 0, 0), Passage(where, words, Cited(typed=typed))


def _corrections(edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what the changes of an edition say in values: what something was, no fact says."""
    for view in changes_in(edition.voice):
        if view.ends:
            facts = tuple(key for _, key in view.subjects if key in edition.book.facts)
            yield (view.id, 0, 0), Passage(view.change.place("was"), view.headline, Cited(facts))


def _fronts(edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what front matters say that is no text: a theme may show it."""
    for page in edition.pages:
        front = front_of(page.text).meta.items()
        if said := "\n".join(f"{key}: {value}" for key, value in front if key not in SHOWN):
            yield (f"front matter of {page.uri}", 0, 0), Passage(Location(page.path, 1, 1), said)


def _settings(site: Configuration, language: Language) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield the settings of a language: which of them a theme or an extension shows, none says."""
    found = (setting for settings in site.whole(language) for setting in settings.items())
    for name, node in found:
        value = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True)
        words = f"{name}: {value.strip().removesuffix('...').strip()}"
        yield (f"setting {name}", 0, 0), Passage(place_of(node), words)


def _files(site: Configuration, language: Language) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield the ready-made files of a language: what they show, nothing but an eye can read."""
    folder = site.root / DOCS / language
    for each in sources_of(site, language):
        if not each.is_page:
            yield (each.uri, 0, 0), _file(site.root, folder / each.uri, each.uri)


def _code(site: Configuration) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what may write onto any page: hooks, templates, modules, and the package in a clone."""
    within = (each for name in (DOCS, "data") for each in sorted((site.root / name).glob("*")))
    pages = {site.root / DOCS / code for code in site.languages}
    hidden = (file for folder in pages for file in sorted(folder.rglob("*.py")))
    also = (each for each in (*within, *hidden) if each not in pages and each.name not in _OURS)
    for file in reached(site.root, site.main, also):
        name = file.relative_to(site.root).as_posix()
        yield (name, 0, 0), _file(site.root, file, name)
    if PACKAGE.is_relative_to(site.root.resolve()):
        name = PACKAGE.relative_to(site.root.resolve()).as_posix()
        words = f"{name}/: {_MAY_WRITE} ({code_digest().hex()[:12]})"
        yield (name, 0, 0), Passage(Location(name), words, Cited(typed=(name,)))


def _file(root: Path, file: Path, name: str) -> Passage:
    where = Location(file.relative_to(root).as_posix(), 1, 1)
    words = f"{name}: {_MAY_WRITE} ({file_digest(str(file)).hex()[:12]})"
    return Passage(where, words, Cited(typed=(name,)))
