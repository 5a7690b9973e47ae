"""Quantities: a value as it was printed, and the interval in which the true value lies.

The rules are those of the method page: half a unit of the last significant place, at most five
per cent of the value, never less than half of the last printed digit. A bound is read as its
author meant it when it is an input of a formula, and as one-sided when it is checked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, Literal, get_args

_OneSided = Literal["at_least", "more_than", "up_to", "less_than", "reaching"]
_Around = Literal["nearly", "about", "over", "margin", "vague", "range"]
Bound = Literal["exact", _OneSided, _Around]
BOUNDS: Final[tuple[Bound, ...]] = get_args(Bound)

CAP: Final = Fraction(1, 20)
_HALF: Final = int(1 / CAP / 2)
NEARLY: Final = Fraction(9, 10)
EXACT_COUNT_BELOW: Final = 100


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers; an end that is None is unbounded."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def mirrored(self) -> Interval:
        """Return the same range on the other side of zero."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Interval(low, high, self.high_closed, self.low_closed)

    def meets(self, other: Interval) -> bool:
        """Whether the two ranges have a number in common."""
        return not (self._lies_below(other) or other._lies_below(self))

    def _lies_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def contains(self, number: Fraction) -> bool:
        """Whether a number lies in the range."""
        return self.meets(Interval(number, number))

    @property
    def width(self) -> Fraction | None:
        """Its length, or None when an end is unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low


def point(number: Fraction | int) -> Interval:
    """Return the range that holds one number."""
    return Interval(Fraction(number), Fraction(number))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its base unit, with what its print says of its exactness.

    Attributes:
        value: In the base unit: dollars for USD, 0.01 for one per cent; for a date, the first
            day's ordinal; for a vague word or a range, its middle.
        unit: Base unit's id, such as ``USD`` or ``percent``.
        bound: What the print says of the side on which the true value lies.
        place: One unit of the last significant place; 0 where nothing was printed.
        half: Half-width of the interval of a value without a bound, or its margin; 0 if exact.
        low: Lower end of a vague word, a range or a date.
        high: Upper end, likewise.
        literal: The period literal of a date.
    """

    value: Fraction
    unit: str
    bound: Bound = "exact"
    place: Fraction = Fraction(0)
    half: Fraction = Fraction(0)
    low: Fraction | None = None
    high: Fraction | None = None
    literal: str = ""

    def __hash__(self) -> int:
        # Each wording asks for it, and Python takes its time for the hash of a fraction.
        value, half = self.value, self.half
        parts = value.numerator, value.denominator, half.numerator, half.denominator
        return hash((parts, self.unit, self.bound, self.literal))

    @property
    def is_spread(self) -> bool:
        """Whether the value is a vague word, a range or a date, known by its two ends only."""
        return self.low is not None

    def without_error(self) -> Quantity:
        """Return the same value known exactly."""
        return replace(self, half=Fraction(0))

    def mirrored(self) -> Quantity:
        """Return the same range of sizes below zero."""
        ends = Interval(self.low, self.high).mirrored()
        return replace(self, value=-self.value, low=ends.low, high=ends.high)

    def as_input(self) -> Interval:
        """Return the range to calculate with: a bound is what its author meant by it."""
        if self.bound == "exact":  # as most are
            return self.as_checked()
        return self._range(2 * (self.half or abs(self.value) * CAP))  # “over one-third” has no half

    def as_checked(self) -> Interval:
        """Return the range to be met by what is checked: a bound is one-sided."""
        return self._range(None)

    def _range(self, width: Fraction | None) -> Interval:
        """Return the range, of a bound as wide as told, or with one end only."""
        if self.is_spread:
            return Interval(self.low, self.high)
        sizes = None if self.bound == "exact" else self._sizes(abs(self.value), width)
        if sizes is None:
            # At its upper end the digits would have been rounded up; what is exact has it.
            end = not self.half
            return Interval(self.value - self.half, self.value + self.half, high_closed=end)
        return sizes if self.value >= 0 else sizes.mirrored()  # a loss of over 5 is below -5

    def _sizes(self, value: Fraction, width: Fraction | None) -> Interval | None:
        """Return the range of a bound around a size; None if nothing but its digits bounds it."""
        above, below = (None, None) if width is None else (value + width, value - width)
        match self.bound:
            case "at_least" | "more_than":
                return Interval(value, above, low_closed=self.bound == "at_least")
            case "up_to" | "less_than":
                return Interval(below, value, high_closed=self.bound == "up_to")
            case "reaching" if width is not None:  # 高达: meant as a limit, told as the value
                return Interval(below, value)
            case "nearly":
                return Interval(value * NEARLY, value)
            case "over":
                unit = self.place or 2 * value * CAP  # “a third and more” has no place
                return Interval(value, value + unit, high_closed=False)
            case "about":
                # Who says “about” may be off by twice what the digits alone allow.
                return Interval(value - 2 * self.half, value + 2 * self.half)
            case "margin":
                return Interval(value - self.half, value + self.half)
        return None


def exactness(mantissa: str, scale: Fraction) -> tuple[Fraction, Fraction]:
    """Return the last significant place and the half-width of a printed number.

    Args:
        mantissa: Digits as printed, such as ``116.4`` or ``750``, without sign and separators.
        scale: What one unit of the mantissa is worth, such as 10**8 for 亿.

    Returns:
        Both in the base unit. Zeros at the end of a whole number are not significant; those
        after a decimal point are.
    """
    whole, _, decimals = mantissa.partition(".")
    zeros = 0 if decimals else len(whole) - len(whole.rstrip("0"))
    # 1000 has one significant digit, and so has 0.
    significant = 10 ** min(zeros, max(len(whole) - 1, 0))
    # A twentieth at most, for “1000” may mean 500 to 1500 and nobody means it so; half of the
    # last digit at least, for that is what was printed. All are counted in twentieths of that.
    half = max(min(_HALF * significant, int(whole + decimals)), _HALF)
    last = scale / 10 ** len(decimals) if decimals else scale
    return significant * last, half * CAP * last


def printed_quantity(
    mantissa: str,
    scale: Fraction,
    unit: str,
    *,
    bound: Bound = "exact",
    negative: bool = False,
    counted: bool = False,
) -> Quantity:
    """Return the quantity that a printed number states, in its base unit; see `exactness`.

    Small numbers are exact if the unit counts whole things.
    """
    place, half = exactness(mantissa, scale)
    value = Fraction(mantissa) * scale
    if counted and bound == "exact" and value < EXACT_COUNT_BELOW and value.denominator == 1:
        half = Fraction(0)
    return Quantity(-value if negative else value, unit, bound, place, half)


def spread_quantity(low: Fraction, high: Fraction, unit: str, bound: Bound) -> Quantity:
    """Return a quantity known by its two ends, such as a range or “tens of billions”."""
    return Quantity((low + high) / 2, unit, bound, low=low, high=high)
