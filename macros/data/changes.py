"""What a book says of its own past: what has changed in it, and names that have moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.arithmetic.period import Period
from macros.arithmetic.quantity import Quantity
from macros.data.schema.declarations import Verdict
from macros.data.schema.fields import Entry
from macros.problems import Location


@dataclass(frozen=True, slots=True)
class Change:
    """A dated change of the data.

    Attributes:
        date: The day of the edition that brought it.
        text: Why, in both languages; of a change told in words, the whole of it.
        fact: The fact or statement that was corrected, or an empty string.
        report: The origin whose report was corrected, if it is not the value that we use.
        at: The paragraph of the article's figure, where it prints several.
        was: The value before.
        verdict: The verdict before.
        added: Facts and statements that are new.
        removed: Labels of those that are gone, by the name they had.
        entry: What stands in the file.
    """

    date: Period
    text: Mapping[str, str]
    fact: str = ""
    report: str = ""
    at: str = ""
    was: Quantity | None = None
    verdict: Verdict | None = None
    added: tuple[str, ...] = ()
    removed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    entry: Entry = field(default_factory=Entry, compare=False)

    def gives(self, key: str) -> bool:
        """Whether the entry has a key, be it right or wrong."""
        return key in self.entry.model_fields_set

    def place(self, key: str) -> Location:
        """Return where a part of the entry stands, or else its date."""
        return self.entry.place(key if self.gives(key) else "date")
