"""Parts of a review in which no error was found: each is read again when its grounds change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from macros.checks.formats import told, untold
from macros.checks.prose.comparatives import Comparisons
from macros.checks.prose.reading import Coverage
from macros.data.inputs import Slot, slot
from macros.pages.project import Project
from macros.problems import Location, Problems

Seen = TypeVar("Seen")


@dataclass
class Passed(Generic[Seen]):
    """The parts of a review of a project that have passed.

    Attributes:
        slot: Where is kept what has passed.
        pack: Returns what was seen in a part as JSON can hold it.
        unpack: Returns what was packed.
        former: What had passed before, by what was read: its digest, what was told and seen.
        now: The same of what passes now.
    """

    slot: Slot
    pack: Callable[[Seen], Any]
    unpack: Callable[[Any], Seen]
    former: Mapping[str, list[Any]]
    now: dict[str, list[Any]]

    @classmethod
    def of(
        cls,
        project: Project,
        kind: str,
        pack: Callable[[Seen], Any],
        unpack: Callable[[Any], Seen],
    ) -> Passed[Seen]:
        """Return what is kept of the reviews of a kind."""
        kept = slot(project.root, f"{kind}-{project.base[:16]}", project.base)
        former = json.loads(kept.recall() or b"{}") if project.base else {}
        return cls(kept, pack, unpack, former, {})

    def read(
        self, name: str, digest: str, check: Callable[[Problems], Seen], problems: Problems
    ) -> Seen:
        """Check a part unless it passed before, and return what is seen in it.

        Args:
            name: What it is.
            digest: What it is checked against; empty if that is not known.
            check: Checks it, and records what is wrong.
            problems: Where to record it.
        """
        key, hints, seen = self.former.get(name, ("", [], None))
        if digest and key == digest:
            problems.found += map(untold, hints)
            self.now[name] = [key, hints, seen]
            return self.unpack(seen)
        own = replace(problems, found=[])
        made = check(own)
        problems.found += own.found
        # What follows from an error elsewhere is not told, and counted there.
        if digest and not own.errors and not own.causes:
            self.now[name] = [digest, [*map(told, own.found)], self.pack(made)]
        return made

    def keep(self) -> None:
        """Keep what has passed."""
        if self.slot.key and self.now != self.former:
            self.slot.keep(json.dumps(self.now).encode())


def packed(seen: Coverage) -> list[Any]:
    """Return what was seen in a text, in which nothing is wrong, as JSON can hold it."""
    of = seen.comparisons
    said = [[at, text, why] for at, text, why in of.editorial]
    return [seen.bound, seen.by_rule, seen.declared, of.claimed, of.bounds, of.by_rule, said]


def unpacked(seen: list[Any]) -> Coverage:
    """Return what was packed."""
    bound, by_rule, declared, claimed, bounds, rules, said = seen
    editorial = [(Location(*at), text, why) for at, text, why in said]
    comparisons = Comparisons(claimed, bounds, Counter(rules), editorial)
    return Coverage(bound, Counter(by_rule), declared, comparisons=comparisons)
