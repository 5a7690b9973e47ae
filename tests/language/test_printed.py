"""Reading figures as origins print them, and values as the data file writes them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.quantity import BOUNDS, Quantity
from macros.arithmetic.units import Unit, Units
from macros.data.build.values import read_value
from macros.language.reading import read_cue, read_printed
from macros.problems import TieoutError

UNITS = Units(("customer", "chip", "model", "cluster"))
ALL_KINDS = (
    *("billion USD", "USD", "million EUR", "percent", "percentage_point", "times", "rank", "date"),
    *("customer", "million chip", "year", "month", "week", "day", "hour", "GW", "TFLOPS"),
)
PIECES = """
    0 1 2 3 9 10 12 250 1,000 3.5 0.5 012 1,23 2025 $ US$ € % × + - – ~ / . , ( ) 多 余 万 亿 万亿
    千 百 十 零 〇 两 三 四 五 点 数 几 数以 计 半 一半 分之 百分之 成 倍 个 个百分点 年 月 日 号
    末 底 初 季度 上半年 今年 去年 第 大 家 名 至 到 左右 约 近 超 超过 不到 至少 以上 美元 客户
    a an the one two third half thirds quarter hundred thousand million billion bn k tens dozens
    hundreds of several few and to from between up over more than less nearly customers odd fold #
    percent points times double doubled years decades dollars GW TFLOPS no. January July late
    early end Q4 H1 last first ½ ① ٣ ² ﬁ
"""
TOKENS = (*PIECES.split(), "as much", "or more", "\u00a0", "\u202e", "\x00")
tokens = st.lists(st.sampled_from(TOKENS), max_size=8)
prints = st.one_of(
    st.text(max_size=12),
    tokens.map("".join),
    tokens.map(" ".join),
    st.text("0123456789.,", max_size=60),
)


def read(text: str, kind: str, **given: Any) -> Quantity:
    return read_printed(text, UNITS.read(kind), UNITS, **given)


@given(prints, st.sampled_from(ALL_KINDS), prints, st.none() | st.integers(-5, 99_999))
def test_any_print_is_read_or_refused(text: str, kind: str, cue: str, context: int | None) -> None:
    """Whatever is printed gives a quantity of the unit, or an error that an author can mend."""
    for each in ("", cue):
        try:
            quantity = read(text, kind, cue=each, context=context)
        except TieoutError as error:
            assert error.message
        else:
            assert quantity.unit == UNITS.read(kind).id


@given(prints, st.sampled_from(ALL_KINDS), st.sampled_from(BOUNDS), st.none() | st.integers())
def test_any_value_is_read_or_refused(
    text: str, kind: str, bound: Any, decimals: int | None
) -> None:
    """Whatever stands as a value gives a quantity, or an error that an author can mend."""
    for value in (text, [text, text], [text]):
        try:
            read_value(value, UNITS.read(kind), UNITS, bound=bound, decimals=decimals)
        except TieoutError as error:
            assert error.message


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("13亿美元", "billion EUR"), ("$13 billion", "billion EUR"), ("2.4倍", "billion USD")),
        *(("34%", "percentage_point"), ("16 points", "percent"), ("65%", "times")),
        *(("5年", "USD"), ("1 GW", "TFLOPS"), ("third", "year"), ("14年", "customer")),
        *(("13亿美元", "customer"), ("34%", "customer"), ("one-third", "customer")),
        ("三分之一", "billion USD"),
    ],
)
def test_other_units_are_refused(text: str, kind: str) -> None:
    """A print whose sign is that of another unit is not taken for the fact's."""
    with pytest.raises(TieoutError):
        read(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("", "percent"), ("about", "percent"), ("1,23%", "percent"), ("012%", "percent")),
        *(("1.2.3%", "percent"), ("34%%", "percent"), ("34% of 12", "percent")),
        *(("一百五", "customer"), ("百千", "customer"), ("三四零", "customer")),
        *(("53,000 customers and 12", "customer"), ("数百亿以上", "billion USD")),
        *(("90%-80%", "percent"), ("0分之一", "percent"), ("9" * 31, "customer")),
        *(("1月21日", "date"), ("2025年13月", "date"), ("2025年2月30日", "date")),
        *(
            ("FY2025", "date"),
            ("year-end", "date"),
            ("第零", "rank"),
            ("2.5", "rank"),
            ("third to first", "rank"),
        ),
        ("约40多年", "year"),
    ],
)
def test_unclear_prints_are_refused(text: str, kind: str) -> None:
    """What is no number, or can be read in two ways, is refused rather than guessed."""
    with pytest.raises(TieoutError):
        read(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "place", "half"),
    [
        ("750亿", "billion USD", 10**9, 5 * 10**8),
        ("3000亿", "billion USD", 10**11, 15 * 10**9),
        ("10亿", "billion USD", 10**9, 5 * 10**7),
        ("USD 30.0 billion", "billion USD", 10**8, 5 * 10**7),
        ("三倍", "times", 1, "1/2"),
        ("14家", "customer", 1, 0),
        ("40多年", "year", 10, 2),
        ("三分之一", "percent", 0, 0),
        ("5.3万名", "customer", 1000, 500),
        ("三千亿", "billion USD", 10**11, 15 * 10**9),
    ],
)
def test_exactness_of_a_print(text: str, kind: str, place: int, half: int | str) -> None:
    """The digits of a print tell how exact it is: its last place, and at most five per cent."""
    quantity = read(text, kind)
    assert [quantity.place, quantity.half] == [Fraction(place), Fraction(half)]


@pytest.mark.parametrize(
    ("cue", "bound"),
    [
        *(
            ("至少投入了", "at_least"),
            ("估值高达", "reaching"),
            ("最多为", "up_to"),
            ("不超过", "up_to"),
        ),
        *(("不低于", "at_least"), ("可能超过", "more_than"), ("将突破", "more_than")),
        *(("has surpassed", "more_than"), ("no more than", "up_to"), ("Nearly", "nearly")),
        *(("左右", "about"), ("以上", "at_least")),
    ],
)
def test_cue_carries_the_bound(cue: str, bound: str) -> None:
    """A bound that stands elsewhere in the sentence is read from its cue."""
    assert read_cue(cue) == {bound}
    assert read("130亿美元", "billion USD", cue=cue).bound == bound


def test_cue_without_a_bound_is_refused() -> None:
    """A cue that names no bound is a mistake, for it is there for nothing else; 最近 is none."""
    for cue in ("投入了", "最近"):
        with pytest.raises(TieoutError, match="names no bound"):
            read_cue(cue)


def test_two_bounds_are_refused() -> None:
    """A print that is said to be both more and less is refused."""
    with pytest.raises(TieoutError, match="two bounds"):
        read("超过130亿美元", "billion USD", cue="不到")


def test_bare_number_takes_the_unit_of_the_fact() -> None:
    """Only a print without sign and scale word is in the fact's own scale."""
    values = {text: read(text, "billion USD").value for text in ("12", "$12", "12亿", "12 billion")}
    assert values == {"12": 12 * 10**9, "$12": 12, "12亿": 12 * 10**8, "12 billion": 12 * 10**9}


def test_date_covers_its_days() -> None:
    """A date is the days from its first to its last, and its value is the first."""
    quantity = read("2025年底", "date")
    first, last = Fraction(739525), Fraction(739616)
    assert (quantity.value, quantity.low, quantity.high) == (first, first, last)
    assert quantity.literal == "2025-Q4"


@pytest.mark.parametrize(
    ("text", "literal"),
    [("1850", "1850"), ("1850年", "1850"), ("early 1899", "1899-Q1"), ("2100年12月", "2100-12"),
     ("end of 2100", "2100-Q4"), ("4 May 1886", "1886-05-04"), ("1850 to 1900", "1850/1900"),
     ("1850年至1900年", "1850/1900"), ("一八五〇年", "1850")],
)  # fmt: skip
def test_dates_of_other_centuries(text: str, literal: str) -> None:
    """A date before 1900 or after 2099 is read like any other."""
    assert read(text, "date").literal == literal


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("012", "leading zero"),
        ("1_000", "underscores"),
        ("53,000", "commas"),
        ("+5", "plus sign"),
        (".5", "zero before"),
        ("5.", "after the point"),
        ("nan", "leave the report's value out"),
        (".inf", "leave the report's value out"),
        ("12:30", "colon"),
        ("34%", "unit: percent"),
        ("1e31", "larger or smaller unit"),
        ("1" * 31, "larger unit"),
        ("0x1F", "write digits"),
        ("１２", "write digits"),
        ("", "write digits"),
    ],
)
def test_value_grammar_names_its_repair(text: str, hint: str) -> None:
    """A value that is no plain number is refused with the way to write it."""
    with pytest.raises(TieoutError) as caught:
        read_value(text, UNITS.read("percent"), UNITS)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("13", "billion USD", 13 * 10**9),
        ("25.5e9", "USD", 25_500_000_000),
        ("-2.5", "percent", "-1/40"),
        ("1/3", "percent", "1/3"),
        ("1/3", "times", "1/3"),
        ("1/4", "billion USD", 250_000_000),
        ("0", "customer", 0),
        ("3", "rank", 3),
    ],
)
def test_value_is_exact(text: str, kind: str, value: int | str) -> None:
    """A value is what its characters say, as an exact number of base units."""
    assert read_value(text, UNITS.read(kind), UNITS).value == Fraction(value)


def test_decimals_declare_the_place() -> None:
    """An origin's declared decimals take the place of what the digits show."""
    quantity = read_value("30", UNITS.read("billion USD"), UNITS, decimals=1)
    assert [quantity.place, quantity.half] == [Fraction(10**8), Fraction(5 * 10**7)]


@pytest.mark.parametrize(
    ("value", "kind", "bound"),
    [
        (["90", "80"], "percent", "range"),
        (["80", "90"], "percent", "more_than"),
        (["80"], "percent", "range"),
        (["80", "x"], "percent", "range"),
        (["2024", "2025"], "date", "range"),
        ("80", "percent", "vague"),
        ("0", "rank", "exact"),
        ("2.5", "rank", "exact"),
        ("FY2025", "date", "exact"),
    ],
)
def test_value_must_go_with_its_bound(value: Any, kind: str, bound: Any) -> None:
    """Two ends are a range or a vague word, one number is neither, and a rank is whole."""
    with pytest.raises(TieoutError):
        read_value(value, UNITS.read(kind), UNITS, bound=bound)


def test_unit_of_the_data_file_may_carry_a_scale() -> None:
    """A noun behind the digits says that they are whole things, whatever the fact's scale."""
    unit = Unit("chip", Fraction(10**6))
    assert read_printed("500,000 chips", unit, UNITS).value == 500_000
    assert read_printed("0.5", unit, UNITS).value == 500_000
