"""Reading the names of measured units: those of a whole dimension, each with its worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Final

from macros.arithmetic.measures import Measure, measure
from macros.language.english.number_words import ENGLISH_MEASURES
from macros.language.measures import LENGTHS, chinese_word, identifier, identifiers_beside, spoken
from macros.language.reading.scanner import Scanner, uniform, words
from macros.language.tongue import tongue

_ENGLISH: Final = [
    re.compile(
        r"(?:-?(?P<raised>square|cubic|sq\.?|cu\.?)[- ])?-?"
        rf"(?P<name>[A-Za-zµμΩ°]+(?:[- ][A-Za-z]+){{{more}}})"
        r"(?:\^?(?P<power>[23]))?(?![0-9A-Za-z])"
    )
    for more in (2, 1, 0)
]


def take_measured(scan: Scanner, base: Measure, power: int) -> Fraction | None:
    """Eat the name of any unit of a dimension, and say what it is worth in the base."""
    for pattern, factor in _han(base, power):
        if scan.take(pattern):
            return factor
    start = scan.at
    for words_of in _ENGLISH:
        if match := scan.take(words_of, scan.raw):
            raised = match["raised"] or ""
            printed = int(match["power"] or (2 if raised[:1] == "s" else 3 if raised else 1))
            if (worth := _english(match["name"], base, power, printed)) is not None:
                return worth
        scan.at = start
    return None


@cache
def _english(name: str, base: Measure, power: int, printed: int) -> Fraction | None:
    """Return what an English unit is worth in the base raised to a power; None if it is no such."""
    joined = name.replace(" ", "_").replace("-", "_")
    spelled = _cldr_english(base).get(name.lower())
    if (own := ENGLISH_MEASURES.get(name.lower())) and (found := measure(own[0])):
        return own[1] * found.factor / base.factor if found.dimension == base.dimension else None
    found = spelled or measure(joined) or (measure(joined.lower()) if len(joined) > 3 else None)
    if found is None or found.dimension**printed != base.dimension**power:
        return None
    return found.factor**printed / base.factor**power


@cache
def _cldr_english(base: Measure) -> Mapping[str, Measure]:
    """Return CLDR's English names of all units of a kind, such as degrees celsius."""
    return {
        spoken(name, count, "long", "en").strip().lower(): found
        for found, name in _beside(base)
        for count in (1, 2)
    }


def _beside(base: Measure) -> Iterator[tuple[Measure, str]]:
    own = identifier(base.word) or identifier(f"kilo{base.word}")
    for word, name in identifiers_beside(own) if own else ():
        if found := measure(word):
            yield found, name


@cache
def _han(base: Measure, power: int) -> tuple[tuple[re.Pattern[str], Fraction], ...]:
    """Return the Chinese names of the units of a dimension, longest first."""
    table: dict[str, Fraction] = {}
    for word, names in _chinese(base, power):
        found = measure(word)
        if found is None:
            continue
        for raised in {power, 1}:
            if found.dimension**raised == base.dimension**power:
                worth = found.factor**raised / base.factor**power
                head = {1: "", 2: "平方", 3: "立方"}[raised]
                table |= {uniform(head + n): worth for n in names if n and not n.isascii()}
    return compiled({re.escape(sign): worth for sign, worth in table.items()})


def _chinese(base: Measure, power: int) -> Iterator[tuple[str, Iterable[str]]]:
    own = tongue("zh").words
    for prefix in ("", *own.prefixes):
        if found := measure(prefix + base.word):
            yield found.word, (chinese_word(found),)
    for found, name in _beside(base):
        yield found.word, [spoken(name, 2, length, "zh").strip() for length in LENGTHS]
    if power == 2:
        for word in ("hectare", "acre"):
            yield word, (chinese_word(measure(word) or base),)
    yield from own.measures.items()


def compiled(table: Mapping[str, Fraction]) -> tuple[tuple[re.Pattern[str], Fraction], ...]:
    """Return a pattern for each name, longest first, with what it is worth."""
    ordered = sorted(table.items(), key=lambda item: -len(item[0]))
    return tuple((words(sign), worth) for sign, worth in ordered)
