"""Reading one printed figure as a quantity of a known unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, printed_quantity, spread_quantity
from macros.arithmetic.units import DIMENSIONLESS, Unit, Units
from macros.language.reading.bounds import bound_behind, read_cue, single, take_after, take_before
from macros.language.reading.dates import read_date
from macros.language.reading.numerals import Number, take_number, take_over
from macros.language.reading.ranks import read_rank
from macros.language.reading.scanner import Scanner, uniform, words
from macros.language.reading.signs import FOREIGN, HUNDREDTH, ONE, signs_of
from macros.language.reading.vague import is_half_and_more, take_pair, take_vague
from macros.problems import TieoutError

RATIOS: Final = frozenset(DIMENSIONLESS) - {"rank"}
_MINUS: Final = re.compile(r"[-负]")
_PLUS: Final = re.compile(r"\+")
_MIDDLE: Final = re.compile(r"(?: ?[-~至到] ?| (?:to|and) )")
_CLASSIFIER: Final = re.compile("个(?=[多余])")
_MULTIPLES: Final = {
    "2": words("double[ds]?", "doubling", "twice", "twofold", "翻一?番", "翻倍", "翻了一番"),
    "3": words("triple[ds]?", "tripling", "thrice", "threefold"),
    "4": words("quadruple[ds]?", "quadrupling", "fourfold", "翻两番"),
}
_CHANGE: Final = re.compile(r"翻|.*(?:d|ing)$")
_FREE_DIGIT: Final = re.compile(r"(?<![a-z0-9.-])[0-9]")
_AS_MUCH: Final = re.compile(r"as (?:much|many|large|high|big)(?![a-z])")


@dataclass(frozen=True, slots=True)
class End:
    """One number of a print, with its sign.

    Attributes:
        number: The number and its scale.
        worth: What its unit's sign is worth in the base unit; None without a sign.
        negative: Whether it lies below zero.
        over: A bound behind the number, such as 多.
        less: What to take off, because a word such as “doubled” states the change.
    """

    number: Number
    worth: Fraction | None
    negative: bool = False
    over: Bound | None = None
    less: int = 0

    def scaled(self, unit: Unit) -> Fraction:
        """Return the worth of one unit of the mantissa, in the base unit."""
        if self.worth is None and self.number.scale is None:
            return unit.scale
        worth = self.worth or (HUNDREDTH if unit.id == "percent" else ONE)
        return (self.number.scale or ONE) * worth

    def value(self, unit: Unit) -> Fraction:
        """Return its value in the base unit."""
        scale = ONE if self.number.fraction is not None else self.scaled(unit)
        return self.number.amount * scale * (-1 if self.negative else 1) - self.less

    def borrowing(self, other: End) -> End:
        """Return this end with the scale and sign that it shares with the other, as in 30–40%."""
        scale = self.number.scale or other.number.scale
        worth = other.worth if self.worth is None else self.worth
        return replace(self, number=replace(self.number, scale=scale), worth=worth)


def read_printed(
    text: str, unit: Unit, units: Units, *, cue: str = "", context: int | None = None
) -> Quantity:
    """Read a figure as its origin prints it, in Chinese or English.

    Args:
        text: The print, such as ``1164亿美元`` or ``more than $75 billion``.
        unit: The fact's unit; a print without scale and sign is in it.
        units: The units of the data file.
        cue: Words elsewhere in the sentence that carry the bound, such as ``至少``.
        context: The year that 今年 or a date without a year speaks of.

    Raises:
        TieoutError: The text is no figure of this unit.
    """
    plain, cued = uniform(text), read_cue(cue)
    if unit.id == "date":
        return read_date(plain, cued, context)
    if unit.id == "rank":
        return read_rank(plain, cued)
    if unit.id in RATIOS and is_half_and_more(plain, cued):
        return spread_quantity(Fraction(1, 2), Fraction(3, 5), unit.id, "vague")
    scan = Scanner(plain)
    found = take_before(scan) | cued
    reading = _take_spread(scan, unit) or _take_end(scan, unit)
    if reading is None:
        raise TieoutError(f"cannot read {text!r} as {unit.id}", _hint(unit))
    if isinstance(reading, End) and reading.over:
        found.add(reading.over)
    found |= take_after(scan)
    if scan.rest and unit.scale != 1 and units.is_counted(unit.id):
        # A noun is a sign too: “500,000 chips” are not millions of them.
        return read_printed(text, Unit(unit.id), units, cue=cue)
    bound = single(found | _finish(scan, unit), text)
    if isinstance(reading, End):
        return _stated(reading, unit, units, bound)
    if bound not in ("exact", "about") or (bound == "about" and reading.bound == "vague"):
        raise TieoutError(
            f"{text!r} is {reading.bound} and carries {bound} too", "quote the one or the other"
        )
    return reading


def _stated(end: End, unit: Unit, units: Units, bound: Bound) -> Quantity:
    if end.number.fraction is not None:
        return _ratio(end, unit, bound)
    quantity = printed_quantity(
        end.number.mantissa,
        end.scaled(unit),
        unit.id,
        bound=bound,
        negative=end.negative,
        counted=units.is_counted(unit.id),
    )
    return replace(quantity, value=quantity.value - end.less) if end.less else quantity


def _ratio(end: End, unit: Unit, bound: Bound) -> Quantity:
    if unit.id not in RATIOS or end.worth is not None:
        raise TieoutError(
            f"the print is a part of something, and the unit is {unit.id}",
            "unit: percent or times",
        )
    return Quantity(end.value(unit), unit.id, bound)


def _take_spread(scan: Scanner, unit: Unit) -> Quantity | None:
    """Eat a vague word, a pair such as 两三年, or a range; or nothing."""
    signs, start = signs_of(unit.id), scan.at
    prefix = _take_sign(scan, signs.before)
    if spread := take_vague(scan) or take_pair(scan):
        after = _take_sign(scan, signs.after)
        worth = next((each for each in (after, prefix) if each is not None), None)
        if worth is None:
            worth = HUNDREDTH if unit.id == "percent" else ONE
        return spread_quantity(spread.low * worth, spread.high * worth, unit.id, spread.bound)
    scan.at = start
    return _take_range(scan, unit)


def _take_range(scan: Scanner, unit: Unit) -> Quantity | None:
    start = scan.at
    first = _take_end(scan, unit)
    second = _take_end(scan, unit) if first and scan.take(_MIDDLE) else None
    if first is None or second is None:
        scan.at = start
        return None
    low, high = first.borrowing(second).value(unit), second.value(unit)
    if low > high:
        low = first.value(unit)
    if low > high:
        raise TieoutError(f"{scan.text!r} runs from high to low", "print the lower end first")
    return spread_quantity(low, high, unit.id, "range")


def _take_end(scan: Scanner, unit: Unit) -> End | None:
    if unit.id in RATIOS and (multiple := _take_multiple(scan, unit.id == "percent")):
        return multiple
    start, signs = scan.at, signs_of(unit.id)
    negative = scan.take(_MINUS) is not None
    if not negative:
        scan.take(_PLUS)
    prefix = _take_sign(scan, signs.before)
    number = take_number(scan)
    if number is None:
        scan.at = start
        return None
    scan.take(_CLASSIFIER)
    over = number.over or take_over(scan)
    after = _take_sign(scan, signs.after)
    over = over or take_over(scan)
    return End(number, prefix if after is None else after, negative, over)


def _take_multiple(scan: Scanner, percent: bool) -> End | None:
    for mantissa, pattern in _MULTIPLES.items():
        if match := scan.take(pattern):
            less = 1 if percent and _CHANGE.match(match[0]) else 0
            return End(Number(mantissa), ONE, less=less)
    return None


def _take_sign(
    scan: Scanner, signs: tuple[tuple[re.Pattern[str], Fraction], ...]
) -> Fraction | None:
    for pattern, worth in signs:
        if scan.take(pattern):
            return worth
    return None


def _finish(scan: Scanner, unit: Unit) -> set[Bound]:
    """Eat what may follow: behind a counted number any noun, and a bound behind that."""
    if unit.id == "times":
        scan.take(_AS_MUCH)
    rest = scan.rest
    if not rest:
        return set()
    if signs_of(unit.id).after or not _is_noun(rest):
        raise TieoutError(f"cannot read {rest!r} in {scan.text!r} as {unit.id}", _hint(unit))
    return bound_behind(rest)


def _is_noun(rest: str) -> bool:
    """Whether the text can name what is counted: no other unit's sign, no further number."""
    starts = rest[0].isalpha() or rest[0] in "-'\"“‘(《"
    return starts and not FOREIGN.search(rest) and not _FREE_DIGIT.search(rest)


def _hint(unit: Unit) -> str:
    return f"quote the figure alone, such as {signs_of(unit.id).example}, and its bound in cue:"
