"""What is written is read back as what it was, in both languages."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from babel.numbers import list_currencies
from hypothesis import assume, given
from hypothesis import strategies as st
from shown import shown_value

from macros.arithmetic.quantity import BOUNDS, Quantity, printed_quantity, spread_quantity
from macros.arithmetic.units import Unit, Units, is_currency
from macros.language.reading import read_printed
from macros.language.writing import Language, UnitWords, word, word_date

WORDS = {
    "customer": UnitWords("customer", {"en": "customers", "zh": "家客户"}),
    "chip": UnitWords("chip", {"en": "chips", "zh": "颗芯片"}),
}
UNITS = Units({unit: words.names for unit, words in WORDS.items()})
LANGUAGES: tuple[Language, ...] = ("en", "zh")
KINDS = (
    *("billion USD", "USD", "million EUR", "billion CHF", "billion CNY", "billion JPY"),
    *("percent", "percentage_point", "times", "customer", "chip", "million customer"),
    *("year", "month", "week", "day", "hour", "GW", "MW", "W", "TFLOPS", "PFLOPS"),
)
PLAIN_BOUNDS = tuple(each for each in BOUNDS if each not in ("vague", "range"))

languages = st.sampled_from(LANGUAGES)
kinds = st.sampled_from(KINDS)
digits = st.from_regex(r"\A(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,3})?\Z")


def say(quantity: Quantity, language: Language, unit: Unit, **how: bool) -> str:
    return word(quantity, language, unit=unit, words=WORDS, **how)


def heard(bound: str, language: Language) -> str:
    """The bound that the words carry: English has no words of its own for 多 and 高达."""
    english = {"over": "more_than", "reaching": "up_to"} if language == "en" else {}
    return english.get(bound, bound)


def hear(text: str, unit: Unit) -> Quantity:
    """Read what was written; a multiple below one is written as a share in Chinese."""
    shared = unit.id == "times" and "%" in text
    read = read_printed(text, UNITS.read("percent") if shared else unit, UNITS)
    return replace(read, unit=unit.id)


@given(kinds, digits, st.booleans(), st.sampled_from(PLAIN_BOUNDS), languages, st.data())
def test_words_read_back(
    kind: str, mantissa: str, negative: bool, bound: Any, language: Language, data: st.DataObject
) -> None:
    """Reading what was written gives the value as shown, the bound and the unit."""
    unit = UNITS.read(kind)
    quantity = printed_quantity(mantissa, unit.scale, unit.id, bound=bound, negative=negative)
    read = hear(say(quantity, language, unit, short=data.draw(st.booleans())), unit)
    expected = (shown_value(quantity, language, unit), heard(bound, language), unit.id)
    assert (read.value, read.bound, read.unit) == expected


@given(
    kinds,
    st.fractions(-(10**15), 10**15, max_denominator=10**9),
    st.sampled_from(PLAIN_BOUNDS),
    languages,
)
def test_rounded_words_read_back(
    kind: str, number: Fraction, bound: Any, language: Language
) -> None:
    """A computed value without a place of its own reads back as it is shown, in both languages."""
    unit = UNITS.read(kind)
    quantity = Quantity(number * unit.scale, unit.id, bound)
    shown = shown_value(quantity, language, unit)
    read = hear(say(quantity, language, unit), unit)
    assert (read.value, read.bound) == (shown, heard(bound, language))
    assert abs(shown - quantity.value) <= abs(quantity.value) / 200
    assert shown == shown_value(quantity, "en", unit)


@given(kinds, st.integers(-99, 999), st.integers(1, 90), st.integers(-2, 6), languages)
def test_ranges_read_back(kind: str, low: int, width: int, power: int, language: Language) -> None:
    """A range of ends with three digits reads back as its two ends."""
    unit = UNITS.read(kind)
    worth = unit.scale * Fraction(10) ** power
    assume(low * (low + width) >= 0)
    quantity = spread_quantity(low * worth, (low + width) * worth, unit.id, "range")
    read = hear(say(quantity, language, unit), unit)
    assert (read.low, read.high, read.bound) == (quantity.low, quantity.high, "range")


@given(kinds, st.integers(0, 15), st.booleans(), languages)
def test_vague_words_read_back(kind: str, power: int, by: bool, language: Language) -> None:
    """A vague word reads back as its two ends; 数以万计 only in Chinese, which has the word."""
    unit = UNITS.read(kind)
    assume(kind != "percent" and not (by and (language == "en" or power == 0)))
    worth = unit.scale if unit.id in ("W", "flops") else Fraction(1)
    low = (1 if by else 2) * 10**power * worth
    quantity = spread_quantity(low, 10 ** (power + 1) * worth, unit.id, "vague")
    read = hear(say(quantity, language, unit), unit)
    assert (read.low, read.high, read.bound) == (quantity.low, quantity.high, "vague")


@given(st.integers(1, 9), st.integers(2, 10), st.sampled_from(("percent", "times")), languages)
def test_parts_read_back(top: int, bottom: int, kind: str, language: Language) -> None:
    """A proper fraction with a small denominator is written in words that give it back exactly."""
    assume(top < bottom)
    unit = UNITS.read(kind)
    quantity = Quantity(Fraction(top, bottom), unit.id)
    text = say(quantity, language, unit)
    assert not any(character.isdigit() for character in text)
    assert read_printed(text, unit, UNITS) == quantity


@given(st.integers(1, 200), st.booleans(), languages)
def test_ranks_read_back(rank: int, short: bool, language: Language) -> None:
    """A rank reads back as its number."""
    unit = UNITS.read("rank")
    text = say(Quantity(Fraction(rank), "rank"), language, unit, short=short)
    assert read_printed(text, unit, UNITS).value == rank


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize(
    "literal",
    [
        *("2025", "2025-H1", "2025-H2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-05"),
        *("2025-01-21", "2024-02-29", "2021/2023", "2025-01/2025-07", "2024-11/2025-03"),
        *("2025-Q1/2025-Q3", "2024-12-30/2025-01-02"),
    ],
)
def test_dates_read_back(literal: str, short: bool, language: Language) -> None:
    """A date of any precision reads back as its literal."""
    text = word_date(literal, language, short=short)
    assert read_printed(text, Unit("date"), UNITS).literal == literal


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_reads_back(language: Language) -> None:
    """Every currency that is or was tender is written with its sign or name, and reads back."""
    codes = [code for code in list_currencies() if is_currency(code)]
    assert len(codes) > 200
    for code in codes:
        unit = Unit(code, Fraction(10**9))
        quantity = Quantity(Fraction(5 * 10**9), code, "about", Fraction(10**9))
        vague = spread_quantity(Fraction(2 * 10**9), Fraction(10**10), code, "vague")
        for each in (quantity, vague):
            read = read_printed(say(each, language, unit), unit, UNITS)
            assert (read.value, read.bound, read.unit) == (each.value, each.bound, code)
