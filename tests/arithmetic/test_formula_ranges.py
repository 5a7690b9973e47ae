"""Ranges and dimensions of formulas, case by case."""

from __future__ import annotations

from fractions import Fraction

import books
import pytest

from macros.arithmetic.evaluate import range_of
from macros.arithmetic.expression import dimension_of
from macros.arithmetic.parse import MAX_PARTS, parse_formula
from macros.arithmetic.quantity import Interval
from macros.arithmetic.units import Units
from macros.problems import TieoutError

MONOTONE = [
    ("a + b", (11, 22)),
    ("a - b", (-19, -8)),
    ("a * b", (10, 40)),
    ("a / b", (0.05, 0.2)),
    ("b / a", (5, 20)),
    ("-a", (-2, -1)),
    ("a - a", (0, 0)),
    ("a / (a + b)", (1 / 21, 2 / 12)),
    ("(b - a) / a", (4, 19)),
    ("points(a)", (100, 200)),
    ("3", (3, 3)),
]
BENT = [
    # formula                     from      to      where the bend is
    ("x * (10 - x)", (0, 25), "at 5"),
    ("x * x - 10 * x", (-25, 0), "at 5"),
    ("x + 16 / (x + 1)", (7, 16), "at 3"),
    ("(x - 2) * (x - 7)", (-6.25, 24), "at 4.5"),
]


@pytest.mark.parametrize(("formula", "ends"), MONOTONE)
def test_a_monotone_formula_is_exact(formula: str, ends: tuple[float, float]) -> None:
    """Where a formula rises or falls throughout, its range ends where its inputs do."""
    found = range_of(parse_formula(formula), books.ranges(a=(1, 2), b=(10, 20)))
    low, high = (Fraction(end).limit_denominator(100) for end in ends)
    assert found == Interval(low, high)


@pytest.mark.parametrize(("formula", "ends", "bend"), BENT)
def test_a_bent_formula_is_close(formula: str, ends: tuple[float, float], bend: str) -> None:
    """Where a formula bends, its range is at most two per cent too wide, and never too narrow."""
    found = range_of(parse_formula(formula), books.ranges(x=(0, 10)))
    low, high = map(Fraction, ends)
    assert found.low is not None and found.high is not None
    slack = (high - low) / 50
    assert low - slack <= found.low <= low, bend
    assert high <= found.high <= high + slack, bend


def test_an_input_without_end_is_refused() -> None:
    """A formula cannot calculate with a range that has no end."""
    with pytest.raises(TieoutError, match="a is unbounded"):
        range_of(parse_formula("a + 1"), {"a": Interval(Fraction(1), None)})


DIVISIONS = ["1 / a", "b / a", "b / (a + a)", "b / (a * b)", "b / (1 / a)", "a / (a - a)"]


@pytest.mark.parametrize("formula", DIVISIONS)
def test_division_by_a_range_with_zero(formula: str) -> None:
    """A divisor whose range contains zero is refused, even where its value does not."""
    with pytest.raises(TieoutError, match="divides by"):
        range_of(parse_formula(formula), books.ranges(a=(-1, 3), b=(1, 2)))


def test_division_by_a_range_with_zero_is_located() -> None:
    """A formula whose divisor may be zero is a problem at the formula's own place."""
    money = "concept: revenue, entity: south, unit: billion USD, basis: recognised"
    north = money.replace("south", "north")
    share = "concept: share, entity: south, unit: percent, basis: recognised"
    text = books.file(
        facts=books.fact("gain", f"{money}, period: 2024", "origin: filing, value: [-1, 2]")
        + books.fact("sales", f"{north}, period: 2024", "origin: filing, value: 13")
        + books.fact("margin", share, formula='"sales / gain"')
    )
    (problem,) = books.read(text)[1]
    assert (problem.where.line - books.line_before("facts"), problem.where.column) == (14, 12)
    assert "margin: the formula divides by a range that contains zero" in problem.message


RANKS = [
    # who stands first, and where the others are              least  greatest
    ("rank(a, b)", {"a": (3, 4), "b": (1, 2)}, (1, 1)),
    ("rank(a, b)", {"a": (1, 2), "b": (3, 4)}, (2, 2)),
    ("rank(a, b)", {"a": (1, 3), "b": (2, 4)}, (1, 2)),
    ("rank(a, b, c, d)", {"a": (300, 300), "b": (400, 400), "c": (315, 315), "d": (183, 183)},
     (3, 3)),
    ("rank(a, b, c)", {"a": (5, 9), "b": (6, 6), "c": (10, 11)}, (2, 3)),
    ("rank(a)", {"a": (1, 2)}, (1, 1)),
    ("rank(a + b, 2 * a)", {"a": (1, 2), "b": (3, 4)}, (1, 1)),
    ("rank(a, a)", {"a": (1, 2)}, (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "inputs", "ends"), RANKS)
def test_rank(formula: str, inputs: dict[str, tuple[float, float]], ends: tuple[int, int]) -> None:
    """A rank counts those that are surely larger, and those that may be."""
    found = range_of(parse_formula(formula), books.ranges(**inputs))
    assert found == Interval(Fraction(ends[0]), Fraction(ends[1]))


def test_rank_stands_alone() -> None:
    """A rank is no number to calculate with."""
    with pytest.raises(TieoutError, match="must stand alone"):
        range_of(parse_formula("1 + rank(a, b)"), books.ranges(a=(1, 1), b=(2, 2)))


DIMENSIONS = [
    ("usd + usd", "USD"),
    ("usd / usd", ""),
    ("usd * share", "USD"),
    ("usd / customers", "USD/customer"),
    ("share + times", ""),
    ("share - 1", ""),
    ("points(share - share)", "percentage_point"),
    ("points(share) + point", "percentage_point"),
    ("-usd", "USD"),
    ("rank(usd, usd)", ""),
    ("2 * usd", "USD"),
]
MIXED = [
    ("usd + customers", "adds USD and customer"),
    ("customers - usd", "subtracts USD and customer"),
    ("point + share", "adds a ratio and percentage_point"),
    ("share - point", "subtracts a ratio and percentage_point"),
    ("usd + 1", "adds USD and a ratio"),
    ("usd + eur", "adds EUR and USD"),
    ("usd * usd + usd", "adds USD and USD^2"),
    ("rank(usd, customers)", "compares USD and customer"),
    ("points(usd)", "is made of a ratio, not of USD"),
    ("points(point)", "is made of a ratio, not of percentage_point"),
]
UNITS = Units(["customer"])
KINDS = {"usd": "USD", "eur": "EUR", "customers": "customer", "share": "percent",
         "times": "times", "point": "percentage_point"}  # fmt: skip


def dimension(formula: str) -> str:
    """Return the dimension of a formula over one input of each kind."""
    dimensions = {key: UNITS.dimension(unit) for key, unit in KINDS.items()}
    found = dimension_of(parse_formula(formula), dimensions, dimensions["point"])
    return str(found).replace("a ratio", "")


@pytest.mark.parametrize(("formula", "unit"), DIMENSIONS)
def test_dimension(formula: str, unit: str) -> None:
    """A formula has the dimension of its arithmetic."""
    assert dimension(formula) == unit


@pytest.mark.parametrize(("formula", "message"), MIXED)
def test_mixed_dimensions(formula: str, message: str) -> None:
    """What is not of one kind is neither added nor compared."""
    with pytest.raises(TieoutError) as caught:
        dimension(formula)
    assert message in caught.value.message


def test_the_longest_formula_is_computed() -> None:
    """The longest formula that can be read can also be computed."""
    money = "concept: revenue, entity: south, unit: billion USD, basis: recognised, period: 2024"
    given_ = books.fact("a", money, "origin: filing, value: 13")
    total = books.fact("t", money, formula=f'"{" + ".join(["a"] * MAX_PARTS)}"')
    value = books.audit(given_, total).value("t")
    assert value.quantity.value == MAX_PARTS * 13 * 10**9
