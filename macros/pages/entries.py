"""What the ledger says of a fact or a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages.addresses import anchor
from macros.pages.changes import Line
from macros.pages.voice import Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """A text that may lead somewhere."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    id: str
    word: str


@dataclass(frozen=True, slots=True)
class Print:
    """What the article prints; a statement has no words of its own.

    Attributes:
        text: The print.
        at: Where it stands.
        verdict: The verdict, if it does not tie out.
        lang: The language it is printed in.
    """

    text: str
    at: str
    verdict: str
    lang: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says.

    Attributes:
        origin: The document.
        at: Where in it.
        value: The value that it gives; nothing for a statement.
        says: What it states otherwise.
        preferred: Whether it is the one of several that we use.
    """

    origin: Link
    at: str
    value: str = ""
    says: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What only a fact has: a value, with what it can be filtered and sorted by.

    Attributes:
        concept: What is measured.
        basis: On what basis.
        number: The value for machines, in its unit; of a date its ordinal, to sort by.
        unit: That unit.
        head: The value in words up to its last digit, so that a column can be set on it.
        tail: The words behind that.
        formula: How it is computed.
    """

    concept: str
    basis: str
    number: str
    unit: str
    head: str
    tail: str
    formula: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger; `figure` is what a statement has not."""

    key: str
    label: str
    entity: str
    what: str
    former: Sequence[str]
    verdict: Verdict | None
    origin: Link | None
    prints: tuple[Print, ...]
    chapters: tuple[str, ...]
    paragraph: int | str
    reports: tuple[Said, ...]
    rows: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    changes: Sequence[Line]
    uses: tuple[Link, ...]
    used: str
    figure: Figure | None = None

    @property
    def id(self) -> str:
        """Its anchor."""
        return anchor(self.key)
