"""Powers and conversions in formulas."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.evaluate import power, range_of, value_at
from macros.arithmetic.expression import as_json, converted, dimension_of, written
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.quantity import Interval
from macros.arithmetic.units import Units
from macros.problems import TieoutError

UNITS = Units(["home", "share"])
bases = st.fractions(Fraction(1, 1000), 1000, max_denominator=1000)


@given(bases, st.integers(1, 12))
def test_a_root_raised_again_is_its_base(base: Fraction, root: int) -> None:
    """A root is right to forty digits."""
    again = power(power(base, Fraction(1, root)), Fraction(root))
    assert abs(again - base) < base / 10**40


@given(bases, st.integers(-9, 9))
def test_a_whole_power_is_exact(base: Fraction, exponent: int) -> None:
    """A whole power is a product, to the last digit."""
    assert power(base, Fraction(exponent)) == base**exponent


@pytest.mark.parametrize(
    ("base", "exponent"), [(-4, Fraction(1, 2)), (0, Fraction(-1)), (10**300, Fraction(100**3))]
)
def test_what_has_no_power_is_refused(base: int, exponent: Fraction) -> None:
    """A root of a negative number and a division by zero are told, not guessed."""
    with pytest.raises(TieoutError):
        power(Fraction(base), exponent)


def test_a_yearly_rate_is_found_by_a_root() -> None:
    """Growth from 32 to 243 in five years is a half every year, and its range is sound."""
    tree = parse_formula("(late / early) ^ (1/5) - 1")
    point = {"late": Fraction(243), "early": Fraction(32)}
    assert abs(value_at(tree, point) - Fraction(1, 2)) < Fraction(1, 10**30)
    box = {
        "late": Interval(Fraction(242), Fraction(244)),
        "early": Interval(Fraction(32), Fraction(32)),
    }
    span = range_of(tree, box)
    assert span.low is not None and span.high is not None
    assert span.low < Fraction(1, 2) < span.high < Fraction(1, 2) + Fraction(1, 500)


def test_an_even_power_turns_at_zero() -> None:
    """The square of what may be zero is never less than zero."""
    assert range_of(parse_formula("x ^ 2"), {"x": Interval(Fraction(-3), Fraction(2))}) == (
        Interval(Fraction(0), Fraction(9))
    )


@pytest.mark.parametrize(
    ("formula", "units", "made", "value"),
    [
        ("power * time", {"power": "GW", "time": "hour"}, "TWh", "0.001"),
        ("energy / people", {"energy": "TWh", "people": "million person"}, "kWh/person", "1000"),
        (
            "profit / shares",
            {"profit": "billion USD", "shares": "million share"},
            "USD/share",
            "1000",
        ),
        (
            "profit / shares / price",
            {"profit": "million USD", "shares": "million share", "price": "USD/share"},
            "times",
            "1",
        ),
        ("each * shares", {"each": "USD/share", "shares": "thousand share"}, "USD", "1000"),
        ("price * energy", {"price": "EUR/MWh", "energy": "GWh"}, "million EUR", "0.001"),
        ("side ^ 2", {"side": "km"}, "ha", "100"),
        ("area ^ (1/2)", {"area": "km^2"}, "mile", "0.621371"),
        ("warm - cold", {"warm": "°C", "cold": "°F"}, "°C", "0.444444"),
        ("lead + lag", {"lead": "month", "lag": "year"}, "year", "1.083333"),
    ],
)
def test_units_are_converted_in_formulas(
    formula: str, units: dict[str, str], made: str, value: str
) -> None:
    """Inputs of one each give the result in its own unit, without a fact of our own between."""
    tree = parse_formula(formula)
    read = {key: UNITS.read(unit) for key, unit in units.items()}
    result = UNITS.read(made)
    dimensions = {key: UNITS.dimension(unit.id) for key, unit in read.items()}
    assert dimension_of(tree, dimensions, UNITS.dimension("percentage_point")) == (
        UNITS.dimension(result.id)
    )
    worth = {key: UNITS.factor(unit.id) for key, unit in read.items()}
    reckoned = converted(tree, worth, UNITS.factor(result.id))
    got = value_at(reckoned, {key: unit.scale for key, unit in read.items()}) / result.scale
    assert abs(got - Fraction(value)) < Fraction(1, 10**6)


def test_a_power_is_written_and_worked_out_on_the_page() -> None:
    """A power is written with its exponent; for the page a whole one is a product."""
    tree = parse_formula("(a + b) ^ 2 / c ^ (1/3)")
    assert written(tree, {"a": "A", "b": "B", "c": "C"}) == "(A + B)^2 ÷ C^(1/3)"
    assert as_json(parse_formula("a ^ 2"), {}) == ["*", ["*", "1", ["set", "a"]], ["set", "a"]]
    assert value_at(parse_formula("a ^ (-2)"), {"a": Fraction(2)}) == Fraction(1, 4)
    with pytest.raises(TieoutError):
        as_json(tree, {})
