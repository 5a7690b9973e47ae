"""One step of the reading: a pattern, and what its matches are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

CALL: Final = "\ue000"
"""What stands for a call in the texts that steps are run over."""

Found = Literal["digits", "words", "fraction", "multiple", "vague", "name"]


@dataclass(frozen=True, slots=True)
class Step:
    """A pattern whose matches are taken out of the text before the next step looks at it.

    Attributes:
        pattern: What is looked for.
        found: What kind of number a match is, if it is one that must be bound.
        rule: The name of the rule by which a match may stand, otherwise.
    """

    pattern: re.Pattern[str]
    found: Found | None = None
    rule: str = ""


def number(kind: Found, pattern: str, *, cased: bool = False) -> Step:
    """Return a step whose matches are numbers that must be bound."""
    return Step(_compiled(pattern, cased), found=kind)


def allowed(rule: str, pattern: str, *, cased: bool = False) -> Step:
    """Return a step whose matches may stand, by a rule."""
    return Step(_compiled(pattern, cased), rule=rule)


def bounding(words: Iterable[str]) -> Step:
    """Return the step of words that say the bound of the call behind them."""
    longest = sorted(words, key=len, reverse=True)
    return number("words", rf"(?<![A-Za-z])(?:{'|'.join(longest)})(?= ?(?:just |well )?{CALL})")


def _compiled(pattern: str, cased: bool) -> re.Pattern[str]:
    """Compile so that a word ends where Chinese begins: FY2025即, B200还."""
    flags = re.ASCII | re.MULTILINE
    return re.compile(pattern, flags if cased else flags | re.IGNORECASE)
