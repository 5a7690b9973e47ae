"""The words for the side on which the true value lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.registry import Language

_WORDS: Final[Mapping[Language, Mapping[Bound, str]]] = {
    "en": {
        "at_least": "at least",
        "more_than": "more than",
        "up_to": "up to",
        "reaching": "as much as",
        "less_than": "less than",
        "nearly": "nearly",
        "about": "about",
        "over": "more than",
    },
    "zh": {
        "at_least": "至少",
        "more_than": "超过",
        "up_to": "最多",
        "reaching": "高达",
        "less_than": "不到",
        "nearly": "近",
        "about": "约",
        "over": "超过",
    },
}


def bound_word(bound: Bound, language: Language) -> str:
    """Return the word that goes before the number; empty for exact, vague and range."""
    return _WORDS[language].get(bound, "")


def bounded(text: str, bound: Bound, language: Language) -> str:
    """Return the text with its bound in front."""
    before = bound_word(bound, language)
    return f"{before} {text}" if before and language == "en" else before + text
