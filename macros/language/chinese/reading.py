"""How a figure that is printed in Chinese is read: numerals, sizes, dates and ranks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from macros.language.grammar import Grammar, Scanner
from macros.language.number import Number, Spread, ratio
from macros.problems import TieoutError

HAN: Final = {han: n for n, han in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_ZEROS: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_HAN: Final = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?")
_MYRIAD: Final = re.compile(" ?[万亿]")
_FRACTION: Final = re.compile(
    r"(?P<bottom>[0-9]+|[二三四五六七八九十])分之(?P<top>[0-9]+|[一二两三四五六七八九十]+)"
)
_POWER: Final = r"(?P<size>[十百千]?(?:万亿|亿|万)|[十百千])"
_SOME: Final = re.compile(rf"(?:数|好?几)(?![以0-9]){_POWER}?(?![0-9])")
_BY: Final = re.compile(rf"数以{_POWER}计的?")
_UP_AND_UP: Final = re.compile("成(?P<low>[百千])上(?P<high>[千万])(?P<size>[万亿]?)")
_PAIR: Final = re.compile(
    rf"(?P<low>[一两二三四五六七八])(?P<high>[二三四五六七八九]){_POWER}?"
    r"(?![零〇一二两三四五六七八九十百千点])"
)
_YEAR_IN_WORDS: Final = re.compile(r"[零〇一二三四五六七八九]{4}(?=年)")
_ONES: Final = frozenset("123456789一二两三四五六七八九")


def whole_han(text: str) -> int:
    """Return the value of a Chinese numeral below ten thousand, such as 三千五百.

    Raises:
        TieoutError: The characters make no number.
    """
    total, digit, last, zero = 0, None, 10_000, False
    for han in text:
        if (worth := _TENS.get(han)) is not None and worth < last and digit != 0:
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


def _numeral(scan: Scanner) -> Number | None:
    """Eat a numeral below ten thousand, or nothing in front of 万亿, which is one of them."""
    if found := scan.take(_HAN):
        return Number(_digits(found[0]))
    return Number("1") if _MYRIAD.match(scan.text, scan.at) else None


def _digits(text: str) -> str:
    whole, _, decimals = text.partition("点")
    digits = "".join(str(HAN[han]) for han in decimals)
    return f"{whole_han(whole)}.{digits}" if digits else str(whole_han(whole))


def _ratio(scan: Scanner) -> Number | None:
    """Eat 一半 or 三分之一."""
    if scan.eat("一半", "半数"):
        return ratio(1, 2)
    found = scan.take(_FRACTION)
    return ratio(_part(found["top"]), _part(found["bottom"])) if found else None


def _part(text: str) -> int:
    return int(text) if text.isascii() else whole_han(text)


def _and_smaller(scan: Scanner, first: Number) -> Number:
    """Add what follows a scale word, as in 1亿2000万."""
    if first.scale is None or first.over or scan.text[scan.at - 1] not in "万亿":
        return first
    start, found = scan.at, None if first.in_digits else scan.take(_HAN)
    rest = scan.digits() if first.in_digits else _digits(found[0]) if found else None
    if rest is None:
        return first
    one = scan.text[start : scan.at].strip() in _ONES
    scale = scan.scale() or Fraction(1)
    if scale == 1 and one:
        scale = first.scale / 10  # 三万五 is 35,000, and 1亿2 is 1.2亿
    total = Fraction(first.mantissa) * first.scale + Fraction(rest) * scale
    if Fraction(rest) * scale >= first.scale or (total / scale).denominator != 1:
        raise TieoutError("a number of two parts does not add up", "print it with one scale word")
    return Number(str(total / scale), scale, over=scan.over())


def _size(word: str | None) -> Fraction:
    """Return what a word for a size is worth, such as 百亿."""
    return Fraction(10 ** sum(_ZEROS[han] for han in word or ""))


def _vague(scan: Scanner) -> Spread | None:
    """Eat 数百亿, 数以万计 or 成百上千."""
    if found := scan.take(_BY):
        return Spread(_size(found["size"]), 10 * _size(found["size"]), "vague")
    if found := scan.take(_UP_AND_UP):
        low, high = (_size(found[end] + found["size"]) for end in ("low", "high"))
        return Spread(low, 10 * high, "vague")
    if found := scan.take(_SOME):
        return Spread(2 * _size(found["size"]), 10 * _size(found["size"]), "vague")
    return None


def _pair(scan: Scanner) -> Spread | None:
    """Eat two neighbouring digits, as in 两三年; nothing else."""
    start = scan.at
    if found := scan.take(_PAIR):
        low, high = HAN[found["low"]], HAN[found["high"]]
        if high == low + 1:
            return Spread(low * _size(found["size"]), high * _size(found["size"]), "range")
    scan.at = start
    return None


def _year(found: re.Match[str]) -> str:
    return "".join(str(HAN[han]) for han in found[0])


GRAMMAR: Final = Grammar.beside(
    __file__,
    ratios=(_ratio,),
    numerals=(_numeral,),
    added=(_and_smaller,),
    spreads=(_vague, _pair),
    years=(lambda text: _YEAR_IN_WORDS.sub(_year, text),),
)
