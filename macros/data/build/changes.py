"""Makes changes and former names of entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.arithmetic.period import parse_period
from macros.arithmetic.quantity import Quantity
from macros.data import book as m
from macros.data.build.facts import Facts
from macros.data.changes import Change
from macros.data.schema import changes as a
from macros.problems import Rule


class Past(Facts):
    """Makes what a book says of its own past."""

    def _change(self, entry: Any, facts: Mapping[str, m.Fact]) -> Change:
        where = {key: entry.place(key) for key in entry.model_fields_set}
        date = parse_period(entry.date)
        match entry:
            case a.CorrectionEntry():
                return Change(
                    date,
                    entry.why.texts,
                    fact=entry.fact,
                    report=entry.report or "",
                    at=entry.at or "",
                    was=self._was(entry, facts),
                    verdict=entry.verdict,
                    where=where,
                )
            case a.AdditionEntry():
                return Change(date, entry.why.texts, added=entry.added, where=where)
            case a.RemovalEntry():
                gone = {name: text.texts for name, text in entry.removed.items()}
                return Change(date, entry.why.texts, removed=gone, where=where)
        return Change(date, entry.texts, where=where)

    def _was(self, entry: a.CorrectionEntry, facts: Mapping[str, m.Fact]) -> Quantity | None:
        """Read what a fact was, in its unit; a fact that there is not is told by the check."""
        fact = facts.get(entry.fact)
        if entry.was is None or fact is None:
            return None
        with self.problems.under(Rule.unit).at(entry.was.place("value")):
            return self._quantity(entry.was, fact.unit)
        return None
