"""Prints and words that are seldom met: numbers in two parts, ranks in words, vague sizes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from shown import shown_value

from macros.arithmetic.quantity import Bound, Quantity, spread_quantity
from macros.arithmetic.units import Units
from macros.data.build.values import read_value
from macros.language.reading import read_printed
from macros.language.writing import Language, UnitWords, word, word_date
from macros.language.writing.spelled import word_part
from macros.problems import TieoutError

WORDS = {
    "customer": UnitWords("customer", {"en": "customers", "zh": "家客户"}),
    "chip": UnitWords("chip", {"en": "chips", "zh": "颗芯片"}),
    "model": UnitWords("model", {"en": "models", "zh": "种模型"}),
}
UNITS = Units({unit: words.names for unit, words in WORDS.items()})
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.mark.parametrize(
    ("text", "kind", "message", "hint"),
    [
        ("1万2万美元", "USD", "a number of two parts does not add up", "one scale word"),
        ("1亿3亿美元", "USD", "a number of two parts does not add up", "one scale word"),
        ("1亿2000.5万", "USD", "a number of two parts does not add up", "one scale word"),
        ("no. best", "rank", "cannot read 'no. best' as a rank", "print a rank such as"),
        ("第三至第一", "rank", "as ranks from first to last", "print a rank such as"),
        ("x" * 300, "percent", "the print is longer than a figure", "a few characters"),
        ("三七年", "year", "'三七' is no number", "write it in digits"),
        ("  ", "year", "the print is empty", "as its origin prints it"),
    ],
)
def test_what_is_wrong_with_a_print_is_said(text: str, kind: str, message: str, hint: str) -> None:
    """A print that cannot be read is refused with the reason and a repair."""
    with pytest.raises(TieoutError) as caught:
        read_printed(text, UNITS.read(kind), UNITS)
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "kind", "bound", "value"),
    [
        ("上百亿美元", "billion USD", "at_least", 10**10),
        ("上万家客户", "customer", "at_least", 10**4),
        ("过百亿美元", "USD", "more_than", 10**10),
        ("近百亿美元", "USD", "nearly", 10**10),
        ("逾千家客户", "customer", "more_than", 1000),
        ("百来家客户", "customer", "about", 100),
        ("十来年", "year", "about", 10),
        ("百余家客户", "customer", "over", 100),
    ],
)
def test_a_size_alone_is_a_bound(text: str, kind: str, bound: Bound, value: int) -> None:
    """上百 is a hundred at least, 过百 is more, 近百 nearly that, and 百来 about as many."""
    quantity = read_printed(text, UNITS.read(kind), UNITS)
    assert quantity.bound == bound
    assert quantity.value == Fraction(value)


@pytest.mark.parametrize(
    ("text", "en"), [("two dozen models", "24 models"), ("half a dozen", "six models")]
)
def test_dozens_are_written_as_what_they_are(text: str, en: str) -> None:
    """A dozen is twelve to the unit, and not a ten."""
    unit = UNITS.read("model")
    said = word(read_printed(text, unit, UNITS), "en", unit=unit, words=WORDS)
    assert said.replace("\u00a0", " ") == en


def test_years_since_are_no_number_of_years() -> None:
    """30年来 is a time that has passed, and no 三十来年."""
    with pytest.raises(TieoutError, match="来"):
        read_printed("30年来", UNITS.read("year"), UNITS)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("数百家客户", "customer", 200, 1000),
        ("好几百家客户", "customer", 200, 1000),
        ("成百上千家客户", "customer", 100, 10_000),
        ("数以百计的客户", "customer", 100, 1000),
        ("decades", "year", 20, 100),
        ("several decades", "year", 20, 100),
        ("几年", "year", 2, 10),
        ("a few months", "month", 2, 10),
        ("三四年", "year", 3, 4),
        ("第一至第三", "rank", 1, 3),
        ("1亿2000万美元", "USD", 120_000_000, 120_000_000),
        ("number three", "rank", 3, 3),
    ],
)
def test_rare_prints(text: str, kind: str, low: int, high: int) -> None:
    """Sizes in words are ranges, and numbers in two parts or ranks in words are single numbers."""
    quantity = read_printed(text, UNITS.read(kind), UNITS)
    ends = (quantity.low, quantity.high) if quantity.is_spread else (quantity.value,) * 2
    assert ends == (Fraction(low), Fraction(high))


def test_the_ends_of_a_range_may_be_ratios() -> None:
    """“A third to a half” is entered as two ratios, in order."""
    percent = UNITS.read("percent")
    quantity = read_value(["1/3", "1/2"], percent, UNITS)
    assert (quantity.low, quantity.high) == (Fraction(1, 3), Fraction(1, 2))
    with pytest.raises(TieoutError, match="wrong way round") as caught:
        read_value(["1/2", "1/3"], percent, UNITS)
    assert caught.value.hint == "value: [1/3, 1/2]"


@pytest.mark.parametrize(
    ("unit", "low", "high", "en", "zh"),
    [
        ("percent", "1/2", "3/5", "more than half", "一半多"),
        ("times", "1/2", "3/5", "more than half", "一半多"),
        ("percent", "2", "10", "200% to 1,000%", "200%至1000%"),
        ("rank", "2", "10", "second to tenth", "第二至第十"),
        ("customer", "2", "10", "several customers", "数家客户"),
        ("customer", "20", "100", "dozens of customers", "数十家客户"),
        ("customer", "10", "100", "dozens of customers", "数以十计的客户"),
        ("chip", "20000", "100000", "tens of thousands of chips", "数万颗芯片"),
        ("chip", "10000", "100000", "tens of thousands of chips", "数以万计的芯片"),
        ("model", "100", "1000", "hundreds of models", "数以百计的模型"),
        ("year", "2", "10", "several years", "数年"),
        ("year", "20", "100", "decades", "数十年"),
        ("year", "200", "1000", "hundreds of years", "数百年"),
        ("billion USD", "2e10", "1e11", "tens of billions of dollars", "数百亿美元"),
        ("billion USD", "2e9", "1e10", "billions of dollars", "数十亿美元"),
        ("billion USD", "2e12", "1e13", "trillions of dollars", "数万亿美元"),
        ("billion USD", "2e15", "1e16", "thousands of trillions of dollars", "数千万亿美元"),
        ("billion USD", "2e1", "1e2", "tens of dollars", "数十美元"),
        ("GW", "2e9", "1e10", "several GW", "数GW"),
        # No word has these ends, so they are written out.
        ("customer", "1", "10", "1 to 10_customers", "1至10家客户"),
        ("customer", "3", "30", "3 to 30_customers", "3至30家客户"),
        ("customer", "0", "10", "0 to 10_customers", "0至10家客户"),
        ("customer", "20", "101", "20 to 101_customers", "20至101家客户"),
        ("customer", "2e16", "1e17", "20,000_trillion to 100,000_trillion_customers",
         "20000万亿至100000万亿家客户"),
    ],
)  # fmt: skip
def test_vague_words(unit: str, low: str, high: str, en: str, zh: str) -> None:
    """A size has its word in either language, if there is one with just its two ends."""
    kind = UNITS.read(unit)
    quantity = spread_quantity(Fraction(low), Fraction(high), kind.id, "vague")
    said = [word(quantity, language, unit=kind, words=WORDS) for language in LANGUAGES]
    assert said == [en.replace("_", "\u00a0"), zh]


@pytest.mark.parametrize(
    ("quantity", "unit", "shown"),
    [
        (spread_quantity(Fraction(10**9), Fraction(3 * 10**9), "USD", "range"), "USD", 2 * 10**9),
        (Quantity(Fraction(5, 2), "rank"), "rank", 3),
        (Quantity(Fraction(1, 3), "percent"), "percent", "1/3"),
        (Quantity(Fraction(1, 3), "percent", place=Fraction(1, 100)), "percent", "33/100"),
        (Quantity(Fraction(2, 7), "percent", "over"), "percent", "0.28571"),
        (Quantity(Fraction(1164 * 10**8), "USD", place=Fraction(10**9)), "USD", 116 * 10**9),
        (Quantity(Fraction(53_499), "customer", place=Fraction(1000)), "customer", 53_000),
    ],
)
def test_the_value_that_is_shown(quantity: Quantity, unit: str, shown: int | str) -> None:
    """What a machine is given with a figure is the value that a reader sees, rounding included."""
    for language in LANGUAGES:
        assert shown_value(quantity, language, UNITS.read(unit)) == Fraction(shown)


@pytest.mark.parametrize(
    ("part", "bound", "en", "short", "zh"),
    [
        ("1/2", "exact", "half", "1/2", "一半"),
        ("1/2", "more_than", "more than one-half", "more than 1/2", "超过一半"),
        ("1/2", "nearly", "nearly half", "nearly 1/2", "近一半"),
        ("1/4", "exact", "one-quarter", "1/4", "四分之一"),
        ("3/4", "about", "about three-quarters", "about 3/4", "约四分之三"),
        ("2/3", "at_least", "at least two-thirds", "at least 2/3", "至少三分之二"),
        ("9/10", "exact", "nine-tenths", "9/10", "十分之九"),
        ("1/11", "exact", "9.091%", "9.091%", "9.091%"),
        ("1/3", "over", "more than 33.333%", "more than 33.333%", "33.333%多"),
        ("1", "exact", "100%", "100%", "100%"),
        ("4/3", "exact", "133.333%", "133.333%", "133.333%"),
    ],
)
def test_parts_in_words(part: str, bound: Bound, en: str, short: str, zh: str) -> None:
    """A proper part with a small denominator has words, and any other is a percentage."""
    unit, quantity = UNITS.read("percent"), Quantity(Fraction(part), "percent", bound)
    assert word(quantity, "en", unit=unit, words=WORDS) == en
    assert word(quantity, "en", unit=unit, words=WORDS, short=True) == short
    assert word(quantity, "zh", unit=unit, words=WORDS) == zh


def test_a_part_is_in_words_unless_it_is_to_be_short() -> None:
    """Where nothing is said of the form, a part is written out."""
    assert word_part(Fraction(1, 3), "en") == "one-third"
    assert word_part(Fraction(1, 3), "en", short=True) == "1/3"


@pytest.mark.parametrize(
    ("value", "unit", "en", "zh"),
    [
        ("5e8", "GW", "0.5_GW", "0.5GW"),
        ("1.5e9", "MW", "1,500_MW", "1500MW"),
        ("2e15", "TFLOPS", "2,000_TFLOPS", "2000TFLOPS"),
        ("12", "W", "12_W", "12W"),
    ],
)
def test_a_prefix_of_the_unit_is_kept(value: str, unit: str, en: str, zh: str) -> None:
    """What is measured keeps the prefix that its fact's unit has."""
    kind = UNITS.read(unit)
    quantity = Quantity(Fraction(value), kind.id)
    said = [word(quantity, language, unit=kind, words=WORDS) for language in LANGUAGES]
    assert said == [en.replace("_", "\u00a0"), zh]


@pytest.mark.parametrize(
    ("rank", "en", "short", "zh"),
    [
        (1, "first", "1st", "第一"),
        (2, "second", "2nd", "第二"),
        (3, "third", "3rd", "第三"),
        (4, "fourth", "4th", "第四"),
        (10, "tenth", "10th", "第十"),
        (11, "eleventh", "11th", "第11"),
        (12, "twelfth", "12th", "第12"),
        (13, "13th", "13th", "第13"),
        (22, "22nd", "22nd", "第22"),
    ],
)
def test_ranks_in_words(rank: int, en: str, short: str, zh: str) -> None:
    """A rank is a word up to twelve in English and ten in Chinese, and digits beyond."""
    unit, quantity = UNITS.read("rank"), Quantity(Fraction(rank), "rank")
    assert word(quantity, "en", unit=unit, words=WORDS) == en
    assert word(quantity, "en", unit=unit, words=WORDS, short=True) == short
    assert word(quantity, "zh", unit=unit, words=WORDS) == zh


@pytest.mark.parametrize(
    ("literal", "en", "short", "zh"),
    [
        ("2025-Q4", "the last quarter of 2025", "Q4 2025", "2025年四季度"),
        ("2025-Q2", "the second quarter of 2025", "Q2 2025", "2025年二季度"),
        ("2025-H1", "the first half of 2025", "H1 2025", "2025年上半年"),
        ("2025-H2", "the second half of 2025", "H2 2025", "2025年下半年"),
        ("2025-01-21", "21\u00a0January 2025", "21\u00a0Jan 2025", "2025年1月21日"),
        ("2025", "2025", "2025", "2025年"),
    ],
)
def test_dates_in_words(literal: str, en: str, short: str, zh: str) -> None:
    """A date of a quarter or half has its article in a sentence, and is short on an axis."""
    assert word_date(literal, "en") == en
    assert word_date(literal, "en", short=True) == short
    assert word_date(literal, "zh") == zh
