"""What a quantity's words say, in numbers."""

from __future__ import annotations

from fractions import Fraction

from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import Unit
from macros.language.writing import Language
from macros.language.writing.amounts import Style
from macros.language.writing.quantities import _part as part
from macros.language.writing.rounding import half_up


def shown_value(quantity: Quantity, language: Language, unit: Unit) -> Fraction:
    """Return the value that ``word`` shows, in the base unit: rounded if the digits are."""
    style = Style(language, unit, {})
    if quantity.is_spread or part(quantity, quantity.bound, style) is not None:
        return quantity.value
    if unit.id == "rank":
        return half_up(quantity.value, Fraction(1))
    return style.rounded(quantity.value, quantity.place).value
