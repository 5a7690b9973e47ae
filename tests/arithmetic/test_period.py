"""Periods: what may be written, and the days it means."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.arithmetic.period import FiscalYear, parse_period
from macros.problems import TieoutError

CALENDAR = [
    ("2025", "year", "2025-01-01", "2025-12-31"),
    ("2025-H1", "half", "2025-01-01", "2025-06-30"),
    ("2025-H2", "half", "2025-07-01", "2025-12-31"),
    ("2025-Q1", "quarter", "2025-01-01", "2025-03-31"),
    ("2025-Q4", "quarter", "2025-10-01", "2025-12-31"),
    ("2025-08", "month", "2025-08-01", "2025-08-31"),
    ("2024-02", "month", "2024-02-01", "2024-02-29"),
    ("2025-02", "month", "2025-02-01", "2025-02-28"),
    ("2025-07-30", "day", "2025-07-30", "2025-07-30"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2024-07/2025-06", "span", "2024-07-01", "2025-06-30"),
    ("2021/2023", "span", "2021-01-01", "2023-12-31"),
    ("2025-01-21/2025-Q3", "span", "2025-01-21", "2025-09-30"),
    ("1850", "year", "1850-01-01", "1850-12-31"),
    ("1850/1900", "span", "1850-01-01", "1900-12-31"),
    ("1899-12-31", "day", "1899-12-31", "1899-12-31"),
    ("2100", "year", "2100-01-01", "2100-12-31"),
    ("2100-02", "month", "2100-02-01", "2100-02-28"),
    ("2025-08/2025-08", "span", "2025-08-01", "2025-08-31"),
]
FISCAL = [
    ("FY2025", 6, "2024-07-01", "2025-06-30"),
    ("FY2025", 12, "2025-01-01", "2025-12-31"),
    ("FY2025", 1, "2024-02-01", "2025-01-31"),
    ("FY2024", 2, "2023-03-01", "2024-02-29"),
    ("FY2025", 2, "2024-03-01", "2025-02-28"),
    ("FY2025-H1", 6, "2024-07-01", "2024-12-31"),
    ("FY2025-H2", 6, "2025-01-01", "2025-06-30"),
    ("FY2024-H1", 2, "2023-03-01", "2023-08-31"),
    ("FY2100-H2", 12, "2100-07-01", "2100-12-31"),
    ("FY2025-Q1", 6, "2024-07-01", "2024-09-30"),
    ("FY2025-Q3", 6, "2025-01-01", "2025-03-31"),
    ("FY2025-Q4", 6, "2025-04-01", "2025-06-30"),
    ("FY2025-Q1", 1, "2024-02-01", "2024-04-30"),
    ("FY2025-Q3", 12, "2025-07-01", "2025-09-30"),
]
NAMED_BY_THE_FIRST = [
    ("FY2023", 3, "2023-04-01", "2024-03-31"),
    ("FY2023-H1", 3, "2023-04-01", "2023-09-30"),
    ("FY2023-H2", 3, "2023-10-01", "2024-03-31"),
    ("FY2023-Q4", 3, "2024-01-01", "2024-03-31"),
    ("FY2023", 2, "2023-03-01", "2024-02-29"),
    ("FY2023", 11, "2023-12-01", "2024-11-30"),
    ("FY2023", 12, "2023-01-01", "2023-12-31"),
]
WRONG = [
    ("FY2025-Q5", "is not a period"),
    ("FY2025-Q0", "is not a period"),
    ("FY2025-H3", "is not a period"),
    ("FY2025-H0", "is not a period"),
    ("FY25", "is not a period"),
    ("fy2025", "is not a period"),
    ("2025-Q5", "is not a period"),
    ("2025-H3", "is not a period"),
    ("2025-7", "is not a period"),
    ("2025-07-1", "is not a period"),
    ("2025Q1", "is not a period"),
    ("0999", "is not a period"),
    ("3000", "is not a period"),
    ("899", "is not a period"),
    ("20250", "is not a period"),
    (" 2025", "is not a period"),
    ("2025\n", "is not a period"),
    ("20２５", "is not a period"),
    ("", "is not a period"),
    ("/", "is not a period"),
    ("2025/", "is not a period"),
    ("/2025", "is not a period"),
    ("2023/2024/2025", "is not a period"),
    ("2025-00", "has no such month"),
    ("2025-13", "has no such month"),
    ("2025-02-29", "is not a day of the calendar"),
    ("2025-04-31", "is not a day of the calendar"),
    ("2024-07/FY2025", "mixes fiscal and calendar"),
    ("FY2024/FY2025", "mixes fiscal and calendar"),
    ("2025-06/2024-07", "ends before it starts"),
]


@pytest.mark.parametrize(("text", "kind", "first", "last"), CALENDAR, ids=lambda value: value)
def test_calendar_days(text: str, kind: str, first: str, last: str) -> None:
    """A calendar period has the same days whatever the entity's fiscal year."""
    period = parse_period(text)
    expected = (date.fromisoformat(first), date.fromisoformat(last))
    assert (str(period), period.kind, period.is_fiscal) == (text, kind, False)
    assert {period.days(FiscalYear(month)) for month in range(1, 13)} == {expected}


@pytest.mark.parametrize(("text", "ends", "first", "last"), FISCAL)
def test_fiscal_days(text: str, ends: int, first: str, last: str) -> None:
    """A fiscal period is named after the year in which the fiscal year ends."""
    period = parse_period(text)
    assert period.is_fiscal
    assert period.days(FiscalYear(ends)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("text", "ends", "first", "last"), NAMED_BY_THE_FIRST)
def test_fiscal_years_named_by_their_first(text: str, ends: int, first: str, last: str) -> None:
    """Whoever names a fiscal year by the year in which it begins means the year that follows."""
    days = parse_period(text).days(FiscalYear(ends, "first"))
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("text", "message"), WRONG, ids=repr)
def test_wrong_literal(text: str, message: str) -> None:
    """What is no period is refused with the reason."""
    with pytest.raises(TieoutError, match=message):
        parse_period(text)


def test_a_span_the_wrong_way_round_is_repaired() -> None:
    """The repair of a span that ends before it starts is the span itself, turned round."""
    with pytest.raises(TieoutError) as caught:
        parse_period("2025-06/2024-07")
    assert caught.value.hint == "write 2024-07/2025-06"


def test_a_fiscal_year_meets_its_calendar_span() -> None:
    """A fiscal year that ends in June has the same days as July to June."""
    assert parse_period("FY2025").days(FiscalYear(6)) == parse_period("2024-07/2025-06").days()
    assert parse_period("FY2025").days(FiscalYear(12)) == parse_period("2025").days()


@given(
    year=st.integers(1001, 2998),
    ends=st.integers(1, 12),
    named=st.sampled_from(["first", "last"]),
    parts=st.sampled_from(["Q1 Q2 Q3 Q4", "H1 H2"]),
)
def test_parts_tile_the_fiscal_year(
    year: int, ends: int, named: Literal["first", "last"], parts: str
) -> None:
    """Halves or quarters follow each other without gap, and make up a year that bears its name."""
    whose = FiscalYear(ends, named)
    spans = [parse_period(f"FY{year}-{part}").days(whose) for part in parts.split()]
    first, last = parse_period(f"FY{year}").days(whose)
    assert (spans[0][0], spans[-1][1]) == (first, last)
    for (_, end), (start, _) in pairwise(spans):
        assert start.toordinal() == end.toordinal() + 1
    assert (last + timedelta(1)).replace(year=last.year) == (first.replace(year=last.year))
    assert (first if named == "first" else last).year == year and last.month == ends
