"""One number with its scale word and unit, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

from macros.arithmetic.measures import measure
from macros.arithmetic.units import Part, Unit
from macros.language.measures import chinese_name, english_name
from macros.language.registry import NBSP, Language
from macros.language.tongue import tongue, words
from macros.language.writing.rounding import Rounded, as_needed, digits, rounded
from macros.problems import TieoutError

ENGLISH_SCALES: Final = {
    Fraction(10**12): ("trillion", "T"),
    Fraction(10**9): ("billion", "B"),
    Fraction(10**6): ("million", "M"),
    Fraction(1): ("", ""),
}
CHINESE_SCALES: Final = {
    Fraction(10**12): "万亿",
    Fraction(10**8): "亿",
    Fraction(10**4): "万",
    Fraction(1): "",
}
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
    signed: bool = False

    @property
    def counted_in(self) -> tuple[str, Fraction]:
        """The unit that scale words count, by name, and what one of it is worth."""
        own = words(self.language).counted_in.get(self.unit.id, "")
        found = measure(own) if own else None
        return (own, found.prefix) if found else (self.unit.name, self.unit.worth)

    def scales(self) -> tuple[Fraction, ...]:
        """Return the scales to choose from, largest first."""
        worth = self.counted_in[1]
        if self.unit.id in _UNSCALED:
            return (worth,)
        words = ENGLISH_SCALES if self.language == "en" else CHINESE_SCALES
        return tuple(worth * scale for scale in words)

    def amount(
        self, value: Fraction, place: Fraction, scales: tuple[Fraction, ...] | None = None
    ) -> Amount:
        """Return the parts of a value's text, rounded to the place, or as needed if it is 0."""
        value = value if place > 0 else as_needed(value, self.unit.worth)
        shown = rounded(value, place, scales or self.scales(), self.unit.scale)
        before = {-1: "−", 0: "", 1: "+" if self.signed else ""}[shown.sign]
        symbol = _symbol(self.unit) if self.language == "en" else ""
        number = digits(shown, self.language)
        return Amount(shown, before + symbol, number, self._scale(shown), self._unit(shown))

    def _scale(self, shown: Rounded) -> str:
        if self.unit.id in _UNSCALED:
            return ""
        scale = shown.scale / self.counted_in[1]
        if self.language == "zh":
            return CHINESE_SCALES[scale]
        word, letter = ENGLISH_SCALES[scale]
        if self.short and self.unit.kind != "measured":
            return letter
        return NBSP + word if word else ""

    def _unit(self, shown: Rounded) -> str:
        many = bool(self._scale(shown)) or Locale("en").plural_form(shown.decimal) != "one"
        if self.unit.id == "percent":
            return "%"
        if self.language == "zh":
            return self.noun(many=True)
        if self.short and self.unit.id == "times":
            return "×"
        noun = self.noun(many)
        return noun if not noun or noun[0] in f"/°{NBSP}" else NBSP + noun

    def noun(self, many: bool, money: bool = False) -> str:
        """Return the unit's name as a word; English money has its sign in front instead.

        Raises:
            TieoutError: A counted thing has no names.
        """
        counted = self.counted_in[0] or self.unit.id
        own = Part(counted, self.unit.id, self.unit.kind)
        parts = self.unit.parts if counted == self.unit.name else (own,)
        signed = self.language == "en" and not money
        over, under = [], []
        for part in parts:
            if part.power < 0:
                under.append(self._name(part, False).strip())
            elif not (signed and part.kind == "money"):
                over.append(self._name(part, many))
        per = "/" if self.short or self.language == "zh" else f"{NBSP}per{NBSP}"
        return per.join(["·".join(over), *under])

    def _name(self, part: Part, many: bool) -> str:
        english = self.language == "en"
        if part.kind == "money":
            return _currency(part.base, self.language)
        if part.kind == "measured":
            return english_name(part, many=many).lstrip() if english else chinese_name(part)
        if names := words(self.language).nouns.get(part.base):
            short = self.short and english and part.base == "percentage_point"
            return "pp" if short else names[-1 if many else 0]
        if part.base not in self.words:
            raise TieoutError(
                f"unit {part.base!r} has no words", "add it under units: with its label"
            )
        return self.words[part.base].name(self.language, many)


def has_singular(language: Language) -> bool:
    """Whether a language has a form of nouns for one."""
    return len(Locale(language).plural_form.tags) > 0


def _symbol(unit: Unit) -> str:
    if unit.kind != "money":
        return ""
    symbol = get_currency_symbol(unit.parts[0].base if unit.parts else unit.id, "en")
    # CLDR's spacing rule, which Babel leaves out: letters keep away from digits.
    return symbol + NBSP if symbol[-1].isalpha() else symbol


def _currency(code: str, language: Language) -> str:
    name = get_currency_name(code, 2, locale=tongue(language).cldr)
    return name.removeprefix("US ") if code == "USD" else name
