"""Powers of exact numbers: whole ones exactly, roots to fifty digits."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from macros.problems import TieoutError

DIGITS: Final = 50
# Bits: three hundred thousand digits.
LARGEST: Final = 10**6


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a number raised to a whole or rational number.

    Raises:
        TieoutError: It is the root of a negative number, or zero is raised to a negative one.
    """
    if base == 0 and exponent < 0:
        raise TieoutError("the formula divides by zero")
    if exponent.denominator == 1:
        return _whole(base, int(exponent))
    if base < 0:
        raise TieoutError("the formula takes the root of a negative number")
    if base == 0:
        return base
    with localcontext(prec=DIGITS):
        one = Decimal(base.numerator) / Decimal(base.denominator)
        root = (one.ln() * exponent.numerator / exponent.denominator).exp()
    return Fraction(root)


def _whole(base: Fraction, exponent: int) -> Fraction:
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if size * abs(exponent) > LARGEST:
        raise TieoutError("the formula raises a number too far", "use a smaller exponent")
    return base**exponent
