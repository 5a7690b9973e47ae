"""How a figure that is printed in English is read: numbers in words, sizes, dates and ranks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from macros.language.grammar import Grammar, Scanner
from macros.language.number import Number, Spread, ratio

ONES: Final = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS: Final = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
]
_VALUE: Final = (
    {word: n + 1 for n, word in enumerate(ONES)}
    | {word: 10 * n + 20 for n, word in enumerate(TENS)}
    | {"a": 1, "an": 1}
)
_one: Final = "|".join(sorted(ONES, key=len, reverse=True))
_ten: Final = "|".join(TENS)
_whole: Final = r"[1-9][0-9]{0,2}(?:,?[0-9]{3}){0,3}"
_SPELLED: Final = re.compile(
    rf"(?:(?P<hundreds>{_one}|a) hundred(?: and)?(?![a-z]) ?)?"
    rf"(?:(?P<tens>{_ten})(?:[- ](?P<ones>{_one}))?|(?P<small>{_one}|an?))?(?![a-z])"
)
_PART_OF: Final = re.compile(
    r"(?:a )?(?P<part>half|quarter|three[- ]quarters)"
    r"(?:(?: of)? an? (?=[a-z])|[- ](?=(?:percentage[- ])?points?(?![a-z])))"
)
_PARTS_OF: Final = {"h": "0.5", "q": "0.25", "t": "0.75"}
_PARTS: Final = {"half": 2, "quarter": 4, **{part: n for n, part in enumerate(ORDINALS[2:10], 3)}}
_FRACTION: Final = re.compile(
    rf"(?:(?P<top>{_one}|an?)[- ])?(?P<part>{'|'.join(_PARTS)}|halve)s?(?![a-z])"
)
_OF_EACH: Final = re.compile(
    rf"(?P<top>{_one}|{_whole})(?:-in-| (?:in|out of)(?: every)? )"
    rf"(?P<bottom>{_one}|{_ten}|{_whole})(?![a-z0-9]|[.,][0-9])"
)
_size: Final = "tens|dozens|hundreds|thousands|millions|billions|trillions"
_VAGUE: Final = re.compile(rf"(?P<size>{_size})(?: of (?P<of>{_size})(?= |$))?(?: of)?(?![a-z])")
_DECADES: Final = re.compile(r"(?=decades(?![a-z]))")
_SEVERAL: Final = re.compile(r"(?:several|an? few|few)(?: of)?(?![a-z])")


def _portion(scan: Scanner) -> Number | None:
    """Eat “half a”, where a scale or points follow."""
    found = scan.take(_PART_OF)
    return Number(_PARTS_OF[found["part"][0]]) if found else None


def _ratio(scan: Scanner) -> Number | None:
    """Eat “nine in ten”, or “two-thirds”."""
    if found := scan.take(_OF_EACH):
        return ratio(_whole_of(found["top"]), _whole_of(found["bottom"]))
    if found := scan.take(_FRACTION):
        part = "half" if found["part"] == "halve" else found["part"]
        return ratio(_VALUE[found["top"] or "a"], _PARTS[part])
    return None


def _whole_of(text: str) -> int:
    return int(text.replace(",", "")) if text[0].isdigit() else _VALUE[text]


def _spelled(scan: Scanner) -> Number | None:
    """Eat a number below a thousand."""
    found = scan.take(_SPELLED)
    if found is None:
        return None
    parts = {name: _VALUE[word] for name, word in found.groupdict().items() if word}
    return Number(str(100 * parts.pop("hundreds", 0) + sum(parts.values())))


def _vague(scan: Scanner) -> Spread | None:
    """Eat “tens of billions” or “several”."""
    size = _size_of(scan)
    return None if size is None else Spread(2 * size, 10 * size, "vague")


def _worth(scan: Scanner, word: str) -> Fraction:
    scales = scan.grammar.scales.pairs
    return Fraction(10 if word in ("tens", "dozens") else scales[word.removesuffix("s")])


def _size_of(scan: Scanner) -> Fraction | None:
    if found := scan.take(_VAGUE):
        return _worth(scan, found["size"]) * (_worth(scan, found["of"]) if found["of"] else 1)
    if _DECADES.match(scan.text, scan.at):
        return Fraction(1)
    return (scan.scale() or Fraction(1)) if scan.take(_SEVERAL) else None


GRAMMAR: Final = Grammar.beside(
    __file__, ratios=(_portion, _ratio), numerals=(_spelled,), spreads=(_vague,)
)
