"""Reading dates of any precision, such as 1月21日, 今年末 and “late 2025”."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final, Literal

from babel.dates import get_month_names

from macros.arithmetic.period import parse_period
from macros.arithmetic.quantity import Bound, Quantity
from macros.language.english.number_words import ORDINALS
from macros.language.reading.bounds import Said, single, take_before
from macros.language.reading.scanner import Scanner
from macros.language.reading.spelled import HAN
from macros.problems import TieoutError

_HINT: Final = "print a date such as 2025年1月21日, 今年末, July 2024 or late 2025"
_RELATIVE: Final = {
    "前年": -2,
    "去年": -1,
    "今年": 0,
    "明年": 1,
    "last year": -1,
    "this year": 0,
    "next year": 1,
}
_PARTS: Final = {
    **{word: n for n, word in enumerate(ORDINALS[:4], start=1)},
    **{han: n for n, han in enumerate("一二三四", start=1)},
    **{str(n): n for n in range(1, 5)},
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "上": 1,
    "下": 2,
}
_YEAR_HAN: Final = re.compile(r"[零〇一二三四五六七八九]{4}(?=年)")
_SPAN: Final = re.compile(r"(?P<first>.+?)(?: to | - |(?<=[0-9年月日度])[-~至到])(?P<last>.+)")
_FULL_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_Y: Final = r"(?P<year>[12][0-9]{3})"
_ZH: Final = rf"(?:(?:{_Y} ?年|(?P<relative>前年|去年|今年|明年)) ?)"
_EN: Final = rf"(?:{_Y}|(?P<relative>(?:last|this|next) year))"
_DAY: Final = r"(?P<day>[0-9]{1,2})"
_WORD: Final = rf"(?P<{{}}>{'|'.join(sorted(_PARTS, key=len, reverse=True))})"
_FORMS: Final = (
    rf"{_Y}-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?",
    rf"{_Y}[- ]?q(?P<part>[1-4])",
    rf"q(?P<part>[1-4]) {_EN}",
    rf"{_Y}[- ]?h(?P<half>[12])",
    rf"h(?P<half>[12]) {_EN}",
    rf"{_ZH}?(?P<month>[0-9]{{1,2}}) ?月(?: ?{_DAY} ?[日号])?[初末底]?",
    rf"{_ZH}?第?{_WORD.format('part')}季度?",
    rf"{_ZH}?{_WORD.format('half')}半年",
    rf"(?:{_ZH}|年)?(?P<end>年?[末底])",
    rf"(?:{_ZH}|年)?(?P<start>年?初)",
    _ZH,
    rf"(?:the )?{_WORD.format('part')}[- ]quarter(?: of)?(?: {_EN})?",
    rf"(?:the )?{_WORD.format('half')}[- ]half(?: of)?(?: {_EN})?",
    rf"(?P<end>late|(?:the )?end of|year[- ]end|end)[- ]{_EN}",
    r"(?P<end>year[- ]end|end of the year)",
    rf"(?P<start>early|(?:the )?(?:start|beginning) of)[- ]{_EN}",
    _EN,
)
_MONTH_FORMS: Final = (
    rf"%s {_DAY}(?:st|nd|rd|th)?(?:,? {_EN})?",
    rf"{_DAY}(?:st|nd|rd|th)? %s(?:,? {_EN})?",
    rf"(?:(?:(?:the )?(?:early|mid|late|end of|end))[- ])?%s(?: of)?(?:,? {_EN})?",
)


@cache
def _months() -> dict[str, int]:
    found = {"sept": 9}
    for width in ("wide", "abbreviated"):
        names = get_month_names(width, locale="en")
        found |= {name.lower(): n for n, name in names.items()}
    return found


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    month = rf"(?P<month>{names})\.?(?![a-z])"
    named = [form.replace("%s", month) for form in _MONTH_FORMS]
    return tuple(re.compile(form) for form in (*_FORMS, *named))


def read_date(plain: str, cued: set[Said], context: int | None) -> Quantity:
    """Read a date of any precision as the days from its first to its last.

    Args:
        plain: Uniform text.
        cued: Bounds of the cue.
        context: The year that a date without a year speaks of.

    Raises:
        TieoutError: The text is no date, or needs a year that is not given.
    """
    scan = Scanner(plain)
    bound = single(take_before(scan) | cued, plain)
    return date_quantity(_literal(scan.rest, context), bound)


def edge_of(printed: str) -> Literal["start", "end", ""]:
    """Return whether a print names the start or the end of a year, which is no exact quarter."""
    matches = filter(None, (form.fullmatch(printed.lower()) for form in _forms()))
    found = next((match.groupdict() for match in matches), {})
    return "start" if found.get("start") else "end" if found.get("end") else ""


def date_quantity(literal: str, bound: Bound = "exact") -> Quantity:
    """Return a date as a quantity: the ordinals of its first and last day.

    Raises:
        TieoutError: The literal is no period of the calendar.
    """
    period = parse_period(literal)
    if period.is_fiscal:
        raise TieoutError(f"{literal!r} is no date of the calendar", "write its first month or day")
    first, last = (Fraction(day.toordinal()) for day in period.days())
    return Quantity(first, "date", bound, low=first, high=last, literal=period.text)


def _literal(text: str, context: int | None) -> str:
    text = _YEAR_HAN.sub(lambda match: "".join(str(HAN[han]) for han in match[0]), text)
    for form in _forms():
        if match := form.fullmatch(text):
            found = {name: each for name, each in match.groupdict().items() if each}
            return _written(found, context, text)
    if match := _SPAN.fullmatch(text):
        return _span(match["first"], match["last"], context)
    raise TieoutError(f"cannot read {text!r} as a date", _HINT)


def _span(start: str, end: str, context: int | None) -> str:
    """Read both ends; each takes the year of the other if it has none, as in 2025年1月至7月."""
    own = _FULL_YEAR.search(start)
    last = parse_period(_literal(end, int(own[0]) if own else context))
    return f"{_literal(start, last.first.year)}/{last}"


def _written(found: dict[str, str], context: int | None, text: str) -> str:
    year = _year(found, context, text)
    if "month" in found:
        return _month(found, year)
    if part := found.get("part"):
        return f"{year}-Q{_PARTS[part]}"
    if half := found.get("half"):
        return f"{year}-H{_PARTS[half]}"
    if "end" in found or "start" in found:
        return f"{year}-Q{4 if 'end' in found else 1}"
    return str(year)


def _month(found: dict[str, str], year: int) -> str:
    name = found["month"]
    month = int(name) if name.isdigit() else _months()[name]
    literal = f"{year}-{month:02}"
    return f"{literal}-{int(found['day']):02}" if "day" in found else literal


def _year(found: dict[str, str], context: int | None, text: str) -> int:
    if "year" in found:
        return int(found["year"])
    if context is None:
        raise TieoutError(f"{text!r} does not say which year", "add context: 2025 to the report")
    return context + _RELATIVE.get(found.get("relative", "今年"), 0)
