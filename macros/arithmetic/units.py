"""Units: what an entry may name, what one is worth, and of which dimension it is.

A unit is a product of parts: measured ones (whatever pint can parse), currencies, and the things
that the data file declares to count. ``kWh/person``, ``EUR/MWh`` and ``million km^2`` are units.
One currency is never converted into another: a rate is a fact like any other, for formulas to name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from typing import Final, Literal

from babel.core import get_global

from macros.arithmetic.measures import RATIO, TERMS, Dimension, measure, written_product
from macros.problems import TieoutError, nearest

SCALES: Final = {
    "thousand": Fraction(10**3),
    "million": Fraction(10**6),
    "billion": Fraction(10**9),
    "trillion": Fraction(10**12),
}
ONE: Final = Fraction(1)
DIMENSIONLESS: Final = ("percent", "times", "rank")
BUILT_IN: Final = (*DIMENSIONLESS, *TERMS, "percentage_point", "date", "person")
_ALONE: Final = frozenset((*DIMENSIONLESS, "percentage_point", "date"))
_WORTH: Final = {"percent": Fraction(1, 100)}
_SPOKEN: Final = {"RMB": "CNY", "YEN": "JPY"}
OFTEN: Final = ("kWh", "TWh", "GW", "km", "km^2", "tonne", "litre", "°C", "EUR/MWh", "kWh/person")
# With its power in each way that one types it: km^2, km², and m2.
_PART: Final = re.compile(
    r"(?P<name>[^\s/*·^]+?)(?:\^(?P<power>[1-9])|(?P<raised>[²³]|(?<=m)[23]))?"
)
_HINT: Final = (
    "built in: {built}, the codes of currencies, and what is measured, such as {often}; "
    "declare a thing that is counted under units:, with its label"
)

UnitKind = Literal["measured", "money", "counted", "alone"]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """One factor of a unit, as it is named and without its prefix."""

    name: str
    base: str
    kind: UnitKind
    worth: Fraction = ONE
    power: int = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as an entry names it.

    Attributes:
        id: The same without scale word and prefixes: USD, Wh, EUR/Wh. Values are in it.
        scale: What one of the named unit is worth in that.
        name: As named, without the scale word.
        worth: What one of the name is worth: 10**12 for TWh, 0.01 for percent.
        parts: The factors above the line, then those below it.
    """

    id: str
    scale: Fraction = ONE
    name: str = field(default="", compare=False)
    worth: Fraction = field(default=ONE, compare=False)
    parts: tuple[UnitPart, ...] = field(default=(), compare=False)

    def __hash__(self) -> int:
        return hash(self.id)  # of one id there are few scales, and their hash takes its time

    @property
    def spelled(self) -> str:
        """The unit as an entry names it, with its scale word."""
        scales = (word for word, worth in SCALES.items() if worth * self.worth == self.scale)
        return f"{next(scales, '')} {self.name or self.id}".strip()

    @property
    def kind(self) -> UnitKind:
        """What its first factor is."""
        if self.parts:
            return self.parts[0].kind
        return "money" if is_currency(self.id) else "alone"


def worth_of(unit: str) -> Fraction:
    """Return what the published value counts in: 0.01 for percent, else the base unit itself."""
    return _WORTH.get(unit, ONE)


class Units:
    """The units of one data file.

    Args:
        counted: Ids of the things that it declares to count, with what a print may call them.
    """

    def __init__(self, counted: Mapping[str, Iterable[str]] | Iterable[str] = ()) -> None:
        named = counted if isinstance(counted, Mapping) else dict.fromkeys(counted, ())
        self.named: Mapping[str, tuple[str, ...]] = {k: tuple(v) for k, v in named.items()}
        self.counted = frozenset((*self.named, "person"))
        self._read: dict[str, Unit] = {}

    def read(self, text: str) -> Unit:
        """Read a unit as written in the data, such as ``billion USD`` or ``kWh/person``.

        Raises:
            TieoutError: The unit is not known.
        """
        if text not in self._read:
            self._read[text] = self._unit(text)
        return self._read[text]

    def _unit(self, text: str) -> Unit:
        first, _, rest = text.partition(" ")
        if rest and first not in SCALES:
            raise self._spaced(text)
        scale, name = (SCALES[first], rest) if rest else (ONE, text)
        parts = tuple(self._parts(name))
        worth = _WORTH.get(name, ONE)
        for part in parts:
            worth *= part.worth**part.power
        spelled = written_product([(part.base, part.power) for part in parts])
        return Unit(spelled, scale * worth, name, worth, parts)

    def _parts(self, name: str) -> Iterable[UnitPart]:
        for sign, factors in zip_longest("+", name.split("/"), fillvalue="-"):
            for text in re.split("[*·]", factors):
                match = _PART.fullmatch(text)
                if match is None:
                    raise self._unknown(name)
                power = int(match["power"] or unicodedata.numeric(match["raised"] or "1"))
                part = self._part(match["name"], alone=name == text)
                yield UnitPart(*part, power if sign == "+" else -power)

    def _part(self, name: str, *, alone: bool) -> tuple[str, str, UnitKind, Fraction]:
        if name in self.counted:
            return name, name, "counted", ONE
        if name in _ALONE and alone:
            return name, name, "alone", ONE
        if is_currency(name):
            return name, name, "money", ONE
        if found := measure(name):
            return name, found.base, "measured", found.prefix
        raise self._unknown(name)

    def _spaced(self, text: str) -> TieoutError:
        """Return what is wrong with a unit of several words: a scale, or how they are joined."""
        first = text.partition(" ")[0]
        if near := nearest(first, SCALES):
            return TieoutError(f"{first!r} is not a scale", near)
        joined = text.replace(" per ", "/").replace(" ", "_")
        try:
            return TieoutError(f"unit {text!r} is not declared", f"write {self.read(joined).name}")
        except TieoutError:
            return self._unknown(text)

    def _unknown(self, name: str) -> TieoutError:
        told = f"unit {name!r} is not declared"
        if code := nearest_currency(name):
            return TieoutError(told, code)
        near = nearest(name, (*self.counted, *BUILT_IN, *OFTEN))
        hint = _HINT.format(built=", ".join(BUILT_IN), often=", ".join(OFTEN))
        return TieoutError(told, f"{near} {hint}".strip())

    def is_counted(self, unit: str) -> bool:
        """Whether the unit counts whole things or terms, so that small numbers are exact."""
        return unit in self.counted or unit in TERMS or unit == "rank"

    def dimension(self, unit: str) -> Dimension:
        """Return the dimension in which the unit is reckoned; a ratio has none."""
        made = RATIO
        for part in self.read(unit).parts:
            found = measure(part.base) if part.kind == "measured" else None
            kind = RATIO if part.base in DIMENSIONLESS else Dimension(((part.base, ONE),))
            made *= (found.dimension if found else kind) ** part.power
        return made

    def factor(self, unit: str) -> Fraction:
        """Return what one of a base unit is worth among others of its dimension."""
        factor = ONE
        for part in self.read(unit).parts:
            if part.kind == "measured" and (found := measure(part.base)):
                factor *= found.factor**part.power
        return factor


@cache
def _currencies() -> dict[str, bool]:
    """Return the codes that are legal tender somewhere, or were, and whether they still are.

    Codes of funds and tests are left out: USN and USS are a slip of the hand away from USD.
    """
    tender: dict[str, bool] = {}
    for used in get_global("territory_currencies").values():
        for code, _, ended, legal in used:
            if legal:
                tender[code] = tender.get(code, False) or ended is None
    return tender


def is_currency(unit: str) -> bool:
    """Whether the id is the ISO 4217 code of a currency that is or was legal tender."""
    return unit in _currencies()


def nearest_currency(name: str) -> str:
    """Return “did you mean …?” for a code that is one slip away, those in use first."""
    if name in _SPOKEN:
        return f"did you mean {_SPOKEN[name]!r}?"
    if len(name) != 3 or not name.isupper():
        return ""
    from rapidfuzz.distance import OSA  # as in `nearest`: most runs find nothing wrong

    near = [
        # Two letters that changed places are the likelier slip, then codes in use.
        (sorted(name) != sorted(code), not in_use, code)
        for code, in_use in _currencies().items()
        if OSA.distance(name, code) == 1
    ]
    return f"did you mean {min(near)[2]!r}?" if near else ""
