"""Periods and dates in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from babel.dates import format_date, format_skeleton

from macros.arithmetic.period import Period, parse_period
from macros.language.english.units import ORDINALS
from macros.language.registry import Language
from macros.language.tongue import tongue

_HALVES: Final = {1: "上半年", 2: "下半年"}
YEAR: Final = 12


def word_date(literal: str, language: Language, *, short: bool = False) -> str:
    """Return a date of stated precision, such as “21 January 2025” or 2025年第四季度.

    Raises:
        TieoutError: The literal is no period.
    """
    period = parse_period(literal)
    text = word_period(period, language, short=short)
    if short or language != "en" or period.kind not in ("quarter", "half"):
        return text
    return f"the {text}".replace("the fourth quarter", "the last quarter")


def word_period(
    period: Period, language: Language, fiscal_year_ends: int = YEAR, *, short: bool = False
) -> str:
    """Return a period's text.

    Args:
        period: What to write.
        language: ``en`` or ``zh``.
        fiscal_year_ends: Month in which the entity's fiscal year ends.
        short: Whether to write for an axis: “FY2025”, “Q1 2025”, “Jul 2024”.
    """
    if period.is_fiscal:
        return _fiscal(period, language, fiscal_year_ends, short)
    if period.kind != "span":
        return _plain(period, language, short)
    if language == "en" and _months(period.first, period.last) == YEAR:
        end = _month(period.last, language, short)
        return f"12 months to {end}"
    return _span(period, language, short)


def _plain(period: Period, language: Language, short: bool = False) -> str:
    match period.kind:
        case "day":
            return format_date(period.first, _day_pattern(language, short), tongue(language).cldr)
        case "month":
            return _month(period.first, language, short)
        case "quarter":
            return _part(_quarter(period.first), "quarter", _year(period), language, short)
        case "half":
            return _part(_half(period.first), "half", _year(period), language, short)
        case _:
            return _year(period) if language == "en" else f"{_year(period)}年"


def _day_pattern(language: Language, short: bool) -> str:
    if language == "zh":
        return "long"
    return "d MMM y" if short else "d MMMM y"


def _part(number: int, kind: str, year: str, language: Language, short: bool) -> str:
    if language == "zh":
        han = _HALVES[number] if kind == "half" else _quarter_name(number)
        return f"{year}年{han}"
    if short:
        return f"{kind[0].upper()}{number} {year}"
    return f"{ORDINALS[number - 1]} {kind} of {year}"


def _quarter_name(number: int) -> str:
    return f"{'一二三四'[number - 1]}季度"


def _fiscal(period: Period, language: Language, ends: int, short: bool) -> str:
    year, number = _year(period), _quarter(period.first)
    quarter = period.kind == "fiscal_quarter"
    if language == "zh":
        text = f"{year}财年{_quarter_name(number) if quarter else ''}"
    elif short:
        text = f"FY{year} Q{number}" if quarter else f"FY{year}"
    else:
        text = f"fiscal year {year}"
        text = f"{ORDINALS[number - 1]} quarter of {text}" if quarter else text
    if short or ends == YEAR:
        return text
    first, last = period.days(ends)
    days = _span(parse_period(f"{first:%Y-%m}/{last:%Y-%m}"), language, short)
    return f"{text} ({days})" if language == "en" else f"{text}（{days}）"


def _span(period: Period, language: Language, short: bool) -> str:
    first, last = (parse_period(end) for end in period.text.split("/"))
    start = _plain(first, language, short)
    same_year = first.first.year == last.last.year and first.kind == last.kind == "month"
    if same_year and language == "en":
        start = start.removesuffix(f" {_year(first)}")
    end = _plain(last, language, short)
    if same_year and language == "zh":
        end = end.removeprefix(f"{_year(first)}年")
    return f"{start} to {end}" if language == "en" else f"{start}至{end}"


def _month(day: date, language: Language, short: bool = False) -> str:
    skeleton = "yMMM" if short and language == "en" else "yMMMM"
    return format_skeleton(skeleton, day, locale=tongue(language).cldr)


def _year(period: Period) -> str:
    return str(period.last.year)


def _quarter(day: date) -> int:
    return (day.month - 1) // 3 + 1


def _half(day: date) -> int:
    return (day.month - 1) // 6 + 1


def _months(first: date, last: date) -> int:
    """Whole months from the first to the last day; 0 if they do not start and end a month."""
    after = date.fromordinal(last.toordinal() + 1)
    if first.day != 1 or after.day != 1:
        return 0
    return (after.year - first.year) * YEAR + after.month - first.month
