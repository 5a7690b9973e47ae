"""Numbers as the world writes them: parted, as powers of ten, and as parts of a word."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.units import Units
from macros.language.reading import read_printed
from macros.problems import TieoutError

UNITS = Units({"home": ("home", "homes", "户")})


def read(text: str, kind: str = "home") -> Fraction:
    """Return what a print is in a unit."""
    unit = UNITS.read(kind)
    return read_printed(text, unit, UNITS).value / unit.scale


def indian(number: int) -> str:
    """Return a number with its lakhs and crores parted."""
    rest, last = divmod(number, 1000)
    parts = [f"{last:03}"]
    while rest >= 100:
        rest, pair = divmod(rest, 100)
        parts.insert(0, f"{pair:02}")
    return ",".join([str(rest), *parts]) if rest else str(number)


@given(st.integers(1, 10**12), st.sampled_from([",", " ", "\u00a0", "\u202f", "\u2009", "'", "’"]))
def test_thousands_may_be_parted(number: int, apart: str) -> None:
    """Whatever parts its thousands, a number is read whole; so is one of lakhs and crores."""
    assert read(f"{number:,} homes".replace(",", apart)) == number
    assert read(f"{indian(number)} homes") == number


@given(st.integers(-9, 15), st.integers(1, 99), st.sampled_from(["×10", " × 10", " x 10^", "·10"]))
def test_powers_of_ten(power: int, factor: int, times: str) -> None:
    """A power of ten, raised or with its sign, stands by itself or multiplies what is before it."""
    raised = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    written = str(power) if times.endswith("^") else raised
    assert read(f"{factor}{times}{written} km", "km") == factor * Fraction(10) ** power
    assert read(f"10{raised} km", "km") == read(f"10^{power} km", "km") == Fraction(10) ** power


def test_small_and_odd_scales_are_exact() -> None:
    """A scale below one or of twelves loses no digit, nor how exactly the number was printed."""
    assert read("1,234,567 dozen homes") == 14814804
    printed = read_printed("2.5×10⁻⁵ km", UNITS.read("km"), UNITS)
    assert printed.half == Fraction("0.05e-5") * UNITS.read("km").scale


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a million and a half homes", "home", "1.5e6"),
        ("a quarter of a million homes", "home", "0.25e6"),
        ("three quarters of a million", "home", "0.75e6"),
        ("half a percentage point", "percentage_point", "0.5"),
        ("a quarter of a percentage point", "percentage_point", "0.25"),
        ("a quarter point", "percentage_point", "0.25"),
        ("half a per cent", "percent", "0.5"),
        ("half a tonne", "tonne", "0.5"),
        ("half an hour", "hour", "0.5"),
    ],
)
def test_parts_of_a_word(text: str, kind: str, value: str) -> None:
    """Half and a quarter are parts of what follows: of a size, or of one of a unit."""
    assert read(text, kind) == Fraction(value)


@pytest.mark.parametrize("text", ["12 00", "1,2345", "2024 300", "12,34", "1'23'456", "1, 234"])
def test_what_is_parted_otherwise_is_refused(text: str) -> None:
    """Digits in other groups are no number of which one can be sure."""
    with pytest.raises(TieoutError):
        read(f"{text} homes")


@pytest.mark.parametrize(("text", "value"), [("53²", 53), ("110²", 110), ("0.10⁹", "0.1")])
def test_a_raised_digit_behind_another_number_is_a_note(text: str, value: str) -> None:
    """Only ten itself has powers; behind other digits a small one is the mark of a note."""
    assert read(f"{text} homes") == Fraction(value)
