"""The texts of the data that readers see, each with the place of its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.data.book import Book, Fact
from macros.data.inputs import DATA_FILE
from macros.data.schema.declarations import Texts
from macros.data.schema.facts import Statement
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.interpret import Context
from macros.pages.source import Page, calls_in
from macros.problems import Location, Problems

_FILE = Location(DATA_FILE)
_ASSERTING = ("caveat", "development", "change")
_REMARKS = ("note", "impact", *_ASSERTING)


@dataclass(frozen=True)
class Label:
    """A text of the data.

    Attributes:
        what: What it is of, for a message.
        text: The text, in which calls may stand.
        language: The language it is written in.
        where: Where it begins, or its entry does.
        asserts: Whether it says on its own what nothing else in the data decides.
    """

    what: str
    text: str
    language: Language
    where: Location
    asserts: bool = False

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls in it, each at the place of its entry."""
        return self._read[0]

    @property
    def within(self) -> str:
        """What it is, for its place is that of its entry."""
        return f" (in the {self.what}, {self.language})"

    def place(self, _: int) -> Location:
        """Return the place where it begins: in a text that is folded no character has another."""
        return self.where

    @property
    def unread(self) -> Problems:
        """What in it is no call of literals."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[tuple[Call, ...], Problems]:
        unread = Problems()
        return tuple(calls_in(self.text, "", unread, self.where)), unread

    @property
    def context(self) -> Context:
        """What may be called in it."""
        return "remark" if self.what.startswith(_REMARKS) else "label"


Readable = Page | Label
"""What readers read: a page, or a text of the data."""


@lru_cache(maxsize=1)
def labels_of(book: Book) -> tuple[Label, ...]:
    """Return all texts of a book that readers see, in each language.

    Titles and publishers of origins are not among them: they are names, quoted as they stand.
    """
    return tuple(_labels(book))


def _labels(book: Book) -> Iterator[Label]:
    for what, text, where in _texts(book):
        for language in book.languages:
            if text and text.get(language):
                asserts = what.startswith(_ASSERTING)
                place = getattr(text[language], "where", where)
                yield Label(what, text[language], language, place, asserts)


_Located = tuple[str, Texts | None, Location]


def _texts(book: Book) -> Iterator[_Located]:
    for series in book.series.values():
        yield f"label of {series.id}", series.label, series.where
        if series.cut:
            yield f"label of the break in {series.id}", series.cut.label, series.where
    for fact in book.facts.values():
        if not fact.series:
            yield f"label of {fact.key}", fact.label, fact.where
        yield from _remarks(fact, fact.key)
    for statement in book.statements.values():
        yield f"label of {statement.id}", statement.label, statement.where
        yield from _remarks(statement, statement.id)
    for development in book.developments:
        yield f"development {development.id}", development.label, development.where
    yield from _declared(book)


def _remarks(entry: Fact | Statement, name: str) -> Iterator[_Located]:
    remarks = entry.remarks
    texts = {"note": remarks.note, "caveat": remarks.caveat, "impact": remarks.impact}
    for kind, text in texts.items():
        yield f"{kind} on {name}", text, remarks.where.get(kind, entry.where)


def _declared(book: Book) -> Iterator[_Located]:
    """Yield the texts of what is declared, and of the site."""

    def place(section: str, name: str) -> Location:
        return book.places.get((section, name), _FILE)

    yield "title of the site", book.site.title, _FILE
    for chapter in book.site.chapters:
        yield f"label of the chapter {chapter.page}", chapter.label, chapter.where
    for term, text in book.terms.items():
        yield f"label of the term {term}", text, place("terms", term)
    for basis in book.bases.values():
        yield f"label of the basis {basis.id}", basis.label, place("bases", basis.id)
    for tier in book.tiers.values():
        yield f"label of the tier {tier.id}", tier.label, place("tiers", tier.id)
        yield f"words on the tier {tier.id}", tier.about, place("tiers", tier.id)
    for entity in book.entities.values():
        yield f"label of the entity {entity.id}", entity.label, place("entities", entity.id)
    for unit, words in book.unit_words.items():
        yield f"label of the unit {unit}", words.texts(), place("units", unit)
    for change in book.changes:
        yield f"change of {change.date.text}", change.text, change.place("why")
        for key, label in change.removed.items():
            yield f"label of {key}, removed", label, change.place("removed")
