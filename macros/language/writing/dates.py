"""Periods and dates in words, as a language's catalogue has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date, format_skeleton

from macros.arithmetic.period import CALENDAR, FiscalYear, Period, parse_period
from macros.language.registry import Language
from macros.language.tongue import tongue, words

YEAR: Final = 12


def word_date(literal: str, language: Language, *, short: bool = False) -> str:
    """Return a date of stated precision, such as “21 January 2025” or 2025年第四季度.

    Raises:
        TieoutError: The literal is no period.
    """
    period = parse_period(literal)
    dated = words(language).dated.get(period.kind)
    if dated and not short:
        return _part(dated, period.first).format(year=period.last.year)
    return word_period(period, language, short=short)


def word_edge(edge: str, literal: str, language: Language) -> str:
    """Return how the start or the end of a year is said, such as “late 2025”."""
    return words(language).edges[edge].format(year=parse_period(literal).last.year)


def word_period(
    period: Period, language: Language, fiscal: FiscalYear = CALENDAR, *, short: bool = False
) -> str:
    """Return a period's text.

    Args:
        period: What to write.
        language: Its code, such as ``en``.
        fiscal: How the entity counts fiscal years.
        short: Whether to write for an axis: “FY2025”, “Q1 2025”, “Jul 2024”.
    """
    times = words(language).times
    if period.is_fiscal:
        text = _plain(period, language, short)
        # Which days it has is said where they are not those of its name.
        if short or fiscal.is_calendar:
            return text
        first, last = period.days(fiscal)
        days = _span(parse_period(f"{first:%Y-%m}/{last:%Y-%m}"), language, short)
        return times["with_days"][0].format(text=text, days=days)
    if period.kind != "span":
        return _plain(period, language, short)
    if "twelve_months" in times and _is_year(period.first, period.last):
        month = parse_period(f"{period.last:%Y-%m}")
        return times["twelve_months"][0].format(last=_plain(month, language, short))
    return _span(period, language, short)


def _plain(period: Period, language: Language, short: bool = False) -> str:
    own = words(language)
    texts = own.short_times.get(period.kind) if short else None
    text, cldr = _part(texts or own.times[period.kind], period.first), tongue(language).cldr
    match period.kind:
        case "day":
            return format_date(period.first, text, cldr)
        case "month":
            return format_skeleton(text, period.first, locale=cldr)
    return text.format(year=period.last.year)


def _part(texts: Sequence[str], day: date) -> str:
    """Return the text for the part of the year in which a day lies, of as many as there are."""
    # Of two texts January to June have the first, of four January to March.
    return texts[(day.month - 1) * len(texts) // YEAR]


def _span(period: Period, language: Language, short: bool) -> str:
    first, last = (parse_period(end) for end in period.text.split("/"))
    start, end = (_plain(each, language, short) for each in (first, last))
    own = tongue(language)
    if first.first.year == last.last.year and first.kind == last.kind == "month":
        # The year is said once, in front or behind, as the language has it.
        year = own.words.times["year"][0].format(year=first.first.year)
        start, end = start.removesuffix(own.joint + year), end.removeprefix(year)
    return own.words.times["span"][0].format(first=start, last=end)


def _is_year(first: date, last: date) -> bool:
    """Whether the days are those of twelve whole months."""
    return first.day == 1 and last + timedelta(1) == first.replace(year=first.year + 1)
