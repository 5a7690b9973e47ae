"""Formulas over intervals: what has to come out, soundness, tightness, dimensions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import books
import pytest

from macros.arithmetic.evaluate import needed, range_of, value_at
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import Units
from macros.audit.verdict import answer
from macros.language.reading import read_printed

UNITS = Units(["customer"])
INCREASE = "r * g / (1 + g)"


@dataclass(frozen=True)
class Row:
    """A derived figure of the article and what has to come out.

    Attributes:
        id: Its number in the list of derived figures.
        printed: The figure.
        formula: Its arithmetic, over the inputs' names.
        inputs: What is printed of each input.
        computed: The two ends of what follows, in the figure's own unit.
        stated: The two ends of the figure; None is open.
        meets: Whether the two have a number in common.
    """

    id: str
    printed: str
    formula: str
    inputs: Mapping[str, str]
    computed: tuple[float, float]
    stated: tuple[float | None, float | None]
    meets: bool

    @property
    def unit(self) -> str:
        """The unit in which the row is reckoned."""
        return unit_of(self.printed)


ROWS = [
    Row("D01", "16%以上", "a / b", {"a": "至少130亿美元", "b": "超797亿美元"},
        (16.29, 17.57), (16, None), True),
    Row("D02", "25%以上", "a / b", {"a": "至少80亿美元", "b": "超312亿美元"},
        (25.56, 28.21), (25, None), True),
    Row("D03", "2.4倍", "a / b", {"a": "约120亿美元", "b": "约50亿美元"},
        (2, 2.889), (2.35, 2.45), True),
    Row("D04", "2.6倍", "a / b", {"a": "超797亿美元", "b": "超312亿美元"},
        (2.546, 2.558), (2.55, 2.65), True),
    Row("D05", "1.6倍", "a / b", {"a": "3000亿美元", "b": "1830亿美元"},
        (1.553, 1.726), (1.55, 1.65), True),
    Row("D06", "超过10%", "a / b", {"a": "高达130亿美元", "b": "突破1000亿美元"},
        (10.91, 13), (10, None), True),
    Row("D07", "255亿美元", INCREASE, {"r": "750亿美元", "g": "34%"},
        (186.9, 193.7), (254.5, 255.5), False),
    Row("D08", "210亿美元", INCREASE, {"r": "1164亿美元", "g": "18%"},
        (173.3, 181.8), (205, 215), False),
    Row("D12", "约65%", "a / b", {"a": "750亿美元", "b": "1164亿美元"},
        (63.98, 64.89), (64, 66), True),
    Row("D13", "约1230亿美元", "4 * a", {"a": "309亿美元"},
        (1234, 1238), (1220, 1240), True),
    Row("D15", "26.3%", "a / b - 1", {"a": "1689亿美元", "b": "1377亿美元"},
        (22.58, 22.74), (26.25, 26.35), False),
    Row("D16", "至少80亿美元", "a + b", {"a": "40亿美元", "b": "40亿美元"},
        (76, 84), (80, None), True),
    Row("D17", "约40亿美元", "s * a", {"s": "80%", "a": "50亿美元"},
        (36.1, 44.1), (36, 44), True),
    Row("D18", "400%", "a / b - 1", {"a": "50亿美元", "b": "10亿美元"},
        (352.4, 452.6), (380, 420), True),
    Row("D19", "两倍", "a / b", {"a": "42%", "b": "21%"},
        (1.93, 2.073), (1.5, 2.5), True),
    Row("D20", "三倍", "a / b", {"a": "400亿美元", "b": "130亿美元"},
        (2.815, 3.36), (2.5, 3.5), True),
    Row("C18", "63%", "a + b", {"a": "39.0%", "b": "23.0%"},
        (61.9, 62.1), (62.5, 63.5), False),
]  # fmt: skip
UNDER_OTHER_INPUTS = [
    # What the same figures come to on money paid, and on the investor's own sum.
    Row("D01 paid", "16%以上", "a / b", {"a": "116亿美元", "b": "超797亿美元"},
        (14.47, 14.62), (16, None), False),
    Row("D02 paid", "25%以上", "a / b", {"a": "66亿美元", "b": "超312亿美元"},
        (20.93, 21.31), (25, None), False),
    Row("D20 own", "三倍", "a / b", {"a": "$30.0 billion", "b": "$13.0 billion"},
        (2.295, 2.32), (2.5, 3.5), False),
]  # fmt: skip
NEEDED = [
    # row   input  what it would have to be  in
    ("D07", "r", 1005, 10**8),
    ("D07", "g", 51.52, 0.01),
    ("D08", "g", 22.01, 0.01),
    ("D15", "b", 1337, 10**8),
]


def unit_of(printed: str) -> str:
    """Return the id of a print's unit."""
    return "percent" if "%" in printed else "times" if "倍" in printed else "USD"


def quantity(printed: str) -> Quantity:
    """Return what a print states."""
    return read_printed(printed, UNITS.read(unit_of(printed)), UNITS)


def box(row: Row) -> dict[str, Interval]:
    """Return the ranges of a row's inputs."""
    return {key: quantity(printed).as_input() for key, printed in row.inputs.items()}


def values(row: Row) -> dict[str, Fraction]:
    """Return the stated values of a row's inputs."""
    return {key: quantity(printed).value for key, printed in row.inputs.items()}


def shown(end: Fraction | None, unit: str) -> float | None:
    """Return an end in the unit of a print, to four significant digits."""
    scale = {"percent": Fraction(1, 100), "times": Fraction(1), "USD": Fraction(10**8)}[unit]
    return None if end is None else float(f"{float(end / scale):.4g}")


@pytest.mark.parametrize("row", [*ROWS, *UNDER_OTHER_INPUTS], ids=lambda row: row.id)
def test_derived_figure(row: Row) -> None:
    """Each derived figure comes to the range, and to the answer, found by hand."""
    computed = range_of(parse_formula(row.formula), box(row))
    stated = quantity(row.printed).as_checked()
    assert (shown(computed.low, row.unit), shown(computed.high, row.unit)) == row.computed
    assert (shown(stated.low, row.unit), shown(stated.high, row.unit)) == row.stated
    assert stated.meets(computed) is row.meets


@pytest.mark.parametrize(("row", "key", "wanted", "scale"), NEEDED)
def test_what_would_have_to_be_true(row: str, key: str, wanted: float, scale: float) -> None:
    """A refuted figure comes with the input that would make it true."""
    found = next(each for each in ROWS if each.id == row)
    target = quantity(found.printed).value
    value = needed(parse_formula(found.formula), values(found), key, target)
    assert value is not None
    assert float(value) == pytest.approx(wanted * scale, rel=1e-3)


def test_nothing_makes_an_impossible_figure_true() -> None:
    """Where no value of an input gives the figure, none is named."""
    tree, at = parse_formula("a / (a + b)"), {"a": Fraction(1), "b": Fraction(1)}
    assert needed(tree, at, "a", Fraction(2)) is None
    assert needed(tree, at | {"a": Fraction(0)}, "a", Fraction(1, 2)) is None
    assert needed(parse_formula("b / (a - b)"), at, "a", Fraction(5)) is None


def test_twice_a_share_cannot_be_decided_at_the_printed_precision() -> None:
    """“More than double” is neither borne out nor refuted by 42 against 21 per cent."""
    row = next(each for each in ROWS if each.id == "D19")
    more = Interval(Fraction(2), None, low_closed=False)
    computed, tree = range_of(parse_formula(row.formula), box(row)), parse_formula(row.formula)
    assert answer(more, computed, value_at(tree, values(row))) == "undecided"
    assert answer(quantity("两倍").as_checked(), computed, value_at(tree, values(row))) == "yes"


@pytest.mark.parametrize("formula", [INCREASE, "r - r / (1 + g)", "r * (1 - 1 / (1 + g))"])
def test_an_input_that_occurs_twice_is_one_input(formula: str) -> None:
    """The range does not depend on how often a formula names an input."""
    azure = books.ranges(r=(745, 755), g=(0.335, 0.345))
    found = range_of(parse_formula(formula), azure)
    assert found == range_of(parse_formula("r / (1 / g + 1)"), azure)
    assert (shown(found.low, "times"), shown(found.high, "times")) == (186.9, 193.7)


def test_a_difference_of_two_sides_is_one_formula() -> None:
    """That one increase exceeds another, and that the gap narrowed, is decided by 0.5 to 2.0."""
    first, second = (next(row for row in ROWS if row.id == name) for name in ("D07", "D08"))
    inputs = {"a": first.inputs["r"], "f": first.inputs["g"],
              "b": second.inputs["r"], "g": second.inputs["g"]}  # fmt: skip
    ends = {key: quantity(printed).as_input() for key, printed in inputs.items()}
    ahead = range_of(parse_formula("a * f / (1 + f) - b * g / (1 + g)"), ends)
    narrowed = range_of(parse_formula("(b / (1 + g) - a / (1 + f)) - (b - a)"), ends)
    assert ahead == narrowed
    assert (shown(ahead.low, "USD"), shown(ahead.high, "USD")) == (5.148, 20.37)
