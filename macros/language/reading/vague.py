"""Words for a number of which only the size is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.reading.bounds import Said
from macros.language.reading.numerals import ENGLISH_SCALES, scale_of, take_scale
from macros.language.reading.scanner import Scanner
from macros.language.reading.spelled import HAN

_POWER: Final = r"(?P<size>[十百千]?(?:万亿|亿|万)|[十百千])"
_SOME: Final = re.compile(rf"[数几](?![以0-9]){_POWER}?(?![0-9])")
_BY: Final = re.compile(rf"数以{_POWER}计的?")
_POWERS: Final = ("hundred", "thousand", "million", "billion", "trillion")
_SIZES: Final = {"tens": 10, "dozens": 10, **{f"{word}s": ENGLISH_SCALES[word] for word in _POWERS}}
_size: Final = "|".join(_SIZES)
_ENGLISH: Final = re.compile(rf"(?P<size>{_size})(?: of (?P<of>{_size})(?= |$))?(?: of)?(?![a-z])")
_DECADES: Final = re.compile(r"(?=decades(?![a-z]))")
_SEVERAL: Final = re.compile(r"(?:several|an? few|few)(?: of)?(?![a-z])")
_PAIR: Final = re.compile(
    rf"(?P<low>[一两二三四五六七八])(?P<high>[二三四五六七八九]){_POWER}?"
    r"(?![零〇一二两三四五六七八九十百千点])"
)
_HALF_AND_MORE: Final = re.compile(
    r"一半多|(?:(?:just|well|slightly) )?(?:over|more than) half(?: of)?"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """The two ends that a vague word or a pair of digits stands for, without unit."""

    low: Fraction
    high: Fraction
    bound: Bound


def take_vague(scan: Scanner) -> Spread | None:
    """Eat 数百亿, 数以万计, “tens of billions” or “several”; nothing else."""
    if match := scan.take(_BY):
        size = scale_of(match["size"])
        return Spread(size, 10 * size, "vague")
    some = _some(scan)
    return None if some is None else Spread(2 * some, 10 * some, "vague")


def _some(scan: Scanner) -> Fraction | None:
    if match := scan.take(_SOME):
        return scale_of(match["size"]) if match["size"] else Fraction(1)
    if match := scan.take(_ENGLISH):
        return Fraction(_SIZES[match["size"]] * (_SIZES[match["of"]] if match["of"] else 1))
    if _DECADES.match(scan.text, scan.at):
        return Fraction(1)
    if scan.take(_SEVERAL):
        return take_scale(scan) or Fraction(1)
    return None


def take_pair(scan: Scanner) -> Spread | None:
    """Eat two neighbouring digits, as in 两三年; nothing else."""
    start = scan.at
    if match := scan.take(_PAIR):
        low, high = HAN[match["low"]], HAN[match["high"]]
        if high == low + 1:
            size = scale_of(match["size"]) if match["size"] else Fraction(1)
            return Spread(low * size, high * size, "range")
    scan.at = start
    return None


def is_half_and_more(plain: str, cued: set[Said]) -> bool:
    """Whether the print says a half and a little more, which is read as 0.5 to 0.6."""
    if _HALF_AND_MORE.fullmatch(plain):
        return True
    return plain in {"half", "half of"} and cued == {"more_than"}
