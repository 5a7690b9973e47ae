"""Reading ``value`` from its own characters, never through a float."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, printed_quantity, spread_quantity
from macros.arithmetic.units import DIMENSIONLESS, Unit, Units
from macros.data.schema.fields import MOST_DECIMALS
from macros.language.grammar import MOST_DIGITS
from macros.language.reading.dates import date_quantity
from macros.problems import TieoutError

LARGEST_EXPONENT: Final = 30
_NUMBER: Final = re.compile(
    r"(?P<sign>-)?(?P<mantissa>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)(?:[eE](?P<exponent>[+-]?[0-9]{1,2}))?"
)
_RATIO: Final = re.compile(r"(?P<top>-?[1-9][0-9]{0,5})/(?P<bottom>[1-9][0-9]{0,5})")
# The first that fits is told.
_REPAIRS: Final = (
    (re.compile(r"\+.*"), "leave the plus sign out"),
    (re.compile(r"-?0[0-9].*"), "leave the leading zero out"),
    (re.compile(r".*_.*"), "leave the underscores out"),
    (re.compile(r".*[,，].*"), "leave the commas out"),
    (re.compile(r"-?\.[0-9].*"), "write a zero before the point"),
    (re.compile(r"-?[0-9]+\.(?:[eE].*)?"), "write a digit after the point, or no point"),
    (re.compile(r"[-+.]*(?:nan|inf|infinity|null|~)", re.I), "leave the report's value out"),
    (re.compile(r".*:.*"), "write the number without a colon"),
    (re.compile(r".*%"), "leave the sign out; unit: percent says it"),
)


def read_value(
    text: str | Sequence[str],
    unit: Unit,
    units: Units,
    *,
    bound: Bound = "exact",
    decimals: int | None = None,
) -> Quantity:
    """Read a report's value.

    Args:
        text: The scalar's characters, such as ``30.0`` or ``1/3``, or a pair of them. A ratio
            such as ``1/3`` of a unit without dimension (percent, times) is the ratio itself.
        unit: The fact's unit, in which the value is written.
        units: The units of the data file.
        bound: The report's bound; a pair without one is a range.
        decimals: Digits after the point that the origin knows, if the text does not show them.

    Raises:
        TieoutError: The text is no number, pair or date, or does not go with the bound.
    """
    if not isinstance(text, str):
        return _pair(text, unit, units, bound)
    if bound in ("vague", "range"):
        raise TieoutError(f"bound {bound} needs two ends", "value: [20, 100]")
    if unit.id == "date":
        return date_quantity(text, bound)
    if match := _RATIO.fullmatch(text):
        return Quantity(_ratio(match, unit), unit.id, bound)
    text, either, margin = (part.strip() for part in text.partition("±"))
    if either:
        return _around(_number(text, unit, units, "exact"), _end(margin, unit, units), bound)
    if bound == "margin":
        raise TieoutError("bound margin needs a margin", "value: 1.55 ± 0.13")
    quantity = _number(text, unit, units, bound)
    if unit.id == "rank" and (quantity.value < 1 or quantity.value.denominator != 1):
        raise TieoutError(f"{text!r} is no rank", "a rank is a whole number from 1")
    return quantity if decimals is None else _known_to(quantity, decimals, unit)


def _around(quantity: Quantity, margin: Fraction, bound: Bound) -> Quantity:
    if bound not in ("exact", "margin") or margin <= 0:
        raise TieoutError("a margin is above zero, and is a bound of its own", "bound: margin")
    return replace(quantity, bound="margin", half=margin)


def _number(text: str, unit: Unit, units: Units, bound: Bound) -> Quantity:
    match = _grammar(text)
    power = int(match["exponent"] or 0)
    return printed_quantity(
        match["mantissa"],
        unit.scale * Fraction(10) ** power if power else unit.scale,
        unit.id,
        bound=bound,
        negative=match["sign"] is not None,
        counted=units.is_counted(unit.id),
    )


def _grammar(text: str) -> re.Match[str]:
    match = _NUMBER.fullmatch(text)
    if match is None:
        repairs = (hint for form, hint in _REPAIRS if form.fullmatch(text.strip()))
        raise TieoutError(f"{text[:40]!r} is no number", next(repairs, "write digits, as in 30.0"))
    if len(match["mantissa"]) > MOST_DIGITS:
        raise TieoutError(f"{text[:12]}… has more than {MOST_DIGITS} digits", "use a larger unit")
    if abs(int(match["exponent"] or 0)) > LARGEST_EXPONENT:
        raise TieoutError(
            f"{text!r} has an exponent beyond {LARGEST_EXPONENT}", "use a larger or smaller unit"
        )
    return match


def _ratio(match: re.Match[str], unit: Unit) -> Fraction:
    scale = 1 if unit.id in DIMENSIONLESS else unit.scale
    return Fraction(int(match["top"]), int(match["bottom"])) * scale


def _known_to(quantity: Quantity, decimals: int, unit: Unit) -> Quantity:
    if not -MOST_DECIMALS <= decimals <= MOST_DECIMALS:
        raise TieoutError(f"decimals: {decimals} is out of reach", f"at most {MOST_DECIMALS}")
    place = unit.scale * Fraction(10) ** -decimals
    return replace(quantity, place=place, half=place / 2)


def _pair(texts: Sequence[str], unit: Unit, units: Units, bound: Bound) -> Quantity:
    if bound == "exact":
        bound = "range"
    if bound not in ("vague", "range"):
        raise TieoutError(f"a pair carries bound {bound}", "bound: vague or range, or one value")
    if len(texts) != 2 or unit.id == "date":
        raise TieoutError("a value is one number or two ends", "value: [80, 90]")
    low, high = (_end(text, unit, units) for text in texts)
    if low > high:
        raise TieoutError("the ends are the wrong way round", f"value: [{texts[1]}, {texts[0]}]")
    return spread_quantity(low, high, unit.id, bound)


def _end(text: str, unit: Unit, units: Units) -> Fraction:
    match = _RATIO.fullmatch(text)
    return _ratio(match, unit) if match else _number(text, unit, units, "exact").value
