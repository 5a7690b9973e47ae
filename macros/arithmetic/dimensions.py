"""Dimensions: what units are products of, and what a formula over them gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation
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
        case Constant():
            return RATIO
        case Operation("^", (base, Constant(exponent))):
            return dimension_of(base, dimensions, point) ** exponent
    kinds = [dimension_of(item, dimensions, point) for item in tree.items]
    match tree.sign, kinds:
        case "*", (one, other):
            return one * other
        case "/", (one, other):
            return one / other
        case "points", (kind,):
            if kind != RATIO:
                raise TieoutError(f"points(…) is made of a ratio, not of {kind}")
            return point
        case "rank", _:
            _refuse_unlike(kinds, "rank(…) compares")
            return RATIO
    # A minus sign is read as 0 - x, and this zero is of any kind.
    if tree.items[0] != Constant(Fraction(0)):
        _refuse_unlike(kinds, f"the formula {'adds' if tree.sign == '+' else 'subtracts'}")
    return kinds[-1]


def _refuse_unlike(kinds: list[Dimension], told: str) -> None:
    if len({*kinds}) > 1:
        raise TieoutError(f"{told} {' and '.join(sorted({*map(str, kinds)}))}")
