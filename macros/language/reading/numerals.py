"""Numbers in digits, Chinese characters and English words, and what they are worth with a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound, Quantity, exactness
from macros.arithmetic.units import ONE, Unit
from macros.language.english.number_words import ONES, TENS
from macros.language.reading.scanner import Scanner
from macros.language.reading.spelled import HAN, VALUE, take_fraction, whole_han
from macros.problems import TieoutError

MOST_DIGITS: Final = 30
_WORTH: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
ENGLISH_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
_SHORT: Final = {
    "k": 10**3,
    **dict.fromkeys(("m", "mn"), 10**6),
    **dict.fromkeys(("b", "bn"), 10**9),
    **dict.fromkeys(("t", "tn"), 10**12),
}

_DIGITS: Final = re.compile(
    r"(?:[1-9][0-9]{0,2}(?P<apart>[, '’])[0-9]{3}(?:(?P=apart)[0-9]{3})*"
    r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"  # as India parts lakhs and crores
    r"|0|[1-9][0-9]*)(?:\.[0-9]+)?(?![.,]*[0-9])"
)
_APART: Final = re.compile("[, '’]")
_HAN: Final = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?")
_SCALE: Final = re.compile(
    r"(?:[十百千]?(?:万亿|亿|万)|[百千])"
    rf"|(?:{'|'.join(ENGLISH_SCALES)}|bn|mn|tn)(?![a-z])"
)
_SHORT_SCALE: Final = re.compile(r"[kmbt](?![a-z])")
_EXPONENT: Final = re.compile(r"e(?P<power>[-+]?[0-9]{1,2})(?![0-9a-z])")
_AND_A_HALF: Final = re.compile(r"[- ]and[- ]a[- ]half(?![a-z])")
# 多米尼加比索 is a currency.
_OVER: Final = re.compile(r"多(?!米尼加)|余|-odd(?![a-z])|\+")
_one = "|".join(sorted(ONES, key=len, reverse=True))
_ten = "|".join(TENS)
_ENGLISH: Final = re.compile(
    rf"(?:(?P<hundreds>{_one}|a) hundred(?: and)?(?![a-z]) ?)?"
    rf"(?:(?P<tens>{_ten})(?:[- ](?P<ones>{_one}))?|(?P<small>{_one}|an?))?(?![a-z])"
)
_PART_OF: Final = re.compile(
    r"(?:a )?(?P<part>half|quarter|three[- ]quarters)"
    r"(?:(?: of)? an? (?=[a-z])|[- ](?=(?:percentage[- ])?points?(?![a-z])))"
)
_PARTS: Final = {"h": "0.5", "q": "0.25", "t": "0.75"}


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

    def ending(self, digit: str) -> Number:
        """Return the number with one digit more behind its point, as 两年半 has.

        Raises:
            TieoutError: It is no whole number, or has a scale of its own.
        """
        if not self.mantissa.isdigit() or self.scale not in (None, 1):
            raise TieoutError("a half stands behind a number that is not whole", "print its digits")
        return replace(self, mantissa=f"{self.mantissa}.{digit}")


def take_number(scan: Scanner, *, letters: bool = True) -> Number | None:
    """Eat one number and its scale word, or nothing; a letter is a scale only if `letters`."""
    if part := scan.take(_PART_OF):
        return Number(_PARTS[part["part"][0]], take_scale(scan))
    if (fraction := take_fraction(scan)) is not None:
        return Number("", fraction=fraction)
    mantissa = _take_mantissa(scan)
    if mantissa is None:
        return None
    in_digits = scan.text[scan.at - 1].isdigit()
    if scan.take(_AND_A_HALF):
        mantissa += ".5"
    power = scan.take(_EXPONENT) if in_digits else None
    over = take_over(scan)
    scale = take_scale(scan, attached=in_digits and letters)
    over = over or take_over(scan)
    if scale and mantissa.isdigit() and scan.take(_AND_A_HALF):  # “a million and a half”
        mantissa += ".5"
    if power:
        scale = (scale or 1) * Fraction(10) ** int(power["power"])
    return _and_smaller(scan, Number(mantissa, scale, over=over, in_digits=in_digits))


def _and_smaller(scan: Scanner, first: Number) -> Number:
    """Add what follows a scale word, as in 1亿2000万."""
    if first.scale is None or first.over or scan.text[scan.at - 1] not in "万亿":
        return first
    more = scan.take(_DIGITS) if first.in_digits else scan.take(_HAN)
    if more is None:
        return first
    rest = _limited(more[0]) if first.in_digits else _han(more[0])
    scale = take_scale(scan) or Fraction(1)
    if scale == 1 and re.fullmatch("[1-9一二两三四五六七八九]", more[0]):
        scale = first.scale / 10  # 三万五 is 35,000, and 1亿2 is 1.2亿
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
    if (worth := ENGLISH_SCALES.get(word, _SHORT.get(word))) is not None:
        return Fraction(worth)
    return Fraction(10 ** sum(_WORTH[han] for han in word))


def _take_mantissa(scan: Scanner) -> str | None:
    if match := scan.take(_DIGITS):
        return _limited(match[0])
    if match := scan.take(_HAN):
        return _han(match[0])
    if re.match(r" ?(?:万|亿)", scan.text[scan.at :]):
        return "1"
    if match := scan.take(_ENGLISH):
        return _english(match)
    return None


def _limited(printed: str) -> str:
    digits = _APART.sub("", printed)
    if len(digits) > MOST_DIGITS:
        raise TieoutError(
            f"{digits[:12]}… has more than {MOST_DIGITS} digits", "print it with a scale word"
        )
    return digits


def _english(match: re.Match[str]) -> str:
    parts = {name: VALUE[word] for name, word in match.groupdict().items() if word}
    return str(100 * parts.pop("hundreds", 0) + sum(parts.values()))


def _han(text: str) -> str:
    whole, _, decimals = text.partition("点")
    digits = "".join(str(HAN[han]) for han in decimals)
    return f"{whole_han(whole)}.{digits}" if digits else str(whole_han(whole))


@dataclass(frozen=True, slots=True)
class End:
    """One number of a print, with its sign.

    Attributes:
        number: The number and its scale.
        worth: What its unit's sign is worth in the base unit; None without a sign.
        negative: Whether it lies below zero.
        over: A bound behind the number, such as 多.
        less: What to take off, because a word such as “doubled” states the change.
    """

    number: Number
    worth: Fraction | None
    negative: bool = False
    over: Bound | None = None
    less: int = 0

    def scaled(self, unit: Unit) -> Fraction:
        """Return the worth of one unit of the mantissa, in the base unit."""
        if self.worth is None and self.number.scale is None:
            return unit.scale
        return (self.number.scale or ONE) * (self.worth or unit.worth)

    def value(self, unit: Unit) -> Fraction:
        """Return its value in the base unit."""
        scale = ONE if self.number.fraction is not None else self.scaled(unit)
        return self.number.amount * scale * (-1 if self.negative else 1) - self.less

    def borrowing(self, other: End) -> End:
        """Return this end with the scale and sign that it shares with the other, as in 30–40%."""
        scale = self.number.scale or other.number.scale
        worth = other.worth if self.worth is None else self.worth
        return replace(self, number=replace(self.number, scale=scale), worth=worth)


def around(end: End, margin: End, unit: Unit) -> Quantity:
    """Return the quantity that a number and what stands behind its ± state."""
    place, _ = exactness(end.number.mantissa, end.scaled(unit))
    return Quantity(end.value(unit), unit.id, "margin", place, abs(margin.value(unit)))
