"""Pages in which a review found nothing wrong: they are read again when what they show changes.

What a page shows is its digest, in which its own text is as well as the facts that it names.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.checks.prose.comparatives import Comparisons
from macros.checks.prose.reading import Coverage
from macros.data.inputs import Slot, slot
from macros.pages.edition import digest_of
from macros.pages.project import Project
from macros.pages.source import Page
from macros.problems import Location, Problems


@dataclass
class Passed:
    """The pages of a project that have passed.

    Attributes:
        digests: What the pages are made of now; none if that is not known.
        slot: Where is kept what has passed.
        former: What had passed before, by what was read, with its digest and what was seen.
        now: The same of what passes now.
    """

    digests: Mapping[str, str]
    slot: Slot
    former: Mapping[str, tuple[str, Any]]
    now: dict[str, tuple[str, Any]]

    @classmethod
    def of(cls, project: Project) -> Passed:
        """Return what is kept of a project."""
        kept = slot(project.root, "checked" if project.alone else "passed", project.base)
        body = kept.recall() if project.base else None
        return cls(project.digests, kept, json.loads(body or b"{}"), {})

    def read(
        self,
        name: str,
        pages: Iterable[Page],
        check: Callable[[Problems], Coverage],
        problems: Problems,
    ) -> Coverage:
        """Check pages unless they passed before, and return what is seen in them.

        Args:
            name: What they are checked for.
            pages: What is read.
            check: Checks them, and records what is wrong.
            problems: Where to record it.
        """
        digest = digest_of(self.digests.get(page.path, "") for page in pages)
        key, seen = self.former.get(name, ("", None))
        if key != digest or not self.digests:
            found = replace(problems, found=[])
            coverage = check(found)
            problems.found += found.found
            if found.found:
                return coverage
            seen = packed(coverage)
        self.now[name] = digest, seen
        return unpacked(seen)

    def keep(self) -> None:
        """Keep what has passed."""
        if self.digests and self.now != self.former:
            self.slot.keep(json.dumps(self.now).encode())


def packed(seen: Coverage) -> list[Any]:
    """Return what was seen in a text, in which nothing is wrong, as JSON can hold it."""
    of = seen.comparisons
    said = [[at.path, at.line, at.column, text, why] for at, text, why in of.editorial]
    return [seen.bound, seen.by_rule, seen.declared, of.claimed, of.bounds, of.by_rule, said]


def unpacked(seen: list[Any]) -> Coverage:
    """Return what was packed."""
    bound, by_rule, declared, claimed, bounds, rules, said = seen
    editorial = [(Location(*at), text, why) for *at, text, why in said]
    comparisons = Comparisons(claimed, bounds, Counter(rules), editorial)
    return Coverage(bound, Counter(by_rule), declared, comparisons=comparisons)
