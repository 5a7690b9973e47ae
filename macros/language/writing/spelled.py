"""Ranks, parts, and sizes of which no more is known, in words: “third”, 三分之一, 数百亿."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Quantity
from macros.language.registry import Language
from macros.language.tongue import tongue, words
from macros.language.writing.amounts import Style

LARGEST_PART: Final = 10
LARGEST_POWER: Final = 15
_UNSPOKEN: Final = frozenset({"percent", "rank"})


def word_rank(rank: int, language: Language, short: bool = False) -> str:
    """Return “third” or 第三; digits beyond the words, and where axes have these."""
    own, spelled = words(language), words(language).spelled
    ranks = spelled.get("short_ranks" if short else "ranks", spelled.get("ranks", ()))
    if 1 <= rank <= len(ranks):
        return ranks[rank - 1]
    return own.ordinals[tongue(language).cldr.ordinal_form(abs(rank))].format(n=rank)


def word_part(part: Fraction, language: Language, short: bool = False) -> str | None:
    """Return “one-third” or 三分之一 for a proper fraction with a small denominator, else None."""
    top, bottom = part.numerator, part.denominator
    own = words(language).parts
    if not own or not (0 < top < bottom <= LARGEST_PART):
        return None
    if short and "short" in own:
        return own["short"].format(top=top, bottom=bottom)
    if bottom == 2:
        return own["half"]
    spelled = words(language).spelled
    form = own["one"] if top == 1 else own.get("many", own["one"])
    tops = spelled.get("tops", spelled["few"])
    return form.format(top=tops[top - 1], bottom=spelled["bottoms"][bottom - 1])


def word_vague(quantity: Quantity, style: Style) -> str | None:
    """Return the vague word whose two ends the quantity has; None if there is none."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return None
    if (low, high) == (Fraction(1, 2), Fraction(3, 5)) and style.unit.id in ("percent", "times"):
        return words(style.language).spoken["half_and_more"]
    write = tongue(style.language).vague
    if write is None or low <= 0 or style.unit.id in _UNSPOKEN:
        return None
    low, high = low / style.counted_in[1], high / style.counted_in[1]
    wide = high == 10 * low
    power = _power(high / 10)
    if power is None or not ((wide and power) or high == 5 * low):
        return None
    noun = style.noun(many=True, money=True)
    if not noun[:1].isalpha():  # a sign such as × stands behind digits only
        noun = replace(style, short=False).noun(many=True, money=True)
    return write(power, wide, noun, style.unit)


def _power(size: Fraction) -> int | None:
    return next((power for power in range(LARGEST_POWER + 1) if size == 10**power), None)
