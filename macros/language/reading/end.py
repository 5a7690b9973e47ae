"""One number of a print with its unit: one end of a range, or all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from macros.arithmetic.quantity import Bound, Quantity, exactness
from macros.arithmetic.units import Unit
from macros.language.reading.numerals import Number
from macros.language.reading.signs import ONE


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
