"""Ranks and parts in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from babel import Locale

from macros.language.english.units import ONES, ORDINALS
from macros.language.registry import Language

_HAN: Final = "零一二三四五六七八九十"
_SUFFIXES: Final = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
LARGEST_PART: Final = 10


def word_rank(rank: int, language: Language, short: bool = False) -> str:
    """Return “third” or 第三; digits beyond the words, and in short form."""
    if language == "zh":
        return f"第{_HAN[rank]}" if 1 <= rank <= 10 else f"第{rank}"
    if not short and 1 <= rank <= len(ORDINALS):
        return ORDINALS[rank - 1]
    return f"{rank}{_SUFFIXES[Locale('en').ordinal_form(abs(rank))]}"


def word_part(part: Fraction, language: Language, short: bool = False) -> str | None:
    """Return “one-third” or 三分之一 for a proper fraction with a small denominator, else None."""
    top, bottom = part.numerator, part.denominator
    if not (0 < top < bottom <= LARGEST_PART):
        return None
    if language == "zh":
        return "一半" if bottom == 2 else f"{_HAN[bottom]}分之{_HAN[top]}"
    if short:
        return f"{top}/{bottom}"
    if bottom == 2:
        return "one-half"
    name = "quarter" if bottom == 4 else ORDINALS[bottom - 1]
    return f"{ONES[top - 1]}-{name}{'s' if top > 1 else ''}"
