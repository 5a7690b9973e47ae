"""Claims: comparisons that our own prose makes, decided over what holds."""

from __future__ import annotations

from fractions import Fraction

from macros.audit import Audit
from macros.check import MIXED_BASES
from macros.expression import Comparison, Operation, keys_of, parse_comparisons
from macros.formula import dimension_of
from macros.inputs import Resolved
from macros.problems import TieoutError
from macros.quantity import Interval
from macros.verdict import compute


def decide(audit: Audit, text: str, mixes: tuple[str, ...] = ()) -> None:
    """Accept a claim that the facts bear out.

    Each comparison is the range of the difference of its sides, as one formula over the inputs
    of both, so that what both sides share cancels out.

    Raises:
        TieoutError: It is false, not decidable at the printed precision, or not a comparison.
    """
    for comparison in parse_comparisons(text):
        _decide(audit, comparison, mixes)


def _decide(audit: Audit, comparison: Comparison, mixes: tuple[str, ...]) -> None:
    gap = Operation("-", comparison.left, comparison.right)
    book = audit.book
    facts = {key: book.fact(key) for key in keys_of(gap)}
    if not facts:
        raise TieoutError("the claim names no fact")
    dimensions = {key: book.units.dimension(fact.unit.id) for key, fact in facts.items()}
    dimension_of(gap, dimensions, book.units.dimension("percentage_point"))
    bases = {fact.identity.basis for fact in facts.values()}
    if len(bases) > 1 and not bases <= set(mixes):
        listed = ", ".join(sorted(bases))
        raise TieoutError(
            f"the claim {MIXED_BASES} ({listed})", f'if that is meant, mixes="{listed}"'
        )
    resolved = audit.sources.resolve_expression(gap)
    if not resolved.is_complete:
        raise TieoutError(f"no value for {', '.join(resolved.missing)}")
    _judge(comparison.sign, resolved)


def _judge(sign: str, resolved: Resolved) -> None:
    span = compute(resolved)
    low, high = span.low or Fraction(0), span.high or Fraction(0)
    answers = {
        ">": (low > 0, high <= 0),
        ">=": (low >= 0, high < 0),
        "<": (high < 0, low >= 0),
        "<=": (high <= 0, low > 0),
        "~": (span.meets(Interval(Fraction(0), Fraction(0))), low > 0 or high < 0),
    }
    true, false = answers[sign]
    if true:
        return
    shown = f"the difference lies between {float(low):.4g} and {float(high):.4g}"
    if false:
        raise TieoutError(f"the claim is false: {shown}")
    raise TieoutError(f"the claim is not decidable at the printed precision: {shown}")
