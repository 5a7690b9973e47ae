"""The words for the side on which the true value lies."""

from __future__ import annotations

from macros.arithmetic.quantity import Bound
from macros.language.registry import Language
from macros.language.tongue import tongue


def bound_word(bound: Bound, language: Language) -> str:
    """Return the word that goes before the number; empty for exact, vague and range."""
    return next(iter(tongue(language).words.bounds.get(bound, ())), "")


def bounded(text: str, bound: Bound, language: Language) -> str:
    """Return the text with its bound in front."""
    before = bound_word(bound, language)
    return f"{before}{tongue(language).joint}{text}" if before else text
