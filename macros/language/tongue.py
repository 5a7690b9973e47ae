"""The languages: one object each, known by its code; a further one is one more folder here."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec

from babel import Locale

from macros.arithmetic.units import Unit
from macros.language.grammar import Grammar
from macros.language.prose import Prose
from macros.language.registry import NBSP
from macros.language.words import Words
from macros.problems import TieoutError, nearest


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """All that depends on a language.

    Attributes:
        code: Its code, as in `extra.languages`, `docs/<code>` and the texts of the data file.
        tag: What HTML and schema.org call it, such as ``zh-Hans``.
        locale: The language with the country of most of its readers, such as ``zh_CN``.
        words: Its fixed words.
        prose: How its prose tells numbers.
        search: What the search of the pages is told: where a word ends, and what is done with it.
        unbroken: What no line may end in: a number with its unit, a date, a name. A pattern.
        grammar: How it writes figures.
        also: Languages whose words stand in its figures, too.
        joint: What stands between two sentences, and two words.
        grouped: Whether thousands are set apart.
        money_first: Whether the sign of a currency stands before the number, or its name behind.
        vague: What writes a size: its power of ten, whether it is ten times as wide, and its unit.
        over: What puts “and more” into an amount, where that is no word in front of it: behind its
            number, its scale or its noun.
        unit_line: What begins the measure of a chart and states the unit of its numbers, and how
            these bear it where it is not stated. Patterns.
        script: Characters by which a text is known to be in it, if it has some to itself.
    """

    code: str
    tag: str
    locale: str
    words: Words
    prose: Prose
    search: Mapping[str, object]
    unbroken: str
    grammar: Grammar
    also: tuple[str, ...] = ()
    joint: str = " "
    grouped: bool = True
    money_first: bool = True
    vague: Callable[[int, bool, str, Unit], str] | None = None
    over: Callable[[str, str, str, Unit], str] | None = None
    unit_line: tuple[str, str] = ("", "")
    script: re.Pattern[str] | None = None

    @property
    def gap(self) -> str:
        """What keeps a number and its unit together."""
        return NBSP if self.joint else ""

    @property
    def cldr(self) -> Locale:
        """What CLDR says of it."""
        return _locale(self.tag)

    @property
    def name(self) -> str:
        """What it calls itself."""
        name: str = self.cldr.languages[self.code]
        return name[0].upper() + name[1:]


_locale = cache(partial(Locale.parse, sep="-"))  # which takes as long as a number to write


@cache
def _all() -> Mapping[str, Tongue]:
    """Find the languages whose folders lie beside this file, by code."""
    package = __name__.rpartition(".")[0]
    folders = pkgutil.iter_modules(import_module(package).__path__)
    names = [f"{package}.{each.name}.tongue" for each in folders if each.ispkg]
    found = [import_module(name).TONGUE for name in names if find_spec(name)]
    return {each.code: each for each in sorted(found, key=lambda each: each.code)}


def known() -> tuple[str, ...]:
    """Return the codes of all languages."""
    return tuple(_all())


def tongue(code: str) -> Tongue:
    """Return a language by its code.

    Raises:
        TieoutError: There is no such language.
    """
    if code not in _all():
        hint = nearest(code, known()) or "add a folder for it under macros/language"
        raise TieoutError(f"there is no language {code!r}", hint)
    return _all()[code]


def language_of(text: str) -> str:
    """Return the code of the language that a text is in, as far as its characters tell."""
    own = (each.code for each in _all().values() if each.script and each.script.search(text))
    return next(own, next(each.code for each in _all().values() if each.script is None))


def tagged(tag: str) -> str:
    """Return the code of the language of an HTML tag; the first one if no tag fits."""
    return next((code for code in known() if tag.split("-", maxsplit=1)[0] == code), known()[0])


@cache
def words(language: str, reviewed: str = "") -> Words:
    """Return a language's fixed words, with what the reviewed text is called."""
    return tongue(language).words.naming(reviewed)


def every() -> tuple[Words, ...]:
    """Return the fixed words of all languages."""
    return tuple(each.words for each in _all().values())
