"""What the data file says of its own past: what was corrected, added, taken out or renamed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from macros.arithmetic.quantity import Bound
from macros.data.schema.declarations import Text, Texts, Verdict
from macros.data.schema.fields import (
    PARAGRAPH,
    Decimals,
    DeclaredName,
    Entry,
    Id,
    Numeral,
    When,
    Whole,
    Wording,
    plain,
)

Former = Literal["page", "fact", "origin"]


class FigureEntry(Entry):
    """A value, entered twice: as it is printed, and as a number."""

    printed: Wording | None = None
    cue: Wording | None = None
    context: Whole | None = None
    value: Numeral
    bound: Bound = "exact"
    decimals: Decimals | None = None
    exact: Wording | None = None


class WordsEntry(Text):
    """A change told in words alone."""

    date: When


class CorrectionEntry(Entry):
    """What a fact or statement was before; what it became is not written but looked up."""

    date: When
    fact: DeclaredName
    report: Id | None = None
    at: Annotated[str, BeforeValidator(plain), Field(pattern=PARAGRAPH)] | None = None
    was: FigureEntry | None = None
    verdict: Verdict | None = None
    why: Texts


class AdditionEntry(Entry):
    """Facts or statements that are new."""

    date: When
    added: tuple[DeclaredName, ...] = Field(min_length=1)
    why: Texts


class RemovalEntry(Entry):
    """Facts or statements that are there no longer, with what they were called."""

    date: When
    removed: dict[DeclaredName, Texts] = Field(min_length=1)
    why: Texts


class Moved(Entry):
    """A name that something had before; its old address leads to the new one."""

    named = "from"
    kind: Former
    former: DeclaredName = Field(alias="from")
    to: DeclaredName


def _kind(value: Any) -> str:
    kinds = ("fact", "added", "removed")
    return next((kind for kind in kinds if isinstance(value, dict) and kind in value), "words")


AnyChange = Annotated[
    Annotated[WordsEntry, Tag("words")]
    | Annotated[CorrectionEntry, Tag("fact")]
    | Annotated[AdditionEntry, Tag("added")]
    | Annotated[RemovalEntry, Tag("removed")],
    Discriminator(_kind),
]
