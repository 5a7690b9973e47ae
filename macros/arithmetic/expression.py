"""Formulas as trees: arithmetic over fact keys, and comparisons of such arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Key:
    """A fact, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands joined by ``+``, ``-``, ``*`` or ``/``."""

    sign: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of the first operand among all of them, largest first."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of shares, or a rate, said in percentage points."""

    item: Expression


@dataclass(frozen=True, slots=True)
class Power:
    """A formula raised to a whole or rational number."""

    base: Expression
    exponent: Fraction


Expression = Constant | Key | Operation | Rank | Points | Power


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of two formulas."""

    sign: str
    left: Expression
    right: Expression


def parts_of(tree: Expression) -> Iterator[Expression]:
    """Yield a formula and all that it is made of, from left to right."""
    yield tree
    match tree:
        case Operation(_, left, right):
            yield from parts_of(left)
            yield from parts_of(right)
        case Rank(items):
            for item in items:
                yield from parts_of(item)
        case Points(item) | Power(item, _):
            yield from parts_of(item)


def keys_of(tree: Expression) -> Iterator[str]:
    """Yield the keys that a formula names, in order, as often as it names them."""
    return (part.key for part in parts_of(tree) if isinstance(part, Key))


def replaced(tree: Expression, leaf: Callable[[str], Expression]) -> Expression:
    """Return a formula with each key, from left to right, replaced by what is made of it."""
    match tree:
        case Key(key):
            return leaf(key)
        case Operation(sign, left, right):
            return Operation(sign, replaced(left, leaf), replaced(right, leaf))
        case Rank(items):
            return Rank(tuple(replaced(item, leaf) for item in items))
        case Points(item):
            return Points(replaced(item, leaf))
        case Power(base, exponent):
            return Power(replaced(base, leaf), exponent)
    return tree
