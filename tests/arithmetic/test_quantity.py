"""Quantities: how exact a print is, and what a bound is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.quantity import (
    Bound,
    Interval,
    Quantity,
    exactness,
    point,
    printed_quantity,
    spread_quantity,
)

HUNDRED_MILLION = Fraction(10**8)
EXACTNESS = [
    # print      scale                 from      to        why
    ("750", HUNDRED_MILLION, "745", "755", "a zero at the end says nothing"),
    ("3000", HUNDRED_MILLION, "2850", "3150", "never more than five per cent"),
    ("10", HUNDRED_MILLION, "9.5", "10.5", "never more than five per cent"),
    ("3", Fraction(1), "2.5", "3.5", "never less than half of the last digit"),
    ("1164", HUNDRED_MILLION, "1163.5", "1164.5", "half of the last digit"),
    ("116.4", Fraction(10**9), "116.35", "116.45", "half of the last decimal"),
    ("30.0", Fraction(10**9), "29.95", "30.05", "zeros after a point say something"),
    ("30", Fraction(10**9), "28.5", "31.5", "zeros without a point say nothing"),
    ("0.50", Fraction(1), "0.495", "0.505", "zeros after a point say something"),
    ("100", Fraction(1), "95", "105", "never more than five per cent"),
    ("53000", Fraction(1), "52500", "53500", "half of the last digit that is not zero"),
    ("5.3", Fraction(10**4), "5.25", "5.35", "the scale word changes nothing"),
    ("1", Fraction(1), "0.5", "1.5", "never less than half of the last digit"),
    ("0", Fraction(1), "-0.5", "0.5", "never less than half of the last digit"),
]
BOUNDS: list[tuple[Bound, str, str, str]] = [
    # bound      print    as an input   as checked
    ("exact", "797", "[796.5, 797.5)", "[796.5, 797.5)"),
    ("more_than", "797", "(797, 798]", "(797, ∞)"),
    ("at_least", "797", "[797, 798]", "[797, ∞)"),
    ("at_least", "130", "[130, 140]", "[130, ∞)"),
    ("up_to", "130", "[120, 130]", "(-∞, 130]"),
    ("less_than", "130", "[120, 130)", "(-∞, 130)"),
    ("about", "120", "[110, 130]", "[110, 130]"),
    ("about", "50", "[45, 55]", "[45, 55]"),
    ("nearly", "100", "[90, 100]", "[90, 100]"),
    ("over", "40", "[40, 50)", "[40, 50)"),
    ("over", "200", "[200, 300)", "[200, 300)"),
]
MEETING = [
    # one               other              do they?
    ("[1, 2]", "[2, 3]", True),
    ("[1, 2)", "[2, 3]", False),
    ("[1, 2]", "(2, 3]", False),
    ("[1, 2)", "(2, 3]", False),
    ("[1, 3]", "(1, 2)", True),
    ("[1, 2]", "[3, 4]", False),
    ("(-∞, 2]", "[2, ∞)", True),
    ("(-∞, 2)", "[2, ∞)", False),
    ("(-∞, 2]", "(-∞, 1]", True),
    ("[16, ∞)", "[14.5, 14.6]", False),
    ("[2, 2]", "[2, 2]", True),
]
mantissas = st.from_regex(r"(0|[1-9][0-9]{0,6})(\.[0-9]{1,4})?", fullmatch=True)
scales = st.sampled_from([Fraction(1), Fraction(1, 100), Fraction(10**8), Fraction(10**9)])
bounds = st.sampled_from(["exact", "at_least", "more_than", "up_to", "less_than", "about"])


def interval(text: str) -> Interval:
    """Read a range as mathematicians write it."""
    low, high = (None if "∞" in end else Fraction(end.strip()) for end in text[1:-1].split(","))
    return Interval(low, high, text[0] == "[" or low is None, text[-1] == "]" or high is None)


@pytest.mark.parametrize(("mantissa", "scale", "low", "high", "why"), EXACTNESS)
def test_exactness(mantissa: str, scale: Fraction, low: str, high: str, why: str) -> None:
    """A print without a bound lies half a unit of its last significant place on each side."""
    got = printed_quantity(mantissa, scale, "USD").as_input()
    assert got == Interval(Fraction(low) * scale, Fraction(high) * scale, high_closed=False), why


@pytest.mark.parametrize(
    ("mantissa", "place"), [("0", "1"), ("750", "10"), ("1000", "1000"), ("0.50", "0.01")]
)
def test_the_last_significant_place(mantissa: str, place: str) -> None:
    """Zeros at the end of a whole number move the place upwards; a lone zero is its own digit."""
    quantity = printed_quantity(mantissa, Fraction(1), "USD")
    assert (quantity.place, quantity.bound) == (Fraction(place), "exact")


@pytest.mark.parametrize(("bound", "mantissa", "as_input", "as_checked"), BOUNDS)
def test_bounds(bound: Bound, mantissa: str, as_input: str, as_checked: str) -> None:
    """A bound is what its author meant as an input, and one-sided when it is checked."""
    quantity = printed_quantity(mantissa, Fraction(1), "USD", bound=bound)
    assert quantity.as_input() == interval(as_input)
    assert quantity.as_checked() == interval(as_checked)


@pytest.mark.parametrize(("one", "other", "meet"), MEETING)
def test_meeting(one: str, other: str, meet: bool) -> None:
    """Two ranges meet if a number lies in both, whichever is asked first."""
    assert interval(one).meets(interval(other)) is meet
    assert interval(other).meets(interval(one)) is meet


@pytest.mark.parametrize(
    ("mantissa", "bound", "exact"),
    [("4", "exact", True), ("99", "exact", True), ("100", "exact", False), ("40", "about", False)],
)
def test_small_counts_are_exact(mantissa: str, bound: Bound, exact: bool) -> None:
    """A whole count below a hundred that carries no bound is exact: three parties are not four."""
    quantity = printed_quantity(mantissa, Fraction(1), "customer", bound=bound, counted=True)
    assert (quantity.as_input().width == 0) is exact


def test_a_count_with_a_fraction_is_not_exact() -> None:
    """Only whole counts are exact."""
    assert printed_quantity("2.5", Fraction(1), "year", counted=True).half == Fraction(1, 20)


def test_a_vague_word_is_known_by_its_ends() -> None:
    """A vague word or a range is the same as an input and when it is checked."""
    tens = spread_quantity(Fraction(20), Fraction(100), "USD", "vague")
    assert tens.as_input() == tens.as_checked() == interval("[20, 100]")
    assert tens.value == 60


@pytest.mark.parametrize("bound", ["at_least", "more_than", "up_to", "less_than", "over"])
def test_a_bound_on_an_exact_ratio_has_a_width(bound: Bound) -> None:
    """A bound on a third, which has no last digit, is still a range with numbers in it."""
    width = Quantity(Fraction(1, 3), "percent", bound).as_input().width
    assert width == Fraction(1, 30)


def test_a_negative_value_keeps_its_sign() -> None:
    """A minus sign turns the value, and its exactness stays what it was."""
    loss = printed_quantity("750", Fraction(1), "USD", negative=True)
    assert loss.as_input() == Interval(Fraction(-755), Fraction(-745), high_closed=False)
    nearly = printed_quantity("100", Fraction(1), "USD", negative=True, bound="nearly")
    assert nearly.as_input() == interval("[-100, -90]")


def test_a_declared_reason_makes_a_value_exact() -> None:
    """A contract's sum is known without error."""
    assert printed_quantity("13", Fraction(10**9), "USD").without_error().as_input().width == 0


def test_a_point_holds_its_number_only() -> None:
    """A point contains its number and nothing beside it."""
    assert point(2).contains(Fraction(2))
    assert not point(2).contains(Fraction(2, 1) + Fraction(1, 10**9))
    assert point(2).width == Fraction(0)
    assert interval("[2, ∞)").width is None


@given(mantissa=mantissas, scale=scales)
def test_the_scale_word_never_matters(mantissa: str, scale: Fraction) -> None:
    """The same digits are equally exact, in proportion, whatever the scale word."""
    place, half = exactness(mantissa, Fraction(1))
    assert exactness(mantissa, scale) == (place * scale, half * scale)


@given(mantissa=mantissas)
def test_half_width_stays_between_its_limits(mantissa: str) -> None:
    """The half-width is at least half of the last digit, and beyond that at most five per cent."""
    _, half = exactness(mantissa, Fraction(1))
    last = Fraction(1, 10 ** len(mantissa.partition(".")[2]))
    assert half >= last / 2
    assert half == last / 2 or half <= Fraction(mantissa) / 20


@given(mantissa=mantissas, scale=scales, bound=bounds)
def test_an_input_lies_within_what_is_checked(mantissa: str, scale: Fraction, bound: Bound) -> None:
    """What an author meant by a bound never goes beyond what the bound says."""
    quantity = printed_quantity(mantissa, scale, "USD", bound=bound)
    inner, outer = quantity.as_input(), quantity.as_checked()
    assert outer.low is None or (inner.low is not None and inner.low >= outer.low)
    assert outer.high is None or (inner.high is not None and inner.high <= outer.high)
    assert inner.meets(outer)
