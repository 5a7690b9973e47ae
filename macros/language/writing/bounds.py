"""The words for the side on which the true value lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.chinese.units import CHINESE_BOUNDS
from macros.language.english.units import ENGLISH_BOUNDS
from macros.language.registry import Language

_WORDS: Final[Mapping[Language, Mapping[str, tuple[str, ...]]]] = {
    "en": ENGLISH_BOUNDS,
    "zh": CHINESE_BOUNDS,
}


def bound_word(bound: Bound, language: Language) -> str:
    """Return the word that goes before the number; empty for exact, vague and range."""
    return next(iter(_WORDS[language].get(bound, ())), "")


def bounded(text: str, bound: Bound, language: Language) -> str:
    """Return the text with its bound in front."""
    before = bound_word(bound, language)
    return f"{before} {text}" if before and language == "en" else before + text
