"""Formulas over intervals: what has to come out, soundness, tightness, dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import books
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from macros.expression import Expression, Key, Number, Operation, keys_of, parse_formula
from macros.formula import dimension_of, needed, range_of, value_at
from macros.printed import read_printed
from macros.problems import TieoutError
from macros.quantity import Interval, Quantity, point
from macros.units import Units
from macros.verdict import answer

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


def ranges(**ends: tuple[float, float]) -> dict[str, Interval]:
    """Return ranges by key."""
    return {key: Interval(Fraction(low), Fraction(high)) for key, (low, high) in ends.items()}


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
    azure = ranges(r=(745, 755), g=(0.335, 0.345))
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
    found = range_of(parse_formula(formula), ranges(a=(1, 2), b=(10, 20)))
    assert found == Interval(*(Fraction(end).limit_denominator(100) for end in ends))


@pytest.mark.parametrize(("formula", "ends", "bend"), BENT)
def test_a_bent_formula_is_close(formula: str, ends: tuple[float, float], bend: str) -> None:
    """Where a formula bends, its range is at most two per cent too wide, and never too narrow."""
    found = range_of(parse_formula(formula), ranges(x=(0, 10)))
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
        range_of(parse_formula(formula), ranges(a=(-1, 3), b=(1, 2)))


def test_division_by_a_range_with_zero_is_located() -> None:
    """A formula whose divisor may be zero is a problem at the formula's own place."""
    money = "concept: revenue, entity: south, unit: billion USD, basis: recognised"
    share = "concept: share, entity: south, unit: percent, basis: recognised"
    text = books.file(
        facts=books.fact("gain", f"{money}, period: 2024", "origin: filing, value: [-1, 2]")
        + books.fact("sales", f"{money}, period: 2025", "origin: filing, value: 13")
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
    found = range_of(parse_formula(formula), ranges(**inputs))
    assert found == Interval(Fraction(ends[0]), Fraction(ends[1]))


def test_rank_stands_alone() -> None:
    """A rank is no number to calculate with."""
    with pytest.raises(TieoutError, match="must stand alone"):
        range_of(parse_formula("1 + rank(a, b)"), ranges(a=(1, 1), b=(2, 2)))


DIMENSIONS = [
    ("usd + usd", "USD"),
    ("usd / usd", ""),
    ("usd * share", "USD"),
    ("usd / customers", "USD / customer"),
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
    ("usd * usd + usd", "adds USD and USD ** 2"),
    ("rank(usd, customers)", "compares USD and customer"),
    ("points(usd)", "is made of a ratio, not of USD"),
    ("points(point)", "is made of a ratio, not of percentage_point"),
]
KINDS = {"usd": "USD", "eur": "EUR", "customers": "customer", "share": "percent",
         "times": "times", "point": "percentage_point"}  # fmt: skip


def dimension(formula: str) -> str:
    """Return the dimension of a formula over one input of each kind."""
    dimensions = {key: UNITS.dimension(unit) for key, unit in KINDS.items()}
    found = dimension_of(parse_formula(formula), dimensions, dimensions["point"])
    return str(found).replace("u_", "").replace("dimensionless", "")


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
    total = books.fact("t", money, formula=f'"{" + ".join(["a"] * 250)}"')
    value = books.audit(given_, total).value("t")
    assert value.quantity.value == 250 * 13 * 10**9


KEYS = ("x", "y", "z")
numbers = st.integers(1, 9).map(lambda number: Number(Fraction(number, 2)))


def joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Return operations on two formulas."""
    return st.builds(Operation, st.sampled_from("+-*/"), inner, inner)


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
            other = Operation(draw(st.sampled_from("+-*/")), other, draw(numbers))
        pair = (tree, other) if draw(st.booleans()) else (other, tree)
        tree = Operation(draw(st.sampled_from("+-*/")), *pair)
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
    *(INCREASE, "r - r / (1 + g)", "(r - g) / (r + g)", "r / g - g / r", "r * r / (r + g)"),
    *("(r + g) * (r - g)", "(r - g) / g", "r / (r + g)", "points(r / (r + g) - g / (r + g))"),
]


@pytest.mark.parametrize("formula", SHARED)
@settings(max_examples=25, deadline=None)
@given(first=st.integers(1, 90), second=st.integers(1, 90), part=st.integers(1, 20))
def test_tightness_of_shared_inputs(formula: str, first: int, second: int, part: int) -> None:
    """Where inputs as exact as prints occur several times, sampling comes close to both ends."""
    wide = 100 + part
    inputs = ranges(r=(100 * first, wide * first), g=(100 * second, wide * second))
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
