"""The ledger: every fact and statement, with its reports, verdict and uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.data.schema.facts import Statement
from macros.data.schema.origins import Origin
from macros.data.schema.remarks import Remarks
from macros.language.registry import NBSP
from macros.pages.addresses import former_anchors, leaf_of, leaf_size
from macros.pages.changes import ChangeView, changes_in
from macros.pages.edition import Edition
from macros.pages.strip import GROUPS
from macros.pages.views import FactView
from macros.pages.voice import VerdictMark, Voice

_SPLIT: Final = re.compile(r"^(.*?\d)([^\d]*)$")
NEAR: Final = 2
"""How many leaves before and behind it a leaf leads to."""
Option = tuple[str, str]
"""One choice of a filter: its id, and the word for it."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An entry of the ledger: a fact, or else a statement.

    Attributes:
        key: Its id.
        label: What it is.
        about: Whose it is, of when, on what basis.
        entity: The same by its id.
        verdict: The verdict on it, if the article says it.
        at: The paragraphs in which the article says it.
        origin: The document that it is taken from; None if none was found, or it is computed.
        known: Whether the better knowledge was there, for each figure that does not hold.
        remarks: What is said about it.
        view: The fact.
    """

    key: str
    label: str
    about: str
    entity: str
    verdict: VerdictMark | None
    at: tuple[int, ...]
    origin: Origin | None
    known: tuple[str, ...]
    remarks: Remarks
    view: FactView | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Entries of a ledger that stand on one page: of a large one some, of another all.

    Attributes:
        number: Which leaf it is.
        first: How many entries stand on leaves before it, and one.
        rows: Its entries.
    """

    number: int
    first: int
    rows: tuple[LedgerEntry, ...]

    @property
    def last(self) -> int:
        """How many entries stand on it and on those before."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True)
class Ledger:
    """Makes the ledger of an edition.

    Attributes:
        edition: The edition.
        address: The page that it stands on, or begins on.
    """

    edition: Edition
    address: str

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    @cached_property
    def rows(self) -> tuple[LedgerEntry, ...]:
        """The entries, facts first."""
        statements = self.edition.book.statements.values()
        return (*map(self._fact, self.edition.views.values()), *map(self._statement, statements))

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """What stands on each page of it."""
        many = len(self.rows)
        size = leaf_size(many)
        starts = enumerate(range(0, many or 1, size), 1)
        return tuple(Leaf(n, at + 1, self.rows[at : at + size]) for n, at in starts)

    def on(self, leaf: Leaf) -> str:
        """Return the address of a leaf."""
        return leaf_of(self.address, leaf.number)

    def beside(self, leaf: Leaf) -> list[Leaf]:
        """Return the leaves that one leads to: the first to all, others to those near."""
        near = range(leaf.number - NEAR, leaf.number + NEAR + 1)
        shown = (1, len(self.leaves), *near)
        return [each for each in self.leaves if leaf.number == 1 or each.number in shown]

    @property
    def reviewed(self) -> bool:
        """Whether it tells what a text prints."""
        return bool(self.edition.book.site.article)

    @cached_property
    def filters(self) -> Mapping[str, list[Option]]:
        """What entries can be filtered by: names and choices."""
        voice, book = self.voice, self.edition.book
        present = {row.verdict.id for row in self.rows if row.verdict}
        order = [verdict for members in GROUPS.values() for verdict in members]
        identities = [fact.identity for fact in book.facts.values()]
        concepts = {identity.concept for identity in identities}
        return {
            "verdict": [(v, voice.verdict(v).word) for v in order if v in present],
            "entity": options({row.entity for row in self.rows}, voice.entity),
            "concept": options(concepts, lambda concept: voice.text(book.terms[concept])),
            "basis": options({identity.basis for identity in identities}, voice.basis_name),
            "chapter": [(each.page, voice.text(each.label)) for each in book.site.chapters],
        }

    def _fact(self, view: FactView) -> LedgerEntry:
        value, fact = view.value, view.fact
        return LedgerEntry(
            view.key,
            view.label,
            _joined(view.voice.entity(fact.identity.entity), view.when, view.basis),
            fact.identity.entity,
            view.prints[0].verdict if view.prints else None,
            tuple(p for each in view.prints for p in each.judged.report.paragraphs),
            value.report.origin if value and value.found and value.report else None,
            tuple(each.known for each in view.prints if each.known),
            fact.remarks,
            view,
        )

    def _statement(self, statement: Statement) -> LedgerEntry:
        voice, sources = self.voice, self.edition.book.sources(statement)
        known = self.edition.audit.statement_known(statement)
        return LedgerEntry(
            statement.id,
            voice.text(statement.label),
            _joined(voice.entity(statement.entity), voice.phrase("statement")),
            statement.entity,
            voice.verdict(statement.verdict),
            tuple(int(at[1:]) for at in statement.at),
            next((origin for origin, _ in sources), None),
            (voice.words.known[known],) if known else (),
            statement.remarks,
        )

    @cached_property
    def former(self) -> Mapping[str, list[str]]:
        """The anchors that an entry had before, by its key."""
        return former_anchors(self.edition.book)

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, str, str]]:
        """Where each document is listed, who published it, and what it is called."""
        voice = self.voice
        return {
            key: (voice.link("origins", key), voice.text(origin.publisher), voice.origin(origin))
            for key, origin in self.edition.book.origins.items()
        }

    @cached_property
    def changes(self) -> Mapping[str, list[ChangeView]]:
        """What was changed in each entry, by its key, the oldest first."""
        found: dict[str, list[ChangeView]] = {}
        for told in changes_in(self.voice):
            for key in {told.change.fact, *told.change.added}:
                found.setdefault(key, []).append(told)
        return found

    def known(self, entry: LedgerEntry) -> Mapping[str, object]:
        """Return what an entry can be found and sorted by."""
        view, at = entry.view, entry.at
        chapters = self.edition.book.site.chapters if at else ()
        taken_up = (c.page for c in chapters if any(c.first <= p <= c.last for p in at))
        of_all = {
            "verdict": entry.verdict and entry.verdict.id,
            "entity": entry.entity,
            "concept": view and view.fact.identity.concept,
            "basis": view and view.fact.identity.basis,
            "chapter": " ".join(taken_up),
            "paragraph": min(at, default=None),
        }
        return of_all | ({"number": view.sortable, "unit": view.unit} if view else {})


def _joined(*parts: str) -> str:
    return f"{NBSP}· ".join(filter(None, parts))


def options(ids: Iterable[str], words: Callable[[str], str]) -> list[Option]:
    """Return what a filter lets readers choose, by its words and then by its id."""
    return sorted(((each, words(each)) for each in ids), key=lambda option: option[::-1])


def parted(view: FactView) -> tuple[str, str]:
    """Return a value up to its last digit, so that a column can be set on it, and the rest."""
    text = view.text or "–"
    found = _SPLIT.match(text)
    return (found[1], found[2]) if found else (text, "")
