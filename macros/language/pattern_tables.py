"""Text made uniform, and tables of patterns that are looked for in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby
from typing import Final, Generic, TypeVar

from macros.problems import TieoutError

T = TypeVar("T")
LONGEST: Final = 200
_DASHES: Final = str.maketrans("‐‑‒–—−⁄〜∼", "------/~~")
# A raised or circled digit behind a digit is the mark of a note: 53², 116.4①, 53[1].
_NOTE: Final = re.compile(r"(?<=[0-9])(?:[⁰¹²³⁴-⁹]+|[①-⓿❶-➓]|\[[0-9]{1,2}\])")
_POWER_OF_TEN: Final = re.compile(
    r"(?:(?P<times> ?[×x·*] ?)|(?<![0-9.,]))10"
    r"(?:\^([-+]?[0-9]{1,2})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))(?![0-9])"
)
_MIXED: Final = re.compile(r"(?<=[0-9]) ?([¼-¾⅐-⅞])")


def flat(text: str) -> str:
    """Return the text with one kind of width, space and dash, and without notes.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    if len(text) > LONGEST:
        raise TieoutError("the print is longer than a figure", "quote the figure, a few characters")
    text = _POWER_OF_TEN.sub(_power, text)
    text = _MIXED.sub(lambda m: _decimal(m[1]), _NOTE.sub("", text.replace("+/-", "±")))
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())
    if not plain:
        raise TieoutError("the print is empty", "quote the figure as its origin prints it")
    return plain


def _power(found: re.Match[str]) -> str:
    """Return a power of ten as an exponent: what it multiplies stands before it, or one does."""
    power = unicodedata.normalize("NFKC", found[2] or found[3]).replace("−", "-")
    return f"{'' if found['times'] else '1'}e{power}"


def _decimal(part: str) -> str:
    """Return what stands behind the point for the fraction in 2½."""
    digits = f"{unicodedata.numeric(part):.6g}"
    if len(digits) > 5:
        raise TieoutError(f"{part!r} has no end in decimals", "print the figure in digits")
    return digits[1:]


def lower(text: str) -> str:
    """Return a text in lower case, character by character."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class PatternTable(Generic[T]):
    """Patterns, each with what it stands for; where several fit, the longest does."""

    def __init__(self, pairs: Mapping[str, T] | None = None) -> None:
        self.pairs: Mapping[str, T] = pairs or {}

    def __add__(self, other: PatternTable[T]) -> PatternTable[T]:
        return PatternTable({**other.pairs, **self.pairs})

    @cached_property
    def each(self) -> re.Pattern[str]:
        """The same, with each in a group of its own."""
        return re.compile(_joined(self._longest, "?P<g{}>"))

    def of(self, found: re.Match[str]) -> T:
        """Return what the one stands for that `each` has found."""
        return self.pairs[self._longest[int(str(found.lastgroup)[1:])]]

    @cached_property
    def _longest(self) -> list[str]:
        return sorted(self.pairs, key=len, reverse=True)

    @cached_property
    def any(self) -> re.Pattern[str]:
        """A pattern for any of them."""
        return words(*self.pairs)


@cache
def words(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern for any of the alternatives, longest first; Latin words match whole."""
    return re.compile(_joined(sorted(alternatives, key=len, reverse=True), "?:"))


def _joined(alternatives: Sequence[str], group: str) -> str:
    """Return a pattern for the first of the alternatives that fits, each a group of a kind."""
    # What they have in common stands once for all that follow one another.
    runs = groupby(enumerate(alternatives), key=lambda each: _edges(each[1]))
    return "|".join(
        f"{before}(?:{'|'.join(f'({group.format(n)}{each})' for n, each in run)}){after}"
        for (before, after), run in runs
    )


def _edges(alternative: str) -> tuple[str, str]:
    """Return what stands before and behind it, so that a word is whole."""
    before = r"(?<![a-z])" if alternative[:1].isascii() and alternative[:1].isalpha() else ""
    return before, r"(?![a-z])" if re.search(r"[a-z](?:.*[)?])?$", alternative) else ""
