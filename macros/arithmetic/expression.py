"""Formulas as trees over fact keys: what they are made of and give, for the page, and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from macros.arithmetic.measures import RATIO, Dimension
from macros.problems import TieoutError

Tree = str | list[Any]
_SIGNS: Final = {"+": (" + ", 1), "-": (" − ", 1), "*": (" × ", 2), "/": (" ÷ ", 2)}
"""How each is written in words, and how strongly it binds."""


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

    ``+``, ``-``, ``*`` and ``/`` join two, and ``<`` and its like compare them; ``^`` raises one to
    a constant. ``rank`` is the place of the first among all, largest first; ``points`` says a
    difference of shares, or a rate, in percentage points.
    """

    sign: str
    items: tuple[Expression, ...]


Expression = Constant | Key | Operation


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


def expanded(tree: Expression, results: Mapping[str, Expression]) -> Expression:
    """Return a formula with the names of earlier results replaced by their formulas."""
    return replaced(tree, lambda name: results.get(name, Key(name)))


def converted(tree: Expression, worth: Mapping[str, Fraction], made: Fraction) -> Expression:
    """Return a formula that takes each input in its own unit, and gives the result in its own.

    Given is what one of each unit is worth among others of its dimension.
    """
    inputs: dict[str, Expression] = {
        key: operation("*", Constant(each), Key(key)) for key, each in worth.items() if each != 1
    }
    inner = expanded(tree, inputs)
    return inner if made == 1 else operation("/", inner, Constant(made))


def as_json(tree: Expression, constants: Mapping[str, Fraction]) -> Tree:
    """Return a formula as lists and exact numbers, for a script that interprets it.

    A number is the text of a fraction, such as ``67/50``; an operation is a list of its sign and
    its operands; what a reader sets, and has no constant value, is ``["set", name]``.
    """
    match tree:
        case Constant(value):
            return str(value)
        case Key(name):
            return str(constants[name]) if name in constants else ["set", name]
        case Operation("^", (base, Constant(exponent))):
            return as_json(_multiplied(base, exponent), constants)
    return [tree.sign, *(as_json(item, constants) for item in tree.items)]


def _multiplied(base: Expression, exponent: Fraction) -> Expression:
    """Return a whole power as a product, for what can multiply only."""
    if exponent.denominator != 1:
        raise TieoutError("a formula that is worked out on the page takes no roots")
    product: Expression = Constant(Fraction(1))
    for _ in range(abs(int(exponent))):
        product = operation("*", product, base)
    return product if exponent >= 0 else operation("/", Constant(Fraction(1)), product)


def written(tree: Expression, names: Mapping[str, str], comma: str = ", ") -> str:
    """Return a formula in words, each name by its label; commas stand in a list of ranks."""
    if isinstance(tree, Operation) and tree.sign == "rank":
        return comma.join(written(item, names) for item in tree.items)
    return _written(tree, names)[0]


def _written(tree: Expression, names: Mapping[str, str]) -> tuple[str, int]:
    match tree:
        case Constant(value):
            return f"{float(value):g}", 3
        case Key(name):
            return names[name], 3
        case Operation("points", (item,)):
            return _written(item, names)
        case Operation("rank"):
            return written(tree, names), 0
        case Operation("^", (base, Constant(exponent))):
            text, strength = _written(base, names)
            raised = f"({exponent})" if exponent.denominator > 1 or exponent < 0 else exponent
            return f"{text if strength == 3 else f'({text})'}^{raised}", 3
    left, right = tree.items
    return _joined(tree.sign, _written(left, names), _written(right, names))


def _joined(sign: str, left: tuple[str, int], right: tuple[str, int]) -> tuple[str, int]:
    shown, own = _SIGNS[sign]
    one = f"({left[0]})" if left[1] < own else left[0]
    # Behind − and ÷ brackets change what comes out, even at the same strength.
    weak = right[1] < own or (right[1] == own and sign in "-/")
    other = f"({right[0]})" if weak else right[0]
    return f"{one}{shown}{other}", own


def dimension_of(tree: Expression, of: Mapping[str, Dimension], point: Dimension) -> Dimension:
    """Return the dimension of a formula, given those of its inputs and of a percentage point.

    Raises:
        TieoutError: It adds, subtracts or ranks things of different dimensions.
    """
    match tree:
        case Key(key):
            return of[key]
        case Constant():
            return RATIO
        case Operation("^", (base, Constant(exponent))):
            return dimension_of(base, of, point) ** exponent
    kinds = [dimension_of(item, of, point) for item in tree.items]
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
