"""Years far from ours: dates where something says so, and numbers like any other elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks.prose.numbers import lint_text
from macros.language.writing import Language

IN_ENGLISH = (
    "In {} it began. By {} it may end. Since the {}s it has been so. It was mid-{}. "
    "On 4 May {} it was seen. The mean of {}–1900. From {} on. Fiscal {} and FY{}. "
    "Written {}-05-04."
)
IN_CHINESE = (
    "{}年开始，到{}年为止。{}年代、{}年5月、{}年5月4日、{}至1900年、"
    "{}年上半年、{}财年，写于{}-05-04。"
)
YEARS = st.integers(1600, 2199)


def found(text: str, language: Language) -> list[str]:
    """Return the free numbers of a text."""
    return [finding.text for finding in lint_text(text, language, ()).findings]


@given(YEARS)
def test_a_year_is_no_number(year: int) -> None:
    """A year from before industry to a goal of the next century stands in prose as ours do."""
    for each in IN_ENGLISH.split(". "):
        assert found(each.format(year, year), "en") == []
    assert found(IN_CHINESE.format(*[year] * 9), "zh") == []


@given(YEARS.filter(lambda year: not 1900 <= year <= 2099))
def test_the_same_digits_are_a_number(year: int) -> None:
    """What is far from our years, and counts or stands alone, is a bare number."""
    for text in ("It has {} homes.", "In {} homes.", "It grew to {}.", "It weighs {} tonnes."):
        assert found(text.format(year), "en") == [str(year)]
    for text in ("共有{}户。", "增至{}，", "达到{}吨。", "约{}家。"):
        assert [each[:4] for each in found(text.format(year), "zh")] == [str(year)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("between 1850 and 1870 it grew", "en"),
        ("from 1750 to 1850 it grew", "en"),
        ("the mean of 1850–1900", "en"),
        ("from 1990–2100", "en"),
        ("from 2081 to 2100 it may", "en"),
        ("Degrees, 2020 to 2100", "en"),
        ("between 1850 and 1990", "en"),
        ("in FY2023/24 and in FY23-H1", "en"),
        ("in the first half of fiscal 2100", "en"),
        ("一八五〇年", "zh"),
        ("二一〇〇年", "zh"),
        ("1850年至1900年的均值", "zh"),
        ("1850—1900年", "zh"),
    ],
)
def test_spans_of_years(text: str, language: Language) -> None:
    """Both ends of a span are years, and what a fiscal year is called is one."""
    assert found(text, language) == []
