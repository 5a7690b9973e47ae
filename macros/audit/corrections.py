"""What each change of the data led to.

An entry says what was. What it became is the next later entry's `was`, or what stands today, so
that the chain from the first value to the present one is checked and not typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.audit.resolving import the_one
from macros.data.book import Book, Change, Fact
from macros.data.schema.declarations import Verdict
from macros.problems import TieoutError, nearest


@dataclass(frozen=True, slots=True)
class Turn:
    """A correction with both its ends.

    Attributes:
        change: The entry.
        fact: What was corrected; None if it is a statement.
        became: The value that it led to; None if the entry gives no value.
        verdict: The verdict that it led to; None if the entry gives none.
        is_last: Whether the value that it led to is today's.
    """

    change: Change
    fact: Fact | None
    became: Quantity | None
    verdict: Verdict | None
    is_last: bool


def turns(audit: Audit) -> Iterator[Turn]:
    """Yield the corrections of a book in order, leaving out those that the check refuses."""
    for position, change in enumerate(audit.book.changes):
        try:
            if change.fact:
                yield turn(audit, change, position)
        except TieoutError:
            continue


def turn(audit: Audit, change: Change, position: int) -> Turn:
    """Return what a correction led to.

    Raises:
        TieoutError: There is no such fact, report or figure of the article, no value, or nothing
            says in which of several places.
    """
    book = audit.book
    fact = None if change.fact in book.statements else book.fact(change.fact)
    # The same figure of the same document: its next entry says what it had become by then.
    later = [
        other
        for other in book.changes[position + 1 :]
        if (other.fact, other.report, other.at) == (change.fact, change.report, change.at)
    ]
    values = [other.was for other in later if other.was is not None]
    verdicts = [other.verdict for other in later if other.verdict]
    became: Quantity | None = None
    verdict: Verdict | None = None
    if change.was is not None and fact is not None:
        became = values[0] if values else _present(audit, fact, change)
    if change.verdict:
        verdict = verdicts[0] if verdicts else _present_verdict(audit, change)
    return Turn(change, fact, became, verdict, not values)


def _present(audit: Audit, fact: Fact, change: Change) -> Quantity:
    if not change.report:
        return audit.value(fact.key).quantity
    reports = [report for report in fact.reports if report.origin.id == change.report]
    lacks, has = f"{fact.key} has no report of {change.report!r}", f"{change.report!r} reports it"
    hint = nearest(change.report, [report.origin.id for report in fact.reports])
    return the_one(reports, change.at, lacks, has, hint).quantity


def _present_verdict(audit: Audit, change: Change) -> Verdict:
    if statement := audit.book.statements.get(change.fact):
        return statement.verdict
    fact = audit.book.fact(change.fact)
    lacks, has = (f"the article {does} {fact.key!r}" for does in ("does not print", "prints"))
    report = the_one(audit.sources.prints(fact), change.at, lacks, has)
    return audit.judgement_of(fact.key, report).verdict


def same(one: Quantity, other: Quantity, fact: Fact) -> bool:
    """Whether a reader is told the same by two values of a fact."""
    if (one.bound, one.literal) != (other.bound, other.literal):
        return False
    if one.is_spread or other.is_spread:
        return (one.low, one.high) == (other.low, other.high)
    # A computed value moves with its inputs; a reader is told it to its place.
    margin = fact.place / 2 if fact.formula is not None else 0
    return abs(one.value - other.value) <= margin


def former_keys(book: Book) -> dict[str, str]:
    """Return the present key of each fact or statement by each that it had before.

    A series that has moved takes its members along.
    """
    found: dict[str, str] = {}
    for moved in book.moved:
        if moved.kind == "fact" and (series := book.series.get(moved.to)):
            # What follows the name of a series is the period in brackets, which stays.
            found |= {moved.former + key.removeprefix(series.id): key for key in series.members}
        elif moved.kind == "fact":
            found[moved.former] = moved.to
    return found
