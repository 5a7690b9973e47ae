"""The harness of the mutation test: it nudges reports, and compares what each place shows.

The changed *text* is loaded, audited and shown anew as a whole, in process. It is fast because

* drawing is left out (`bindings.stub_drawing`): a picture's words and positions stand for it;
* the pages are read once, for a nudge does not touch them;
* the words of a quantity and the calls in a text, which depend on nothing else, are kept;
* reports that stand behind no common place are nudged together, in one batch: each place still
  has one report at most that it may change with. (`TIEOUT_MUTATION=full` nudges one by one.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any

import bindings
import owed as owed_module
import pytest
from bindings import AGGREGATES, Binding
from dependencies import Graph, Leaf, Leaves
from explainers import FIXTURE
from nudges import Edit, edited, nudge
from owed import Edition, Verdicts, alternatives, owed, plain, refuted

from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.tree import Branch, read_tree
from macros.language.writing import Language, word, word_date, word_period
from macros.pages import voice
from macros.pages.configuration import Configuration
from macros.pages.macros import interpret
from macros.pages.project import Project
from macros.pages.source import Page, calls_in, read_pages
from macros.problems import Problems

Batch = Sequence[Leaf]


def keep_words(patch: pytest.MonkeyPatch) -> None:
    """Keep what depends on its arguments only: the words of a value or date, a text's calls."""
    said: dict[Any, str] = {}
    read: dict[str, list[Any]] = {}

    def kept_word(quantity: Quantity, language: Language, **named: Any) -> str:
        key = (quantity, language, *(v for k, v in named.items() if k != "words"))
        if key not in said:
            said[key] = word(quantity, language, **named)
        return said[key]

    def kept_calls(text: str, path: str, problems: Problems) -> list[Any]:
        if text not in read:
            read[text] = list(calls_in(text, path, problems))
        return read[text]

    for module in (voice, owed_module):
        patch.setattr(module, "word", kept_word)
    for dated in (word_date, word_period):
        patch.setattr(voice, dated.__name__, cache(dated))
    patch.setattr(interpret, "calls_in", kept_calls)


class Mutation:
    """The real project, and what becomes of it when reports are nudged."""

    def __init__(self) -> None:
        self.text = (FIXTURE / DATA_FILE).read_text(encoding="utf-8")
        self.pages: tuple[Page, ...] = tuple(read_pages(Configuration(FIXTURE), Problems()))
        self.before = self.edition(self.text)
        openings: dict[tuple[str, str], str] = {
            (p.language, p.name): p.text.partition("\n## ")[0] for p in self.pages
        }
        self.graph = Graph(self.before.audit.book, openings)

    def edition(self, text: str) -> Edition:
        """Load a text as a whole, and show it, whatever the rules between entries say of it."""
        problems = Problems()
        book = load_text(text, DATA_FILE, problems)
        assert book is not None and not problems.errors, [str(each) for each in problems]
        project = Project(FIXTURE, Audit(book), problems, self.pages)
        return Edition(project, bindings.all_bindings(project))

    @cached_property
    def edits(self) -> dict[Leaf, list[Edit]]:
        """The nudge of every report of every fact."""
        tree = read_tree(self.text, DATA_FILE, Problems())
        assert isinstance(tree, Branch)
        places = {
            node[key].where: (node, entry["is"]["unit"])
            for entry in tree["facts"]
            for node in entry.get("reports", entry.get("rows", ()))
            for key in ("value", "printed")
            if key in node
        }
        facts = self.graph.book.facts
        leaves = {Leaf(f.key, n): r.where for f in facts.values() for n, r in enumerate(f.reports)}
        return {leaf: nudge(*places[where]) for leaf, where in leaves.items()}

    @cached_property
    def behind(self) -> dict[Binding, Leaves]:
        """What each place may change with; that of an aggregate is not asked."""
        return {place: self.graph.behind(place) for place in self.before.shown}

    def verdicts_after(self, batch: Batch) -> Verdicts:
        """Return the verdicts after some reports are nudged, without showing anything."""
        text = edited(self.text, [e for leaf in batch for e in self.edits[leaf]])
        book = load_text(text, DATA_FILE, Problems())
        assert book is not None
        return Edition(Project(FIXTURE, Audit(book)), {}).verdicts

    def nudged(self, batch: Batch) -> Edition:
        """Nudge some reports together."""
        return self.edition(edited(self.text, [e for leaf in batch for e in self.edits[leaf]]))

    def batches(self) -> list[list[Leaf]]:
        """Put the reports into batches whose members stand behind no common place."""
        rivals: dict[Leaf, set[Leaf]] = {leaf: {leaf} for leaf in self.edits}
        for place, leaves in self.behind.items():
            for leaf in leaves if not is_aggregate(place) else ():
                rivals[leaf] |= leaves
        batches: list[list[Leaf]] = []
        for leaf in sorted(rivals, key=lambda leaf: (-len(rivals[leaf]), leaf)):
            free = (batch for batch in batches if rivals[leaf].isdisjoint(batch))
            if (batch := next(free, None)) is not None:
                batch.append(leaf)
            else:
                batches.append([leaf])
        return batches

    def failures(self, batch: Batch) -> Iterator[str]:
        """Nudge a batch, and yield what changed and should not, or should and did not."""
        after = self.nudged(batch)
        for leaf in batch:
            yield from self._unmoved(leaf, after)
        for place in sorted({*self.before.shown, *after.shown}, key=lambda place: place.name):
            if not is_aggregate(place):
                yield from self._compare(place, set(batch), after)
        yield from refuted(after)
        yield from alternatives(after)

    def _unmoved(self, leaf: Leaf, after: Edition) -> Iterator[str]:
        old, new = (e.audit.book.facts[leaf.key].reports[leaf.index] for e in (self.before, after))
        if new.quantity == old.quantity:
            yield f"{leaf}: the nudge was not read"

    def _compare(self, place: Binding, batch: set[Leaf], after: Edition) -> Iterator[str]:
        old, new = self.before.shown.get(place, ""), after.shown.get(place, "")
        behind = self.behind[place] if place in self.behind else self.graph.behind(place)
        causes = sorted(behind & batch)
        if not causes:
            if old != new:
                yield f"{place.name} changed with none of its reports: {_apart(old, new)}"
            return
        before, now = owed(place, self.before), owed(place, after)
        missing = [text for text in now.words if text not in plain(new)]
        if missing:
            yield f"{place.name} does not show {missing[0]!r} after {causes[0]}"
        if before != now and old == new:
            yield f"{place.name} did not change with {causes[0]}: it owes {now}"


def is_aggregate(place: Binding) -> bool:
    """Whether a place is made of many facts, and may change with any of them."""
    return place.name.split(" ", 1)[-1].startswith(AGGREGATES)


def _apart(old: str, new: str) -> str:
    """Show two texts where they begin to differ."""
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    return (
        f"…{old[max(start - 20, 0) : start + 40]!r} is now {new[max(start - 20, 0) : start + 40]!r}"
    )
