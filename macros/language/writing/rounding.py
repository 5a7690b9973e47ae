"""The one rounding rule: to the nearest, and halves away from zero.

It is that of ``decimal.ROUND_HALF_UP``, done on exact fractions, so that nothing is rounded twice.
To which place an interval is rounded, ``quantities.word_interval`` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Final

from babel.numbers import NumberPattern, format_decimal, parse_pattern

from macros.language.registry import Language
from macros.language.tongue import tongue

MOST_DECIMALS: Final = 3
# Babel rounds to the precision around it, which is 28 digits otherwise.
PRECISION: Final = 400


def half_up(value: Fraction, place: Fraction) -> Fraction:
    """Return the multiple of the place nearest to the value; of two, the one farther from zero."""
    # To cut off what is half a place more is to round half up.
    nearest = int(abs(value) / place + Fraction(1, 2))
    return (-nearest if value < 0 else nearest) * place


def power_below(number: Fraction) -> Fraction:
    """Return the largest power of ten that is not larger than a positive number."""
    # The digits before the point say it at once; below one it is looked for.
    power = Fraction(10) ** (len(str(int(number))) - 1)
    while power > number:
        power /= 10
    return power


@dataclass(frozen=True, slots=True)
class Rounded:
    """A value as it is shown.

    Attributes:
        value: Rounded, in the base unit.
        scale: Worth of the scale in which it is shown, such as 10**9.
        decimals: Digits shown after the point.
    """

    value: Fraction
    scale: Fraction
    decimals: int

    @property
    def decimal(self) -> Decimal:
        """The number shown, without sign, with its trailing zeros."""
        steps = abs(self.value) / self.scale * 10**self.decimals
        return Decimal(f"{steps.numerator}e-{self.decimals}")

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        return (self.value > 0) - (self.value < 0)


def rounded(value: Fraction, place: Fraction, scales: Sequence[Fraction], own: Fraction) -> Rounded:
    """Round a value for showing, and choose the scale on what is left after rounding.

    Args:
        value: In the base unit.
        place: One unit of the last digit to show; 0 shows all digits of the value.
        scales: The scales to choose from, largest first.
        own: The scale of the fact's unit, the only one in which zeros at the end are kept: a
            place of 0.1 in billions shows as 30.0 billion, and as 300亿.
    """
    shown = half_up(value, power_below(place)) if place > 0 else value
    scale = _scale_of(shown, scales)
    kept = _decimals(place / scale) if place > 0 and scale == own else 0
    return Rounded(shown, scale, max(kept, _needed(shown / scale)))


def as_needed(value: Fraction, smallest: Fraction) -> Fraction:
    """Round a value that has no place of its own, alike in all languages.

    It keeps three digits after the point of its English scale (a thousandth part of a thousand,
    a million …), and three significant ones where it is less than one.

    Args:
        value: In the base unit.
        smallest: Worth of the smallest scale in which it may be shown.
    """
    place = smallest / 10**MOST_DECIMALS
    while abs(value) >= 10**6 * smallest and place * 10 ** (MOST_DECIMALS + 3) <= abs(value):
        place *= 1000
    while value and 100 * place > abs(value):
        place /= 10
    return half_up(value, place)


def _scale_of(value: Fraction, scales: Sequence[Fraction]) -> Fraction:
    return next((scale for scale in scales if scale <= abs(value)), scales[-1])


def _decimals(place: Fraction) -> int:
    count = 0
    while place < 1:
        place, count = place * 10, count + 1
    return count


def _needed(number: Fraction) -> int:
    """Digits after the point that a number has; all ours are whole in some power of ten."""
    count, ten = 0, 1
    while number.denominator != 1 and ten % number.denominator:
        count, ten = count + 1, ten * 10
    return count


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def digits(number: Rounded, language: Language) -> str:
    """Return the number's digits without sign; not every one sets thousands apart."""
    with localcontext(prec=PRECISION):
        return format_decimal(
            number.decimal,
            format=_pattern(number.decimals),
            locale=tongue(language).cldr,
            group_separator=tongue(language).grouped,
        )
