"""What a language calls a measured unit: by its own table, by CLDR, or by its sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from babel import Locale
from babel.units import format_unit

from macros.arithmetic.measures import TERMS, Measure, measure
from macros.arithmetic.units import UnitPart
from macros.language.registry import Language
from macros.language.tongue import tongue, words

_ALIASES: Final = {
    "metric_ton": "tonne",
    "degree_Celsius": "celsius",
    "degree_Fahrenheit": "fahrenheit",
    "ppm": "permillion",
}
_CLDR_POWERS: Final = {2: "square", 3: "cubic"}
_RAISED: Final = {2: "²", 3: "³"}
LENGTHS: Final = ("long", "short", "narrow")


@cache
def _identifiers() -> dict[str, str]:
    """Return CLDR's identifiers by what stands behind their kind, such as kilowatt_hour."""
    known = Locale.parse("root").unit_display_names
    return {str(each).partition("-")[2].replace("-", "_"): str(each) for each in known}


def identifier(word: str, power: int = 1) -> str:
    """Return CLDR's identifier of a unit by pint's name; empty if it has none."""
    word = _ALIASES.get(word, word)
    return _identifiers().get(word if power == 1 else f"{_CLDR_POWERS.get(power)}_{word}", "")


def identifiers() -> Iterator[tuple[str, str]]:
    """Yield pint's name and CLDR's identifier of each unit that CLDR has."""
    own = {alias: word for word, alias in _ALIASES.items()}
    return ((own.get(word, word), name) for word, name in _identifiers().items())


@cache
def spoken(name: str, count: int, length: Any, language: Language) -> str:
    """Return CLDR's name behind a number of units, with its gap; empty if it has none."""
    text = format_unit(count, name, length, locale=tongue(language).cldr)
    number = str(count)
    return "" if name in text or not text.startswith(number) else text[len(number) :]


def name_of(part: UnitPart, language: Language, *, many: bool) -> str:
    """Return a measured unit's name or sign, with the gap in front of it.

    Where pint's names are words of the language, it is as the data has it, such as litre.
    """
    found, power, own = measure(part.name), abs(part.power), tongue(language)
    assert found is not None
    sign = part.name + _RAISED.get(power, "")
    if part.name not in TERMS and _writes_sign(part, found, language):
        return sign if sign.startswith("°") else own.joint + sign
    plural = own.words.spoken.get("plural")
    if plural is None or identifier(part.name, power):
        return own.joint + (word_of(found, power, language, many=many) or sign)
    named = part.name.replace("_", "-") + (plural if many else "")
    return own.joint + own.words.powers.get(str(power), "") + named


def word_of(found: Measure, power: int, language: Language, *, many: bool = True) -> str:
    """Return a measured unit's name; empty if there is none."""
    own = words(language)
    named = next(iter(own.measures.get(found.word, ())), "")
    if named and power == 1:
        return named
    if name := identifier(found.word, power):
        for length in ("short", "long") if own.signs else ("long",):
            if text := spoken(name, 2 if many else 1, length, language).strip():
                return text
    if power == 1:
        return _prefixed(found, language)
    whole = word_of(found, 1, language, many=many)
    return own.powers.get(str(power), "") + whole if whole else ""


def _prefixed(found: Measure, language: Language) -> str:
    for prefix, spelled in words(language).prefixes.items():
        if found.word.startswith(prefix) and (rest := measure(found.word.removeprefix(prefix))):
            word = word_of(rest, 1, language)
            return spelled + word if word else ""
    return ""


def _writes_sign(part: UnitPart, found: Measure, language: Language) -> bool:
    """Whether a language writes a unit's sign: what it says it does, or what is named by one."""
    signs = words(language).signs
    return part.base in signs["bases"] if signs else is_sign(part.name, found)


def is_sign(name: str, found: Measure) -> bool:
    """Whether a unit is named by its sign, such as km, and not by a word."""
    word = name == found.word or name in _identifiers()
    return not name.islower() or (len(name) <= 3 and (not word or name == "ppm"))
