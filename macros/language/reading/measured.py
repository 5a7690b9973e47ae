"""Reading the names of measured units: those of a whole dimension, each with its worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from macros.arithmetic.measures import Measure, measure
from macros.language.grammar import Scanner
from macros.language.measures import LENGTHS, identifiers, spoken, word_of
from macros.language.pattern_tables import PatternTable
from macros.language.reading.heard import grammar, heard, uniform
from macros.language.registry import Language
from macros.language.tongue import Tongue


@cache
def _latin(language: Language) -> tuple[re.Pattern[str], ...]:
    """Return patterns of names in one to three Latin words; signs are those of all languages."""
    powers = "|".join(each for each in grammar(language).powers.pairs if each[0].isascii())
    before = rf"(?:-?(?P<raised>{powers})[- ])?" if powers else "(?P<raised>(?!))?"
    return tuple(
        re.compile(
            rf"{before}-?(?P<name>[A-Za-zµμΩ°]+(?:[- ][A-Za-z]+){{{more}}})"
            r"(?:\^?(?P<power>[23]))?(?![0-9A-Za-z])"
        )
        for more in (2, 1, 0)
    )


def take_measured(scan: Scanner, base: Measure, power: int, language: Language) -> Fraction | None:
    """Eat the name of any unit of a dimension, and say what it is worth in the base."""
    if (worth := scan.pick(_spoken(base, power, language))) is not None:
        return worth
    start = scan.at
    for pattern in _latin(language):
        if match := scan.take(pattern, scan.raw):
            raised = Scanner(match["raised"] or "", scan.grammar).pick(scan.grammar.powers)
            printed = int(match["power"] or raised or 1)
            if (worth := _pint(match["name"], base, power, printed)) is not None:
                return worth
        scan.at = start
    return None


@cache
def _pint(name: str, base: Measure, power: int, printed: int) -> Fraction | None:
    """Return what a unit of pint's is worth in the base raised to a power; None if it is none."""
    joined = name.replace(" ", "_").replace("-", "_")
    found = measure(joined) or (measure(joined.lower()) if len(joined) > 3 else None)
    if found is None or found.dimension**printed != base.dimension**power:
        return None
    return found.factor**printed / base.factor**power


@cache
def _spoken(base: Measure, power: int, language: Language) -> PatternTable[Fraction]:
    """Return what the units of a dimension are called, and what each is worth."""
    table: dict[str, Fraction] = {}
    wanted = base.dimension**power
    for own in heard(language):
        for found, names, many in _named(base, power, own):
            alike = dict(found.dimension.powers).keys() == dict(wanted.powers).keys()
            for raised in (1, 2, 3) if alike else ():  # of other things it is no power
                if found.dimension**raised == wanted:
                    worth = many * found.factor**raised / base.factor**power
                    head = own.words.powers.get(str(raised), "")
                    table |= {re.escape(uniform(head + n, language)): worth for n in names if n}
    return PatternTable(table)


def _named(base: Measure, power: int, own: Tongue) -> Iterator[tuple[Measure, Iterable[str], int]]:
    """Yield units of a dimension, what a language calls them, and how many are meant."""
    for prefix in ("", *own.words.prefixes):
        if found := measure(prefix + base.word):
            yield found, (word_of(found, 1, own.code),), 1
    for word, name in identifiers():
        if found := measure(word):
            yield found, _lengths(name, own.code), 1
    for word, names in own.words.measures.items():
        if found := measure(word):
            yield found, names, 1
    for spelled, (word, many) in own.grammar.measures.pairs.items():
        if found := measure(word):
            yield found, (spelled,), many


def _lengths(name: str, language: Language) -> Iterator[str]:
    """Yield the names that CLDR has; short ones in Latin are signs, and those are pint’s."""
    for length in LENGTHS:
        for count in (1, 2):
            text = spoken(name, count, length, language).strip()
            if length == "long" or not text.isascii():
                yield text
