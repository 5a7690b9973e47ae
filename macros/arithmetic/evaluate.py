"""Evaluates formulas: at a point, over intervals, and in dimensions.

The range of a formula is taken over its *distinct* inputs. Where the formula is shown to be
monotonic in an input, the end points of that input are enough; where it is not, the input is
subdivided. So an input that occurs twice is one input, and the range is sound and tight.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation, keys_of, operation
from macros.arithmetic.quantity import Interval
from macros.problems import TieoutError

SUBDIVISIONS: Final = 7
DIGITS: Final = 50  # of a root
LARGEST: Final = 10**6  # bits of a power: three hundred thousand digits
ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Span:
    """A closed bounded range, for interval arithmetic."""

    low: Fraction
    high: Fraction

    def __add__(self, other: _Span) -> _Span:
        return _Span(self.low + other.low, self.high + other.high)

    def __neg__(self) -> _Span:
        return _Span(-self.high, -self.low)

    def __mul__(self, other: _Span) -> _Span:
        # Signs may turn, so all four products of ends are asked.
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return _Span(min(ends), max(ends))

    def inverse(self) -> _Span:
        if self.low <= 0 <= self.high:
            raise TieoutError("the formula divides by a range that contains zero")
        return _Span(1 / self.high, 1 / self.low)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a number raised to a whole one exactly, or to a rational one to fifty digits.

    Raises:
        TieoutError: It is the root of a negative number, or zero is raised to a negative one.
    """
    if base == 0 and exponent < 0:
        raise TieoutError("the formula divides by zero")
    if exponent.denominator == 1:
        size = max(base.numerator.bit_length(), base.denominator.bit_length())
        if size * abs(exponent) > LARGEST:
            raise TieoutError("the formula raises a number too far", "use a smaller exponent")
        return base ** int(exponent)
    if base < 0:
        raise TieoutError("the formula takes the root of a negative number")
    if base == 0:
        return base
    with localcontext(prec=DIGITS):
        one = Decimal(base.numerator) / Decimal(base.denominator)
        root = (one.ln() * exponent.numerator / exponent.denominator).exp()
    return Fraction(root)


def _divided(over: Fraction, under: Fraction) -> Fraction:
    if under == 0:
        raise TieoutError("the formula divides by zero")
    return over / under


def _rank(first: Fraction, *others: Fraction) -> Fraction:
    return Fraction(1 + sum(other > first for other in others))


_EXACT: Final[Mapping[str, Callable[..., Fraction]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
    "^": power,
    "points": lambda item: 100 * item,
    "rank": _rank,
}
_ONE: Final = _Span(Fraction(1), Fraction(1))


def value_at(tree: Expression, point: Mapping[str, Fraction]) -> Fraction:
    """Return a formula's value for given inputs.

    Raises:
        TieoutError: It divides by zero.
    """
    match tree:
        case Constant(value):
            return value
        case Key(key):
            return point[key]
    return _EXACT[tree.sign](*[value_at(item, point) for item in tree.items])


def range_of(tree: Expression, box: Mapping[str, Interval]) -> Interval:
    """Return the range of a formula whose inputs lie anywhere in the given ranges.

    Raises:
        TieoutError: It divides by a range that contains zero, or an input is unbounded.
    """
    if isinstance(tree, Operation) and tree.sign == "rank":
        return _rank_range(tree.items, box)
    spans = {key: _bounded(key, box[key]) for key in set(keys_of(tree))}
    whole, slopes = _enclose(tree, spans)
    # The greatest value is the least of the negative, and found in the same way.
    negated = -whole, {key: -slope for key, slope in slopes.items()}
    low = _lowest(tree, spans, (whole, slopes), SUBDIVISIONS)
    above = operation("-", Constant(ZERO), tree)
    return Interval(low, -_lowest(above, spans, negated, SUBDIVISIONS))


def _bounded(key: str, interval: Interval) -> _Span:
    if interval.low is None or interval.high is None:
        raise TieoutError(f"{key} is unbounded")
    return _Span(interval.low, interval.high)


def _rank_range(items: Sequence[Expression], box: Mapping[str, Interval]) -> Interval:
    """Return the least and greatest rank that the ranges allow."""
    first, *others = items
    gaps = [range_of(operation("-", other, first), box) for other in others]
    surely = sum(gap.low is not None and gap.low > 0 for gap in gaps)
    maybe = sum(gap.high is not None and gap.high > 0 for gap in gaps)
    return Interval(Fraction(1 + surely), Fraction(1 + maybe))


_Box = Mapping[str, _Span]
_Enclosed = tuple[_Span, dict[str, _Span]]


def _lowest(tree: Expression, box: _Box, enclosed: _Enclosed, depth: int) -> Fraction:
    """Return a lower bound of a formula, reached wherever it is monotonic in each input."""
    whole, slopes = enclosed
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
    boxes = (reduced | {widest: half} for half in halves)
    return min(_lowest(tree, each, _enclose(tree, each), depth - 1) for each in boxes)


def _enclose(tree: Expression, box: _Box) -> _Enclosed:
    """Return enclosures of a formula and of its slope in each input."""
    match tree:
        case Constant(value):
            return _Span(value, value), {}
        case Key(key):
            return box[key], {key: _ONE}
        case Operation("rank"):
            raise TieoutError("rank(…) must stand alone in a formula")
        case Operation("points", (item,)):
            return _combine("*", _enclose(item, box), _enclose(Constant(Fraction(100)), box))
        case Operation("^", (base, Constant(exponent))):
            inner, slopes = _enclose(base, box)
            factor = _raised(inner, exponent - 1) * _Span(exponent, exponent)
            return _raised(inner, exponent), {k: slope * factor for k, slope in slopes.items()}
    left, right = tree.items
    return _combine(tree.sign, _enclose(left, box), _enclose(right, box))


def _raised(span: _Span, exponent: Fraction) -> _Span:
    """Return the range of a power; an even one has its least value where its base is zero."""
    if exponent < 0:
        return _raised(span.inverse(), -exponent)
    ends = [power(span.low, exponent), power(span.high, exponent)]
    turns = span.low < 0 < span.high and exponent.denominator == 1 and exponent % 2 == 0
    return _Span(min(*ends, ZERO) if turns else min(ends), max(ends))


def _combine(sign: str, left: _Enclosed, right: _Enclosed) -> _Enclosed:
    (a, da), (b, db) = left, right

    def slopes(of_a: Callable[[_Span], _Span], of_b: Callable[[_Span], _Span]) -> dict[str, _Span]:
        found = {key: of_a(slope) for key, slope in da.items()}
        for key, slope in db.items():
            found[key] = found[key] + of_b(slope) if key in found else of_b(slope)
        return found

    match sign:
        case "+":
            return a + b, slopes(lambda x: x, lambda y: y)
        case "-":
            return a + -b, slopes(lambda x: x, operator.neg)
        case "*":
            return a * b, slopes(lambda x: x * b, lambda y: a * y)
    # The quotient rule.
    inverse = b.inverse()
    square = _raised(inverse, Fraction(2))
    risen = slopes(lambda x: x * b, lambda y: -(a * y))
    return a * inverse, {key: slope * square for key, slope in risen.items()}


def needed(
    tree: Expression, point: Mapping[str, Fraction], key: str, target: Fraction
) -> Fraction | None:
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
