"""Dependencies: which reports stand behind what is shown, from the book alone.

This says what a nudge *may* change: which report a value rests on, what a formula names, what the
verdict on a figure is compared with, what a note calls. It is written from the method page, a
second time, and asks nothing of the audit or of `macros.pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from bindings import Binding

from macros.arithmetic.expression import keys_of
from macros.arithmetic.parse import parse_comparisons
from macros.data.book import Book, Fact, Identity, Report
from macros.data.schema.declarations import Texts

_CALL: Final = re.compile(r"\b(fact|printed)\(\s*['\"]([^'\"]+)")


@dataclass(frozen=True, order=True, slots=True)
class Leaf:
    """One report of one fact, by its place among the fact's reports."""

    key: str
    index: int


Leaves = frozenset[Leaf]
NONE: Final[Leaves] = frozenset()


def union(sets: Iterable[Leaves]) -> Leaves:
    """Return what is in any of the sets."""
    return NONE.union(*sets)


@dataclass(frozen=True, eq=False)
class Graph:
    """Which reports stand behind what, in one book.

    Attributes:
        book: The book.
        openings: Front matter and first words of each page, by language and name.
        running: The facts whose verdicts are being followed, against going round.
        known: What has been followed.
    """

    book: Book
    openings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    known: dict[str, Leaves] = field(default_factory=dict)

    def own(self, key: str) -> Leaves:
        """Return all reports of a fact."""
        return frozenset(Leaf(key, n) for n in range(len(self.book.facts[key].reports)))

    @cached_property
    def _prints(self) -> dict[str, Leaves]:
        facts = self.book.facts.values()
        return {f.key: frozenset(leaf for leaf in self.own(f.key) if self._by(leaf)) for f in facts}

    def prints(self, key: str) -> Leaves:
        """Return the article's reports of a fact."""
        return self._prints[key]

    def _by(self, leaf: Leaf) -> bool:
        return self.book.is_article(self.report(leaf))

    def report(self, leaf: Leaf) -> Report:
        """Return the report itself."""
        return self.book.facts[leaf.key].reports[leaf.index]

    def value(self, key: str) -> Leaves:
        """Return the reports that a fact's value rests on."""
        fact = self.book.facts[key]
        others = [
            leaf
            for leaf in sorted(self.own(key) - self.prints(key))
            if self.report(leaf).rank != "deprecated"
        ]
        marked = [leaf for leaf in others if self.report(leaf).rank == "preferred"]
        if others:
            return frozenset((marked or others)[:1])
        if fact.formula is not None:
            return union(self.value(k) for k in keys_of(fact.formula))
        return frozenset(sorted(self.prints(key))[:1])

    def spoken(self, fact: Fact, report: Report | None = None) -> Leaves:
        """Return the article's reports that speak of a fact, or of what a report of it says."""
        identity = fact.identity.saying(report.says if report else {})
        return frozenset(self._said.get(self._resolved(identity), ()))

    @cached_property
    def _said(self) -> dict[tuple[object, object], list[Leaf]]:
        facts, found = self.book.facts, dict[tuple[object, object], list[Leaf]]()
        for leaf in (leaf for key in facts for leaf in sorted(self.prints(key))):
            said = facts[leaf.key].identity.saying(self.report(leaf).says)
            found.setdefault(self._resolved(said), []).append(leaf)
        return found

    def _resolved(self, identity: Identity) -> tuple[object, object]:
        return identity.saying({"period": None}), self.book.days(identity)

    def as_printed(self, key: str) -> Leaves:
        """Return the article's reports that a formula may be computed from."""
        formula = self.book.facts[key].formula
        found = NONE
        for name in keys_of(formula) if formula else ():
            prints = self.prints(name) | self.spoken(self.book.facts[name])
            found |= prints or self.as_printed(name)
        return found

    def judged(self, key: str) -> Leaves:
        """Return the reports that the value of a fact and the verdicts on it rest on."""
        if not self.prints(key) or key in self.running:
            return self.value(key)
        if key not in self.known:
            self.running.add(key)
            made = self._judged(self.book.facts[key])
            self.running.discard(key)
            if self.running:
                return made  # a loop may have been cut short
            self.known[key] = made
        return self.known[key]

    def _judged(self, fact: Fact) -> Leaves:
        key, inputs = fact.key, self.as_printed(fact.key)
        known = {leaf.key for leaf in self.value(key)} | {key}
        found = self.value(key) | inputs | union(self.own(name) for name in known)
        found |= union(self.judged(leaf.key) for leaf in inputs)  # misdescribed is handed down
        if series := self.book.series.get(fact.series):
            earlier = series.members[: series.members.index(key)]
            found |= union(self.value(name) for name in earlier)
        for leaf in self.prints(key):
            found |= self._compared(fact, self.report(leaf))
        return found

    def _compared(self, fact: Fact, report: Report) -> Leaves:
        """Return what one figure of the article is compared with besides its own fact."""
        found, others = self.spoken(fact, report), self.book.facts.values()
        spoken = fact.identity.saying(report.says)
        if spoken != fact.identity:
            beside = [f.key for f in others if self.book.same(f.identity, spoken)]
            found |= union(self.value(k) | self.own(k) for k in beside)
        for attribute in report.omits:
            blank: dict[str, object] = {attribute: None if attribute == "period" else ""}
            bare = fact.identity.saying(blank)
            alike = (f for f in others if self.book.same(f.identity.saying(blank), bare))
            found |= union(self.value(f.key) for f in alike)
        return found

    def told(self, *texts: Texts | str | None) -> Leaves:
        """Return the reports behind the numbers that are called in texts."""
        found = NONE
        for text in texts:
            said = (
                "" if text is None else text if isinstance(text, str) else " ".join(text.values())
            )
            for name, key in _CALL.findall(said):
                found |= self.prints(key) if name == "printed" else self.value(key)
        return found

    def remarks(self, key: str) -> Leaves:
        """Return the reports behind what is remarked on an entry, or has happened to it since."""
        entry = self.book.facts.get(key) or self.book.statements[key]
        since = [d.label for d in self.book.developments if key in d.affects]
        said = entry.remarks
        return self.told(said.note, said.caveat, said.impact, *since)

    def tree(self, key: str) -> Leaves:
        """Return the reports behind a fact and each step of its formula."""
        formula = self.book.facts[key].formula
        inputs = keys_of(formula) if formula else ()
        return self.value(key) | union(self.tree(name) for name in inputs)

    def behind(self, place: Binding) -> Leaves:
        """Return the reports that a place may change with."""
        key, call = place.key, place.call
        match place.kind:
            case "fact" | "cells" | "csv":
                return self.value(key)
            case "printed":
                return self.judged(key)
            case "claim":
                sides = [k for pair in parse_comparisons(key) for k in keys_of(pair)]
                return union(self.value(k) for k in sides)
            case "since":
                development = next(d for d in self.book.developments if d.id == key)
                return self.told(development.label)
            case "abstract":
                return self.told(self.openings[place.language, key])
            case "datum" | "tip" | "alt" | "words" | "axis":
                return self._charted(place, call)
            case "fixed":
                return NONE
        if key in self.book.statements:
            return self.remarks(key)
        return self.judged(key) | self.tree(key) | self.own(key) | self.remarks(key)

    def _charted(self, place: Binding, call: Any) -> Leaves:
        if place.kind in ("datum", "tip") and place.key in self.book.facts:
            return (
                self.judged(place.key)
                if call.name in ("checked", "dumbbell")
                else self.value(place.key)
            )
        if place.kind in ("datum", "tip") and place.key:
            return self.told(*(d.label for d in self.book.developments if d.id == place.key))
        texts = list(_texts([*call.args, *call.kwargs.values()]))
        if place.kind == "words":
            return self.told(*texts)
        names = {
            member for t in texts if t in self.book.series for member in self.book.series[t].members
        }
        names |= {text for text in texts if text in self.book.facts}
        events = [d.label for d in self.book.developments if d.id in texts]
        return self.told(*texts, *events) | union(self.judged(name) for name in names)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from _texts([*value.values()])
        case list():
            for item in value:
                yield from _texts(item)
