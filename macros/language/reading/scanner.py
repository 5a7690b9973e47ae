"""Text made uniform, and a cursor that eats it from the left."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from macros.problems import TieoutError

LONGEST: Final = 200
_FROM: Final = "‐‑‒–—−⁄〜∼億萬約過兩數幾個點餘"
_TO: Final = "------/~~亿万约过两数几个点余"
_VARIANTS: Final = str.maketrans(_FROM, _TO)


def uniform(text: str) -> str:
    """Return the text in lower case, with one kind of width, space, dash and Han character.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    if len(text) > LONGEST:
        raise TieoutError("the print is longer than a figure", "quote the figure, a few characters")
    plain = unicodedata.normalize("NFKC", text).translate(_VARIANTS).lower()
    plain = " ".join(plain.split())
    if not plain:
        raise TieoutError("the print is empty", "quote the figure as its origin prints it")
    return plain


class Scanner:
    """A cursor over uniform text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Eat what the pattern matches here, after any space; None if it does not match."""
        spaced = self.text.startswith(" ", self.at)
        for start in (self.at, self.at + 1) if spaced else (self.at,):
            match = pattern.match(self.text, start)
            if match is not None and match.end() > start:
                self.at = match.end()
                return match
        return None

    @property
    def rest(self) -> str:
        """What is not eaten yet."""
        return self.text[self.at :].strip()


def words(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern for any of the alternatives, longest first; Latin words match whole."""
    ordered = sorted(alternatives, key=len, reverse=True)
    return re.compile("|".join(f"(?:{_whole(each)})" for each in ordered))


def _whole(alternative: str) -> str:
    before = r"(?<![a-z])" if alternative[:1].isascii() and alternative[:1].isalpha() else ""
    after = r"(?![a-z])" if re.search(r"[a-z)?]$", alternative) else ""
    return f"{before}{alternative}{after}"
