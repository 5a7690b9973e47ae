"""Numbers as they are printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from macros.arithmetic.quantity import Bound
from macros.problems import TieoutError


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed.

    Attributes:
        mantissa: Its digits, without separators; empty for a fraction.
        scale: What one unit of the mantissa is worth; None if no scale word was printed.
        fraction: The exact ratio, if it was printed as one.
        over: A bound that stands inside the number, such as 多 in 40多亿.
        in_digits: Whether it was printed in digits, and not in words.
    """

    mantissa: str
    scale: Fraction | None = None
    fraction: Fraction | None = None
    over: Bound | None = None
    in_digits: bool = False

    @property
    def amount(self) -> Fraction:
        """The number without scale."""
        return Fraction(self.mantissa) if self.fraction is None else self.fraction

    def ending(self, digit: str) -> Number:
        """Return the number with one digit more behind its point, as 两年半 has.

        Raises:
            TieoutError: It is no whole number, or has a scale of its own.
        """
        if not self.mantissa.isdigit() or self.scale not in (None, 1):
            raise TieoutError("a half stands behind a number that is not whole", "print its digits")
        return replace(self, mantissa=f"{self.mantissa}.{digit}")


@dataclass(frozen=True, slots=True)
class Spread:
    """The two ends that a vague word or a pair of digits stands for, without unit."""

    low: Fraction
    high: Fraction
    bound: Bound


def ratio(top: int, bottom: int) -> Number:
    """Return a number that was printed as a ratio."""
    if not bottom:
        raise TieoutError("a fraction has zero parts", "write it in digits")
    return Number("", fraction=Fraction(top, bottom))
