"""What quantities, intervals, periods and dates look like in both languages."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from corpora import parsed
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.period import FiscalYear, parse_period
from macros.arithmetic.quantity import BOUNDS, Interval, Quantity, point, printed_quantity
from macros.arithmetic.units import Unit, Units
from macros.data.build.values import read_value
from macros.language.reading import read_printed
from macros.language.reading.dates import edge_of
from macros.language.writing import (
    Language,
    UnitWords,
    bound_word,
    half_up,
    word,
    word_edge,
    word_interval,
    word_period,
)
from macros.problems import TieoutError

WORDS = {
    "customer": UnitWords("customer", {"en": "customers", "zh": "家客户"}),
    "chip": UnitWords("chip", {"en": "chips", "zh": "颗芯片"}),
    "model": UnitWords("model", {"en": "models", "zh": "种模型"}),
    "vendor": UnitWords("vendor", {"en": "vendors", "zh": "家厂商"}),
    "cluster": UnitWords("cluster", {"en": "clusters", "zh": "个集群"}),
}
UNITS = Units({unit: words.names for unit, words in WORDS.items()})
LANGUAGES: tuple[Language, ...] = ("en", "zh")
CASES: list[dict[str, Any]] = parsed(
    Path(__file__).with_name("wording_cases.yml").read_text("utf-8")
)
KINDS = (
    *("billion USD", "USD", "million EUR", "billion CHF", "billion CNY", "billion JPY"),
    *("percent", "percentage_point", "times", "customer", "chip", "million customer"),
    *("year", "month", "week", "day", "hour", "GW", "MW", "W", "TFLOPS", "PFLOPS"),
)
PLAIN_BOUNDS = tuple(each for each in BOUNDS if each not in ("vague", "range"))

languages = st.sampled_from(LANGUAGES)
kinds = st.sampled_from(KINDS)
digits = st.from_regex(r"\A(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,3})?\Z")


def case_id(case: dict[str, Any]) -> str:
    return f"{case.get('cue', '')}{case['printed']} as {case['unit']}"


def say(quantity: Quantity, language: Language, unit: Unit, **how: bool) -> str:
    return word(quantity, language, unit=unit, words=WORDS, **how)


def dollars(text: str, place: str = "0") -> Quantity:
    return Quantity(Fraction(text), "USD", place=Fraction(place))


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_table_of_prints_and_words(case: dict[str, Any]) -> None:
    """Each print of the table gives its value and bound, and has the words that stand beside it."""
    unit, bound = UNITS.read(case["unit"]), case.get("bound", "exact")
    read = read_printed(
        case["printed"], unit, UNITS, cue=case.get("cue", ""), context=case.get("context")
    )
    value = read_value(case["value"], unit, UNITS, bound=bound)
    stated = (read.value, read.bound, read.low, read.high, read.literal, read.unit)
    assert stated == (value.value, value.bound, value.low, value.high, value.literal, unit.id)
    said = (say(read, "en", unit), say(read, "en", unit, short=True), say(read, "zh", unit))
    table = tuple(case[column].replace("_", "\u00a0") for column in ("en", "short", "zh"))
    assert said == table


def test_table_is_large() -> None:
    """The table covers at least a hundred and forty prints, none of them twice."""
    seen = {(case["printed"], case["unit"], case.get("cue")) for case in CASES}
    assert len(seen) == len(CASES) >= 140


@given(st.fractions(-(10**12), 10**12, max_denominator=10**6), st.integers(-6, 6))
def test_rounding_is_half_up(value: Fraction, power: int) -> None:
    """Rounding is that of decimal.ROUND_HALF_UP wherever a decimal can hold the value."""
    with localcontext(prec=80):
        number = Decimal(value.numerator) / Decimal(value.denominator)
        expected = (number.scaleb(-power)).quantize(Decimal(1), ROUND_HALF_UP).scaleb(power)
    assert half_up(value, Fraction(10) ** power) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "place", "en", "zh"),
    [
        ("25.45e9", "1e8", "$25.5_billion", "255亿美元"),
        ("25.44e9", "1e8", "$25.4_billion", "254亿美元"),
        ("-25.45e9", "1e8", "−$25.5_billion", "−255亿美元"),
        ("999.96e6", "1e8", "$1.0_billion", "10亿美元"),
        ("999999", "10", "$1_million", "100万美元"),
        ("9999.6", "1", "$10,000", "1万美元"),
        ("99999.6e4", "1e4", "$1.00000_billion", "10亿美元"),
        ("999.96e9", "1e11", "$1_trillion", "1万亿美元"),
        ("-0.4", "1", "$0", "0美元"),
        ("0", "0", "$0", "0美元"),
        ("1.5e9", "0", "$1.5_billion", "15亿美元"),
        ("116385432109", "0", "$116.385_billion", "1163.85亿美元"),
        ("5000", "0", "$5,000", "5000美元"),
        ("12345", "1", "$12,345", "1.2345万美元"),
    ],
)
def test_scale_follows_the_rounded_value(value: str, place: str, en: str, zh: str) -> None:
    """The scale word is chosen after rounding; zeros stay only in the scale of the unit."""
    unit, quantity = UNITS.read("billion USD"), dollars(value, place)
    texts = (say(quantity, "en", unit), say(quantity, "zh", unit))
    assert texts == (en.replace("_", "\u00a0"), zh)


@given(kinds, st.integers(-40, 40), st.integers(-9, 9), st.integers(-12, 12), languages)
def test_any_size_is_finite_text(
    kind: str, power: int, factor: int, place: int, language: Language
) -> None:
    """Huge, tiny and zero values become plain digits, never an exponent or a negative zero."""
    unit = UNITS.read(kind)
    for shown in (Fraction(0), Fraction(10) ** place):
        text = say(Quantity(factor * Fraction(10) ** power, unit.id, place=shown), language, unit)
        assert "E+" not in text and "nan" not in text
        assert not text.startswith("−") or any(digit in text for digit in "123456789")


@given(kinds, st.integers(1, 10**15), languages)
def test_chinese_has_only_wan_and_yi(kind: str, number: int, language: Language) -> None:
    """Chinese text has no thousands comma, no space, and no scale words but 万, 亿 and 万亿."""
    text = say(Quantity(Fraction(number), UNITS.read(kind).id), "zh", UNITS.read(kind))
    assert not set(text) & set(" ,，\u00a0")
    assert not any(scale in text for scale in ("十亿", "百万", "千万", "百亿", "千亿", "十万"))


@given(kinds, digits, languages)
def test_number_and_unit_stay_together(kind: str, mantissa: str, language: Language) -> None:
    """No ordinary space follows a digit, so that a number and its unit stay on one line."""
    unit = UNITS.read(kind)
    text = say(printed_quantity(mantissa, unit.scale, unit.id, bound="about"), language, unit)
    number = text.removeprefix("about ")
    assert " " not in number.replace("percentage points", "").replace("percentage point", "")


@pytest.mark.parametrize(("bound", "language"), list(product(PLAIN_BOUNDS, LANGUAGES)))
def test_bound_can_be_left_to_the_sentence(bound: Any, language: Language) -> None:
    """Without its bound, a quantity is written as if it were exact."""
    unit = UNITS.read("year")
    quantity = Quantity(Fraction(40), "year", bound)
    exact = say(Quantity(Fraction(40), "year"), language, unit)
    assert say(quantity, language, unit, bound=False) == exact
    silent = not bound_word(bound, language) and bound != "margin"
    assert (say(quantity, language, unit) == exact) == silent


@pytest.mark.parametrize(
    ("low", "high", "en", "zh"),
    [
        ("18.687e9", "19.372e9", "$18.7_billion to $19.4_billion", "187亿美元至194亿美元"),
        ("17.3e9", "18.2e9", "$17.3_billion to $18.2_billion", "173亿美元至182亿美元"),
        ("0.9e9", "1.2e9", "$0.9_billion to $1.2_billion", "9亿美元至12亿美元"),
        ("7", "7", "$7", "7美元"),
        ("75e9", None, "at least $75_billion", "至少750亿美元"),
        (None, "2e9", "up to $2_billion", "最多20亿美元"),
        (None, None, "any value", "任意值"),
        ("-1e9", "2e9", "−$1_billion to $2_billion", "−10亿美元至20亿美元"),
    ],
)
def test_interval_words(low: str | None, high: str | None, en: str, zh: str) -> None:
    """An interval's ends are rounded to the power of ten that fits twice into its width."""
    first, last = (None if end is None else Fraction(end) for end in (low, high))
    interval = Interval(first, last)
    unit = UNITS.read("billion USD")
    texts = tuple(word_interval(interval, each, unit=unit, words=WORDS) for each in LANGUAGES)
    assert texts == (en.replace("_", "\u00a0"), zh)


@given(kinds, st.fractions(), st.fractions(min_value=0), languages)
def test_interval_ends_differ(
    kind: str, low: Fraction, width: Fraction, language: Language
) -> None:
    """The ends of an interval with a width never look the same, and a point is one number."""
    unit = UNITS.read(kind)
    middle = "至" if language == "zh" else " to "
    text = word_interval(Interval(low, low + width), language, unit=unit, words=WORDS)
    assert (middle in text) == (width > 0)
    assert middle not in word_interval(point(low), language, unit=unit, words=WORDS)


@pytest.mark.parametrize(
    ("literal", "en", "en_short", "zh", "zh_short"),
    [
        (
            "FY2025",
            *("fiscal year 2025 (July 2024 to June 2025)", "FY2025"),
            *("2025财年（2024年7月至2025年6月）", "2025财年"),
        ),
        (
            "FY2025-Q3",
            *("third quarter of fiscal year 2025 (January to March 2025)", "FY2025 Q3"),
            *("2025财年三季度（2025年1月至3月）", "2025财年三季度"),
        ),
        (
            "FY2025-H1",
            *("first half of fiscal year 2025 (July to December 2024)", "FY2025 H1"),
            *("2025财年上半年（2024年7月至12月）", "2025财年上半年"),
        ),
        ("1850", "1850", "1850", "1850年", "1850年"),
        ("2100-12", "December 2100", "Dec 2100", "2100年12月", "2100年12月"),
        ("2025-Q1", "first quarter of 2025", "Q1 2025", "2025年一季度", "2025年一季度"),
        ("2025-H2", "second half of 2025", "H2 2025", "2025年下半年", "2025年下半年"),
        ("2025-07", "July 2025", "Jul 2025", "2025年7月", "2025年7月"),
        (
            "2025-01-21",
            "21\u00a0January 2025",
            "21\u00a0Jan 2025",
            "2025年1月21日",
            "2025年1月21日",
        ),
        ("2025", "2025", "2025", "2025年", "2025年"),
        (
            "2024-07/2025-06",
            *("12 months to June 2025", "12 months to Jun 2025"),
            *("2024年7月至2025年6月", "2024年7月至2025年6月"),
        ),
        ("2021/2023", "2021 to 2023", "2021 to 2023", "2021年至2023年", "2021年至2023年"),
    ],
)
def test_period_words(literal: str, en: str, en_short: str, zh: str, zh_short: str) -> None:
    """A period is written in full in prose, with the months of a fiscal year, and short on axes."""
    period = parse_period(literal)
    texts = [
        word_period(period, each, FiscalYear(6), short=s)
        for each in LANGUAGES
        for s in (False, True)
    ]
    assert texts == [en, en_short, zh, zh_short]


def test_fiscal_year_named_by_its_first() -> None:
    """Whoever names a fiscal year by its first year has it told with the months that follow."""
    period, whose = parse_period("FY2023-H2"), FiscalYear(3, "first")
    texts = [word_period(period, language, whose) for language in LANGUAGES]
    assert texts == [
        "second half of fiscal year 2023 (October 2023 to March 2024)",
        "2023财年下半年（2023年10月至2024年3月）",
    ]


def test_fiscal_year_that_is_the_calendar_year() -> None:
    """A fiscal year that ends in December needs no months."""
    assert word_period(parse_period("FY2025"), "en") == "fiscal year 2025"


def test_counted_thing_without_words() -> None:
    """A counted thing that the data file does not name is an error with its repair."""
    with pytest.raises(TieoutError) as caught:
        word(Quantity(Fraction(3), "boat"), "en", unit=Unit("boat"), words=WORDS)
    assert "units:" in caught.value.hint


@pytest.mark.parametrize(
    ("printed", "en", "zh"),
    [
        ("2023年初", "early 2023", "2023年初"),
        ("今年末", "late 2025", "2025年末"),
        ("end of 2025", "late 2025", "2025年末"),
        *((printed, "", "") for printed in ("一季度", "2024年", "13%", "7月末", "end")),
    ],
)
def test_the_edge_of_a_year_is_no_quarter(printed: str, en: str, zh: str) -> None:
    """A print of the start or the end of a year is said as such, though it is read as a quarter."""
    literal, edge = ("2023-Q1" if "初" in printed else "2025-Q4"), edge_of(printed)
    assert [edge and word_edge(edge, literal, each) for each in LANGUAGES] == [en, zh]
