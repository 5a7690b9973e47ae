"""Reading ratios: one-third, 三分之一, 1/3, one in five."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from macros.language.english.units import ONES, ORDINALS, TENS
from macros.language.reading.scanner import Scanner, words
from macros.language.reading.spelled import VALUE, whole_han
from macros.problems import TieoutError

_one: Final = "|".join(sorted(ONES, key=len, reverse=True))
_ten: Final = "|".join(TENS)
_PARTS: Final = {"half": 2, "quarter": 4, **{part: n for n, part in enumerate(ORDINALS[2:10], 3)}}
_ENGLISH_FRACTION: Final = re.compile(
    rf"(?:(?P<top>{_one}|an?)[- ])?(?P<part>{'|'.join(_PARTS)}|halve)s?(?![a-z])"
)
_HAN_FRACTION: Final = re.compile(
    r"(?P<bottom>[0-9]+|[二三四五六七八九十])分之(?P<top>[0-9]+|[一二两三四五六七八九十]+)"
)
_DIGIT_FRACTION: Final = re.compile(r"(?P<top>[1-9][0-9]?)/(?P<bottom>[1-9][0-9]?)(?![0-9.,])")
_HALF_HAN: Final = words("一半", "半数")
_OF_EACH: Final = re.compile(
    rf"(?P<top>{_one}|[1-9][0-9]?)(?:-in-| (?:in|out of)(?: every)? )"
    rf"(?P<bottom>{_one}|{_ten}|[1-9][0-9]?)(?![a-z0-9.,])"
)


def take_fraction(scan: Scanner) -> Fraction | None:
    """Eat a ratio in words or as 1/3."""
    if scan.take(_HALF_HAN):
        return Fraction(1, 2)
    if match := scan.take(_OF_EACH):
        return _ratio(_spelled(match["top"]), _spelled(match["bottom"]))
    for pattern in (_HAN_FRACTION, _DIGIT_FRACTION):
        if match := scan.take(pattern):
            return _ratio(_part(match["top"]), _part(match["bottom"]))
    if match := scan.take(_ENGLISH_FRACTION):
        part = "half" if match["part"] == "halve" else match["part"]
        return _ratio(VALUE[match["top"] or "a"], _PARTS[part])
    return None


def _spelled(text: str) -> int:
    return int(text) if text.isdigit() else VALUE[text]


def _part(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else whole_han(text)


def _ratio(top: int, bottom: int) -> Fraction:
    if not bottom:
        raise TieoutError("a fraction has zero parts", "write it in digits")
    return Fraction(top, bottom)
