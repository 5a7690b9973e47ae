"""Formulas with names instead of keys: compiled for the page, and written in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation, operation, replaced
from macros.problems import TieoutError

Tree = str | list[Any]
_SIGNS: Final = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_STRENGTH: Final = {"+": 1, "-": 1, "*": 2, "/": 2}


def expanded(tree: Expression, results: Mapping[str, Expression]) -> Expression:
    """Return a formula with the names of earlier results replaced by their formulas."""
    return replaced(tree, lambda name: results.get(name, Key(name)))


def converted(tree: Expression, worth: Mapping[str, Fraction], made: Fraction) -> Expression:
    """Return a formula that takes each input in its own unit, and gives the result in its own.

    Args:
        tree: The formula.
        worth: What one of each input’s unit is worth, among others of its dimension.
        made: The same of the result’s unit.
    """
    inputs: dict[str, Expression] = {
        key: operation("*", Constant(each), Key(key)) for key, each in worth.items() if each != 1
    }
    inner = expanded(tree, inputs)
    return inner if made == 1 else operation("/", inner, Constant(made))


def as_json(tree: Expression, constants: Mapping[str, Fraction]) -> Tree:
    """Return a formula as lists and exact numbers, for a script that interprets it.

    A number is the text of a fraction, such as ``67/50``; an operation is a list of its sign and
    its operands; what a reader sets is ``["set", name]``.

    Args:
        tree: The formula.
        constants: The value of each name that stands for a fact, in base units.
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
    own = _STRENGTH[sign]
    one = f"({left[0]})" if left[1] < own else left[0]
    # Behind − and ÷ brackets change what comes out, even at the same strength.
    weak = right[1] < own or (right[1] == own and sign in "-/")
    other = f"({right[0]})" if weak else right[0]
    return f"{one}{_SIGNS[sign]}{other}", own
