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
    """What a sign or a word makes of its operands.

    ``+``, ``-``, ``*`` and ``/`` join two; ``^`` raises one to a constant. ``rank`` is the place of
    the first among all, largest first; ``points`` says a difference of shares, or a rate, in
    percentage points.
    """

    sign: str
    items: tuple[Expression, ...]


Expression = Constant | Key | Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of two formulas."""

    sign: str
    left: Expression
    right: Expression


def operation(sign: str, *items: Expression) -> Operation:
    """Return what a sign or a word makes of some operands."""
    return Operation(sign, items)


def parts_of(tree: Expression) -> Iterator[Expression]:
    """Yield a formula and all that it is made of, from left to right."""
    yield tree
    for item in tree.items if isinstance(tree, Operation) else ():
        yield from parts_of(item)


def keys_of(tree: Expression) -> Iterator[str]:
    """Yield the keys that a formula names, in order, as often as it names them."""
    return (part.key for part in parts_of(tree) if isinstance(part, Key))


def replaced(tree: Expression, leaf: Callable[[str], Expression]) -> Expression:
    """Return a formula with each key, from left to right, replaced by what is made of it."""
    match tree:
        case Key(key):
            return leaf(key)
        case Operation(sign, items):
            return Operation(sign, tuple(replaced(item, leaf) for item in items))
    return tree
