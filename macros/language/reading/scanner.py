"""Text made uniform, and a cursor that eats it from the left."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from macros.problems import TieoutError

LONGEST: Final = 200
_FROM: Final = "‐‑‒–—−⁄〜∼億萬約過兩數幾個點餘"
_TO: Final = "------/~~亿万约过两数几个点余"
# A raised or circled digit behind a digit is the mark of a note: 53², 116.4①, 53[1].
_NOTE: Final = re.compile(r"(?<=[0-9])(?:[⁰¹²³⁴-⁹]+|[①-⓿❶-➓]|\[[0-9]{1,2}\])")
_POWER_OF_TEN: Final = re.compile(
    r"(?:(?P<times> ?[×x·*] ?)|(?<![0-9.,]))10"
    r"(?:\^([-+]?[0-9]{1,2})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))(?![0-9])"
)
_MIXED: Final = re.compile(r"(?<=[0-9]) ?([¼-¾⅐-⅞])")
_VARIANTS: Final = str.maketrans(_FROM, _TO)


def flat(text: str) -> str:
    """Return the text with one kind of width, space, dash and Han character, and without notes.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    if len(text) > LONGEST:
        raise TieoutError("the print is longer than a figure", "quote the figure, a few characters")
    text = _POWER_OF_TEN.sub(_power, text)
    text = _MIXED.sub(lambda m: _decimal(m[1]), _NOTE.sub("", text.replace("+/-", "±")))
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_VARIANTS).split())
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


def uniform(text: str) -> str:
    """Return a flat text in lower case, character by character.

    Raises:
        TieoutError: The text is empty or much longer than a figure.
    """
    return _lower(flat(text))


def _lower(text: str) -> str:
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class Scanner:
    """A cursor over flat text; patterns see it in lower case, and `raw` as it is printed."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = _lower(text)
        self.at = 0

    def take(self, pattern: re.Pattern[str], text: str = "") -> re.Match[str] | None:
        """Eat what the pattern matches here, after any space; None if it does not match."""
        text = text or self.text
        spaced = text.startswith(" ", self.at)
        for start in (self.at, self.at + 1) if spaced else (self.at,):
            match = pattern.match(text, start)
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
