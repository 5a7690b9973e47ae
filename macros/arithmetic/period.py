"""Periods: instants and durations, fiscal and calendar, resolved to days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from macros.problems import TieoutError

_YEAR = r"(?P<year>[12][0-9]{3})"
_FORMS = {
    "year": ("2025", _YEAR),
    "half": ("2025-H1", rf"{_YEAR}-H(?P<part>[12])"),
    "quarter": ("2025-Q1", rf"{_YEAR}-Q(?P<part>[1-4])"),
    "month": ("2025-08", rf"{_YEAR}-(?P<part>[0-9]{{2}})"),
    "day": ("2025-07-30", rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"),
    "fiscal": ("FY2025", rf"FY{_YEAR}"),
    "fiscal_half": ("FY2025-H1", rf"FY{_YEAR}-H(?P<part>[12])"),
    "fiscal_quarter": ("FY2025-Q3", rf"FY{_YEAR}-Q(?P<part>[1-4])"),
}
_MONTHS = {"half": 6, "quarter": 3, "month": 1}
"""How many a part of a year has."""
EXAMPLES = {kind: example for kind, (example, _) in _FORMS.items()} | {"span": "2024-07/2025-06"}
"""How each kind of period is written."""
_HINT = f"write {', '.join([*EXAMPLES.values()][:-1])} or {EXAMPLES['span']}"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How somebody counts fiscal years: the month in which they end, and what names them.

    Most name a fiscal year by the calendar year in which it ends, some by that in which it begins.
    """

    ends: int = 12
    named: Literal["first", "last"] = "last"

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar year."""
        return self.ends == 12

    def shift(self, day: date, *, end: bool = False) -> date:
        """Move a day of a calendar year to the fiscal year of the same name."""
        # The months by which it begins later than the calendar year of its name, or earlier.
        after = self.ends if self.named == "first" and not self.is_calendar else self.ends - 12
        year, month = divmod(day.year * 12 + day.month - 1 + after, 12)
        last = calendar.monthrange(year, month + 1)[1] if end else 1
        return date(year, month + 1, last)


CALENDAR: Final = FiscalYear()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days as it was written.

    Attributes:
        text: The literal, such as ``FY2025`` or ``2024-07/2025-06``.
        kind: ``year``, ``half``, ``quarter``, ``month``, ``day``, ``fiscal``,
            ``fiscal_half``, ``fiscal_quarter`` or ``span``.
        first: First day, for a fiscal period as if the fiscal year ended in December.
        last: Last day, likewise.
    """

    text: str
    kind: str
    first: date
    last: date

    @property
    def is_fiscal(self) -> bool:
        """Whether the days depend on the entity's fiscal year."""
        return self.kind.startswith("fiscal")

    def days(self, fiscal: FiscalYear = CALENDAR) -> tuple[date, date]:
        """Return the first and last day, given how the entity counts fiscal years."""
        if not self.is_fiscal:
            return self.first, self.last
        return fiscal.shift(self.first), fiscal.shift(self.last, end=True)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)  # the rows of all series are of the same few
def parse_period(text: str) -> Period:
    """Read a period literal.

    Raises:
        TieoutError: The text is no period, or mixes fiscal and calendar ends.
    """
    if "/" in text:
        return _span(text)
    for kind, (_, form) in _FORMS.items():
        if match := re.fullmatch(form, text):
            return Period(text, kind, *_bounds(kind, match, text))
    raise TieoutError(f"{text!r} is not a period", _HINT)


def _span(text: str) -> Period:
    start, _, end = text.partition("/")
    if "/" in end:
        raise TieoutError(f"{text!r} is not a period", _HINT)
    first, last = parse_period(start), parse_period(end)
    if first.is_fiscal or last.is_fiscal:
        raise TieoutError(f"{text!r} mixes fiscal and calendar", "a span has two calendar ends")
    if last.last < first.first:
        raise TieoutError(f"{text!r} ends before it starts", f"write {end}/{start}")
    return Period(text, "span", first.first, last.last)


def _bounds(kind: str, match: re.Match[str], text: str) -> tuple[date, date]:
    year = int(match["year"])
    if kind == "day":
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError as error:
            raise TieoutError(f"{text!r} is not a day of the calendar") from error
        return day, day
    length, part = (
        _MONTHS.get(kind.removeprefix("fiscal_"), 12),
        int(match.groupdict().get("part") or 1),
    )
    end = length * part
    if not 1 <= end <= 12:
        raise TieoutError(f"{text!r} has no such month", "months run from 01 to 12")
    return date(year, end - length + 1, 1), date(year, end, calendar.monthrange(year, end)[1])
