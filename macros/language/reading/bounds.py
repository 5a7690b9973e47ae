"""Words that say on which side of a printed number the true value lies."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.grammar import Grammar, Said, Scanner
from macros.language.pattern_tables import PatternTable
from macros.language.reading.heard import grammar, heard, scanner
from macros.language.registry import Language
from macros.language.tongue import language_of
from macros.problems import TieoutError

_SAID: Final[tuple[Said, ...]] = (
    *("minus", "at_least", "up_to", "reaching", "more_than", "less_than", "nearly", "about"),
)


@cache
def _before(language: Language) -> PatternTable[Said]:
    """Return the words for bounds in front of a number; of two meanings the first holds."""
    found: dict[str, Said] = {}
    for said in _SAID:
        for own in heard(language):
            for each in own.words.bounds.get(said, ()):
                found.setdefault(each, said)
    return PatternTable(found)


def take_before(scan: Scanner, language: Language) -> set[Said]:
    """Eat the bounds, and the small words between them, in front of a number."""
    found: set[Said] = set()
    while True:
        if said := scan.pick(_before(language)):
            found.add(said)
        elif not scan.eat(*scan.grammar.fillers):
            return found


def take_after(scan: Scanner) -> set[Said]:
    """Eat a bound behind a number, such as 以上."""
    said = scan.pick(scan.grammar.behind)
    return {said} if said else set()


def bound_behind(noun: str, own: Grammar) -> set[Said]:
    """Return the bound at the end of what follows a number, as in 200款以上.

    Raises:
        TieoutError: A bound stands in the middle, where it would be lost.
    """
    match = own.behind.any.search(noun) if own.behind.pairs else None
    if match is None:
        return set()
    if noun[match.end() :].strip():
        raise TieoutError(f"{noun!r} holds a bound", "print the figure alone and the bound in cue:")
    return take_after(Scanner(match[0], own))


def read_cue(cue: str, language: Language = "") -> set[Said]:
    """Return the bounds and the sign that a cue names, wherever they stand in it.

    Raises:
        TieoutError: The cue names none; a cue is there for them only.
    """
    if not cue:
        return set()
    found: set[Said] = set()
    language = language or language_of(cue)
    scan = scanner(cue, language)
    for match in _anywhere(language).finditer(scan.text):
        scan.at = match.start()
        said = scan.pick(scan.grammar.behind) or scan.pick(_before(language))
        found |= {said} if said else set()
    if not found:
        raise TieoutError(
            f"the cue {cue!r} names no bound and no sign",
            "quote the word that does, such as 至少, more than or fell by",
        )
    return found


@cache
def _anywhere(language: Language) -> re.Pattern[str]:
    own = grammar(language)
    within = f"(?<!{'|'.join(own.within)})" if own.within else ""
    tables = (_before(language), own.behind)
    return re.compile(f"{within}(?:{'|'.join(each.any.pattern for each in tables if each.pairs)})")


def single(found: set[Said], text: str) -> Bound:
    """Return the one bound found, or ``exact``.

    Raises:
        TieoutError: Several bounds contradict each other.
    """
    if "minus" in found or len(found) > 1:
        names = " and ".join(sorted(found))
        raise TieoutError(f"{text!r} carries two bounds, {names}", "quote one of them only")
    return next((each for each in found if each != "minus"), "exact")
