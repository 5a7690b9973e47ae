"""Reading dates of any precision, such as 1月21日, 今年末 and “late 2025”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final, Literal

from babel.dates import get_month_names

from macros.arithmetic.period import parse_period
from macros.arithmetic.quantity import Bound, Quantity
from macros.language.grammar import Grammar, Said, Scanner
from macros.language.reading.bounds import single, take_before
from macros.language.reading.heard import grammar, heard, scanner
from macros.language.registry import Language
from macros.language.tongue import language_of
from macros.problems import TieoutError

_HINT: Final = "print a date such as 2025年1月21日, 今年末, July 2024 or late 2025"
_FULL_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_SHARED: Final = (
    r"{y}-(?P<month>[0-9]{2})(?:-{day})?",
    r"{y}[- ]?q(?P<part>[1-4])",
    r"{y}[- ]?h(?P<half>[12])",
    r"{y}",
)
"""How dates are written in every language."""


@cache
def _months(language: Language) -> dict[str, int]:
    found = dict(grammar(language).months.pairs)
    for own in heard(language):
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=own.cldr)
            found |= {name.lower().rstrip("."): n for n, name in names.items()}
    return found


@cache
def _forms(language: Language) -> tuple[re.Pattern[str], ...]:
    own = grammar(language)
    blanks = {
        "{y}": r"(?P<year>[12][0-9]{3})",
        "{day}": r"(?P<day>[0-9]{1,2})",
        "{relative}": _any(own.relative.pairs),
        "{parts}": _any(own.parts.pairs),
        "{months}": rf"(?P<month>{_any(_months(language))})\.?(?![a-z])",
    }
    return tuple(re.compile(_filled(form, blanks)) for form in (*_SHARED, *own.dates))


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


def _filled(form: str, blanks: Mapping[str, str]) -> str:
    for name, pattern in blanks.items():
        form = form.replace(name, pattern)
    return form


def read_date(scan: Scanner, language: Language, cued: set[Said], context: int | None) -> Quantity:
    """Read a date of any precision as the days from its first to its last.

    Args:
        scan: The text.
        language: The language in which it is written.
        cued: Bounds of the cue.
        context: The year that a date without a year speaks of.

    Raises:
        TieoutError: The text is no date, or needs a year that is not given.
    """
    bound = single(take_before(scan, language) | cued, scan.text)
    return date_quantity(_DateReader(language, context).literal(scan.rest), bound)


def period_of(text: str) -> str:
    """Return the period that a text says, as the data writes it; empty if it says none."""
    language = language_of(text)
    with suppress(TieoutError):
        return parse_period(text).text
    with suppress(TieoutError):
        return read_date(scanner(text, language), language, set(), None).literal
    return ""


def edge_of(printed: str) -> Literal["start", "end", ""]:
    """Return whether a print names the start or the end of a year, which is no exact quarter."""
    forms = _forms(language_of(printed))
    matches = filter(None, (form.fullmatch(printed.lower()) for form in forms))
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


@dataclass(frozen=True, slots=True)
class _DateReader:
    """Reads dates of a language, in which a year that is not named is that of the context."""

    language: Language
    context: int | None

    def literal(self, text: str) -> str:
        """Return a date as the data writes it."""
        own = grammar(self.language)
        for write in own.years:
            text = write(text)
        for form in _forms(self.language):
            if match := form.fullmatch(text):
                found = {name: each for name, each in match.groupdict().items() if each}
                return self._written(found, text)
        if match := _span(own).fullmatch(text):
            return self._both(match["first"], match["last"])
        raise TieoutError(f"cannot read {text!r} as a date", _HINT)

    def _both(self, start: str, end: str) -> str:
        """Read both ends; each takes the year of the other if it has none: 2025年1月至7月."""
        year = _FULL_YEAR.search(start)
        reader = replace(self, context=int(year[0])) if year else self
        last = parse_period(reader.literal(end))
        return f"{replace(self, context=last.first.year).literal(start)}/{last}"

    def _written(self, found: dict[str, str], text: str) -> str:
        year, parts = self._year(found, text), grammar(self.language).parts.pairs
        if "month" in found:
            return self._month(found, year)
        for name, mark in (("part", "Q"), ("half", "H")):
            if part := found.get(name):
                return f"{year}-{mark}{int(part) if part.isdigit() else parts[part]}"
        if "end" in found or "start" in found:
            return f"{year}-Q{4 if 'end' in found else 1}"
        return str(year)

    def _month(self, found: dict[str, str], year: int) -> str:
        name = found["month"]
        month = int(name) if name.isdigit() else _months(self.language)[name]
        literal = f"{year}-{month:02}"
        return f"{literal}-{int(found['day']):02}" if "day" in found else literal

    def _year(self, found: dict[str, str], text: str) -> int:
        if "year" in found:
            return int(found["year"])
        if self.context is None:
            hint = "add context: 2025 to the report"
            raise TieoutError(f"{text!r} does not say which year", hint)
        return self.context + grammar(self.language).relative.pairs.get(
            found.get("relative", ""), 0
        )


@cache
def _span(own: Grammar) -> re.Pattern[str]:
    """Return a pattern of two dates; a dash parts them behind what is no Latin word."""
    spaced = "|".join(each for each in own.joins if each != each.strip())
    close = "|".join(("[-~]", *(each for each in own.joins if each == each.strip())))
    return re.compile(
        rf"(?P<first>.+?)(?:{spaced or ' - '}| - |(?<=[^a-z ])(?:{close}))(?P<last>.+)"
    )
