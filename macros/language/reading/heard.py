"""What a language's figures are read with: its own grammar, and that of whose words it takes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache

from macros.language.grammar import Grammar, Scanner
from macros.language.pattern_tables import flat
from macros.language.registry import Language
from macros.language.tongue import Tongue, language_of, tongue


@cache
def heard(language: Language) -> tuple[Tongue, ...]:
    """Return the languages whose words may stand in a figure, its own first."""
    own = tongue(language)
    return (own, *map(tongue, own.also))


@cache
def grammar(language: Language) -> Grammar:
    """Return how figures are written in a language."""
    made, *others = (each.grammar for each in heard(language))
    for other in others:
        made += other
    signs = tongue(language).cldr.number_symbols["latn"]
    separators = (unicodedata.normalize("NFKC", signs[name]) for name in ("decimal", "group"))
    return replace(made, separators=tuple(separators))


def scanner(text: str, language: Language = "") -> Scanner:
    """Return what reads a figure: in a language, or the one that its characters tell.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    own = grammar(language or language_of(text))
    return Scanner(
        flat(text).translate({ord(one): other for one, other in own.variants.pairs.items()}), own
    )


def uniform(text: str, language: Language = "") -> str:
    """Return a text as its reader sees it: flat, in lower case, and with one kind of signs.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    return scanner(text, language).text
