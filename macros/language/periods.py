"""Finds the times that a text names, and which way it says that things go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from macros.arithmetic.period import Period, parse_period
from macros.problems import TieoutError

NEAR_YEAR: Final = r"(?:19|20)\d\d"
"""A year that is one even where nothing but its digits says so."""
YEAR: Final = r"(?:1[6-9]|2[01])\d\d"
"""A year where words beside it say that it is one: before industry, or a goal of next century."""
NUMBER: Final = "\0"
"""What stands for a number in the texts that the patterns of rises and falls are held against."""

_PARTS: Final = ("quarter", "q", "half", "h")


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """How a language names times, and says that something changed with them.

    Attributes:
        named: A year with its month, quarter, half or word for a fiscal year.
        numbers: What its words for months, quarters and halves count.
        months: A month, with its year or without.
        from_to: A rise or a fall from one number to another.
        by: A rise, a fall or a lead by a number.
        growth: What a concept is called whose values say by how much something has grown.
    """

    named: re.Pattern[str]
    numbers: Mapping[str, int]
    months: re.Pattern[str]
    from_to: re.Pattern[str]
    by: re.Pattern[str]
    growth: re.Pattern[str]


_YEAR: Final = re.compile(rf"(?<![\d.,$€£¥¶-]){YEAR}(?!\d|%|[.,]\d)")


def years_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the years that a text names, and where."""
    return ((found.start(), int(found[0])) for found in _YEAR.finditer(text))


def months_in(text: str, times: Times) -> set[int]:
    """Return the months that a text names, of whatever year, by number."""
    found = times.months.findall(text)
    return {times.numbers.get(month.lower()) or int(month) for month in found}


def periods_in(text: str, times: Times) -> Iterator[tuple[re.Match[str], Period]]:
    """Yield the halves, quarters, months and fiscal years that a text names, and where."""
    for found in times.named.finditer(text):
        given = {name: words for name, words in found.groupdict().items() if words}
        year = given.get("year") or given["after"]
        fiscal = "FY" if "fiscal" in given else ""
        parts = (f"-{p[0].upper()}{_number(given[p], times)}" for p in _PARTS if p in given)
        if "month" in given:
            literal = f"{year}-{_number(given['month'], times):02}"
        elif (part := next(parts, "")) or fiscal:
            literal = f"{fiscal}{year}{part}"
        else:
            continue  # a year alone
        try:
            yield found, parse_period(literal)
        except TieoutError:
            continue  # a thirteenth month is no period


def _number(word: str, times: Times) -> int:
    return times.numbers.get(word.lower()) or int(word)
