"""Words that say on which side of a printed number the true value lies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from macros.arithmetic.quantity import Bound
from macros.language.reading.scanner import Scanner, uniform, words
from macros.language.tongue import every
from macros.problems import TieoutError

Said = Bound | Literal["minus"]
"""A bound, or that the number lies below zero."""

_SAID: Final[tuple[Said, ...]] = (
    *("minus", "at_least", "up_to", "reaching", "more_than", "less_than", "nearly", "about"),
)
_BEFORE: Final = {
    said: tuple(each for own in every() for each in own.bounds[said]) for said in _SAID
}
_AFTER: Final[Mapping[Said, tuple[str, ...]]] = {
    "at_least": ("及?以上", "or more", "and (?:up|above|more)"),
    "up_to": ("及?以下", "以内", "or (?:less|fewer)"),
    "about": ("左右", "上下", "or so"),
}
_NOT_A_BOUND: Final = r"(?<![最附新远亲])"
_FILLER: Final = re.compile(
    r"(?:仅为|只有|达到|长达|短短|未来|过去|[仅只达为共已的])"
    r"|(?:well|just|only|a total of|the|up|by|of|was|is|to|from|between|an?(?= [0-9$€£¥]))(?![a-z])"
)


def _compile(table: Mapping[Said, tuple[str, ...]]) -> re.Pattern[str]:
    return words(*(each for spelled in table.values() for each in spelled))


def _bound_of(text: str, table: Mapping[Said, tuple[str, ...]]) -> Said:
    for bound, spelled in table.items():
        if words(*spelled).fullmatch(text):
            return bound
    raise AssertionError(text)


_BEFORE_ANY: Final = _compile(_BEFORE)
AFTER_ANY: Final = _compile(_AFTER)
_ANYWHERE: Final = re.compile(f"{_NOT_A_BOUND}(?:{_BEFORE_ANY.pattern}|{AFTER_ANY.pattern})")


def take_before(scan: Scanner) -> set[Said]:
    """Eat the bounds, and the small words between them, in front of a number."""
    found: set[Said] = set()
    while True:
        if match := scan.take(_BEFORE_ANY):
            found.add(_bound_of(match[0], _BEFORE))
        elif not scan.take(_FILLER):
            return found


def take_after(scan: Scanner) -> set[Said]:
    """Eat a bound behind a number, such as 以上."""
    match = scan.take(AFTER_ANY)
    return {_bound_of(match[0], _AFTER)} if match else set()


def bound_behind(noun: str) -> set[Said]:
    """Return the bound at the end of what follows a number, as in 200款以上.

    Raises:
        TieoutError: A bound stands in the middle, where it would be lost.
    """
    match = AFTER_ANY.search(noun)
    if match is None:
        return set()
    if noun[match.end() :].strip():
        raise TieoutError(f"{noun!r} holds a bound", "print the figure alone and the bound in cue:")
    return {_bound_of(match[0], _AFTER)}


def read_cue(cue: str) -> set[Said]:
    """Return the bounds and the sign that a cue names, wherever they stand in it.

    Raises:
        TieoutError: The cue names none; a cue is there for them only.
    """
    if not cue:
        return set()
    found: set[Said] = set()
    for match in _ANYWHERE.finditer(uniform(cue)):
        table = _AFTER if AFTER_ANY.fullmatch(match[0]) else _BEFORE
        found.add(_bound_of(match[0], table))
    if not found:
        raise TieoutError(
            f"the cue {cue!r} names no bound and no sign",
            "quote the word that does, such as 至少, more than or fell by",
        )
    return found


def single(found: set[Said], text: str) -> Bound:
    """Return the one bound found, or ``exact``.

    Raises:
        TieoutError: Several bounds contradict each other.
    """
    if "minus" in found or len(found) > 1:
        names = " and ".join(sorted(found))
        raise TieoutError(f"{text!r} carries two bounds, {names}", "quote one of them only")
    return next((each for each in found if each != "minus"), "exact")
