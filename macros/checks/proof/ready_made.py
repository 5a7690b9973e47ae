"""What readers see and no call makes: names of documents, changes, settings, ready-made files."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import yaml

from macros.checks.pages.published import over_theme
from macros.checks.proof.passages import Passage, PassagePlace
from macros.checks.prose.reading import taken
from macros.data.book import Book
from macros.language.tongue import language_of
from macros.language.writing import Language
from macros.pages.changes import changes_in
from macros.pages.configuration import DOCS, Configuration, place_of
from macros.pages.edition import Edition
from macros.pages.files import sources_of
from macros.problems import Location


def ready_made(site: Configuration, edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield all that an edition shows and no call of its pages makes."""
    yield from _titles(edition.book, edition.language)
    yield from _corrections(edition)
    yield from _settings(site, edition.language)
    yield from _files(site, edition.language)


def _titles(book: Book, language: Language) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what documents are called, by whom and when: it is quoted, and comes from no fact."""
    for origin in book.origins.values():
        steps = taken(origin.title, language_of(origin.title), tuple(book.names))
        typed = tuple(origin.title[at:to] for at, to, step in steps if step.found)
        where = book.places[("origins", origin.id)]
        words = f"{origin.publisher[language]}: {origin.title} ({origin.published.text})"
        yield (f"title of {origin.id}", 0, 0), Passage(where, words, typed=typed)


def _corrections(edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what the changes of an edition say in values: what something was, no fact says."""
    for view in changes_in(edition.voice):
        if view.ends:
            facts = tuple(key for _, key in view.subjects if key in edition.book.facts)
            yield (view.id, 0, 0), Passage(view.change.place("was"), view.headline, facts)


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
    found = {folder / each.uri: each.uri for each in sources_of(site, language) if not each.is_page}
    found |= {each: each.name for each in over_theme(site, language, "")}
    for file, name in found.items():
        where = Location(file.relative_to(site.root).as_posix(), 1, 1)
        words = f"{name} ({sha256(file.read_bytes()).hexdigest()[:12]})"
        yield (name, 0, 0), Passage(where, words, typed=(name,))
