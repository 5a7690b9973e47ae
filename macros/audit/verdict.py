"""Verdicts: the answers that are given about a figure of the article, and how they are reached.

Two questions are never mixed. Does it *follow*: the formula over the article's own prints. Does it
*hold*: the same formula, or the fact itself, over the preferred reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from macros.arithmetic.evaluate import needed, range_of
from macros.arithmetic.quantity import Interval, Quantity
from macros.audit.sources import Input, Resolved
from macros.data.book import Fact, Report
from macros.data.origins import Origin
from macros.data.schema.facts import Verdict

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


def compute(resolved: Resolved) -> Interval:
    """Return the range of a complete formula over its inputs."""
    box = {key: given.interval for key, given in resolved.inputs.items()}
    return range_of(resolved.reckoned, box)


def centres(resolved: Resolved) -> dict[str, Fraction]:
    """Return the stated values of a formula's inputs."""
    return {key: given.report.quantity.value for key, given in resolved.inputs.items()}


def needs(resolved: Resolved, target: Fraction) -> tuple[tuple[Input, Fraction], ...]:
    """Return what each input of a complete formula would have to be for a figure to come out."""
    point = centres(resolved) if resolved.is_complete else {}
    found = ((resolved.inputs[key], needed(resolved.reckoned, point, key, target)) for key in point)
    return tuple((given, value) for given, value in found if value is not None)


def floor_too_low(quantity: Quantity, held: Interval) -> bool:
    """Whether a floor lies a whole unit of its last significant place below what is known."""
    if quantity.bound not in ("at_least", "more_than") or not quantity.place or held.low is None:
        return False
    return held.low >= quantity.value + quantity.place
