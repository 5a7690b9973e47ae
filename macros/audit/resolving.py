"""What values rest on: the reports that formulas read, as the article prints or as it holds.

A derived fact resolves what its formula names when it is asked for; there is no order to compute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from macros.arithmetic.evaluate import range_of
from macros.arithmetic.expression import Expression, Key, converted, replaced
from macros.arithmetic.quantity import Interval, Quantity
from macros.data.book import Book, Fact, Identity, Report
from macros.data.schema.origins import Origin
from macros.problems import TieoutError

Reading = Literal["printed", "held"]
MAX_CHAIN = 12  # longer than any chain of ours; a circle is told before


@dataclass(frozen=True, slots=True)
class Input:
    """A leaf of a formula: a fact, and the report that its value is taken from."""

    fact: Fact
    report: Report


@dataclass(frozen=True, slots=True)
class Resolved:
    """A formula over reports only, with derived inputs written out.

    Attributes:
        tree: As it is shown.
        inputs: Its leaves, by key.
        missing: The leaves that nothing reports; none if the formula is complete.
        reckoned: As it is computed: with the conversions between units.
    """

    tree: Expression
    inputs: Mapping[str, Input]
    missing: tuple[str, ...]
    reckoned: Expression

    def interval(self) -> Interval:
        """Return what a complete formula comes to over all that its inputs may be.

        Raises:
            TieoutError: It cannot be computed over them.
        """
        given = {key: each.report.quantity.as_input() for key, each in self.inputs.items()}
        return range_of(self.reckoned, given)

    @property
    def centres(self) -> dict[str, Fraction]:
        """The stated values of its inputs."""
        return {key: given.report.quantity.value for key, given in self.inputs.items()}


@dataclass(frozen=True, slots=True)
class Value:
    """What a fact is taken to be, and why.

    Attributes:
        quantity: For display.
        interval: To calculate and compare with.
        report: The report it is taken from, or None where it is computed.
        resolved: The formula it is computed with, or None.
        found: Whether an origin other than the article stands behind it.
    """

    quantity: Quantity
    interval: Interval
    report: Report | None = None
    resolved: Resolved | None = None
    found: bool = True

    @property
    def origins(self) -> list[Origin]:
        """The documents behind it, through its formula if it is computed."""
        if self.report is not None:
            return [self.report.origin]
        inputs = self.resolved.inputs.values() if self.resolved else ()
        return [given.report.origin for given in inputs]


@dataclass(frozen=True)
class Sources:
    """Finds the reports that inputs are read from, in one book."""

    book: Book

    def others(self, fact: Fact) -> list[Report]:
        """Return the reports of a fact by origins other than the article, but those set aside."""
        return [r for r in fact.reports if not self.book.is_article(r) and r.rank != "deprecated"]

    def agreeing(self, fact: Fact, best: Report) -> list[Report]:
        """Return those that bear one of them out, itself among them."""
        held = best.quantity.as_input()
        return [each for each in self.others(fact) if each.quantity.as_input().meets(held)]

    def preferred(self, fact: Fact) -> Report | None:
        """Return the best report of a fact by an origin other than the article."""
        others = self.others(fact)
        marked = [r for r in others if r.rank == "preferred"]
        return next(iter(marked or others), None)  # without a mark the first, as authors write

    def prints(self, fact: Fact) -> list[Report]:
        """Return the article's reports of a fact, in reading order."""
        return [r for r in fact.reports if self.book.is_article(r) and r.paragraphs]

    def print_of(self, fact: Fact, at: str = "") -> Report:
        """Return the article's report of a fact, in one paragraph if it has several.

        Raises:
            TieoutError: The article does not print the fact, or not there.
        """
        prints, lacks = self.prints(fact), f"the article does not print {fact.key!r}"
        if not prints:
            raise TieoutError(lacks, "use fact(…)", about=fact.key)
        return the_one(prints, at, lacks, f"the article prints {fact.key!r}")

    @cached_property
    def _spoken(self) -> dict[object, list[Report]]:
        """Index the article's reports by the identity they speak of."""
        index: dict[object, list[Report]] = {}
        for fact in self.book.facts.values():
            for report in self.prints(fact):
                spoken = fact.identity.saying(report.says)
                index.setdefault(self.book.sameness(spoken), []).append(report)
        return index

    def speaking_of(self, identity: Identity) -> list[Report]:
        """Return the article's reports that speak of an identity, wherever they are stored."""
        return self._spoken.get(self.book.sameness(identity), [])

    def read_at(self, fact: Fact, paragraph: int, named: str = "") -> Report | None:
        """Return the article's print of an input for a sentence in a paragraph.

        It is the one of the paragraph that the formula names, else the sentence's own
        paragraph's, else the nearest before it, else the first after it.
        """
        spoken, stored = self.speaking_of(fact.identity), self.prints(fact)
        if named:
            return next((r for r in (*spoken, *stored) if named in r.at), None)
        prints = spoken or stored
        # A sentence reckons with what its reader has read by then.
        if before := [r for r in prints if min(r.paragraphs) <= paragraph]:
            return max(before, key=lambda r: max(p for p in r.paragraphs if p <= paragraph))
        return min(prints, key=lambda r: min(r.paragraphs), default=None)

    def resolve(self, fact: Fact, reading: Reading, paragraph: int = 0) -> Resolved:
        """Write a fact's formula out to reports.

        Raises:
            TieoutError: The formula names no fact, or leads back to itself.
        """
        if fact.formula is None:
            raise TieoutError(f"{fact.key} has no formula")
        return self._resolved(_Walk(self, reading, paragraph), fact.formula, fact)

    def resolve_expression(self, tree: Expression) -> Resolved:
        """Write out a formula of our own prose, over what holds."""
        return self._resolved(_Walk(self, "held", 0), tree, None)

    def _resolved(self, walk: _Walk, formula: Expression, owner: Fact | None) -> Resolved:
        tree = walk.rewrite(formula, owner, (owner.key,) if owner else ())
        factor = self.book.units.factor
        worth = {key: factor(given.fact.unit.id) for key, given in walk.inputs.items()}
        made = factor(owner.unit.id) if owner else Fraction(1)  # our prose reckons in base units
        missing = tuple(walk.missing)
        return Resolved(tree, walk.inputs, missing, converted(tree, worth, made))


def the_one(reports: Sequence[Report], at: str, lacks: str, has: str, hint: str = "") -> Report:
    """Return the report that is meant: the only one, or that of a paragraph.

    What is told of none begins with `lacks`, of several with `has`.

    Raises:
        TieoutError: There is none, or nothing says which.
    """
    chosen = [report for report in reports if not at or at in report.at]
    if len(chosen) == 1 or (chosen and at):
        return chosen[0]
    places = ", ".join(" ".join(report.at) for report in reports if report.at)
    if chosen:
        raise TieoutError(f"{has} in several places", f"say `at`, one of {places}")
    if at and places:
        raise TieoutError(f"{lacks} in {at}", f"it does in {places}")
    raise TieoutError(lacks, hint)


class _Walk:
    """One pass over a formula that replaces derived inputs by their own formulas."""

    def __init__(self, sources: Sources, reading: Reading, paragraph: int) -> None:
        self.sources, self.reading, self.paragraph = sources, reading, paragraph
        self.inputs: dict[str, Input] = {}
        self.missing: list[str] = []

    def rewrite(self, tree: Expression, owner: Fact | None, chain: tuple[str, ...]) -> Expression:
        return replaced(tree, lambda key: self._leaf(key, owner, chain))

    def _leaf(self, key: str, owner: Fact | None, chain: tuple[str, ...]) -> Expression:
        if key in chain:
            raise TieoutError(f"the formula leads back to itself: {' → '.join((*chain, key))}")
        if len(chain) > MAX_CHAIN:
            raise TieoutError(f"formulas lead on deeper than {MAX_CHAIN}: {' → '.join(chain)}")
        fact = self.sources.book.fact(key)
        report = self._report(fact, owner)
        if report is None and fact.formula is not None:
            return self.rewrite(fact.formula, fact, (*chain, key))
        if report is None:
            self.missing.append(key)
        else:
            self.inputs[key] = Input(fact, report)
        return Key(key)

    def _report(self, fact: Fact, owner: Fact | None) -> Report | None:
        if self.reading == "printed":
            named = owner.inputs.get(fact.key, "") if owner else ""
            return self.sources.read_at(fact, self.paragraph, named)
        report = self.sources.preferred(fact)
        taken = owner is not None and fact.key in owner.takes
        # The article’s own figure stands in where an author says so (`takes`), and in formulas of
        # our prose, whose claims say it themselves.
        if report is None and fact.formula is None and (taken or owner is None):
            return next(iter(self.sources.prints(fact)), None)
        return report
