"""Units of all subjects: read and converted, written, and told when they are not known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import shown_value

from macros.arithmetic.quantity import Bound, printed_quantity
from macros.arithmetic.units import Units
from macros.language.reading import read_printed
from macros.language.writing import Language, UnitWords, word
from macros.problems import TieoutError

WORDS = {
    "home": UnitWords("home", {"en": "homes", "zh": "户家庭"}),
    "share": UnitWords("share", {"en": "shares", "zh": "股"}),
}
UNITS = Units({unit: words.names for unit, words in WORDS.items()})
LANGUAGES: tuple[Language, ...] = ("en", "zh")
KINDS = (
    *("TWh", "kWh", "GW", "PJ", "km", "mile", "million km^2", "ha", "tonne", "Mt", "kg", "mm"),
    *("°C", "litre", "million m^3", "ppm", "kWh/person", "EUR/MWh", "USD/share", "mm/year"),
    *("million person", "tonne/ha", "km/h", "minute", "GB", "home", "kg/m^2", "foot", "bar"),
)


@pytest.mark.parametrize(
    ("kind", "printed", "value"),
    [
        *(("TWh", "793 GWh", "0.793"), ("TWh", "98521亿千瓦时", "9852.1")),
        *(("TWh", "9,852.1 TWh", "9852.1"), ("kWh", "1.2 TWh", "1200000000")),
        *(("tonne", "3 Mt", "3000000"), ("tonne", "3 million tonnes", "3000000")),
        *(("tonne", "5t", "5"), ("tonne", "3.5亿吨", "350000000"), ("Mt", "3740万吨", "37.4")),
        *(("km", "500 miles", "804.672"), ("km", "500英里", "804.672"), ("km", "3千米", "3")),
        *(
            ("million km^2", "4.23 million square kilometres", "4.23"),
            ("ha", "2.5 km²", "250"),
            ("ha", "2平方公里", "200"),
        ),
        *(("million km^2", "423万平方公里", "4.23"), ("°C", "1.55 degrees Celsius", "1.55")),
        *(("°C", "2.7 °F", "1.5"), ("°C", "1.55摄氏度", "1.55"), ("GW", "130万千瓦", "1.3")),
        *(("kWh/person", "人均6500千瓦时", "6500"), ("kWh/person", "6.5 MWh per person", "6500")),
        *(("EUR/MWh", "每千瓦时0.0846欧元", "84.6"), ("EUR/MWh", "8.46 euros/kWh", "8460")),
        *(("EUR/m3", "€1.92 per cubic metre", "1.92"), ("km2", "1.2平方公里", "1.2")),
        *(
            ("litre/person/day", "142 litres a day per person", "142"),
            ("litre/person/day", "142 litres per person and day", "142"),
            ("litre/person/day", "人均每天142升", "142"),
        ),
        *(("USD/share", "$45.2 a share", "45.2"), ("USD/share", "每股45.2美元", "45.2")),
        *(("year", "18 months", "1.5"), ("year", "三十年", "30"), ("year", "three decades", "30")),
        *(("GB", "5 GB", "5"), ("GB", "40 gigabits", "5"), ("person", "810万人", "8100000")),
        *(("home", "3 crore homes", "30000000"), ("home", "two dozen", "24")),
        *(
            ("home", "a dozen homes", "12"),
            ("home", "3 lakh", "300000"),
            ("home", "1e6", "1000000"),
        ),
        *(("home", "三万五", "35000"), ("home", "3万5", "35000"), ("home", "1亿2", "120000000")),
        *(("home", "三万零五", "30005"), ("home", "三万五千户", "35000")),
        *(("home", "53²", "53"), ("home", "53①", "53"), ("home", "1,164³ homes", "1164")),
        *(("home", "one and a half million", "1500000"), ("km", "2½", "2.5")),
        *(("percent", "50 basis points", "0.5"), ("percent", "50个基点", "0.5")),
        *(("percent", "997 out of 1,000", "99.7"), ("percent", "3 in 20", "15")),
        *(("percentage_point", "25 bps", "0.25"), ("percent", "三成五", "35")),
        *(("percent", "one in five", "20"), ("percent", "3 out of 10", "30")),
        *(("year", "两年半", "2.5"), ("month", "一个半月", "1.5"), ("percent", "116.4¹%", "116.4")),
        *(("times", "翻了两番", "4"), ("percent", "翻了两番", "300"), ("percent", "翻一番", "100")),
        *(("billion HKD", "HK$12bn", "12"), ("billion HKD", "120亿港币", "12")),
        *(("billion CAD", "C$12bn", "12"), ("billion TWD", "新台币120亿元", "12")),
        *(("billion USD", "1.2×10⁹美元", "1.2"), ("billion INR", "₹300 crore", "3")),
    ],
)
def test_a_print_is_converted_into_the_unit_of_its_fact(
    kind: str, printed: str, value: str
) -> None:
    """The unit, the scale and the half in a print are read, in either language."""
    unit = UNITS.read(kind)
    assert read_printed(printed, unit, UNITS).value == Fraction(value) * unit.scale


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        *(("home", "3 per cent"), ("home", "3%"), ("home", "3成"), ("home", "3 kW")),
        *(("km", "500 kg"), ("km", "500 widgets"), ("kWh", "3 GW"), ("TWh", "5 TWh²")),
        *(("billion USD", "C$12bn"), ("billion USD", "HK$12bn"), ("billion USD", "120亿港元")),
        *(("home", "3 chips"), ("kWh/person", "6500 kWh per home"), ("percent", "5 points")),
        *(("home", "2⅓"), ("home", "one in five"), ("million m^3", "4 km²")),
    ],
)
def test_a_print_of_another_kind_is_refused(kind: str, printed: str) -> None:
    """What follows a number is one of its unit’s names, or the print is not of that unit."""
    with pytest.raises(TieoutError):
        read_printed(printed, UNITS.read(kind), UNITS)


@pytest.mark.parametrize(
    ("kind", "value", "english", "chinese"),
    [
        ("TWh", "9852.1", "9,852.1_TWh", "9.8521万亿千瓦时"),
        ("TWh", "0.793", "0.793_TWh", "7.93亿千瓦时"),
        ("Mt", "37.4", "37.4_Mt", "3740万吨"),
        ("million km^2", "4.23", "4.23_million_km²", "423万平方公里"),
        ("°C", "1.55", "1.55°C", "1.55°C"),
        ("mile", "1", "1_mile", "1英里"),
        ("kWh/person", "6500", "6,500_kWh_per_person", "6500千瓦时/人"),
        ("EUR/MWh", "84.6", "€84.6_per_MWh", "84.6欧元/兆瓦时"),
        ("USD/share", "45.2", "$45.2_per_share", "45.2美元/股"),
        ("million person", "8.1", "8.1_million_people", "810万人"),
        ("person", "1", "one_person", "一人"),
    ],
)
def test_a_unit_is_written_as_each_language_has_it(
    kind: str, value: str, english: str, chinese: str
) -> None:
    """Names come from CLDR; Chinese counts energy in kilowatt-hours and mass in tonnes."""
    unit = UNITS.read(kind)
    quantity = printed_quantity(value, unit.scale, unit.id)
    said = [word(quantity, language, unit=unit, words=WORDS) for language in LANGUAGES]
    assert said == [english.replace("_", "\u00a0"), chinese]


@given(
    st.sampled_from(KINDS),
    st.from_regex(r"\A(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,3})?\Z"),
    st.sampled_from(("exact", "at_least", "more_than", "up_to", "about", "nearly")),
    st.sampled_from(LANGUAGES),
    st.booleans(),
    st.booleans(),
)
def test_what_is_written_reads_back(
    kind: str, mantissa: str, bound: Bound, language: Language, short: bool, negative: bool
) -> None:
    """Reading what was written gives the value as shown, its bound and its unit."""
    unit = UNITS.read(kind)
    quantity = printed_quantity(mantissa, unit.scale, unit.id, bound=bound, negative=negative)
    text = word(quantity, language, unit=unit, words=WORDS, short=short)
    read = read_printed(text, unit, UNITS)
    assert (read.value, read.bound, read.unit) == (
        shown_value(quantity, language, unit),
        bound,
        unit.id,
    )


@pytest.mark.parametrize("unit", ["TWhh", "widget", "point", "EUR/widget", "km^x", "million"])
def test_an_unknown_unit_is_told_what_there_is(unit: str) -> None:
    """The message lists what is built in, and where a counted thing is declared."""
    with pytest.raises(TieoutError) as caught:
        UNITS.read(unit)
    assert "built in: percent" in caught.value.hint
    assert "units:" in caught.value.hint


def test_each_slash_divides() -> None:
    """Whatever stands behind a slash is part of a unit, however many there are."""
    unit = UNITS.read("km/hour/person/day")
    assert unit.id == "m/hour/person/day"
    said = word(printed_quantity("3", unit.worth, unit.id), "en", unit=unit, words={})
    assert said.replace("\xa0", " ") == "3 km per hour per person per day"


def test_percent_and_points_are_of_two_kinds() -> None:
    """Percent is a ratio; percentage points are not, and energy is power times time."""
    assert UNITS.dimension("percent") == UNITS.dimension("times")
    assert UNITS.dimension("percentage_point") != UNITS.dimension("percent")
    assert UNITS.dimension("Wh") == UNITS.dimension("W") * UNITS.dimension("hour")
