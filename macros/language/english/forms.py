"""The forms of English words that compare, made from the words themselves."""

from __future__ import annotations

import re
from typing import Final

_DOUBLED: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def degrees(adjectives: str) -> str:
    """Return a pattern of the comparatives and superlatives of adjectives, such as “bigger”."""
    return rf"(?:{'|'.join(map(_stem, adjectives.split()))})e(?:r|st)"


def verbs(lemmas: str) -> str:
    """Return a pattern of the regular forms of verbs, such as “lags” and “lagging”."""
    forms = (rf"{word}(?:e?s)?|{_stem(word)}(?:ed|ing)" for word in lemmas.split())
    return rf"(?:{'|'.join(forms)})"


def _stem(word: str) -> str:
    """Return what an ending is put to: bigg-, costli-, larg-."""
    if _DOUBLED.fullmatch(word):
        return word + word[-1]
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
