"""One number with its scale word and unit, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol
from babel.units import format_unit

from macros.arithmetic.units import PREFIXED, TERMS, Unit, is_currency
from macros.language.registry import LOCALES, NBSP, Language
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
SYMBOLS: Final = {
    "W": {Fraction(10**9): "GW", Fraction(10**6): "MW", Fraction(10**3): "kW", Fraction(1): "W"},
    "flops": {
        Fraction(10**15): "PFLOPS",
        Fraction(10**12): "TFLOPS",
        Fraction(10**9): "GFLOPS",
        Fraction(1): "FLOPS",
    },
}
_UNSCALED: Final = {
    "percent": Fraction(1, 100),
    "percentage_point": Fraction(1),
    "rank": Fraction(1),
}


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A counted thing's names: ``customer``, ``customers``, ``家客户``."""

    singular_en: str
    plural_en: str
    zh: str


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

    def scales(self) -> tuple[Fraction, ...]:
        """Return the scales to choose from, largest first."""
        unit = self.unit.id
        if unit in SYMBOLS:
            own = any(
                base == unit and worth == self.unit.scale for base, worth in PREFIXED.values()
            )
            return (self.unit.scale,) if own else tuple(SYMBOLS[unit])
        if unit in _UNSCALED:
            return (_UNSCALED[unit],)
        return tuple(ENGLISH_SCALES if self.language == "en" else CHINESE_SCALES)

    def amount(
        self, value: Fraction, place: Fraction, scales: tuple[Fraction, ...] | None = None
    ) -> Amount:
        """Return the parts of a value's text, rounded to the place, or as needed if it is 0."""
        own = self.scales()
        value = value if place > 0 else as_needed(value, own[-1])
        shown = rounded(value, place, scales or own, self.unit.scale)
        before = {-1: "-", 0: "", 1: "+" if self.signed else ""}[shown.sign]
        symbol = _symbol(self.unit.id) if self.language == "en" else ""
        number = digits(shown, self.language)
        return Amount(shown, before + symbol, number, self._scale(shown), self._unit(shown))

    def _scale(self, shown: Rounded) -> str:
        if self.unit.id in SYMBOLS or self.unit.id in _UNSCALED:
            return ""
        if self.language == "zh":
            return CHINESE_SCALES[shown.scale]
        word, letter = ENGLISH_SCALES[shown.scale]
        if self.short:
            return letter
        return NBSP + word if word else ""

    def _unit(self, shown: Rounded) -> str:
        unit = self.unit.id
        if unit in SYMBOLS:
            gap = NBSP if self.language == "en" else ""
            return gap + SYMBOLS[unit][shown.scale]
        if unit == "percent":
            return "%"
        if self.language == "zh":
            return self.noun(many=True)
        if is_currency(unit):
            return ""
        if self.short and unit == "times":
            return "×"
        many = bool(self._scale(shown)) or Locale("en").plural_form(shown.decimal) != "one"
        return NBSP + self.noun(many)

    def noun(self, many: bool) -> str:
        """Return the unit's name as a word.

        Raises:
            TieoutError: A counted thing has no names.
        """
        unit = self.unit.id
        if is_currency(unit):
            return _currency(unit, self.language)
        if unit in TERMS:
            return _term(unit, self.language, many)
        if unit in SYMBOLS:
            return SYMBOLS[unit].get(self.unit.scale, SYMBOLS[unit][Fraction(1)])
        if unit in _NOUNS:
            one, more, han = _NOUNS[unit]
            short = "pp" if self.short and unit == "percentage_point" else ""
            return han if self.language == "zh" else short or (more if many else one)
        if unit not in self.words:
            raise TieoutError(f"unit {unit!r} has no words", "add it under units: with its label")
        named = self.words[unit]
        if self.language == "zh":
            return named.zh
        return named.plural_en if many else named.singular_en


_NOUNS: Final = {
    "percent": ("percent", "percent", "%"),
    "percentage_point": ("percentage point", "percentage points", "个百分点"),
    "times": ("times", "times", "倍"),
    "rank": ("", "", ""),
}


def _symbol(unit: str) -> str:
    if not is_currency(unit):
        return ""
    symbol = get_currency_symbol(unit, locale=LOCALES["en"])
    # CLDR's spacing rule, which Babel leaves out: letters keep away from digits.
    return symbol + NBSP if symbol[-1].isalpha() else symbol


def _currency(code: str, language: Language) -> str:
    name = get_currency_name(code, 2, locale=LOCALES[language])
    return name.removeprefix("US ") if code == "USD" else name


def _term(unit: str, language: Language, many: bool) -> str:
    count, length = (2, "long") if many else (1, "long")
    if language == "zh":
        count, length = 2, "short"  # CLDR as packed by Babel has no long forms in Chinese
    text = format_unit(count, f"duration-{unit}", length, locale=LOCALES[language])  # type: ignore[arg-type]
    return text.removeprefix(str(count)).strip()
