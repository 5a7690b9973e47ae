"""The same invented text for every generator: chapters with inline numbers and charts.

A chapter has some 720 English words and 920 Chinese characters, 25 inline numbers and three
charts of 20 points. Everything follows from its number: the same N gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

POINTS: Final = 20
CHARTS: Final = 3
NUMBERS: Final = 25
FIRST_YEAR: Final = 2004
LETTERS: Final = "abc"

_WORDS: Final = [
    "river",
    "valley",
    "harbour",
    "council",
    "garden",
    "market",
    "letter",
    "window",
    "station",
    "company",
    "winter",
    "evening",
    "report",
    "archive",
    "bridge",
    "village",
    "engine",
    "morning",
    "meadow",
    "castle",
    "copper",
    "canvas",
    "anchor",
    "orchard",
    "journal",
    "theatre",
    "library",
    "cottage",
    "lantern",
    "compass",
    "basket",
    "pepper",
    "silver",
    "timber",
    "gravel",
    "ribbon",
]
_VERBS: Final = ("describes", "carries", "follows", "keeps", "opens", "holds", "joins", "shows")
_SIGNS: Final = "山水花木石云海河桥城村园林田路灯书信门窗船车春秋晨夜风雨雪光声色茶米布纸墨琴棋画诗"
_DOES: Final = ["写着", "连着", "围着", "守着", "望着", "听着", "开着", "留着", "记着", "走过"]


@dataclass(frozen=True, slots=True)
class Number:
    """One inline number: a point of one of the chapter's series.

    Attributes:
        series: Its series, such as ``c7_a``.
        year: Its period.
        value: Billions of US dollars.
    """

    series: str
    year: int
    value: float

    @property
    def english(self) -> str:
        """The number as an author would type it."""
        return f"${self.value:.1f} billion"

    @property
    def chinese(self) -> str:
        """The number as an author would type it."""
        return f"{self.value * 10:.0f}亿美元"


@dataclass(frozen=True)
class Chapter:
    """One chapter: its series, and the sentences of each language with the numbers in them."""

    number: int

    @property
    def name(self) -> str:
        """The page's name without its ending."""
        return f"chapter-{self.number}"

    def series(self) -> dict[str, list[Number]]:
        """Return the points of each chart, by the name of its series."""
        chance = Random(self.number)  # noqa: S311 - invented figures, the same ones every time
        made = {}
        for letter in LETTERS[:CHARTS]:
            key, start = f"c{self.number}_{letter}", chance.uniform(20, 60)
            steps = [start + n * chance.uniform(0.5, 3) for n in range(POINTS)]
            made[key] = [
                Number(key, FIRST_YEAR + n, round(value, 1)) for n, value in enumerate(steps)
            ]
        return made

    def numbers(self) -> list[Number]:
        """Return the inline numbers, in the order of the text."""
        points = [number for row in self.series().values() for number in row]
        return Random(-self.number).sample(points, NUMBERS)  # noqa: S311 - as above

    def sentences(self, language: str) -> Iterator[tuple[str, Number | None, str]]:
        """Yield what stands before a number, the number or none, and what stands behind it."""
        chance = Random(f"{self.number} {language}")  # noqa: S311 - as above
        for number in self.numbers():
            yield _plain(chance, language), None, ""
            before, after = _around(chance, language)
            yield before, number, after


def _plain(chance: Random, language: str) -> str:
    if language == "zh":
        return f"{_han(chance, 6)}{chance.choice(_DOES)}{_han(chance, 4)}。"
    noun, other, third, verb = (*chance.sample(_WORDS, 3), chance.choice(_VERBS))
    return f"The {noun} beside the {other} {verb} the {third} of the old {chance.choice(_WORDS)}."


def _around(chance: Random, language: str) -> tuple[str, str]:
    if language == "zh":
        return (
            f"{_han(chance, 5)}的营收为",
            f"，{_han(chance, 4)}{chance.choice(_DOES)}{_han(chance, 2)}。",
        )
    noun, other, third = chance.sample(_WORDS, 3)
    before = f"In the {noun} by the {other} revenue came to"
    return before, f", and the {third} {chance.choice(_VERBS)} the {chance.choice(_WORDS)}."


def _han(chance: Random, length: int) -> str:
    return "".join(chance.choices(_SIGNS, k=length))
