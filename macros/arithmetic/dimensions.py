"""Dimensions: what units are products of, and what a formula over them gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation, Points, Power, Rank
from macros.problems import TieoutError


@dataclass(frozen=True)
class Dimension:
    """What a unit is a product of: each kind of thing, and to which power."""

    powers: tuple[tuple[str, Fraction], ...] = ()

    def __mul__(self, other: Dimension) -> Dimension:
        mine, theirs = dict(self.powers), dict(other.powers)
        return dimension({k: mine.get(k, 0) + theirs.get(k, 0) for k in mine | theirs})

    def __truediv__(self, other: Dimension) -> Dimension:
        return self * other**-1

    def __pow__(self, power: Fraction | int) -> Dimension:
        return dimension({kind: each * power for kind, each in self.powers})

    def __str__(self) -> str:
        over = "*".join(_raised(k, p) for k, p in self.powers if p > 0)
        under = "".join(f"/{_raised(k, -p)}" for k, p in self.powers if p < 0)
        return f"{over or 1}{under}" if self.powers else "a ratio"


def _raised(kind: str, power: Fraction) -> str:
    return kind if power == 1 else f"{kind}^{power}"


def dimension(powers: Mapping[str, Any]) -> Dimension:
    """Return the product of kinds, each to its power."""
    return Dimension(tuple(sorted((k, Fraction(p)) for k, p in powers.items() if p)))


RATIO: Final = Dimension()


def dimension_of(
    tree: Expression, dimensions: Mapping[str, Dimension], point: Dimension
) -> Dimension:
    """Return the dimension of a formula, given those of its inputs and of a percentage point.

    Raises:
        TieoutError: It adds, subtracts or ranks things of different dimensions.
    """
    match tree:
        case Key(key):
            return dimensions[key]
        case Operation(sign, left, right):
            one = dimension_of(left, dimensions, point)
            other = dimension_of(right, dimensions, point)
            return _joined(sign, left, one, other)
        case Rank(items):
            kinds = {dimension_of(item, dimensions, point) for item in items}
            if len(kinds) > 1:
                raise TieoutError(f"rank(…) compares {_names(kinds)}")
        case Points(item):
            if (kind := dimension_of(item, dimensions, point)) != RATIO:
                raise TieoutError(f"points(…) is made of a ratio, not of {kind}")
            return point
        case Power(base, exponent):
            return dimension_of(base, dimensions, point) ** exponent
    return RATIO


def _joined(sign: str, left: Expression, one: Dimension, other: Dimension) -> Dimension:
    if sign in "*/":
        return one * other if sign == "*" else one / other
    # A minus sign is read as 0 - x, and this zero is of any kind.
    if one != other and left != Constant(Fraction(0)):
        verb = "adds" if sign == "+" else "subtracts"
        raise TieoutError(f"the formula {verb} {_names({one, other})}")
    return other


def _names(kinds: set[Dimension]) -> str:
    return " and ".join(sorted(map(str, kinds)))
