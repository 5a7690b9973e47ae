"""Our ranges against published cases of XBRL's Calculations 1.1, and where they part from it.

Where a report declares `decimals`, it is a fact in XBRL's sense, and its range is the one that
Calculations 1.1 gives in its round-to-nearest mode: half of ten to the minus decimals on either
side. The cases are those of

* Requirements for Calculations 1.1 (XBRL International, 25 May 2022), section 2.1, rounding;
* EDGAR Filer Manual, section 6.5.12, duplicate facts, and its published tests 401gd and 402ng;
* the interval and calculation tests of the open inline viewer for XBRL (Arelle's), by their names.

Where a case says “ours”, the rule is theirs and the numbers are ours. The totals that are not
consistent, the infinite decimals and what differs on purpose are ours throughout.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Final

import pytest

from macros.arithmetic.evaluate import range_of
from macros.arithmetic.expression import Constant, Key, operation
from macros.arithmetic.quantity import Interval, Quantity, point
from macros.arithmetic.units import Units
from macros.data.build.values import read_value
from macros.language.reading import read_printed

UNITS: Final = Units([])
USD: Final = UNITS.read("USD")
Fact = tuple[str, int]
"""A value and its decimals."""

FACTS = [
    # value    decimals from      to        case
    ("500", -2, "450", "550", "EFM 6.5.12"),
    ("550", -1, "545", "555", "EFM 6.5.12"),
    ("20", 0, "19.5", "20.5", "viewer: finite precision"),
    ("-20.123", 3, "-20.1235", "-20.1225", "viewer: finite precision"),
    ("10000", -3, "9500", "10500", "viewer: simple consistent calculation"),
    ("9990", -1, "9985", "9995", "viewer: single contributor"),
    ("58000000", -6, "57500000", "58500000", "Requirements 2.1"),
]
SUMS: list[tuple[Fact, list[tuple[int, Fact]], tuple[int, int], str]] = [
    # total          weights and items                         sum lies in     case
    (("10000", -3), [(1, ("12000", -3)), (-1, ("2000", -3))], (9000, 11000), "viewer: simple"),
    (("11000", -3), [(1, ("12000", -3)), (-1, ("2000", -3))], (9000, 11000), "viewer: only in 1.1"),
    (("10000", -3), [(1, ("12000", -3)), (-1, ("1990", -1))], (9505, 10515), "viewer: duplicate"),
    (("10000", -3), [(1, ("9990", -1))], (9985, 9995), "viewer: single contributor"),
    (("4000", -3), [(2, ("3000", -3)), (-2, ("1000", -3))], (2000, 6000), "viewer: weights"),
    (("58000000", -6), [(1, ("12000000", -6)), (1, ("45000000", -6))], (56000000, 58000000),
     "Requirements 2.1"),
]  # fmt: skip
BALANCE: Final = {"debtors": 12_141_123, "cash": 45_441_321, "current assets": 57_582_444}


def fact(value: str, decimals: int) -> Quantity:
    """Return a fact as XBRL has it."""
    return read_value(value, USD, UNITS, decimals=decimals)


def summed(items: list[tuple[int, Fact]]) -> Interval:
    """Return the range of a weighted sum, through the formulas' own arithmetic."""
    box = {f"i{n}": fact(*item).as_input() for n, (_, item) in enumerate(items)}
    terms = [operation("*", Constant(Fraction(w)), Key(f"i{n}")) for n, (w, _) in enumerate(items)]
    tree = terms[0]
    for term in terms[1:]:
        tree = operation("+", tree, term)
    return range_of(tree, box)


@pytest.mark.parametrize(("value", "decimals", "low", "high", "case"), FACTS)
def test_a_fact_has_its_range(value: str, decimals: int, low: str, high: str, case: str) -> None:
    """A value lies half a unit of its decimals on either side of what is reported."""
    found = fact(value, decimals).as_input()
    assert (found.low, found.high) == (Fraction(low), Fraction(high)), case


@pytest.mark.parametrize("value", ["20", "-20"])
def test_infinite_decimals_are_a_point(value: str) -> None:
    """What XBRL reports with decimals INF, we enter as exact, and it is a single number."""
    assert fact(value, 0).without_error().as_input() == point(int(value))


@pytest.mark.parametrize(("total", "items", "ends", "case"), SUMS)
def test_a_sum_is_consistent(
    total: Fact, items: list[tuple[int, Fact]], ends: tuple[int, int], case: str
) -> None:
    """A total is consistent if its range meets the range of the weighted sum."""
    found = summed(items)
    assert found == Interval(Fraction(ends[0]), Fraction(ends[1])), case
    assert fact(*total).as_checked().meets(found), case


@pytest.mark.parametrize("total", ["54000000", "55000000", "59000000", "60000000"])
def test_a_sum_is_inconsistent(total: str) -> None:
    """A total whose range lies beyond that of the sum is not consistent."""
    found = summed([(1, ("12000000", -6)), (1, ("45000000", -6))])
    assert not fact(total, -6).as_checked().meets(found)


def test_a_balance_sheet_in_millions_adds_up() -> None:
    """Rounded items that no longer add up exactly are still borne out by the values behind them."""
    shown = {name: round(value / 10**6) for name, value in BALANCE.items()}
    assert shown["debtors"] + shown["cash"] != shown["current assets"]
    for name, value in BALANCE.items():
        assert fact(f"{shown[name]}000000", -6).as_checked().contains(Fraction(value))


DUPLICATES: list[tuple[Fact, Fact, bool, str]] = [
    # one fact       another      consistent  case
    (("500", -2), ("550", -1), True, "EFM 6.5.12"),
    (("12000", -3), ("12000", -3), True, "ours: complete duplicates"),
    (("2000", -3), ("1990", -1), True, "viewer: consistent duplicate contributor"),
    (
        ("200000", -5),
        ("200909", 0),
        True,
        "ours, after EFM test 401gd: one more precise",
    ),
    (
        ("500", -2),
        ("600", -2),
        False,
        "ours, after EFM test 402ng: same decimals",
    ),
    (("500", -2), ("565", 0), False, "ours, after EFM 6.5.12: the ranges do not overlap"),
]


@pytest.mark.parametrize(("one", "other", "consistent", "case"), DUPLICATES)
def test_duplicate_facts(one: Fact, other: Fact, consistent: bool, case: str) -> None:
    """Two reports of one fact are consistent if their ranges meet."""
    ranges = [fact(*each).as_checked() for each in (one, other)]
    assert ranges[0].meets(ranges[1]) is ranges[1].meets(ranges[0]) is consistent, case


def test_the_upper_end_is_open() -> None:
    """On purpose: XBRL's ranges are closed; ours leave out the upper end, which rounds upwards.

    So two values with the same decimals never meet, which XBRL has to say in a rule of its own;
    and what XBRL lets pass because two ranges merely touch does not pass here.
    """
    lower, upper = fact("500", -2).as_checked(), fact("555", -1).as_checked()
    assert (lower.high, upper.low) == (Fraction(550), Fraction(550))
    assert not lower.meets(upper)
    assert not fact("10000", -3).as_checked().meets(summed([(3, ("4000", -3))]))
    neighbours = [fact(f"{hundreds}00", -2).as_checked() for hundreds in range(1, 12)]
    assert not any(one.meets(other) for one, other in pairwise(neighbours))


def test_the_lower_end_belongs() -> None:
    """As in XBRL, a sum that reaches just the lower end of its total is consistent."""
    found = summed([(1, ("2000", -3)), (2, ("3000", -3))])
    assert found.high == Fraction(9500)
    assert fact("10000", -3).as_checked().meets(found)


@pytest.mark.parametrize(
    ("printed", "low", "high", "why"),
    [
        ("$3000", 2850, 3150, "zeros at the end declare nothing, so at most five per cent"),
        ("$750", 745, 755, "the last place that is not zero counts"),
        ("$12,141,123", 12141122.5, 12141123.5, "all places count, as with decimals 0"),
    ],
)
def test_a_print_declares_no_decimals(printed: str, low: float, high: float, why: str) -> None:
    """On purpose: the press declares no decimals, so they are read off the figure's own digits."""
    found = read_printed(printed, USD, UNITS).as_input()
    assert (found.low, found.high) == (Fraction(low), Fraction(high)), why


def test_declared_decimals_have_no_cap() -> None:
    """The five per cent are for figures that declare nothing: a filing's decimals are believed."""
    assert fact("3000", -3).as_input().low == Fraction(2500)
    assert fact("3000", 0).as_input().low == Fraction(5999, 2)
