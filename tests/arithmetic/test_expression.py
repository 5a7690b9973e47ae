"""The formula language: what may be written, and what it means."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.expression import Constant, Expression, Key, Operation, keys_of, operation
from macros.arithmetic.parse import parse_comparisons, parse_formula
from macros.problems import TieoutError

A, B, C = Key("a"), Key("b"), Key("c")
ONE, TWO, NIL = (Constant(Fraction(n)) for n in (1, 2, 0))


MEANING = [
    ("a", A),
    ("2", TWO),
    ("2.50", Constant(Fraction(5, 2))),
    ("a + b * c", operation("+", A, operation("*", B, C))),
    ("a * b + c", operation("+", operation("*", A, B), C)),
    ("(a + b) * c", operation("*", operation("+", A, B), C)),
    ("a - b - c", operation("-", operation("-", A, B), C)),
    ("a / b / c", operation("/", operation("/", A, B), C)),
    ("a / b * c", operation("*", operation("/", A, B), C)),
    ("-a", operation("-", NIL, A)),
    ("-a * b", operation("*", operation("-", NIL, A), B)),
    ("a - -b", operation("-", A, operation("-", NIL, B))),
    ("a/b-1", operation("-", operation("/", A, B), ONE)),
    ("  a\n + b ", operation("+", A, B)),
    ("s[FY2025]", Key("s[FY2025]")),
    (
        "s[2024-07/2025-06] / s[2025-Q1]",
        operation("/", Key("s[2024-07/2025-06]"), Key("s[2025-Q1]")),
    ),
    ("rank(a, b, c)", operation("rank", A, B, C)),
    ("rank(a)", operation("rank", A)),
    ("rank(a + b, c)", operation("rank", operation("+", A, B), C)),
    ("points(a - b)", operation("points", operation("-", A, B))),
    ("rank", Key("rank")),
    ("-a ^ 2", operation("-", NIL, operation("^", A, TWO))),
    (
        "(a / b) ^ (1/5) - 1",
        operation("-", operation("^", operation("/", A, B), Constant(Fraction(1, 5))), ONE),
    ),
    ("a ^ (-2) * b", operation("*", operation("^", A, Constant(Fraction(-2))), B)),
    ("a^0.5", operation("^", A, Constant(Fraction(1, 2)))),
    ("points + rank_of_a", operation("+", Key("points"), Key("rank_of_a"))),
]
WRONG = [
    ("", "column 1: a key or number is missing"),
    ("   ", "a key or number is missing"),
    ("a +", "column 4: a key or number is missing"),
    ("+ a", "column 1: a key or number is missing before '+'"),
    ("a b", "column 3: 'b' was not expected"),
    ("2 a", "column 3: 'a' was not expected"),
    ("a * * b", "column 5: a key or number is missing before '*'"),
    ("(a + b", "column 7: ')' is missing"),
    ("a + b)", "column 6: ')' was not expected"),
    ("a ^ b", "column 5: an exponent is a number, such as 2 or (1/5)"),
    ("a ^ (1/0)", "column 9: an exponent is divided by zero"),
    ("a ^ 101", "an exponent is at most 100"),
    ("a % b", "'%' is not understood"),
    ("A", "column 1: 'A' is not understood"),
    ("a.b", "'.' is not understood"),
    ("1,000", "column 2: ',' was not expected"),
    ("1e9", "column 2: 'e9' was not expected"),
    ("s[2025 - 1]", "'[' is not understood"),
    ("s[2025", "'[' is not understood"),
    ("rank()", "column 6: a key or number is missing"),
    ("rank(a,", "column 8: a key or number is missing"),
    ("rank(a", "column 7: ')' is missing"),
    ("points(a, b)", "column 9: ')' is missing"),
    ("a > b", "column 3: '>' was not expected"),
    ("and", "column 1: a key or number is missing before 'and'"),
    ("__import__('os')", "column 1: '_' is not understood"),
    ("(" * 100 + "a" + ")" * 100, "nested deeper than 40"),
    ("-" * 100 + "a", "nested deeper than 40"),
    ("a + " * 300 + "a", "longer than 1000 characters"),
]
COMPARISONS = [
    ("a > b", [(">", A, B)]),
    ("a <= 2 * b", [("<=", A, operation("*", TWO, B))]),
    ("a ~ b", [("~", A, B)]),
    ("a < b < c", [("<", A, B), ("<", B, C)]),
    ("a > b and a >= c", [(">", A, B), (">=", A, C)]),
    ("a > b > c and b ~ 2", [(">", A, B), (">", B, C), ("~", B, TWO)]),
]
WRONG_COMPARISONS = [
    ("a", "column 2: a comparison such as > or < is missing"),
    ("a + b", "a comparison such as > or < is missing"),
    ("a > ", "a key or number is missing"),
    ("a > b and", "a key or number is missing"),
    ("a > b and c", "a comparison such as > or < is missing"),
    ("a > b or c > a", "'or' was not expected"),
    ("a = b", "column 3: '=' is not understood"),
    ("a => b", "'=' is not understood"),
    ("", "column 1: a key or number is missing"),
]
leaves = st.one_of(
    st.sampled_from([A, B, C, Key("s[FY2025-Q3]")]),
    st.integers(0, 999).map(lambda number: Constant(Fraction(number, 10))),
)


def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Return trees one level higher."""
    return st.one_of(
        st.builds(operation, st.sampled_from("+-*/"), inner, inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: operation("rank", *items)),
        st.builds(operation, st.just("points"), inner),
    )


def written(tree: Expression) -> str:
    """Write a tree as a formula, with every bracket."""
    match tree:
        case Constant(value):
            return f"{float(value):.1f}"
        case Key(key):
            return key
        case Operation("rank" | "points", items):
            return f"{tree.sign}({', '.join(map(written, items))})"
        case Operation("^", (base, Constant(exponent))):
            return f"{written(base)}^({exponent})"
    return f"({f' {tree.sign} '.join(map(written, tree.items))})"


@pytest.mark.parametrize(("text", "tree"), MEANING, ids=[text for text, _ in MEANING])
def test_formula(text: str, tree: Expression) -> None:
    """A formula binds as arithmetic does at school, from left to right."""
    assert parse_formula(text) == tree


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[repr(text)[:24] for text, _ in WRONG])
def test_wrong_formula(text: str, message: str) -> None:
    """What is no formula is refused, and the message names the column."""
    with pytest.raises(TieoutError) as caught:
        parse_formula(text)
    assert message in caught.value.message


@pytest.mark.parametrize(("text", "parts"), COMPARISONS, ids=[text for text, _ in COMPARISONS])
def test_comparison(text: str, parts: list[tuple[str, Expression, Expression]]) -> None:
    """A chain of comparisons holds link by link, and `and` joins several."""
    assert parse_comparisons(text) == tuple(operation(*part) for part in parts)


@pytest.mark.parametrize(("text", "message"), WRONG_COMPARISONS)
def test_wrong_comparison(text: str, message: str) -> None:
    """What compares nothing is refused."""
    with pytest.raises(TieoutError) as caught:
        parse_comparisons(text)
    assert message in caught.value.message


def test_keys_are_named_in_order_and_as_often_as_they_stand() -> None:
    """An input that occurs twice is named twice, so that its users can tell."""
    tree = parse_formula("a - a / (1 + b) + rank(c, points(b))")
    assert list(keys_of(tree)) == ["a", "a", "b", "c", "b"]


@given(st.recursive(leaves, grown, max_leaves=12))
def test_what_is_written_is_read(tree: Expression) -> None:
    """Reading a formula that was written from a tree gives the tree."""
    assert parse_formula(written(tree)) == tree


@given(st.text("ab12.[]()+-*/<>~,' \nand", max_size=40))
def test_nothing_crashes_the_reader(text: str) -> None:
    """Any text is a formula or a refusal with a message, never a crash."""
    try:
        parse_formula(text)
    except TieoutError as error:
        assert error.message
