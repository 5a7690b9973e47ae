"""Reading one printed figure as a quantity of a known unit."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, printed_quantity, spread_quantity
from macros.arithmetic.units import DIMENSIONLESS, ONE, Unit, Units
from macros.language.grammar import Said, Scanner
from macros.language.number import Number
from macros.language.reading.bounds import bound_behind, read_cue, single, take_after, take_before
from macros.language.reading.dates import read_date
from macros.language.reading.heard import scanner
from macros.language.reading.numerals import End, around, take_number
from macros.language.reading.ranks import read_rank, take_join
from macros.language.reading.signs import Signs, names_of, signs_of
from macros.language.registry import Language
from macros.language.tongue import language_of
from macros.problems import TieoutError

RATIOS: Final = frozenset(DIMENSIONLESS) - {"rank"}


def read_printed(
    text: str,
    unit: Unit,
    units: Units,
    *,
    language: Language = "",
    cue: str = "",
    context: int | None = None,
) -> Quantity:
    """Read a figure as its origin prints it.

    Args:
        text: The print, such as ``1164亿美元`` or ``more than $75 billion``.
        unit: The fact's unit; a print without scale and sign is in it.
        units: The units of the data file.
        language: The language that it is printed in, if not the one that its characters tell.
        cue: Words elsewhere in the sentence that carry the bound, such as ``至少``.
        context: The year that 今年 or a date without a year speaks of.

    Raises:
        TieoutError: The text is no figure of this unit.
    """
    language = language or language_of(text + cue)
    cued, scan = read_cue(cue, language), scanner(text, language)
    if unit.id == "date":
        return read_date(scan, language, cued, context)
    if unit.id == "rank":
        return read_rank(scan, language, cued)
    if unit.id in RATIOS and _is_half_and_more(scan, cued):
        return spread_quantity(Fraction(1, 2), Fraction(3, 5), unit.id, "vague")
    signs = signs_of(unit, units, language)
    found = take_before(scan, language) | cued
    reading = _take_spread(scan, unit, signs) or _take_end(scan, unit, signs)
    if reading is None:
        raise TieoutError(f"cannot read {text!r} as {unit.name or unit.id}", _hint(signs))
    if isinstance(reading, End) and reading.over:
        found.add(reading.over)
    margin = _take_margin(scan, unit, signs) if isinstance(reading, End) else None
    found |= take_after(scan)
    if scan.rest and unit.scale != 1 and units.is_counted(unit.id):
        # A noun is a sign too: “500,000 chips” are not millions of them.
        return read_printed(text, units.read(unit.id), units, language=language, cue=cue)
    found |= _finish(scan, unit, names_of(unit.id, units, language), signs, units)
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


def _is_half_and_more(scan: Scanner, cued: set[Said]) -> bool:
    """Whether the print says a half and a little more, which is read as 0.5 to 0.6."""
    own, start = scan.grammar, scan.at
    told = own.half if cued == {"more_than"} else own.half_and_more
    whole = scan.eat(*told) and not scan.rest
    scan.at = start
    return whole


def _take_margin(scan: Scanner, unit: Unit, signs: Signs) -> End | None:
    """Eat what stands behind ±: how far the true value may lie to either side."""
    if not scan.eat(*(rf"\(?{each}" for each in ("±", *scan.grammar.either))):
        return None
    margin = _take_end(scan, unit, signs)
    if margin and scan.eat(r"\)") and margin.worth is None:
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
    found = (spread for take in scan.grammar.spreads if (spread := take(scan)))
    if spread := next(found, None):
        after = signs.after(scan)
        under = signs.under(scan, False) if under is None else under
        worth = signs.worth(prefix if after is None else after, under) or unit.worth
        return spread_quantity(spread.low * worth, spread.high * worth, unit.id, spread.bound)
    scan.at = start
    return _take_range(scan, unit, signs)


def _take_range(scan: Scanner, unit: Unit, signs: Signs) -> Quantity | None:
    start = scan.at
    first = _take_end(scan, unit, signs)
    second = _take_end(scan, unit, signs) if first and take_join(scan) else None
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
    negative = scan.eat("-", *scan.grammar.minus)
    if not negative:
        scan.eat(r"\+")
    under, prefix = signs.under(scan, True), signs.before(scan)
    named = prefix is not None and scan.text[scan.at - 1].isalpha()
    number = take_number(scan, letters=signs.letters)
    if number is None:
        scan.at = start
        return None
    over = number.over or scan.over()
    after = signs.after(scan)
    if after is not None and (digit := scan.pick(scan.grammar.tails)):
        number = number.ending(digit)
    if named and after is None:
        scan.eat(*scan.grammar.closing)
    over = over or scan.over()
    under = signs.under(scan, False) if under is None else under
    return End(number, signs.worth(prefix if after is None else after, under), negative, over)


def _take_multiple(scan: Scanner, percent: bool) -> End | None:
    found = scan.pick(scan.grammar.multiples)
    return End(Number(found[0]), ONE, less=int(percent and found[1])) if found else None


def _finish(
    scan: Scanner, unit: Unit, names: tuple[str, ...], signs: Signs, units: Units
) -> set[Said]:
    """Eat what may follow: what is counted may be told apart, and a bound stands behind that."""
    if unit.id == "times":
        scan.eat(*scan.grammar.as_much)
    rest, behind = scan.rest, scan.grammar.behind
    if not rest:
        return set()
    counted = unit.id in units.counted
    bound = bound_behind(rest, scan.grammar) if counted else set()
    named = rf"(?:[^0-9%‰]{{0,60}}[^a-z0-9%‰])?(?:{'|'.join(map(re.escape, names))})"
    end = rf"(?:$|{behind.any.pattern})" if behind.pairs else "$"
    if not counted or not re.fullmatch(named + end, rest):
        raise TieoutError(
            f"{rest!r} in {scan.text!r} is no name of the unit {unit.name or unit.id}",
            _hint(signs),
        )
    return bound


def _hint(signs: Signs) -> str:
    return f"quote the figure alone, such as {signs.example}, and its bound in cue:"
