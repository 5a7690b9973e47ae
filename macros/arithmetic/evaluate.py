"""Evaluates formulas: at a point, over intervals, and in dimensions.

The range of a formula is taken over its *distinct* inputs. Where the formula is shown to be
monotonic in an input, the end points of that input are enough; where it is not, the input is
subdivided. So an input that occurs twice is one input, and the range is sound and tight.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from macros.arithmetic.expression import (
    Constant,
    Expression,
    Key,
    Operation,
    Points,
    Power,
    Rank,
    keys_of,
)
from macros.arithmetic.powers import power
from macros.arithmetic.quantity import Interval
from macros.problems import TieoutError

Assignment = Mapping[str, Fraction]
Ranges = Mapping[str, Interval]
SUBDIVISIONS: Final = 7
ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Span:
    """A closed bounded range, for interval arithmetic."""

    low: Fraction
    high: Fraction

    def __add__(self, other: _Span) -> _Span:
        return _Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: _Span) -> _Span:
        return _Span(self.low - other.high, self.high - other.low)

    def __mul__(self, other: _Span) -> _Span:
        # Signs may turn, so all four products of ends are asked.
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return _Span(min(ends), max(ends))

    def inverse(self) -> _Span:
        if self.low <= 0 <= self.high:
            raise TieoutError("the formula divides by a range that contains zero")
        return _Span(1 / self.high, 1 / self.low)


_EXACT: Final[Mapping[str, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_ONE: Final = _Span(Fraction(1), Fraction(1))
_NIL: Final = _Span(ZERO, ZERO)


def value_at(tree: Expression, point: Assignment) -> Fraction:
    """Return a formula's value for given inputs.

    Raises:
        TieoutError: It divides by zero.
    """
    match tree:
        case Constant(value):
            return value
        case Key(key):
            return point[key]
        case Points(item):
            return 100 * value_at(item, point)
        case Power(base, exponent):
            return power(value_at(base, point), exponent)
        case Rank(items):
            values = [value_at(item, point) for item in items]
            return Fraction(1 + sum(other > values[0] for other in values[1:]))
        case Operation(sign, left, right):
            return _operate(sign, value_at(left, point), value_at(right, point))
    raise AssertionError(tree)


def _operate(sign: str, left: Fraction, right: Fraction) -> Fraction:
    if sign == "/" and right == 0:
        raise TieoutError("the formula divides by zero")
    return _EXACT[sign](left, right)


def range_of(tree: Expression, box: Ranges) -> Interval:
    """Return the range of a formula whose inputs lie anywhere in the given ranges.

    Raises:
        TieoutError: It divides by a range that contains zero, or an input is unbounded.
    """
    if isinstance(tree, Rank):
        return _rank_range(tree, box)
    spans = {key: _bounded(key, box[key]) for key in set(keys_of(tree))}
    negated = Operation("-", Constant(ZERO), tree)
    # The greatest value is the least of the negative, and found in the same way.
    low = _lowest(tree, spans, SUBDIVISIONS)
    return Interval(low, -_lowest(negated, spans, SUBDIVISIONS))


def _bounded(key: str, interval: Interval) -> _Span:
    if interval.low is None or interval.high is None:
        raise TieoutError(f"{key} is unbounded")
    return _Span(interval.low, interval.high)


def _rank_range(tree: Rank, box: Ranges) -> Interval:
    """Return the least and greatest rank that the ranges allow."""
    first, *others = tree.items
    gaps = [range_of(Operation("-", other, first), box) for other in others]
    surely = sum(gap.low is not None and gap.low > 0 for gap in gaps)
    maybe = sum(gap.high is not None and gap.high > 0 for gap in gaps)
    return Interval(Fraction(1 + surely), Fraction(1 + maybe))


def _lowest(tree: Expression, box: Mapping[str, _Span], depth: int) -> Fraction:
    """Return a lower bound of a formula, reached wherever it is monotonic in each input."""
    whole, slopes = _enclose(tree, box)
    reduced, mixed = dict(box), []
    for key, slope in slopes.items():
        if box[key].low == box[key].high:
            continue
        # Where a formula only rises with an input, it is least at that input’s lower end.
        if slope.low >= 0:
            reduced[key] = _Span(box[key].low, box[key].low)
        elif slope.high <= 0:
            reduced[key] = _Span(box[key].high, box[key].high)
        else:
            mixed.append(key)
    if not mixed:
        return value_at(tree, {key: span.low for key, span in reduced.items()})
    if depth == 0:
        # Each of the two is a lower bound: the better one.
        return max(whole.low, _enclose(tree, reduced)[0].low)
    # To halve the widest tells most; an input that is a point is never among them.
    widest = max(mixed, key=lambda key: reduced[key].high - reduced[key].low)
    low, high = reduced[widest].low, reduced[widest].high
    halves = (_Span(low, (low + high) / 2), _Span((low + high) / 2, high))
    return min(_lowest(tree, reduced | {widest: half}, depth - 1) for half in halves)


def _enclose(tree: Expression, box: Mapping[str, _Span]) -> tuple[_Span, dict[str, _Span]]:
    """Return enclosures of a formula and of its slope in each input."""
    match tree:
        case Constant(value):
            return _Span(value, value), {}
        case Key(key):
            return box[key], {key: _ONE}
        case Points(item):
            inner, slopes = _enclose(item, box)
            hundred = _Span(Fraction(100), Fraction(100))
            return inner * hundred, {key: slope * hundred for key, slope in slopes.items()}
        case Power(base, exponent):
            inner, slopes = _enclose(base, box)
            factor = _raised(inner, exponent - 1) * _Span(exponent, exponent)
            return _raised(inner, exponent), {k: slope * factor for k, slope in slopes.items()}
        case Operation(sign, left, right):
            return _combine(sign, _enclose(left, box), _enclose(right, box))
    raise TieoutError("rank(…) must stand alone in a formula")


def _raised(span: _Span, exponent: Fraction) -> _Span:
    """Return the range of a power; an even one has its least value where its base is zero."""
    if exponent < 0:
        return _raised(span.inverse(), -exponent)
    ends = [power(span.low, exponent), power(span.high, exponent)]
    turns = span.low < 0 < span.high and exponent.denominator == 1 and exponent % 2 == 0
    return _Span(min(*ends, ZERO) if turns else min(ends), max(ends))


_Enclosed = tuple[_Span, dict[str, _Span]]


def _combine(sign: str, left: _Enclosed, right: _Enclosed) -> _Enclosed:
    (a, da), (b, db) = left, right

    def slopes(rule: Callable[[_Span, _Span], _Span]) -> dict[str, _Span]:
        return {key: rule(da.get(key, _NIL), db.get(key, _NIL)) for key in da | db}

    match sign:
        case "+":
            return a + b, slopes(lambda x, y: x + y)
        case "-":
            return a - b, slopes(lambda x, y: x - y)
        case "*":
            return a * b, slopes(lambda x, y: x * b + a * y)
    # The quotient rule.
    inverse = b.inverse()
    square = _Span(min(inverse.low**2, inverse.high**2), max(inverse.low**2, inverse.high**2))
    return a * inverse, slopes(lambda x, y: (x * b - a * y) * square)


def needed(tree: Expression, point: Assignment, key: str, target: Fraction) -> Fraction | None:
    """Return the value of one input for which a formula would give a target, others unchanged.

    Returns:
        The value, to nine significant digits, or None if none lies between a twentieth of the
        present one and twenty times it.
    """
    now = point[key]

    def miss(factor: Fraction) -> Fraction:
        return value_at(tree, {**point, key: now * factor}) - target

    try:
        # Beyond that a reader learns no more than that the figure is far off.
        low, high = Fraction(1, 20), Fraction(20)
        if now == 0 or miss(low) * miss(high) > 0:
            return None
        rising = miss(high) > miss(low)
        # Forty halvings of less than twenty leave ten digits; each keeps its fraction short.
        for _ in range(40):
            middle = ((low + high) / 2).limit_denominator(10**12)
            low, high = (low, middle) if (miss(middle) > 0) == rising else (middle, high)
        return now * low
    except TieoutError:
        return None
