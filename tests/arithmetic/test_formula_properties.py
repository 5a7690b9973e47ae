"""Properties of ranges: sound for any formula, tight where prints are as exact as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

import books
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from macros.arithmetic.evaluate import range_of, value_at
from macros.arithmetic.expression import Constant, Expression, Key, keys_of, operation
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.quantity import Interval, point
from macros.problems import TieoutError

KEYS = ("x", "y", "z")
numbers = st.integers(1, 9).map(lambda number: Constant(Fraction(number, 2)))


def joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Return operations on two formulas, and powers of one."""
    powers = st.sampled_from([-2, -1, 2, 3]).map(Fraction).map(Constant)
    arithmetic = st.builds(operation, st.sampled_from("+-*/"), inner, inner)
    return arithmetic | st.builds(operation, st.just("^"), inner, powers)


trees = st.recursive(st.sampled_from(KEYS).map(Key) | numbers, joined, max_leaves=5)


@st.composite
def spans(draw: st.DrawFn) -> Interval:
    """Draw a range with ends of one decimal."""
    low = Fraction(draw(st.integers(-50, 400)), 10)
    return Interval(low, low + Fraction(draw(st.integers(0, 80)), 10))


@st.composite
def once_each(draw: st.DrawFn) -> Expression:
    """Draw a formula in which each of its inputs occurs once."""
    tree: Expression = Key(KEYS[0])
    for key in draw(st.permutations(KEYS[1:])):
        other: Expression = Key(key)
        if draw(st.booleans()):
            other = operation(draw(st.sampled_from("+-*/")), other, draw(numbers))
        pair = (tree, other) if draw(st.booleans()) else (other, tree)
        tree = operation(draw(st.sampled_from("+-*/")), *pair)
    return tree


def at_places(
    tree: Expression, inputs: Mapping[str, Interval], places: Iterable[Fraction]
) -> list[Fraction]:
    """Return a formula's values at each combination of the given places within its inputs."""
    keys = sorted(set(keys_of(tree)))
    found = []
    for shares in product(places, repeat=len(keys)):
        at = {}
        for key, share in zip(keys, shares, strict=True):
            low, high = inputs[key].low, inputs[key].high
            assert low is not None and high is not None
            at[key] = low + share * (high - low)
        found.append(value_at(tree, at))
    return found


def computed_or_rejected(tree: Expression, inputs: Mapping[str, Interval]) -> Interval:
    """Return a formula's range; an example that divides by zero is not counted."""
    try:
        return range_of(tree, inputs)
    except TieoutError:
        reject()


@settings(max_examples=80, deadline=None)
@given(tree=trees, inputs=st.fixed_dictionaries({key: spans() for key in KEYS}),
       share=st.fractions(0, 1, max_denominator=50))  # fmt: skip
def test_soundness(tree: Expression, inputs: dict[str, Interval], share: Fraction) -> None:
    """A value drawn from within the inputs' ranges lies within the formula's range."""
    found = computed_or_rejected(tree, inputs)
    assert all(found.contains(value) for value in at_places(tree, inputs, (share, 1 - share)))


@settings(max_examples=80, deadline=None)
@given(tree=once_each(), inputs=st.fixed_dictionaries({key: spans() for key in KEYS}))
def test_tightness(tree: Expression, inputs: dict[str, Interval]) -> None:
    """Where each input occurs once, the range ends exactly at values of its corners."""
    found = computed_or_rejected(tree, inputs)
    corners = at_places(tree, inputs, (Fraction(0), Fraction(1)))
    assert found == Interval(min(corners), max(corners))


SHARED = [
    *(
        "r * g / (1 + g)",
        "r - r / (1 + g)",
        "(r - g) / (r + g)",
        "r / g - g / r",
        "r * r / (r + g)",
    ),
    *("(r + g) * (r - g)", "(r - g) / g", "r / (r + g)", "points(r / (r + g) - g / (r + g))"),
]


@pytest.mark.parametrize("formula", SHARED)
@settings(max_examples=25, deadline=None)
@given(first=st.integers(1, 90), second=st.integers(1, 90), part=st.integers(1, 20))
def test_tightness_of_shared_inputs(formula: str, first: int, second: int, part: int) -> None:
    """Where inputs as exact as prints occur several times, sampling comes close to both ends."""
    wide = 100 + part
    inputs = books.ranges(r=(100 * first, wide * first), g=(100 * second, wide * second))
    tree = parse_formula(formula)
    found = range_of(tree, inputs)
    samples = at_places(tree, inputs, [Fraction(place, 4) for place in range(5)])
    assert found.low is not None and found.high is not None
    slack = (max(samples) - min(samples)) / 50
    assert min(samples) - slack <= found.low <= min(samples)
    assert max(samples) <= found.high <= max(samples) + slack


@settings(max_examples=80, deadline=None)
@given(tree=trees, at=st.fixed_dictionaries({key: st.integers(-9, 9) for key in KEYS}))
def test_points_give_points(tree: Expression, at: dict[str, int]) -> None:
    """Over inputs known exactly, the range of a formula is its value."""
    inputs = {key: point(number) for key, number in at.items()}
    found = computed_or_rejected(tree, inputs)
    value = value_at(tree, {key: Fraction(number) for key, number in at.items()})
    assert found == point(value)
