"""Resolves the names that entries use: each id is declared once, and what is used is declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from macros.arithmetic.units import Units
from macros.data.schema import declarations as r
from macros.data.schema import facts as e
from macros.data.schema.fields import Entry, NamedEntry
from macros.data.schema.kinds import BUILT_IN_BASES, BUILT_IN_TIERS
from macros.language.writing import UnitWords
from macros.problems import Location, Problems, Rule, nearest

Kind = Literal["entity", "origin", "term"]
T = TypeVar("T", bound=NamedEntry)


class Names:
    """The declared terms, units, entities and origins of one data file."""

    def __init__(self, file: e.File, problems: Problems) -> None:
        self.file, self.problems = file, problems
        units = self._by_id("unit", file.units)
        self.unit_words = {
            each.id: UnitWords(each.singular or "", each.label) for each in units.values()
        }
        spelled = {each.id: (*self.unit_words[each.id].names, *each.names) for each in file.units}
        self.units = Units(spelled)
        self.terms = {key: each.label for key, each in self._by_id("term", file.terms).items()}
        self.entities = self._by_id("entity", file.entities)
        self.origins = self._by_id("origin", file.origins)
        bases = self._by_id("basis", file.bases)
        self.bases = bases | BUILT_IN_BASES | bases  # what is declared stands in front
        tiers = self._by_id("tier", file.tiers)
        self.tiers = tiers | BUILT_IN_TIERS | tiers
        self._resolve_parents()
        for entry in file.origins:
            self._refer("origin", entry, "restates")

    def _by_id(self, kind: str, entries: Iterable[T], taken: Iterable[str] = ()) -> dict[str, T]:
        made: dict[str, T] = {}
        for entry in entries:
            if entry.id in made or entry.id in taken:
                self._doubled(kind, entry.id, entry.where)
            made.setdefault(entry.id, entry)
        return made

    def _doubled(self, kind: str, name: str, where: Location) -> None:
        """Record an id that is used twice; of two the first stands.

        What cannot be found may be meant by the other, and what is wrong with the first, too.
        """
        told = self.problems.under(Rule.name).add(where, f"the id {name!r} is used twice")
        self.problems.gone.setdefault(kind, {})[name] = told
        if kind != "fact":  # what is wrong with that itself is told first
            self.problems.lose(name, told)

    def _refer(self, kind: Kind, entry: Entry, *keys: str) -> None:
        """What stands at some keys of an entry, one name or several, is declared."""
        declared: Mapping[Kind, Mapping[str, object]] = {
            "entity": self.entities,
            "origin": self.origins,
            "term": self.terms,
        }
        known = declared[kind]
        problems = self.problems.under(Rule.name)
        for key in keys:
            said = getattr(entry, key) or ()
            for name in [said] if isinstance(said, str) else said:
                if name not in known:
                    told, hint = f"unknown {kind} {name!r}", nearest(name, known)
                    problems.lose(name, problems.add(entry.place(key), told, hint, name, kind))

    def _resolve_parents(self) -> None:
        """Give each entity what the nearest whole it is part of has, and it has not itself."""
        wholes: dict[str, r.EntityEntry] = {}
        for entry in self.file.entities:
            if entry.fiscal_year_named and not entry.fiscal_year_ends:
                told = "what names a fiscal year is said beside the month in which it ends"
                where = entry.place("fiscal_year_named")
                self.problems.add(where, f"{entry.id}: {told}", "add `fiscal_year_ends:`")
            self._refer("entity", entry, "part_of")
            chain = self._chain(self.entities[entry.id])
            if chain[-1].part_of in {each.id for each in chain}:
                shown = " → ".join([*(each.id for each in chain), chain[-1].part_of or ""])
                self.problems.add(entry.place("part_of"), f"{entry.id} is part of itself: {shown}")
            years = next((each for each in chain if each.fiscal_year_ends), entry)
            given = {
                "color": next((each.color for each in chain if each.color), None),
                "fiscal_year_ends": years.fiscal_year_ends,
                "fiscal_year_named": years.fiscal_year_named,
            }
            wholes[entry.id] = chain[0].model_copy(update=given)
        self.entities |= wholes

    def _chain(self, entity: r.EntityEntry) -> list[r.EntityEntry]:
        """Return an entity and the wholes that it is part of, each of them once."""
        chain = [entity]
        while (whole := self.entities.get(chain[-1].part_of or "")) and whole not in chain:
            chain.append(whole)
        return chain
