"""Finds the quarters, months and fiscal years that a text names, and which way it says they go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from macros.arithmetic.period import Period, parse_period
from macros.problems import TieoutError

NUMBER: Final = "\0"
"""What stands for a number in the texts that the patterns of rises and falls are held against."""


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """How a language names times, and says that something changed with them.

    Attributes:
        named: A year with its month, quarter or word for a fiscal year.
        numbers: What its words for months and quarters count.
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


_YEAR: Final = re.compile(r"(?<![\d.,$€£¥¶-])(?:19|20)\d\d(?!\d|%|[.,]\d)")


def years_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the years that a text names, and where."""
    return ((found.start(), int(found[0])) for found in _YEAR.finditer(text))


def months_in(text: str, times: Times) -> set[int]:
    """Return the months that a text names, of whatever year, by number."""
    found = times.months.findall(text)
    return {times.numbers.get(month.lower()) or int(month) for month in found}


def periods_in(text: str, times: Times) -> Iterator[tuple[re.Match[str], Period]]:
    """Yield the quarters, months and fiscal years that a text names, and where."""
    for found in times.named.finditer(text):
        given = found.groupdict()
        year = given["year"] or given["after"]
        if month := given["month"]:
            literal = f"{year}-{times.numbers.get(month.lower()) or int(month):02}"
        elif part := given["part"] or given["digits"]:
            fiscal = "FY" if given["fiscal"] else ""
            literal = f"{fiscal}{year}-Q{times.numbers.get(part.lower()) or int(part)}"
        elif given["fiscal"]:
            literal = f"FY{year}"
        else:
            continue  # a year alone
        try:
            yield found, parse_period(literal)
        except TieoutError:
            continue  # a thirteenth month is no period
