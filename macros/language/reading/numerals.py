"""Numbers in digits and in words, and what they are worth with a unit."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, exactness
from macros.arithmetic.units import ONE, Unit
from macros.language.grammar import Scanner
from macros.language.number import Number, ratio
from macros.language.reading.heard import scanner
from macros.language.registry import Language
from macros.problems import TieoutError

_EXPONENT: Final = re.compile(r"e(?P<power>[-+]?[0-9]{1,2})(?![0-9a-z])")
_RATIO: Final = re.compile(r"(?P<top>[1-9][0-9]?)/(?P<bottom>[1-9][0-9]?)(?![0-9.,])")


def take_number(scan: Scanner, *, letters: bool = True) -> Number | None:
    """Eat one number and its scale word, or nothing; a letter is a scale only if `letters`."""
    number = _take_plain(scan)
    if number is None or number.fraction is not None:
        return number
    if scan.eat(*scan.grammar.halves):
        number = number.ending("5")
    power = scan.take(_EXPONENT) if number.in_digits else None
    over = scan.over()
    scale = scan.scale(attached=number.in_digits and letters)
    over = over or scan.over()
    if scale and number.mantissa.isdigit() and scan.eat(*scan.grammar.halves):
        number = number.ending("5")  # “a million and a half”
    if power:
        scale = (scale or 1) * Fraction(10) ** int(power["power"])
    if scale and str(scale.numerator * scale.denominator).strip("0") != "1":
        whole = number.amount * scale  # two dozen are 24, and no round number of twelves
        number = replace(number, mantissa=f"{Decimal(whole.numerator) / whole.denominator:f}")
        scale = None
    number = replace(number, scale=scale, over=over)
    for add in scan.grammar.added:
        number = add(scan, number)
    return number


def begins_with(text: str, language: Language) -> Fraction | None:
    """Return the number that a text begins with: three, 3 or 三个; None if there is none."""
    with suppress(TieoutError):
        number = take_number(scanner(text, language))
        return number.amount * (number.scale or 1) if number else None
    return None


def _take_plain(scan: Scanner) -> Number | None:
    """Eat a number without its scale: a ratio, digits, or words."""
    for take in scan.grammar.ratios:
        if number := take(scan):
            return number
    if found := scan.take(_RATIO):
        return ratio(int(found["top"]), int(found["bottom"]))
    if digits := scan.digits():
        return Number(digits, in_digits=True)
    return next((number for take in scan.grammar.numerals if (number := take(scan))), None)


@dataclass(frozen=True, slots=True)
class End:
    """One number of a print, with its sign.

    Attributes:
        number: The number and its scale.
        worth: What its unit's sign is worth in the base unit; None without a sign.
        negative: Whether it lies below zero.
        over: A bound behind the number, such as 多.
        less: What to take off, because a word such as “doubled” states the change.
    """

    number: Number
    worth: Fraction | None
    negative: bool = False
    over: Bound | None = None
    less: int = 0

    def scaled(self, unit: Unit) -> Fraction:
        """Return the worth of one unit of the mantissa, in the base unit."""
        if self.worth is None and self.number.scale is None:
            return unit.scale
        return (self.number.scale or ONE) * (self.worth or unit.worth)

    def value(self, unit: Unit) -> Fraction:
        """Return its value in the base unit."""
        scale = ONE if self.number.fraction is not None else self.scaled(unit)
        return self.number.amount * scale * (-1 if self.negative else 1) - self.less

    def borrowing(self, other: End) -> End:
        """Return this end with the scale and sign that it shares with the other, as in 30–40%."""
        scale = self.number.scale or other.number.scale
        worth = other.worth if self.worth is None else self.worth
        return replace(self, number=replace(self.number, scale=scale), worth=worth)


def around(end: End, margin: End, unit: Unit) -> Quantity:
    """Return the quantity that a number and what stands behind its ± state."""
    place, _ = exactness(end.number.mantissa, end.scaled(unit))
    return Quantity(end.value(unit), unit.id, "margin", place, abs(margin.value(unit)))
