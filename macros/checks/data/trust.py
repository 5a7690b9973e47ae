"""Nothing is taken on trust: origins, formulas and twins against each other, and editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from macros.arithmetic.expression import Key, dimension_of, keys_of, operation
from macros.audit.audit import Audit
from macros.checks.data import Checks
from macros.data.book import Book, Fact
from macros.data.schema.origins import Origin
from macros.problems import Mistake, Rule, TieoutError

_SAY: Final = "say why in a `caveat`, or set one aside with `rank: deprecated`"


def refuse_open_total(audit: Audit, fact: Fact) -> None:
    """Refuse a sum that does not come to what the fact is said to be, at the printed precision.

    Raises:
        TieoutError: It does not, or its parts are of other units or have no value.
    """
    if fact.total is None:
        return
    book = audit.book
    gap = operation("-", Key(fact.key), fact.total)
    dimensions = {key: book.units.dimension(book.fact(key).unit.id) for key in keys_of(gap)}
    dimension_of(gap, dimensions, book.units.dimension("percentage_point"))
    resolved = audit.sources.resolve_expression(gap)
    if resolved.missing:
        raise TieoutError(f"its total lacks {', '.join(resolved.missing)}")
    span = resolved.interval()
    if not span.contains(Fraction(0)):
        worth = fact.unit.worth * book.units.factor(fact.unit.id)
        ends = " to ".join(f"{float(end / worth):.4g}" for end in (span.low, span.high) if end)
        fault = f"its total does not close: {ends} {fact.unit.name} left over"
        raise TieoutError(fault, "mend a part, or the fact itself")


def _apart(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield what other origins, the fact's own formula and its twin say otherwise."""
    twin = audit.book.facts.get(fact.same_as)
    remarks = (fact.remarks, *([twin.remarks] if twin else []))
    # Whoever says something about it has seen it.
    if any(each.note or each.caveat for each in remarks):
        return
    value, best = audit.values[fact.key], audit.sources.preferred(fact)
    for report in audit.sources.others(fact):
        if report is best:
            continue  # it is what the value is taken from
        if best and value and not report.quantity.as_checked().meets(value.interval):
            fault = f"{fact.key}: {report.origin.id} and {best.origin.id} do not meet"
            yield report.where, fault, _SAY
    if best and fact.formula and not _computes(audit, fact):
        fault = f"{fact.key}: what {best.origin.id} reports is not what the formula gives"
        yield best.where, fault, _SAY
    other_value = audit.values[twin.key] if twin else None
    if value and other_value and not value.interval.meets(other_value.interval):
        fault = f"{fact.key} is the same as {fact.same_as}, and their values do not meet"
        yield fact.place_of("same_as"), fault, _SAY


def _computes(audit: Audit, fact: Fact) -> bool:
    """Whether a fact's formula, where it can be computed, meets its best report."""
    best = audit.sources.preferred(fact)
    try:
        resolved = audit.sources.resolve(fact, "held")
        if best is None or resolved.missing:
            return True
        return best.quantity.as_checked().meets(resolved.interval())
    except TieoutError:
        return True  # told where the formula is checked


def _idle_idioms(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield figures of speech that could be checked, since something stands behind the fact."""
    for report in fact.reports:
        if not report.idiom:
            continue
        hint = "leave `idiom` out"
        if fact.formula or not audit.book.is_article(report):
            yield report.where, f"{fact.key} can be checked, so it is no figure of speech", hint
        elif audit.sources.preferred(fact):
            yield report.where, f"an origin reports {fact.key}, so it is no figure of speech", hint


def chained(audit: Audit) -> Iterator[Mistake]:
    """Yield series and formulas that set figures of one edition beside those of the next."""
    book = audit.book
    for series in book.series.values():
        for one, other in pairwise(series.members):
            pair = restated(audit, (one, other))
            if pair and not book.crosses(series.id, (one, other)):
                fault = (
                    f"{other} is of {pair[1].id}, which restates {pair[0].id}, of which {one} is"
                )
                period = book.facts[other].identity.period
                hint = f"say so: `break: {{from: {period}, origin: {pair[1].id}}}`"
                yield book.facts[other].where, fault, hint
    for fact in book.facts.values():
        said = any(book.crosses(series, fact.keys) for series in book.broken)  # told, or allowed
        if pair := None if said else restated(audit, fact.keys):
            fault = (
                f"{fact.key}: the formula mixes {pair[0].id} with {pair[1].id}, which restates it"
            )
            yield fact.place_of("formula"), fault, "take all inputs from one edition"


def restated(audit: Audit, keys: Iterable[str]) -> tuple[Origin, Origin] | None:
    """Return two origins of some facts of which the second restates what the first told."""
    facts = [audit.book.facts[key] for key in keys if key in audit.book.facts]
    reports = [report for fact in facts if (report := audit.sources.preferred(fact))]
    origins = {report.origin.id: report.origin for report in reports}
    found = (
        (one, other)
        for one in origins.values()
        for other in origins.values()
        if one.id in _former_editions(audit.book, other)
    )
    return next(found, None)


def _former_editions(book: Book, origin: Origin) -> set[str]:
    """Return the documents that one restates, and those that they restate."""
    found: set[str] = set()
    ahead = [*origin.restates]
    while ahead:
        name = ahead.pop()
        if name not in found and name in book.origins:
            found.add(name)
            ahead += book.origins[name].restates
    return found


OF_SOUND: Final[Checks] = {Rule.note: (_apart,), Rule.report: (_idle_idioms,)}
