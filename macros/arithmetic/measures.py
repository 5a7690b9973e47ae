"""Dimensions, and the measured units of one: what pint can parse, without the prefix.

A temperature is a difference here: it is converted without an offset, so that 1 °F is 5/9 °C.
The registry takes a seventh of a second to load, so it is loaded where a data file measures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pint

TERMS: Final = ("year", "month", "week", "day", "hour")
# Words that pint reads as units of print, of mass or of nothing, and nobody else does.
_NOT_MEANT: Final = frozenset(("point", "points", "pp", "count", "counts", "bag", "turn", "a"))
_LONGEST: Final = 60


@dataclass(frozen=True)
class Dimension:
    """What a unit is a product of: each kind of thing, and to which power."""

    powers: tuple[tuple[str, Fraction], ...] = ()

    def __mul__(self, other: Dimension) -> Dimension:
        mine, theirs = dict(self.powers), dict(other.powers)
        return dimension({k: mine.get(k, 0) + theirs.get(k, 0) for k in mine | theirs})

    def __truediv__(self, other: Dimension) -> Dimension:
        return self * other**-1

    def __pow__(self, power: Fraction | int) -> Dimension:
        return dimension({kind: each * power for kind, each in self.powers})

    def __str__(self) -> str:
        return written_product(self.powers) if self.powers else "a ratio"


def written_product(powers: Sequence[tuple[str, Fraction | int]]) -> str:
    """Return a product as units are written: ``EUR/MWh``, ``m^2``."""
    raised = [(kind if abs(p) == 1 else f"{kind}^{abs(p)}", p > 0) for kind, p in powers]
    over = "*".join(kind for kind, is_over in raised if is_over)
    return f"{over or 1}{''.join(f'/{kind}' for kind, is_over in raised if not is_over)}"


def dimension(powers: Mapping[str, Any]) -> Dimension:
    """Return the product of kinds, each to its power."""
    return Dimension(tuple(sorted((k, Fraction(p)) for k, p in powers.items() if p)))


RATIO: Final = Dimension()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured unit.

    Attributes:
        base: The same without prefix, by its sign: Wh for TWh.
        word: pint's long name, such as ``terawatt_hour``.
        prefix: What the prefix is worth.
        factor: What one is worth in SI's own units.
        dimension: What it measures.
    """

    base: str
    word: str
    prefix: Fraction
    factor: Fraction
    dimension: Dimension

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Measure:
        """Return one that was written down as JSON."""
        worth = {name: Fraction(told[name]) for name in ("prefix", "factor")}
        powers = dimension(dict(told["dimension"]["powers"]))
        return cls(told["base"], told["word"], **worth, dimension=powers)


KNOWN: Final[dict[str, Measure | dict[str, Any] | None]] = {}
"""What has been asked before, by name, in this run or, as JSON has it, in one that kept it."""


def measure(name: str) -> Measure | None:
    """Return the measured unit of a sign or name, such as ``km`` or ``mile``; None if none is."""
    if name not in KNOWN:
        KNOWN[name] = _measure(name)
    if isinstance(known := KNOWN[name], dict):  # of hundreds that are kept a few are asked
        known = KNOWN[name] = Measure.of(known)
    return known


def _measure(name: str) -> Measure | None:
    if name in _NOT_MEANT or len(name) > _LONGEST or not name.replace("_", "a").strip("°℃Ω%"):
        return None
    registry = _registry()
    try:
        # Of several readings the one with the least prefix: cd is a candela, and no part of a day.
        prefix, unit, _ = min(registry.parse_unit_name(name), key=lambda each: len(each[0]))
        factor, product = registry.get_base_units(prefix + unit)
        whole, _ = registry.get_base_units(unit)
    # pint raises whatever its own parser meets.
    except Exception:
        return None
    powers = {str(kind): power for kind, power in product._units.items()}
    if not (powers or unit == "ppm"):  # percent is ours; decibels and radians are no ratios
        return None
    base = unit if unit in TERMS else registry.get_symbol(unit)
    worth = Fraction(str(factor))
    return Measure(base, prefix + unit, worth / Fraction(str(whole)), worth, dimension(powers))


@cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("flops = [flops] = flops = FLOPS")
    return registry
