"""What our own prose asserts: facts with an origin, and comparisons that what holds decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from macros.arithmetic.expression import Operation, dimension_of, keys_of, operation
from macros.arithmetic.parse import parse_comparisons
from macros.arithmetic.quantity import Interval
from macros.arithmetic.units import Unit
from macros.audit.audit import Audit
from macros.data.book import Book, Fact
from macros.problems import Rule, TieoutError


def expect_origin(audit: Audit, key: str) -> None:
    """Accept a fact that our own prose may state.

    Raises:
        TieoutError: Only the article says it, so that it is shown as what the article printed.
    """
    if not audit.value(key).found:
        fault = f"no origin was found for {key!r}, only the article’s figure"
        raise TieoutError(fault, f'write printed("{key}")', about=key)


def decide(
    audit: Audit, text: str, mixes: Collection[str] = (), takes: Collection[str] = ()
) -> None:
    """Accept a claim that the facts bear out.

    Each comparison is the range of the difference of its sides, as one formula over the inputs
    of both, so that what both sides share cancels out. It `mixes` bases and measures that it may
    compare with each other, and `takes` keys of facts for which the article's figure may stand.

    Raises:
        TieoutError: It is false, not decidable at the printed precision, or not a comparison.
    """
    asked = text, *mixes, "", *takes
    if asked in audit.borne_out:
        return
    try:
        _decide_all(audit, text, mixes, takes)
        audit.borne_out.add(asked)
    except TieoutError as error:
        error.rule = error.rule or Rule.claim
        raise


def _decide_all(audit: Audit, text: str, mixes: Collection[str], takes: Collection[str]) -> None:
    mixed: set[str] = set()
    taken: set[str] = set()
    for comparison in parse_comparisons(text):
        gap = operation("-", *comparison.items)
        facts = _facts(audit, gap)
        mixed |= refuse_mixed(audit.book, facts.values(), mixes, "claim")
        taken |= _taken(audit, facts, takes)
        _decide(audit, comparison.sign, gap)
    for name, given, used in (("mixes", mixes, mixed), ("takes", takes, taken)):
        if surplus := sorted(set(given) - used):
            fault = f"the claim {name} no {', '.join(surplus)}"
            raise TieoutError(fault, f"leave it out of {name}")


def _facts(audit: Audit, gap: Operation) -> dict[str, Fact]:
    """Return the facts that a comparison is between; there is more to it than one fact twice."""
    keys = list(keys_of(gap))
    facts = {key: audit.book.fact(key) for key in keys}
    if not facts:
        raise TieoutError("the claim names no fact")
    if len(facts) == 1 and len(keys) > 1:
        raise TieoutError(f"the claim compares {keys[0]} with itself", "name another fact")
    return facts


def mixtures(book: Book, facts: Iterable[Fact]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield what some facts mix: the key of a fact that allows it, how it is told, and what."""
    facts = list(facts)
    bases = {fact.identity.basis for fact in facts}
    measures = {fact.identity.measure for fact in facts} - {""}
    for key, what, kinds in (("mixes", "bases", bases), ("measures_mixed", "measures", measures)):
        if len(kinds) > 1:
            yield key, f"mixes {what} ({', '.join(sorted(kinds))})", kinds
    for series in book.broken:
        if book.crosses(series, [fact.key for fact in facts]):
            yield "crosses", f"crosses the break of {series}", {series}


def refuse_mixed(book: Book, facts: Iterable[Fact], mixes: Collection[str], what: str) -> set[str]:
    """Return the bases, measures and series with a break that facts mix, if all are named.

    Raises:
        TieoutError: One is not.
    """
    mixed: set[str] = set()
    for _, fault, kinds in mixtures(book, facts):
        if not kinds <= set(mixes):
            hint = f'if that is meant, mixes="{", ".join(sorted(kinds))}"'
            raise TieoutError(f"the {what} {fault}", hint)
        mixed |= kinds
    return mixed


def _taken(audit: Audit, facts: Mapping[str, Fact], takes: Collection[str]) -> set[str]:
    """Return the facts for which only the article stands, all of which it must say."""
    taken = {key for key in facts if (value := audit.values[key]) and not value.found}
    if lacking := sorted(taken - set(takes)):
        listed = ", ".join(lacking)
        fault = f"the claim rests on the article’s own figure of {listed}; no origin was found"
        raise TieoutError(fault, f'if that is meant, takes="{listed}"', about=lacking[0])
    return taken


def _decide(audit: Audit, sign: str, gap: Operation) -> None:
    units = audit.book.units
    dimensions = {key: units.dimension(audit.book.fact(key).unit.id) for key in keys_of(gap)}
    made = dimension_of(gap, dimensions, units.dimension("percentage_point"))
    resolved = audit.sources.resolve_expression(gap)
    if resolved.missing:
        fault = f"no value for {', '.join(resolved.missing)}"
        raise TieoutError(fault, about=resolved.missing[0])
    # In the unit of the first fact named, unless the two sides were multiplied into another.
    unit = audit.book.fact(next(keys_of(gap))).unit
    told_in = unit if units.dimension(unit.id) == made else units.read("times")
    _judge(sign, resolved.interval(), told_in, units.factor(told_in.id))


def _judge(sign: str, span: Interval, unit: Unit, factor: Fraction) -> None:
    """Raise unless a difference has the sign that is claimed, and say it in a unit."""
    # Both ends are there: whatever formulas reckon with has two.
    low, high = span.low or Fraction(0), span.high or Fraction(0)
    # What lies on both sides of zero is neither: the printed digits do not decide it.
    answers = {
        ">": (low > 0, high <= 0),
        ">=": (low >= 0, high < 0),
        "<": (high < 0, low >= 0),
        "<=": (high <= 0, low > 0),
        "~": (span.contains(Fraction(0)), low > 0 or high < 0),
    }
    true, false = answers[sign]
    if true:
        return
    ends = " and ".join(f"{float(end / factor / unit.scale):.4g}" for end in (low, high))
    shown = f"the difference lies between {ends} {unit.spelled}".removesuffix(" times")
    told = "false" if false else "not decidable at the printed precision"
    raise TieoutError(f"the claim is {told}: {shown}")
