"""Units: their ids, scales and dimensions (pint does the arithmetic of dimensions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

import pint
from babel.core import get_global
from rapidfuzz.distance import OSA

from macros.problems import TieoutError, nearest

SCALES: Final = {
    "thousand": Fraction(10**3),
    "million": Fraction(10**6),
    "billion": Fraction(10**9),
    "trillion": Fraction(10**12),
}
DIMENSIONLESS: Final = ("percent", "times", "rank")
TERMS: Final = ("year", "month", "week", "day", "hour")
BUILT_IN: Final = (*DIMENSIONLESS, *TERMS, "percentage_point", "W", "flops", "date")
PREFIXED: Final = {
    "GW": ("W", Fraction(10**9)),
    "MW": ("W", Fraction(10**6)),
    "TFLOPS": ("flops", Fraction(10**12)),
    "PFLOPS": ("flops", Fraction(10**15)),
    "percent": ("percent", Fraction(1, 100)),
}
_SPOKEN: Final = {"RMB": "CNY", "YEN": "JPY"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as an entry names it: the base unit's id and what one of it is worth."""

    id: str
    scale: Fraction = Fraction(1)


class Units:
    """The units of one data file: the built-in ones, currencies, and its counted things."""

    def __init__(self, counted: Iterable[str] = ()) -> None:
        self.counted = frozenset(counted)
        self.known = self.counted | set(BUILT_IN) | set(PREFIXED)
        self._registry = _registry(tuple(sorted(self.counted)))

    def read(self, text: str) -> Unit:
        """Read a unit as written in the data, such as ``billion USD``.

        Raises:
            TieoutError: The unit is not known.
        """
        scale_word, _, name = text.rpartition(" ")
        scale = SCALES.get(scale_word) if scale_word else Fraction(1)
        if scale is None:
            raise TieoutError(
                f"{scale_word!r} is not a scale", nearest(scale_word, SCALES) or "billion USD"
            )
        if name in PREFIXED:
            base, worth = PREFIXED[name]
            return Unit(base, worth * scale)
        if name in self.known or is_currency(name):
            return Unit(name, scale)
        hint = nearest_currency(name) or nearest(name, self.known)
        raise TieoutError(f"unit {name!r} is not declared", hint)

    def is_counted(self, unit: str) -> bool:
        """Whether the unit counts whole things or terms, so that small numbers are exact."""
        return unit in self.counted or unit in TERMS or unit == "rank"

    def dimension(self, unit: str) -> pint.Unit:
        """Return the dimension in which the unit is reckoned; a ratio has none."""
        name = "dimensionless" if unit in DIMENSIONLESS else f"u_{unit}"
        if is_currency(unit) and name not in self._registry:
            self._registry.define(f"{name} = [{name}]")
        return self._registry.Unit(name)


@cache
def _registry(counted: tuple[str, ...]) -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
    for name in (*counted, *BUILT_IN):
        if name not in DIMENSIONLESS:
            registry.define(f"u_{name} = [u_{name}]")
    return registry


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
    near = [
        (sorted(name) != sorted(code), not in_use, code)
        for code, in_use in _currencies().items()
        if OSA.distance(name, code) == 1
    ]
    return f"did you mean {min(near)[2]!r}?" if near else ""
