"""Numbers in words: English ones below a hundred, Chinese ones below ten thousand, and ratios."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from macros.language.english.number_words import ONES, ORDINALS, TENS
from macros.language.reading.scanner import Scanner, words
from macros.problems import TieoutError

HAN: Final = {han: n for n, han in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
TENS_HAN: Final = {"十": 10, "百": 100, "千": 1000}
VALUE: Final = (
    {word: n + 1 for n, word in enumerate(ONES)}
    | {word: 10 * n + 20 for n, word in enumerate(TENS)}
    | {"a": 1, "an": 1}
)

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
_whole: Final = r"[1-9][0-9]{0,2}(?:,?[0-9]{3}){0,3}"
_OF_EACH: Final = re.compile(
    rf"(?P<top>{_one}|{_whole})(?:-in-| (?:in|out of)(?: every)? )"
    rf"(?P<bottom>{_one}|{_ten}|{_whole})(?![a-z0-9]|[.,][0-9])"
)


def whole_han(text: str) -> int:
    """Return the value of a Chinese numeral below ten thousand, such as 三千五百.

    Raises:
        TieoutError: The characters make no number.
    """
    total, digit, last, zero = 0, None, 10_000, False
    for han in text:
        if (worth := TENS_HAN.get(han)) is not None and worth < last and digit != 0:
            total, digit, last, zero = total + (digit or 1) * worth, None, worth, False
        elif han in "零〇" and digit is None and not zero:
            zero = True
        elif worth is None and digit is None:
            digit = HAN[han]
        else:
            raise TieoutError(f"{text!r} is no number", "write it in digits")
    if digit is not None and last > 10 and total and not zero:
        raise TieoutError(f"{text!r} can be read in two ways", "write it in digits")
    return total + (digit or 0)


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
    return int(text.replace(",", "")) if text[0].isdigit() else VALUE[text]


def _part(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else whole_han(text)


def _ratio(top: int, bottom: int) -> Fraction:
    if not bottom:
        raise TieoutError("a fraction has zero parts", "write it in digits")
    return Fraction(top, bottom)
