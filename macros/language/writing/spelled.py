"""Ranks, parts, and sizes of which no more is known, in words: “third”, 三分之一, 数百亿."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from babel import Locale

from macros.arithmetic.quantity import Quantity
from macros.language.english.number_words import ONES, ORDINALS
from macros.language.registry import Language
from macros.language.tongue import words
from macros.language.writing.amounts import Style

_DIGITS: Final = "零一二三四五六七八九十"
_SUFFIXES: Final = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
LARGEST_PART: Final = 10
LARGEST_POWER: Final = 15
_ENGLISH: Final = ("thousands", "millions", "billions", "trillions", "thousands of trillions")
_CLASSIFIERS: Final = "家个名颗款种枚位台座项人次只条份套辆"
_UNSPOKEN: Final = frozenset({"percent", "rank"})


def word_rank(rank: int, language: Language, short: bool = False) -> str:
    """Return “third” or 第三; digits beyond the words, and in short form."""
    if language == "zh":
        return f"第{_DIGITS[rank]}" if 1 <= rank <= 10 else f"第{rank}"
    if not short and 1 <= rank <= len(ORDINALS):
        return ORDINALS[rank - 1]
    return f"{rank}{_SUFFIXES[Locale('en').ordinal_form(abs(rank))]}"


def word_part(part: Fraction, language: Language, short: bool = False) -> str | None:
    """Return “one-third” or 三分之一 for a proper fraction with a small denominator, else None."""
    top, bottom = part.numerator, part.denominator
    if not (0 < top < bottom <= LARGEST_PART):
        return None
    if language == "zh":
        return "一半" if bottom == 2 else f"{_DIGITS[bottom]}分之{_DIGITS[top]}"
    if short:
        return f"{top}/{bottom}"
    if bottom == 2:
        return "one-half"
    name = "quarter" if bottom == 4 else ORDINALS[bottom - 1]
    return f"{ONES[top - 1]}-{name}{'s' if top > 1 else ''}"


def word_vague(quantity: Quantity, style: Style) -> str | None:
    """Return the vague word whose two ends the quantity has; None if there is none."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return None
    if (low, high) == (Fraction(1, 2), Fraction(3, 5)) and style.unit.id in ("percent", "times"):
        return words(style.language).spoken["half_and_more"]
    if low <= 0 or style.unit.id in _UNSPOKEN:
        return None
    low, high = low / style.counted_in[1], high / style.counted_in[1]
    counted_by = high == 10 * low
    power = _power(high / 10)
    if power is None or not ((counted_by and power) or high == 5 * low):
        return None
    if style.language == "en":
        return _english(power, style)
    return _by(power, style) if counted_by else "数" + _han(power) + style.noun(many=True)


def _power(size: Fraction) -> int | None:
    return next((power for power in range(LARGEST_POWER + 1) if size == 10**power), None)


def _english(power: int, style: Style) -> str:
    noun = style.noun(many=True, money=True)
    if power == 0:
        return f"several {noun}"
    thousands, rest = divmod(power, 3)
    parts = [("", "tens", "hundreds")[rest], ("", *_ENGLISH)[thousands]]
    if power == 1 and style.unit.kind != "money":
        parts = ["dozens"] if style.unit.id != "year" else ["decades"]
        noun = "" if style.unit.id == "year" else noun
    return " of ".join([word for word in (*parts, noun) if word])


def _by(power: int, style: Style) -> str:
    noun = style.noun(many=True)
    if noun[:1] in _CLASSIFIERS and style.unit.id in style.words:
        noun = noun[1:]
    size = f"数以{_han(power)}计"
    return f"{size}的{noun}" if noun else size


def _han(power: int) -> str:
    large = 12 if power >= 12 else 8 if power >= 8 else 4 if power >= 4 else 0
    return ("", "十", "百", "千")[power - large] + {0: "", 4: "万", 8: "亿", 12: "万亿"}[large]
