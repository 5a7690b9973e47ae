"""What a language calls a measured unit: by CLDR, or by the language's own table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from babel import Locale
from babel.units import format_unit

from macros.arithmetic.measures import TERMS, Measure, measure
from macros.arithmetic.units import Part
from macros.language.registry import Language
from macros.language.tongue import tongue, words

_ALIASES: Final = {
    "metric_ton": "tonne",
    "degree_Celsius": "celsius",
    "degree_Fahrenheit": "fahrenheit",
    "ppm": "permillion",
}
_POWERS: Final = {2: ("square", "平方"), 3: ("cubic", "立方")}
LENGTHS: Final = ("long", "short", "narrow")


@cache
def _identifiers() -> dict[str, str]:
    """Return CLDR's identifiers by what stands behind their kind, such as kilowatt_hour."""
    known = Locale.parse("en").unit_display_names
    return {str(each).partition("-")[2].replace("-", "_"): str(each) for each in known}


def identifier(word: str, power: int = 1) -> str:
    """Return CLDR's identifier of a unit by pint's name; empty if it has none."""
    word = _ALIASES.get(word, word)
    return _identifiers().get(word if power == 1 else f"{_POWERS[power][0]}_{word}", "")


def identifiers_beside(name: str) -> Iterator[tuple[str, str]]:
    """Yield pint's name and CLDR's identifier of all units of one kind, such as all lengths."""
    kind = name.partition("-")[0]
    own = {alias: word for word, alias in _ALIASES.items()}
    for suffix, each in _identifiers().items():
        if each.startswith(f"{kind}-"):
            yield own.get(suffix, suffix), each


@cache
def spoken(name: str, count: int, length: Any, language: Language) -> str:
    """Return CLDR's name behind a number of units, with its gap; empty if it has none."""
    text = format_unit(count, name, length, locale=tongue(language).cldr)
    number = str(count)
    return "" if name in text or not text.startswith(number) else text[len(number) :]


def english_name(part: Part, *, many: bool) -> str:
    """Return a measured unit's sign or name in English, with the gap in front of it."""
    found, power = measure(part.name), abs(part.power)
    assert found is not None
    if part.name not in TERMS and is_sign(part.name, found):
        sign = part.name + {2: "²", 3: "³"}.get(power, "")
        return sign if sign.startswith("°") else f" {sign}"
    if name := identifier(part.name, power):
        return spoken(name, 2 if many else 1, "long", "en")
    word = part.name.replace("_", "-") + ("s" if many else "")
    return f" {word}" if power == 1 else f" {_POWERS[power][0]} {word}"


def is_sign(name: str, found: Measure) -> bool:
    """Whether a unit is named by its sign, such as km, and not by a word."""
    word = name == found.word or name in _identifiers()
    return not name.islower() or (len(name) <= 3 and (not word or name == "ppm"))


def chinese_name(part: Part) -> str:
    """Return a measured unit's name in Chinese, or its sign where Chinese writes that."""
    found, power = measure(part.name), abs(part.power)
    assert found is not None
    if part.base in words("zh").signs["bases"]:
        return part.name
    return chinese_word(found, power) or part.name + {2: "²", 3: "³"}.get(power, "")


def chinese_word(found: Measure, power: int = 1) -> str:
    """Return a measured unit's Chinese name; empty if there is none."""
    own = next(iter(words("zh").measures.get(found.word, ())), "")
    if own and power == 1:
        return own
    if name := identifier(found.word, power):
        for length in ("short", "long"):
            if text := spoken(name, 2, length, "zh").strip():
                return text
    if own or power == 1:
        return _POWERS[power][1] + own if power > 1 else _prefixed(found)
    whole = chinese_word(found)
    return _POWERS[power][1] + whole if whole else ""


def _prefixed(found: Measure) -> str:
    for prefix, han in words("zh").prefixes.items():
        if found.word.startswith(prefix) and (rest := measure(found.word.removeprefix(prefix))):
            word = chinese_word(rest)
            return han + word if word else ""
    return ""
