"""Verdicts: the answers that are given about a figure of the article, and how they are reached.

Two questions are never mixed. Does it *follow*: the formula over the article's own prints. Does it
*hold*: the same formula, or the fact itself, over the preferred reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import Final, Literal

from macros.arithmetic.evaluate import needed, value_at
from macros.arithmetic.quantity import Interval, Quantity
from macros.audit.resolving import Input, Reading, Sources, Value
from macros.data.book import Book, Fact, Report
from macros.data.schema.facts import Verdict
from macros.problems import TieoutError

Answer = Literal["yes", "no", "undecided"]
Known = Literal["when_written", "not_yet_public", "overtaken", "came_true", "undecided"]
AGREEING: Final[tuple[Verdict, ...]] = ("confirmed", "rounded")
NO_FINDING: Final[tuple[Verdict, ...]] = (*AGREEING, "idiom")
SIGNS: Final[dict[Verdict, str]] = {
    "confirmed": "＝",
    "rounded": "≈",
    "imprecise": "∼",
    "misdescribed": "≠",
    "outdated": "↺",
    "contradicted": "≠",
    "not_found": "?",
    "idiom": "–",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one of the article's reports, with the reasons.

    Attributes:
        follows: Whether the figure follows from the article's own prints; None if not derived.
        printed: The range that follows from the article's prints.
        holds: Whether it agrees with what is best known; None if nothing is known.
        beside: The fact that the article speaks of, where it gives another's number.
        known: When the better knowledge was there, for what does not hold.
        needs: For a figure that does not follow: what each input would have to be.
        clash: Another print of the article that contradicts this one.
    """

    fact: Fact
    report: Report
    verdict: Verdict
    follows: Answer | None = None
    printed: Interval | None = None
    holds: Answer | None = None
    value: Value | None = None
    beside: Fact | None = None
    known: Known | None = None
    needs: tuple[tuple[Input, Fraction], ...] = ()
    clash: Report | None = None

    @property
    def is_finding(self) -> bool:
        """Whether the article does not tie out here."""
        return self.verdict not in NO_FINDING


def answer(checked: Interval, computed: Interval, value: Fraction) -> Answer:
    """Decide whether a computed range bears out a printed figure.

    A one-sided figure that the range meets but the value itself misses is not decidable at the
    printed precision.
    """
    if not checked.meets(computed):
        return "no"
    one_sided = checked.low is None or checked.high is None
    return "undecided" if one_sided and not checked.contains(value) else "yes"


def floor_too_low(quantity: Quantity, held: Interval) -> bool:
    """Whether a floor lies a whole unit of its last significant place below what is known."""
    if quantity.bound not in ("at_least", "more_than") or not quantity.place or held.low is None:
        return False
    return held.low >= quantity.value + quantity.place


@dataclass(frozen=True)
class Judge:
    """Gives the verdicts on a book's figures, given what each fact is taken to be."""

    sources: Sources
    values: Mapping[str, Value | None]

    @property
    def book(self) -> Book:
        """The book whose figures are judged."""
        return self.sources.book

    @cached_property
    def prints(self) -> dict[int, tuple[Fact, Report]]:
        """The article's reports, each with the fact it is stored with, by the report's identity."""
        facts = self.book.facts.values()
        # By identity: two prints may be equal in all they say, and are two figures all the same.
        return {id(r): (fact, r) for fact in facts for r in self.sources.prints(fact)}

    def of(self, fact: Fact, report: Report) -> Judgement:
        """Return the verdict on one of the article's reports of a fact."""
        judged = self._ask(fact, report)
        beside, clash = self._beside(fact, report), self._clash(fact, report)
        judged = replace(judged, verdict=self._verdict(judged), beside=beside, clash=clash)
        return replace(judged, needs=self._needs(judged))

    def _ask(self, fact: Fact, report: Report) -> Judgement:
        """Answer the two questions."""
        # What only the article says cannot bear the article out.
        value, checked = self.values[fact.key], report.quantity.as_checked()
        if value is not None and not value.found:
            value = None
        holds = answer(checked, value.interval, value.quantity.value) if value else None
        plain = Judgement(fact, report, "not_found", holds=holds, value=value)
        if fact.formula is None:
            return plain
        try:
            resolved = self.sources.resolve(fact, "printed", report.paragraphs[0])
            # A figure that is its own input would follow from itself.
            if resolved.missing or resolved.inputs.keys() & {fact.key}:
                return plain
            printed = resolved.interval()
            follows = answer(checked, printed, value_at(resolved.reckoned, resolved.centres))
        except TieoutError:
            return plain
        return replace(plain, follows=follows, printed=printed)

    def _verdict(self, judged: Judgement) -> Verdict:
        fact, report, value = judged.fact, judged.report, judged.value
        # First what refutes: the article’s own arithmetic needs no document; then how exact it is.
        if report.idiom:
            return "idiom"
        if value is None:
            # Arithmetic over a figure that nobody found proves nothing.
            refuted = judged.follows == "no" and "not_found" not in self._input_verdicts(judged)
            return "contradicted" if refuted else "not_found"
        if not self.is_borne_out(value):
            return "not_found"
        if judged.follows == "no":
            return "contradicted"
        # The number is right, and stands beside the wrong name, period or basis.
        if judged.holds != "no" and self._differs(fact, report):
            return "misdescribed"
        if judged.holds == "no":
            return "outdated" if self._agrees_earlier(fact, report) else "contradicted"
        inherited = self._input_verdicts(judged) if value.report is None else set()
        # A computed value is no better than what it is computed from.
        passed_on: tuple[Verdict, ...] = ("misdescribed", "not_found")
        return next((v for v in passed_on if v in inherited), self._agreement(judged, value))

    def is_borne_out(self, value: Value) -> bool:
        """Whether each report behind a value is that of an origin other than the article."""
        return all(origin.id != self.book.site.article for origin in value.origins)

    def _agreement(self, judged: Judgement, value: Value) -> Verdict:
        report, best = judged.report, value.report
        if floor_too_low(report.quantity, value.interval) or self._omission(judged):
            return "imprecise"
        # Printed to fewer places than by its origin; that is rounding only where a digit was lost.
        if best and 0 < best.quantity.place < report.quantity.place:
            return "rounded" if best.quantity.value != report.quantity.value else "confirmed"
        return "confirmed"

    def _input_verdicts(self, judged: Judgement) -> set[Verdict]:
        """Return the verdicts on what a figure is derived from, as the article prints it."""
        fact, report = judged.fact, judged.report
        try:
            inputs = self.sources.resolve(fact, "printed", report.paragraphs[0]).inputs
        except TieoutError:
            return set()
        others = (given.report for given in inputs.values() if given.fact is not fact)
        stored = [self.prints.get(id(report)) for report in others]
        return {self._verdict(self._ask(*each)) if each else "not_found" for each in stored}

    def _agrees_earlier(self, fact: Fact, report: Report) -> bool:
        """Whether the figure is that of an earlier member of the fact's series."""
        checked = report.quantity.as_checked()
        # Members stand in the order of time: what comes after the fact itself cannot be outdated.
        members = self.book.series[fact.series].members if fact.series else ()
        earlier = (self.values[key] for key in takewhile(lambda key: key != fact.key, members))
        return any(each and each.found and checked.meets(each.interval) for each in earlier)

    def _omission(self, judged: Judgement) -> bool:
        """Whether what the article leaves out changes the answer among the fact's siblings."""
        checked = judged.report.quantity.as_checked()
        return any(
            not checked.meets(value.interval)
            for attribute in judged.report.omits
            for key in self.siblings(judged.fact, attribute)
            if (value := self.values[key]) is not None and value.found
        )

    def siblings(self, fact: Fact, attribute: str) -> list[str]:
        """Return the keys of facts that differ from one in a single attribute of identity."""
        blank: dict[str, object] = {attribute: None if attribute == "period" else ""}
        bare = fact.identity.saying(blank)
        return [
            other.key
            for other in self.book.facts.values()
            if other.key != fact.key and self.book.same(other.identity.saying(blank), bare)
        ]

    def _beside(self, fact: Fact, report: Report) -> Fact | None:
        """Return the fact that the article speaks of, where it states another's number."""
        if not self._differs(fact, report):
            return None  # said of nearly every figure, and the search below reads all facts
        spoken, facts = fact.identity.saying(report.says), self.book.facts.values()
        return next((f for f in facts if self.book.same(f.identity, spoken)), None)

    def _differs(self, fact: Fact, report: Report) -> bool:
        """Whether the report speaks of something else than the fact it is stored with."""
        return not self.book.same(fact.identity, fact.identity.saying(report.says))

    def _clash(self, fact: Fact, report: Report) -> Report | None:
        checked = report.quantity.as_checked()
        others = self.sources.speaking_of(fact.identity.saying(report.says))
        apart = (r for r in others if not checked.meets(r.quantity.as_checked()))
        return next((other for other in apart if other is not report), None)

    def _needs(self, judged: Judgement) -> tuple[tuple[Input, Fraction], ...]:
        """Return what each input would have to be for a refuted figure to come out."""
        fact, report = judged.fact, judged.report
        if fact.formula is None or "no" not in (judged.follows, judged.holds):
            return ()
        reading: Reading = "printed" if judged.follows == "no" else "held"
        resolved = self.sources.resolve(fact, reading, report.paragraphs[0])
        if resolved.missing:
            return ()
        # Each input in turn, the others as they are: of several that are wrong each is told alone.
        tree, point, target = resolved.reckoned, resolved.centres, report.quantity.value
        found = ((resolved.inputs[key], needed(tree, point, key, target)) for key in point)
        return tuple((given, value) for given, value in found if value is not None)
