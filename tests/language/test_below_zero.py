"""Signs, bounds below zero, and margins: read, reckoned and written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import Units
from macros.data.build.values import read_value
from macros.language.reading import read_printed
from macros.language.writing import Language, word
from macros.problems import TieoutError

UNITS = Units()
BN = 10**9


def read(printed: str, kind: str, cue: str = "") -> Quantity:
    return read_printed(printed, UNITS.read(kind), UNITS, cue=cue)


@pytest.mark.parametrize(
    ("kind", "printed", "cue", "value", "bound"),
    [
        ("percent", "3.2%", "fell by", "-0.032", "exact"),
        ("percent", "3.2%", "下降", "-0.032", "exact"),
        ("billion USD", "$5bn", "a loss of", "-5e9", "exact"),
        ("billion USD", "more than $5bn", "a loss of", "-5e9", "more_than"),
        ("billion USD", "50亿美元", "亏损超过", "-5e9", "more_than"),
        ("°C", "minus 4 °C", "", "-4", "exact"),
        ("°C", "零下4摄氏度", "", "-4", "exact"),
        ("percent", "下降约3%", "", "-0.03", "about"),
        ("billion USD", "-40多亿美元", "", "-4e9", "over"),
        ("percent", "down by more than 3%", "", "-0.03", "more_than"),
    ],
)
def test_a_word_carries_a_sign(kind: str, printed: str, cue: str, value: str, bound: str) -> None:
    """What fell, shrank or was lost lies below zero; the word may stand in the print or the cue."""
    quantity = read(printed, kind, cue)
    assert (quantity.value, quantity.bound) == (Fraction(value), bound)


def test_a_range_falls_as_a_whole() -> None:
    """A fall of 3 to 5 per cent lies between -5 and -3."""
    quantity = read("3% to 5%", "percent", "fell by")
    assert (quantity.low, quantity.high) == (Fraction(-5, 100), Fraction(-3, 100))


def test_a_bound_below_zero_is_one_of_size() -> None:
    """A loss of 4 billion and more is 5 to 4 billion below zero; one of more than 5, beyond it."""
    assert read("-40多亿美元", "billion USD").as_input() == (
        Interval(Fraction(-5 * BN), Fraction(-4 * BN), low_closed=False)
    )
    checked = read("more than -$5bn", "billion USD").as_checked()
    assert checked == Interval(None, Fraction(-5 * BN), high_closed=False)


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        *(("°C", "1.55 ± 0.13 °C"), ("°C", "1.55 °C ± 0.13 °C"), ("°C", "1.55±0.13摄氏度")),
        *(("°C", "1.55 (±0.13) °C"), ("°C", "1.55 +/- 0.13"), ("°C", "1.55 plus or minus 0.13")),
    ],
)
def test_a_margin_is_a_bound(kind: str, printed: str) -> None:
    """What stands behind ± is how far the true value may lie, and the value is entered alike."""
    quantity = read(printed, kind)
    assert quantity == read_value("1.55 ± 0.13", UNITS.read(kind), UNITS)
    assert quantity.as_input() == quantity.as_checked()
    assert quantity.as_input() == Interval(Fraction("1.42"), Fraction("1.68"))


@given(
    st.sampled_from(("°C", "percent", "billion USD", "TWh", "million person", "mm/year")),
    st.integers(-9999, 9999),
    st.integers(1, 999),
    st.sampled_from(("en", "zh")),
)
def test_margins_read_back(kind: str, value: int, margin: int, language: Language) -> None:
    """A value with its margin reads back as it was, in both languages."""
    unit = UNITS.read(kind)
    text = f"{Decimal(value).scaleb(-2)} ± {Decimal(margin).scaleb(-2)}"
    stated = read_value(text, unit, UNITS)
    got = read_printed(word(stated, language, unit=unit, words={}), unit, UNITS)
    assert (got.value, got.half, got.bound) == (stated.value, stated.half, "margin")


@pytest.mark.parametrize(
    ("value", "bound"), [("1 ± 0", "exact"), ("1 ± 2", "about"), ("1", "margin")]
)
def test_a_margin_is_above_zero_and_alone(value: str, bound: str) -> None:
    """A margin without width, beside another bound or without a number is refused."""
    with pytest.raises(TieoutError):
        read_value(value, UNITS.read("km"), UNITS, bound=bound)  # type: ignore[arg-type]
