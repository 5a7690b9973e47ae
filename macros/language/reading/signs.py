"""The signs and words by which a print names its unit, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from babel.numbers import get_currency_name, get_currency_symbol

from macros.arithmetic.measures import measure
from macros.arithmetic.units import ONE, Part, Unit, Units
from macros.language.reading.measured import compiled, take_measured
from macros.language.reading.scanner import Scanner, uniform, words
from macros.language.tongue import every, known, tongue

HUNDREDTH: Final = Fraction(1, 100)
_TIMES: Final = dict.fromkeys(("倍", "times", "-fold", "fold", "x", "×"), ONE)
_SIGNS: Final[Mapping[str, Mapping[str, Fraction]]] = {
    "percent": {
        **dict.fromkeys(("%", "percent", "per cent", "pct"), HUNDREDTH),
        "成": Fraction(1, 10),
        "‰": Fraction(1, 1000),
        **dict.fromkeys(("basis points?", "bps?", "个?基点"), Fraction(1, 10_000)),
        **_TIMES,
    },
    "times": _TIMES,
    "percentage_point": {
        **dict.fromkeys(
            (
                *("个百分点", "百分点", "percentage points?", "percentage-points?", "points?"),
                *("pps?", "ppts?", "pts?", r"p\.p\."),
            ),
            ONE,
        ),
        **dict.fromkeys(("basis points?", "bps?", "个?基点"), HUNDREDTH),
    },
}
_PREFIXES: Final[Mapping[str, Mapping[str, Fraction]]] = {"percent": {"百分之": HUNDREDTH}}
_EXAMPLES: Final = {
    "percent": "34%",
    "times": "2.4 times or 2.4倍",
    "percentage_point": "16 points or 16个百分点",
    "rank": "third or 第三",
}
CLASSIFIERS: Final = "家个名颗款种枚位台座项人次只条份套辆户间所头株棵片笔方"
_PER: Final = re.compile(r" ?/ ?| ?(?:per|and|an?|each)(?= )|每|-per-")
_PER_BEFORE: Final = re.compile(r"每(?:一)?|平均每")
_EACH: Final = {"person": words("人均"), "home": words("户均")}
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


def signs_of(unit: Unit, units: Units) -> Signs:
    """Return how a print may name a unit."""
    return _signs(unit, unit.name, units)


@cache
def _signs(unit: Unit, name: str, units: Units) -> Signs:
    assert unit.name == name  # it tells GWh from million kWh in the cache
    parts = unit.parts or (Part(unit.id, unit.id, unit.kind),)
    over = [part for part in parts if part.power > 0]
    under = [(part, _taker(part, units)) for part in parts if part.power < 0]
    below = ONE
    for part, _ in under:
        below *= part.worth**part.power
    head = over[0]
    money = head.kind == "money"
    return Signs(
        _taker(head, units) if money else _patterns(_PREFIXES.get(unit.id, {})),
        _taker(head, units) if len(over) == 1 else lambda _: None,
        lambda scan, first: _take_under(scan, under, first),
        (unit.worth / below, below),
        head.kind != "measured",
        _example(unit, head),
    )


def _example(unit: Unit, head: Part) -> str:
    if head.kind == "money":
        return f"{get_currency_symbol(head.base, locale='en')}13 billion or 130亿"
    plain = f"1.3 {unit.name}" if head.kind == "measured" else "53,000 or 5.3万"
    return _EXAMPLES.get(unit.id, plain)


def _taker(part: Part, units: Units) -> Taker:
    """Return what eats the names of one part of a unit."""
    if part.kind == "measured":
        found = measure(part.base)
        assert found is not None
        return lambda scan: take_measured(scan, found, abs(part.power))
    if part.kind == "money":
        return _patterns(dict.fromkeys(map(re.escape, _money(part.base)), ONE))
    if part.kind == "counted":
        return _patterns(dict.fromkeys(map(re.escape, names_of(part.base, units)), ONE))
    return _patterns(_SIGNS.get(part.base, {}))


def _take_under(scan: Scanner, under: Iterable[tuple[Part, Taker]], first: bool) -> Fraction | None:
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


def _take_one_under(scan: Scanner, part: Part, taker: Taker, first: bool) -> Fraction | None:
    """Eat one of the things that a unit is divided by; they may stand in any order."""
    if first and part.base in _EACH and scan.take(_EACH[part.base]):
        return ONE
    start = scan.at
    worth = taker(scan) if scan.take(_PER_BEFORE if first else _PER) else None
    scan.at = scan.at if worth else start
    return worth


@cache
def names_of(thing: str, units: Units) -> tuple[str, ...]:
    """Return what a print may call a thing: its names, each also without its measure word.

    A measure word alone, as in 5.3万名, names nothing else and is enough.
    """
    own = (name for each in every() for name in each.counts.get(thing, ()))
    declared = units.named.get(thing) or (thing, f"{thing}s")
    names = [uniform(name) for name in (*own, *declared)]
    bare = [name[1:] for name in names if len(name) > 1 and name[0] in CLASSIFIERS]
    return tuple(dict.fromkeys((*names, *bare, *CLASSIFIERS)))


@cache
def _money(code: str) -> frozenset[str]:
    found = {code, *(name for each in every() for name in each.money.get(code, ()))}
    for locale in (tongue(language).cldr for language in known()):
        found.add(get_currency_symbol(code, locale=locale))
        found |= {get_currency_name(code, count, locale=locale) for count in (None, 1, 2)}
    return frozenset(uniform(sign) for sign in found)


def _patterns(table: Mapping[str, Fraction]) -> Taker:
    ordered = compiled(table)

    def take(scan: Scanner) -> Fraction | None:
        return next((worth for pattern, worth in ordered if scan.take(pattern)), None)

    return take
