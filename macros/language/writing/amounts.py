"""One number with its scale word and unit, in either language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

from macros.arithmetic.measures import measure
from macros.arithmetic.units import Unit, UnitPart
from macros.language.measures import name_of
from macros.language.registry import NBSP, Language
from macros.language.tongue import Tongue, tongue, words
from macros.language.writing.rounding import Rounded, as_needed, digits, rounded
from macros.problems import TieoutError

_UNSCALED: Final = frozenset(("percent", "percentage_point", "rank"))


class UnitWords(NamedTuple):
    """A counted thing's names: ``customer`` for one, and ``customers``, ``家客户`` by language.

    Where no name for one is given, one and many are called alike.
    """

    singular: str
    label: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, in whatever language."""
        return tuple(filter(None, (self.singular, *self.label.values())))

    def texts(self) -> Mapping[str, str]:
        """Return all its names as texts, by language."""
        return {
            code: f"{self.singular}, {name}" if self.singular and has_singular(code) else name
            for code, name in self.label.items()
        }

    def name(self, language: Language, many: bool) -> str:
        """Return what one, or many, are called."""
        if many or not self.singular or not has_singular(language):
            return self.label[language]
        return self.singular


@dataclass(frozen=True, slots=True)
class Amount:
    """The parts of one number's text.

    Attributes:
        shown: The rounded number.
        before: Sign and currency symbol.
        number: The digits.
        scale: Scale word with what joins it to the digits.
        unit: Unit sign or noun, likewise.
    """

    shown: Rounded
    before: str
    number: str
    scale: str
    unit: str

    def __str__(self) -> str:
        return self.before + self.number + self.scale + self.unit


@dataclass(frozen=True, slots=True)
class Style:
    """How to write amounts of one unit."""

    language: Language
    unit: Unit
    words: Mapping[str, UnitWords]
    short: bool = False

    @property
    def own(self) -> Tongue:
        """The language."""
        return tongue(self.language)

    @property
    def counted_in(self) -> tuple[str, Fraction]:
        """The unit that scale words count, by name, and what one of it is worth."""
        own = self.own.words.counted_in.get(self.unit.id, "")
        found = measure(own) if own else None
        return (own, found.prefix) if found else (self.unit.name, self.unit.worth)

    def scales(self) -> tuple[Fraction, ...]:
        """Return the scales to choose from, largest first."""
        worth = self.counted_in[1]
        if self.unit.id in _UNSCALED:
            return (worth,)
        return tuple(worth * scale for scale in _scales(self.language))

    def rounded(
        self, value: Fraction, place: Fraction, scales: tuple[Fraction, ...] | None = None
    ) -> Rounded:
        """Return a value as it is shown: rounded to the place, or as needed if that is 0."""
        value = value if place > 0 else as_needed(value, self.unit.worth)
        return rounded(value, place, scales or self.scales(), self.unit.scale)

    def amount(
        self, value: Fraction, place: Fraction, scales: tuple[Fraction, ...] | None = None
    ) -> Amount:
        """Return the parts of the text of a value as it is shown."""
        shown = self.rounded(value, place, scales)
        before = "−" if shown.sign < 0 else ""
        symbol = _symbol(self.unit, self.own.cldr) if self.own.money_first else ""
        number = digits(shown, self.language)
        return Amount(shown, before + symbol, number, self._scale(shown), self._unit(shown))

    def _scale(self, shown: Rounded) -> str:
        if self.unit.id in _UNSCALED:
            return ""
        names = _scales(self.language)[shown.scale / self.counted_in[1]]
        if self.short and self.unit.kind != "measured" and len(names) > 1:
            return names[1]
        return self.own.gap + names[0] if names else ""

    def _unit(self, shown: Rounded) -> str:
        if self.unit.id == "percent":
            # Its sign, with what stands before that.
            return str(self.own.cldr.percent_formats[None].pattern).rpartition("0")[2]
        # Behind a word for a size nouns are many: one million homes.
        many = bool(self._scale(shown)) or self.own.cldr.plural_form(shown.decimal) != "one"
        noun = self.noun(many)
        # What begins with such a sign stands at the digits.
        return noun if not noun or noun[0] in f"/°×{NBSP}" else self.own.gap + noun

    def noun(self, many: bool, money: bool = False) -> str:
        """Return the unit's name as a word; money may have its sign in front instead.

        Raises:
            TieoutError: A counted thing has no names.
        """
        counted = self.counted_in[0] or self.unit.id
        own = UnitPart(counted, self.unit.id, self.unit.kind)
        parts = self.unit.parts if counted == self.unit.name else (own,)
        signed = self.own.money_first and not money
        over, under = [], []
        for part in parts:
            if part.power < 0:
                under.append(self._name(part, False).strip())
            elif not (signed and part.kind == "money"):
                over.append(self._name(part, many))
        per = "/" if self.short else self.own.words.spoken["per"]
        return per.join(["·".join(over), *under])

    def _name(self, part: UnitPart, many: bool) -> str:
        if part.kind == "money":
            return _currency(part.base, self.own.cldr)
        if part.kind == "measured":
            return name_of(part, self.language, many=many).lstrip()
        if self.short and (short := self.own.words.short_nouns.get(part.base)):
            return short
        if names := self.own.words.nouns.get(part.base):
            return names[-1 if many else 0]
        if part.base not in self.words:
            raise TieoutError(
                f"unit {part.base!r} has no words", "add it under units: with its label"
            )
        return self.words[part.base].name(self.language, many)


@cache
def _scales(language: Language) -> Mapping[Fraction, Sequence[str]]:
    """Return the words for sizes, the largest first; for one there is none."""
    told = words(language).scales.items()
    sizes = {Fraction(10 ** int(power)): names for power, names in told}
    return dict(sorted(sizes.items(), reverse=True)) | {Fraction(1): ()}


def has_singular(language: Language) -> bool:
    """Whether a language has a form of nouns for one."""
    return len(tongue(language).cldr.plural_form.tags) > 0


def _symbol(unit: Unit, cldr: Locale) -> str:
    if unit.kind != "money":
        return ""
    symbol = get_currency_symbol(unit.parts[0].base if unit.parts else unit.id, cldr)
    # CLDR's spacing rule, which Babel leaves out: letters keep away from digits.
    return symbol + NBSP if symbol[-1].isalpha() else symbol


def _currency(code: str, cldr: Locale) -> str:
    name = get_currency_name(code, 2, locale=cldr)
    # CLDR says “US dollars”, and every other dollar says whose it is.
    return name.removeprefix("US ") if code == "USD" else name
