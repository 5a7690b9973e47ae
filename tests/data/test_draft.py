"""Tables become drafts of facts: what is printed, what it is worth, when, and in which unit."""

from __future__ import annotations

from fractions import Fraction

import books
import pytest
from corpora import parsed
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.units import Units
from macros.data.draft import BLANK, Draft, unit_of
from macros.data.load import load_text
from macros.data.table import columns
from macros.language.reading.dates import period_of
from macros.problems import Problems, TieoutError

UNITS = Units({"visit": ("visit", "visits", "人次")})
DOWN = """\
Year,Water used (million m^3),"Electricity, GWh",Visits,Share of leaks (%)
2022,"1,204.5",12.5,"46,000 visits",about 12
2023,"1,198",-3,47000 visits,11.5
Q1 2024,n/a,14,48000 visits,80-90
"""
ACROSS = "指标;2022年;2023年;2024年第一季度\n发电量（亿千瓦时）;88487;94564;22372\n"
TIDY = """\
City,Code,Year,Leakage (%),Price (EUR/m3),Network (km)
Plant 1,PL,2022,12.5,1.92,1840
Plant 1,PL,2023,-,2.01,1862
Hilltown,HT,2023,n/a,1.45,1900
"""
CODED = """\
Country,Country Code,Indicator,2022,2023
Kenya,KEN,People with safe water (%),62.9,63.4
"""
NEITHER = "Country,Population (million people),GDP (US$ trillion)\nFrance,68.1,3.05\n"


def entries(table: str) -> list[str]:
    """Return the lines of a draft."""
    return list(Draft(UNITS, ("en", "zh"), "filing", "south").lines(table))


@pytest.mark.parametrize(
    ("table", "key", "period", "value"),
    [
        (DOWN, "water_used[2022]", "2022", Fraction("1204.5e6")),
        (DOWN, "electricity[2023]", "2023", Fraction("-3e9")),
        (DOWN, "visits[2024-Q1]", "2024-Q1", Fraction(48000)),
        (DOWN, "share_of_leaks[2023]", "2023", Fraction("0.115")),
        (ACROSS, "row[2024-Q1]", "2024-Q1", Fraction("2237.2e12")),
        (TIDY, "plant_1_leakage[2022]", "2022", Fraction("0.125")),
        (TIDY, "plant_1_network[2023]", "2023", Fraction(1_862_000)),
        (TIDY, "hilltown_price[2023]", "2023", Fraction("1.45")),
        (CODED, "kenya_people_with_safe_water[2023]", "2023", Fraction("0.634")),
        (NEITHER, "france_gdp", "", Fraction("3.05e12")),
        (NEITHER, "france_population", "", Fraction("68.1e6")),
    ],
)
def test_a_draft_is_read_as_the_table_says(
    table: str, key: str, period: str, value: Fraction
) -> None:
    """With its blanks filled in a draft is data without a problem, each value as in its cell."""
    given = parsed("\n".join(entries(table)).replace(BLANK, "count"))
    drafted = "\n".join(entries(table)).replace(f"basis: {BLANK}", "basis: count")
    part = {name: drafted.partition(f"{name}:\n")[2] for name in given}
    facts = part["facts"]
    terms = part["terms"].partition("entities:\n" if "entities" in given else "facts:\n")[0]
    people = part.get("entities", "").partition("facts:\n")[0]
    visit = f'- {{id: visit, label: {books.LABEL}, singular: "visit", names: ["visits"]}}\n'
    file = books.file(facts=facts, terms=terms, entities=people, units=visit)
    problems = Problems()
    book = load_text(file, books.PATH, problems)
    assert not problems.errors, [str(problem) for problem in problems]
    assert book is not None
    fact = book.facts[key]
    assert (fact.identity.period.text if fact.identity.period else "") == period
    assert fact.reports[0].quantity.value == value


def test_a_series_is_of_one_owner_and_one_thing() -> None:
    """Rows of several owners in several years become a series each; codes and blanks nothing."""
    told = [line for line in entries(TIDY) if line.startswith("- series:")]
    assert [line.partition(": ")[2] for line in told] == [
        *("plant_1_leakage", "plant_1_price", "plant_1_network"),
        *("hilltown_price", "hilltown_network"),
    ]


def test_digits_without_a_known_unit_are_worth_what_they_say() -> None:
    """Where only the unit is the author's to say, the value is not."""
    told = entries('Year,Use per head\n2022,"1,142"\n2023,lots\n')
    assert any(line.endswith('printed: "1,142", value: 1142}') for line in told)
    assert any(line.endswith(f'printed: "lots", value: {BLANK}}}') for line in told)


def test_what_is_no_figure_is_left_out_and_said() -> None:
    """Empty cells are passed over; a cell that cannot be read is named with its reason."""
    told = entries("Year,Visits (visits)\n2022,many\n2023,\n2024,7 visits\n")
    assert any(line.startswith("# visits: 'many' is left out: cannot read") for line in told)
    assert sum("origin: filing" in line for line in told) == 1


@pytest.mark.parametrize(
    ("phrase", "name", "sign"),
    [
        ("%", "percent", ""),
        ("million m³", "million m³", ""),
        ("square kilometres", "km^2", ""),
        ("US$ billion", "billion USD", ""),
        ("亿元", "CNY", "亿元"),
        ("亿千瓦时", "TWh", "亿千瓦时"),
        ("visits", "visit", ""),
    ],
)
def test_units_are_read_as_prints_name_them(phrase: str, name: str, sign: str) -> None:
    """A title's unit is the data's where that has one, and else stands behind each figure."""
    found = unit_of(phrase, UNITS)
    assert found is not None
    assert (found.name, found.sign) == (name, sign)


def test_an_unknown_unit_is_a_blank() -> None:
    """What the readers do not know is the author's to say."""
    assert unit_of("smoots", UNITS) is None
    assert any(
        f"unit: {BLANK}, basis: {BLANK}" in line for line in entries("Year,A (smoots)\n2022,1\n")
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [("2024", "2024"), ("FY2024", "FY2024"), ("July 2024", "2024-07"), ("2024年7月", "2024-07"),
     ("Q3 2024", "2024-Q3"), ("France", ""), ("", "")],
)  # fmt: skip
def test_periods_are_read_as_prints_name_them(text: str, period: str) -> None:
    """A period may be written as the data writes it or as a document prints it."""
    assert period_of(text) == period


@pytest.mark.parametrize("text", ["", "a", "a,b", "\n\n", f"a,b\n1,{'2' * 200_000}\n"])
def test_less_than_a_table_is_refused(text: str) -> None:
    """One line or one column is no table, and neither is a cell without an end."""
    with pytest.raises(TieoutError, match="there is no table"):
        columns(text)


@given(st.text(max_size=80))
def test_any_text_is_drafted_or_refused(text: str) -> None:
    """Whatever stands in a file, lines come of it or one message."""
    try:
        assert all(isinstance(line, str) for line in entries(f"a,b\n{text},{text}\n"))
    except TieoutError as error:
        assert error.message
