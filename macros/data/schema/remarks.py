"""What authors say about an entry: a note, a caveat, and what would be otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from macros.data.schema.declarations import Text, Texts
from macros.data.schema.fields import Entry
from macros.problems import Location

Consequence = Literal["high", "some", "little"]


class Impact(Text):
    """How much a disagreement changes the argument."""

    level: Consequence


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said about an entry, or about one period of a series."""

    note: Texts | None = None
    caveat: Texts | None = None
    impact: Texts | None = None
    level: Consequence = "little"
    where: Mapping[str, Location] = field(default_factory=dict)

    @classmethod
    def of(
        cls, entry: Entry, note: Texts | None, caveat: Texts | None, impact: Impact | None
    ) -> Self:
        """Return what is said, with the places where an entry says it."""
        said = entry.model_fields_set.intersection(("note", "caveat", "impact", "review_by"))
        where = {key: entry.place(key) for key in said}
        if impact is None:
            return cls(note, caveat, where=where)
        return cls(note, caveat, impact.texts, impact.level, where)
