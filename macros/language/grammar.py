"""How a language writes figures, and a cursor that eats them from the left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from macros.arithmetic.quantity import Bound
from macros.language.number import Number, Spread
from macros.language.pattern_tables import PatternTable, lower, words
from macros.problems import TieoutError

T = TypeVar("T")
MOST_DIGITS: Final = 30
_OVER: Final[PatternTable[Bound]] = PatternTable({r"\+": "at_least"})
Said = Bound | Literal["minus"]
"""A bound, or that the number lies below zero."""
SignTable = tuple[tuple[str, str, Fraction], ...]
"""Units, each with a pattern of a name and what one of that name is worth."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What a language's reader knows; all patterns are of flat text in lower case.

    Attributes:
        ratios: What eats a ratio, or a part of what follows, before digits are looked for.
        numerals: What eats a number in words, where there is none in digits.
        added: What adds to a number what follows its scale, as in 1亿2000万.
        spreads: What eats a number of which only the size is said.
        scales: Words for sizes, such as million, by what they are worth.
        letters: The same for letters that stand at the digits.
        halves: What adds a half, behind a number or its scale.
        tails: What adds a digit behind the point, after a unit's name.
        over: Bounds that stand inside a number, such as 多 in 40多亿.
        behind: Bounds behind a number and what it counts.
        fillers: Small words between a bound and its number.
        within: What a bound’s word is no bound behind.
        minus: What says that the number behind it is below zero.
        joins: What stands between the two ends of a range.
        either: What stands before a margin.
        signs: Names of units that are neither measured nor counted: the unit, a pattern, its worth.
        before: The same in front of a number.
        closing: What stands behind a number whose currency stands before it.
        per: What stands before the unit that something is divided by; patterns.
        each: What says the same of a unit in front of a number, by the unit.
        per_before: The same with any unit.
        classifiers: Words that stand between a number and a noun, and may stand for it.
        measures: Measured units that pint does not know: the unit, and how many of it.
        powers: What stands before a unit’s name for its square or cube.
        multiples: Words such as doubled: the number, and whether it tells of a change.
        as_much: What may stand behind a multiple.
        half: How a half is told of which “more than” says no more than that.
        half_and_more: How a half and a little more is told.
        ranks: Ranks, with `n` for the number. Patterns.
        ordinals: Words for ranks.
        dates: Dates, with `month`, `day`, `part`, `half`, `relative`, `start` and `end`; filled in
            are `{year}`, as the table says, `{y}`, its digits, and names. Patterns.
        months: Names of months that CLDR does not know.
        relative: Words for years, by how far they lie from the one that is spoken of.
        parts: Words for quarters and halves.
        years: What writes years in digits.
        variants: Signs that are read as others: from and to.
        separators: What stands before decimals, and between thousands.
    """

    ratios: tuple[Callable[[Scanner], Number | None], ...] = ()
    numerals: tuple[Callable[[Scanner], Number | None], ...] = ()
    added: tuple[Callable[[Scanner, Number], Number], ...] = ()
    spreads: tuple[Callable[[Scanner], Spread | None], ...] = ()
    scales: PatternTable[int] = field(default_factory=PatternTable)
    letters: PatternTable[int] = field(default_factory=PatternTable)
    halves: tuple[str, ...] = ()
    tails: PatternTable[str] = field(default_factory=PatternTable)
    over: PatternTable[Bound] = field(default_factory=PatternTable)
    behind: PatternTable[Said] = field(default_factory=PatternTable)
    fillers: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    signs: SignTable = ()
    before: SignTable = ()
    closing: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    each: PatternTable[str] = field(default_factory=PatternTable)
    per_before: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    measures: PatternTable[tuple[str, int]] = field(default_factory=PatternTable)
    powers: PatternTable[int] = field(default_factory=PatternTable)
    multiples: PatternTable[tuple[str, bool]] = field(default_factory=PatternTable)
    as_much: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    half_and_more: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    ordinals: PatternTable[int] = field(default_factory=PatternTable)
    dates: tuple[str, ...] = ()
    months: PatternTable[int] = field(default_factory=PatternTable)
    relative: PatternTable[int] = field(default_factory=PatternTable)
    parts: PatternTable[int] = field(default_factory=PatternTable)
    years: tuple[Callable[[str], str], ...] = ()
    variants: PatternTable[str] = field(default_factory=PatternTable)
    separators: tuple[str, ...] = ()

    def __add__(self, other: Grammar) -> Grammar:
        names = [each.name for each in fields(self)]
        return Grammar(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @classmethod
    def beside(cls, module: str, **functions: Any) -> Grammar:
        """Read the tables in the folder of a language's module, and add its functions to them."""
        told = tomllib.loads(Path(module).with_name("grammar.toml").read_text("utf-8"))
        year = told.pop("year", "{y}")
        told["dates"] = [each.replace("{year}", year) for each in told.get("dates", ())]
        return cls(**{name: _made(value) for name, value in told.items()}, **functions)


def _made(value: Any) -> Any:
    """Return a list as it is kept, a mapping as a table, and names by unit as one list."""
    if isinstance(value, list):
        return tuple(value)
    if all(isinstance(each, dict) for each in value.values()):
        units = ((unit, each) for unit, names in value.items() for each in names.items())
        return tuple((unit, name, Fraction(worth)) for unit, (name, worth) in units)
    return PatternTable(value)


class Scanner:
    """A cursor over flat text; patterns see it in lower case, and `raw` as it is printed."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.raw = text
        self.text = lower(text)
        self.grammar = grammar
        self.at = 0

    def pick(self, table: PatternTable[T]) -> T | None:
        """Eat what one of the patterns of a table matches here, and return what it stands for."""
        found = self.take(table.each) if table.pairs else None
        return table.of(found) if found else None

    def eat(self, *alternatives: str) -> bool:
        """Eat one of some patterns, if one matches here."""
        return bool(alternatives) and self.take(words(*alternatives)) is not None

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

    def digits(self) -> str | None:
        """Eat a number in digits, and return it with a point and nothing else between them."""
        point, group = self.grammar.separators
        match = self.take(_digits(point, group))
        if match is None:
            return None
        digits = re.sub(f"[^0-9{re.escape(point)}]", "", match[0]).replace(point, ".")
        if len(digits) > MOST_DIGITS:
            raise TieoutError(
                f"{digits[:12]}… has more than {MOST_DIGITS} digits", "print it with a scale word"
            )
        return digits

    def scale(self, attached: bool = False) -> Fraction | None:
        """Eat a scale word such as 万亿 or billion; single letters only where attached."""
        found = self.pick(self.grammar.scales)
        if found is None and attached:
            found = self.pick(self.grammar.letters)
        return None if found is None else Fraction(found)

    def over(self) -> Bound | None:
        """Eat 多 or a plus sign behind a number."""
        return self.pick(self.grammar.over) or self.pick(_OVER)


@cache
def _digits(point: str, group: str) -> re.Pattern[str]:
    """Return the pattern of digits; thousands stand apart by the language's sign, or a blank."""
    apart = re.escape("".join(dict.fromkeys(f"{group} '’")))
    lakhs = r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}" if group == "," else ""
    return re.compile(
        rf"(?:[1-9][0-9]{{0,2}}(?P<apart>[{apart}])[0-9]{{3}}(?:(?P=apart)[0-9]{{3}})*"
        rf"{lakhs}|0|[1-9][0-9]*)(?:{re.escape(point)}[0-9]+)?(?![.,]*[0-9])"
    )
