"""Numbers in digits, Chinese characters and English words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.reading.scanner import Scanner, words
from macros.problems import TieoutError

MOST_DIGITS: Final = 30
HAN: Final = {han: n for n, han in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
TENS_HAN: Final = {"十": 10, "百": 100, "千": 1000}
ONES: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUE: Final = (
    {word: n + 1 for n, word in enumerate(ONES)}
    | {word: 10 * n + 20 for n, word in enumerate(TENS)}
    | {"a": 1, "an": 1}
)
_WORTH: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
ENGLISH_SCALES: Final = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
_SHORT: Final = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "t": 12, "tn": 12}

_DIGITS: Final = re.compile(
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?(?![.,]*[0-9])"
)
_HAN: Final = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?")
_SCALE: Final = re.compile(
    r"(?:[十百千]?(?:万亿|亿|万)|[百千])"
    r"|(?:hundred|thousand|million|billion|trillion|bn|mn|tn)(?![a-z])"
)
_SHORT_SCALE: Final = re.compile(r"[kmbt](?![a-z])")
_BARE_SCALE: Final = re.compile(r"(?=万|亿)")
# 多米尼加比索 is a currency.
_OVER: Final = re.compile(r"多(?!米尼加)|余|-odd(?![a-z])|\+")
_one = "|".join(sorted(ONES, key=len, reverse=True))
_ten = "|".join(TENS)
_ENGLISH: Final = re.compile(
    rf"(?:(?P<hundreds>{_one}|a) hundred(?: and)?(?![a-z]) ?)?"
    rf"(?:(?P<tens>{_ten})(?:[- ](?P<ones>{_one}))?|(?P<small>{_one}|an?))?(?![a-z])"
)
_PARTS: Final = (
    *("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    "fourth",
)
_NAMED: Final = {"quarter": 4, "fourth": 4, "half": 2} | {
    part: n for n, part in enumerate(_PARTS[:-1], start=2) if part not in {"half", "quarter"}
}
_ENGLISH_FRACTION: Final = re.compile(
    rf"(?:(?P<top>{_one}|an?)[- ])?(?P<part>{'|'.join(_PARTS)}|halve)s?(?![a-z])"
)
_HAN_FRACTION: Final = re.compile(
    r"(?P<bottom>[0-9]+|[二三四五六七八九十])分之(?P<top>[0-9]+|[一二两三四五六七八九十]+)"
)
_DIGIT_FRACTION: Final = re.compile(r"(?P<top>[1-9][0-9]?)/(?P<bottom>[1-9][0-9]?)(?![0-9.,])")
_HALF_HAN: Final = words("一半", "半数")
_HALF_A: Final = re.compile(r"half an? (?=thousand|million|billion|trillion)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed.

    Attributes:
        mantissa: Its digits, without separators; empty for a fraction.
        scale: What one unit of the mantissa is worth; None if no scale word was printed.
        fraction: The exact ratio, if it was printed as one.
        over: A bound that stands inside the number, such as 多 in 40多亿.
        in_digits: Whether it was printed in digits, and not in words.
    """

    mantissa: str
    scale: Fraction | None = None
    fraction: Fraction | None = None
    over: Bound | None = None
    in_digits: bool = False

    @property
    def amount(self) -> Fraction:
        """The number without scale."""
        return Fraction(self.mantissa) if self.fraction is None else self.fraction


def take_number(scan: Scanner) -> Number | None:
    """Eat one number and its scale word, or nothing."""
    if scan.take(_HALF_A):
        return Number("0.5", take_scale(scan))
    if (fraction := take_fraction(scan)) is not None:
        return Number("", fraction=fraction)
    mantissa = _take_mantissa(scan)
    if mantissa is None:
        return None
    in_digits = scan.text[scan.at - 1].isdigit()
    over = take_over(scan)
    scale = take_scale(scan, attached=in_digits)
    over = over or take_over(scan)
    return _and_smaller(scan, Number(mantissa, scale, over=over, in_digits=in_digits))


def _and_smaller(scan: Scanner, first: Number) -> Number:
    """Add what follows a scale word, as in 1亿2000万."""
    if first.scale is None or first.over or scan.text[scan.at - 1] not in "万亿":
        return first
    more = scan.take(_DIGITS) if first.in_digits else scan.take(_HAN)
    if more is None:
        return first
    rest = _limited(more[0].replace(",", "")) if first.in_digits else _han(more[0])
    scale = take_scale(scan) or Fraction(1)
    total = Fraction(first.mantissa) * first.scale + Fraction(rest) * scale
    if Fraction(rest) * scale >= first.scale or (total / scale).denominator != 1:
        raise TieoutError("a number of two parts does not add up", "print it with one scale word")
    return Number(str(total / scale), scale, over=take_over(scan))


def take_over(scan: Scanner) -> Bound | None:
    """Eat 多 or a plus sign behind a number."""
    match = scan.take(_OVER)
    if match is None:
        return None
    return "at_least" if match[0] == "+" else "over"


def take_scale(scan: Scanner, attached: bool = False) -> Fraction | None:
    """Eat a scale word such as 万亿 or billion; single letters only where attached."""
    match = scan.take(_SCALE) or (scan.take(_SHORT_SCALE) if attached else None)
    return None if match is None else scale_of(match[0])


def scale_of(word: str) -> Fraction:
    """Return the worth of a scale word in either language, such as 百亿 or ``bn``."""
    if (power := ENGLISH_SCALES.get(word, _SHORT.get(word))) is not None:
        return Fraction(10**power)
    return Fraction(10 ** sum(_WORTH[han] for han in word))


def _take_mantissa(scan: Scanner) -> str | None:
    if match := scan.take(_DIGITS):
        return _limited(match[0].replace(",", ""))
    if match := scan.take(_HAN):
        return _han(match[0])
    if re.match(r" ?(?:万|亿)", scan.text[scan.at :]):
        return "1"
    if match := scan.take(_ENGLISH):
        return _english(match)
    return None


def _limited(digits: str) -> str:
    if len(digits) > MOST_DIGITS:
        raise TieoutError(
            f"{digits[:12]}… has more than {MOST_DIGITS} digits", "print it with a scale word"
        )
    return digits


def _english(match: re.Match[str]) -> str:
    parts = {name: _VALUE[word] for name, word in match.groupdict().items() if word}
    return str(100 * parts.pop("hundreds", 0) + sum(parts.values()))


def _han(text: str) -> str:
    whole, _, decimals = text.partition("点")
    digits = "".join(str(HAN[han]) for han in decimals)
    return f"{whole_han(whole)}.{digits}" if digits else str(whole_han(whole))


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
    for pattern in (_HAN_FRACTION, _DIGIT_FRACTION):
        if match := scan.take(pattern):
            return _ratio(_part(match["top"]), _part(match["bottom"]))
    if match := scan.take(_ENGLISH_FRACTION):
        part = "half" if match["part"] == "halve" else match["part"]
        return _ratio(_VALUE[match["top"] or "a"], _NAMED[part])
    return None


def _part(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else whole_han(text)


def _ratio(top: int, bottom: int) -> Fraction:
    if not bottom:
        raise TieoutError("a fraction has zero parts", "write it in digits")
    return Fraction(top, bottom)
