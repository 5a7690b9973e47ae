"""Reading one printed figure as a quantity of a known unit."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, printed_quantity, spread_quantity
from macros.arithmetic.units import DIMENSIONLESS, ONE, Unit, Units
from macros.language.reading.bounds import (
    AFTER_ANY,
    Said,
    bound_behind,
    read_cue,
    single,
    take_after,
    take_before,
)
from macros.language.reading.dates import read_date
from macros.language.reading.numerals import End, Number, around, take_number, take_over
from macros.language.reading.ranks import read_rank
from macros.language.reading.scanner import Scanner, flat, uniform, words
from macros.language.reading.signs import Signs, names_of, signs_of
from macros.language.reading.spelled import HAN
from macros.language.reading.vague import is_half_and_more, take_pair, take_vague
from macros.problems import TieoutError

RATIOS: Final = frozenset(DIMENSIONLESS) - {"rank"}
_MINUS: Final = re.compile(r"[-负]")
_EITHER_SIDE: Final = re.compile(r"\(?(?:±|plus or minus |正负)")
_BRACKET: Final = re.compile(r"\)")
_PLUS: Final = re.compile(r"\+")
_MIDDLE: Final = re.compile(r"(?: ?[-~至到] ?| (?:to|and) )")
_CLASSIFIER: Final = re.compile("个(?=[多余])")
_YUAN: Final = re.compile("元")  # 新台币120亿元
_HALF_FIRST: Final = re.compile("个半(?=个?月|个?小时|个?星期|个?钟头|个?百分点)")
_HALF_LAST: Final = re.compile("半(?![导年个径])")
_TENTH_LAST: Final = re.compile("(?<=成)[一二三四五六七八九半](?![成个十百千])")
_MULTIPLES: Final = {
    "2": words("double[ds]?", "doubling", "twice", "twofold", "翻了?一?番", "翻了?倍"),
    "3": words("triple[ds]?", "tripling", "thrice", "threefold"),
    "4": words("quadruple[ds]?", "quadrupling", "fourfold", "翻了?两番"),
    "8": words("翻了?三番"),
}
_CHANGE: Final = re.compile(r"翻|.*(?:d|ing)$")
_AS_MUCH: Final = re.compile(r"as (?:much|many|large|high|big)(?![a-z])")


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
    signs = signs_of(unit, units)
    if unit.id == "date":
        return read_date(plain, cued, context)
    if unit.id == "rank":
        return read_rank(plain, cued)
    if unit.id in RATIOS and is_half_and_more(plain, cued):
        return spread_quantity(Fraction(1, 2), Fraction(3, 5), unit.id, "vague")
    scan = Scanner(flat(text))
    found = take_before(scan) | cued
    reading = _take_spread(scan, unit, signs) or _take_end(scan, unit, signs)
    if reading is None:
        raise TieoutError(f"cannot read {text!r} as {unit.name or unit.id}", _hint(signs))
    if isinstance(reading, End) and reading.over:
        found.add(reading.over)
    margin = _take_margin(scan, unit, signs) if isinstance(reading, End) else None
    found |= take_after(scan)
    if scan.rest and unit.scale != 1 and units.is_counted(unit.id):
        # A noun is a sign too: “500,000 chips” are not millions of them.
        return read_printed(text, units.read(unit.id), units, cue=cue)
    found |= _finish(scan, unit, units)
    below = "minus" in found
    bound = single(found - {"minus"}, text)
    if isinstance(reading, End):
        reading = replace(reading, negative=reading.negative or below)
        if margin and bound == "exact":
            return around(reading.borrowing(margin), margin.borrowing(reading), unit)
        return _stated(reading, unit, units, bound)
    if bound not in ("exact", "about") or (bound == "about" and reading.bound == "vague"):
        raise TieoutError(
            f"{text!r} is {reading.bound} and carries {bound} too", "quote the one or the other"
        )
    return reading.mirrored() if below and reading.value > 0 else reading


def _take_margin(scan: Scanner, unit: Unit, signs: Signs) -> End | None:
    """Eat what stands behind ±: how far the true value may lie to either side."""
    if not scan.take(_EITHER_SIDE):
        return None
    margin = _take_end(scan, unit, signs)
    if margin and scan.take(_BRACKET) and margin.worth is None:
        return replace(margin, worth=signs.after(scan))
    return margin


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


def _take_spread(scan: Scanner, unit: Unit, signs: Signs) -> Quantity | None:
    """Eat a vague word, a pair such as 两三年, or a range; or nothing."""
    start = scan.at
    under, prefix = signs.under(scan, True), signs.before(scan)
    if spread := take_vague(scan) or take_pair(scan):
        after = signs.after(scan)
        under = signs.under(scan, False) if under is None else under
        worth = signs.worth(prefix if after is None else after, under) or unit.worth
        return spread_quantity(spread.low * worth, spread.high * worth, unit.id, spread.bound)
    scan.at = start
    return _take_range(scan, unit, signs)


def _take_range(scan: Scanner, unit: Unit, signs: Signs) -> Quantity | None:
    start = scan.at
    first = _take_end(scan, unit, signs)
    second = _take_end(scan, unit, signs) if first and scan.take(_MIDDLE) else None
    if first is None or second is None:
        scan.at = start
        return None
    low, high = first.borrowing(second).value(unit), second.value(unit)
    if low > high:
        low = first.value(unit)
    if low > high:
        raise TieoutError(f"{scan.text!r} runs from high to low", "print the lower end first")
    return spread_quantity(low, high, unit.id, "range")


def _take_end(scan: Scanner, unit: Unit, signs: Signs) -> End | None:
    if unit.id in RATIOS and (multiple := _take_multiple(scan, unit.id == "percent")):
        return multiple
    start = scan.at
    negative = scan.take(_MINUS) is not None
    if not negative:
        scan.take(_PLUS)
    under, prefix = signs.under(scan, True), signs.before(scan)
    named = prefix is not None and scan.text[scan.at - 1] > "\u4e00"
    number = take_number(scan, letters=signs.letters)
    if number is None:
        scan.at = start
        return None
    if scan.take(_HALF_FIRST):
        number = number.ending("5")
    scan.take(_CLASSIFIER)
    over = number.over or take_over(scan)
    if (after := signs.after(scan)) is not None:
        if match := scan.take(_TENTH_LAST):
            number = number.ending("5" if match[0] == "半" else str(HAN[match[0]]))
        elif scan.take(_HALF_LAST):
            number = number.ending("5")
    if named and after is None:
        scan.take(_YUAN)
    over = over or take_over(scan)
    under = signs.under(scan, False) if under is None else under
    return End(number, signs.worth(prefix if after is None else after, under), negative, over)


def _take_multiple(scan: Scanner, percent: bool) -> End | None:
    for mantissa, pattern in _MULTIPLES.items():
        if match := scan.take(pattern):
            less = 1 if percent and _CHANGE.match(match[0]) else 0
            return End(Number(mantissa), ONE, less=less)
    return None


def _finish(scan: Scanner, unit: Unit, units: Units) -> set[Said]:
    """Eat what may follow: what is counted may be told apart, and a bound stands behind that."""
    if unit.id == "times":
        scan.take(_AS_MUCH)
    rest = scan.rest
    if not rest:
        return set()
    counted = unit.id in units.counted
    bound = bound_behind(rest) if counted else set()
    names = "|".join(map(re.escape, names_of(unit.id, units)))
    named = rf"(?:[^0-9%‰]{{0,60}}[^a-z0-9%‰])?(?:{names})(?:$|{AFTER_ANY.pattern})"
    if not counted or not re.fullmatch(named, rest):
        raise TieoutError(
            f"{rest!r} in {scan.text!r} is no name of the unit {unit.name or unit.id}",
            _hint(signs_of(unit, units)),
        )
    return bound


def _hint(signs: Signs) -> str:
    return f"quote the figure alone, such as {signs.example}, and its bound in cue:"
