"""The signs and words by which a print names its unit, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from babel.numbers import get_currency_name, get_currency_symbol

from macros.arithmetic.measures import measure
from macros.arithmetic.units import ONE, Unit, UnitPart, Units
from macros.language.grammar import Scanner, SignTable
from macros.language.pattern_tables import PatternTable
from macros.language.reading.heard import grammar, heard, uniform
from macros.language.reading.measured import take_measured
from macros.language.registry import Language
from macros.language.tongue import tongue

_SHARED: Final = (
    ("percent", "%", Fraction(1, 100)),
    ("percent", "‰", Fraction(1, 1000)),
    ("times", "x", ONE),
    ("times", "×", ONE),
)
"""What every language writes for units that are neither measured nor counted."""
_MULTIPLES: Final = frozenset({"percent", "times"})
_SLASH: Final = " ?/ *"
Taker = Callable[[Scanner], Fraction | None]


@dataclass(frozen=True, slots=True)
class Signs:
    """How a print may name one unit.

    Attributes:
        before: Eats a sign in front of the number, and says what it is worth.
        after: The same behind it.
        under: The same for what the unit is divided by, in front or behind.
        own: What the unit's own factors above and below the line are worth.
        letters: Whether a letter at the digits may be a scale, as in $5b.
        example: A print of the unit.
    """

    before: Taker
    after: Taker
    under: Callable[[Scanner, bool], Fraction | None]
    own: tuple[Fraction, Fraction]
    letters: bool
    example: str

    def worth(self, sign: Fraction | None, under: Fraction | None) -> Fraction | None:
        """Return what the unit that is printed is worth; None if none is."""
        if sign is None and under is None:
            return None
        above, below = self.own
        return (above if sign is None else sign) * (below if under is None else under)


def signs_of(unit: Unit, units: Units, language: Language) -> Signs:
    """Return how a print in a language may name a unit."""
    return _signs(unit, unit.name, units, language)


@cache
def _signs(unit: Unit, name: str, units: Units, language: Language) -> Signs:
    assert unit.name == name  # it tells GWh from million kWh in the cache
    parts = unit.parts or (UnitPart(unit.id, unit.id, unit.kind),)
    over = [part for part in parts if part.power > 0]
    under = [(part, _taker(part, units, language)) for part in parts if part.power < 0]
    below = ONE
    for part, _ in under:
        below *= part.worth**part.power
    head = over[0]
    money = head.kind == "money"
    return Signs(
        _taker(head, units, language) if money else _plain(unit.id, grammar(language).before),
        _taker(head, units, language) if len(over) == 1 else lambda _: None,
        lambda scan, first: _take_under(scan, under, first),
        (unit.worth / below, below),
        head.kind != "measured",
        _example(unit, head, language),
    )


def _example(unit: Unit, head: UnitPart, language: Language) -> str:
    own = tongue(language)
    kind = unit.id if unit.id in own.words.examples else head.kind
    if kind == "measured":
        return f"1.3 {unit.name}"
    symbol, name = get_currency_symbol(head.base, locale=own.cldr), head.base
    if head.kind == "money":
        name = get_currency_name(head.base, locale=own.cldr)
    return own.words.examples.get(kind, "53,000").format(symbol=symbol, name=name)


def _taker(part: UnitPart, units: Units, language: Language) -> Taker:
    """Return what eats the names of one part of a unit."""
    if part.kind == "measured":
        found = measure(part.base)
        assert found is not None
        return lambda scan: take_measured(scan, found, abs(part.power), language)
    if part.kind == "money":
        return _names(_money(part.base, language))
    if part.kind == "counted":
        return _names(names_of(part.base, units, language))
    return _plain(part.base, (*grammar(language).signs, *_SHARED))


def _plain(unit: str, signs: SignTable) -> Taker:
    """Return what eats the names of a unit that is neither measured nor counted."""
    of = {unit, "times"} if unit in _MULTIPLES else {unit}
    table = PatternTable({pattern: worth for name, pattern, worth in reversed(signs) if name in of})
    return lambda scan: scan.pick(table)


def _names(names: Iterable[str]) -> Taker:
    table = PatternTable({re.escape(name): ONE for name in names})
    return lambda scan: scan.pick(table)


def _take_under(
    scan: Scanner, under: Iterable[tuple[UnitPart, Taker]], first: bool
) -> Fraction | None:
    """Eat what the unit is divided by, such as “per MWh”, 每股 or 人均; all of it or nothing."""
    start, worth, left = scan.at, ONE, list(under)
    while left:
        for each in left:
            if (one := _take_one_under(scan, *each, first)) is not None:
                worth /= one
                left.remove(each)
                break
        else:
            scan.at = start
            return None
    return worth if scan.at > start else None


def _take_one_under(scan: Scanner, part: UnitPart, taker: Taker, first: bool) -> Fraction | None:
    """Eat one of the things that a unit is divided by; they may stand in any order."""
    own = scan.grammar
    if first and (each := own.each.pairs.get(part.base)) and scan.eat(each):
        return ONE
    start = scan.at
    worth = taker(scan) if scan.eat(*(own.per_before if first else (_SLASH, *own.per))) else None
    scan.at = scan.at if worth else start
    return worth


@cache
def names_of(thing: str, units: Units, language: Language) -> tuple[str, ...]:
    """Return what a print may call a thing: its names, each also without its measure word.

    A measure word alone, as in 5.3万名, names nothing else and is enough.
    """
    classifiers = grammar(language).classifiers
    own = (name for each in heard(language) for name in each.words.counts.get(thing, ()))
    declared = units.named.get(thing) or (thing, f"{thing}s")
    names = [uniform(name, language) for name in (*own, *declared)]
    bare = [name[1:] for name in names if len(name) > 1 and name[0] in classifiers]
    return tuple(dict.fromkeys((*names, *bare, *classifiers)))


@cache
def _money(code: str, language: Language) -> frozenset[str]:
    found = {code}
    for own in heard(language):
        found |= {*own.words.money.get(code, ()), get_currency_symbol(code, locale=own.cldr)}
        found |= {get_currency_name(code, count, locale=own.cldr) for count in (None, 1, 2)}
    return frozenset(uniform(sign, language) for sign in found)
