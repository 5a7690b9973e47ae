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
    stems = ((word, word.removesuffix("e"), word[-1]) for word in lemmas.split())
    forms = (rf"{word}(?:e?s)?|{stem}{last}?(?:ed|ing)" for word, stem, last in stems)
    return rf"(?:{'|'.join(forms)})"


def _stem(word: str) -> str:
    """Return what an ending is put to: bigg-, costli-, larg-."""
    if _DOUBLED.fullmatch(word):
        return word + word[-1]
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")


def phrases(text: str) -> str:
    """Return a pattern of phrases that are parted by commas; a star is the rest of a word."""
    each = ("[ -]".join(phrase.split()).replace("*", r"\w*") for phrase in text.split(","))
    return rf"\b(?:{'|'.join(each)})\b"
