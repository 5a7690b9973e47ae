"""German, as far as the tests go: it says in English what stands on pages beside figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from macros.language.english import tongue as english
from macros.language.grammar import Grammar
from macros.language.pattern_steps import Step, bounding, glued, meant
from macros.language.periods import Times
from macros.language.prose import Prose
from macros.language.tongue import Tongue
from macros.language.words import Words

NEVER: Final = re.compile("(?!)")
WORDS: Final = replace(
    Words.beside(english.__file__),
    bounds={
        "minus": ["minus", "Verlust von"],
        "at_least": ["mindestens"],
        "up_to": ["höchstens", "bis zu"],
        "more_than": ["mehr als", "über"],
        "less_than": ["weniger als", "unter"],
        "nearly": ["fast"],
        "about": ["etwa", "rund"],
        "over": ["mehr als"],
    },
    scales={"12": ["Billionen"], "9": ["Milliarden"], "6": ["Millionen"]},
    spelled={"few": ["ein", "zwei", "drei"], "ranks": ["erste", "zweite", "dritte"]},
    ordinals={"other": "{n}."},
    parts={},
    money={},
    counts={"person": ["Person", "Personen", "Menschen"]},
    nouns={"percentage_point": ["Prozentpunkt", "Prozentpunkte"], "times": ["mal"], "rank": [""],
           "person": ["Person", "Personen"]},
    short_nouns={},
    spoken={"to": " bis ", "per": " pro ", "any": "jeder Wert", "half_and_more": "über die Hälfte"},
    powers={"2": "Quadrat", "3": "Kubik"},
    times={
        "day": ["d. MMMM y"],
        "month": ["yMMMM"],
        "year": ["{year}"],
        "quarter": ["1. Quartal {year}", "2. Quartal {year}", "3. Quartal {year}",
                    "4. Quartal {year}"],
        "half": ["1. Halbjahr {year}", "2. Halbjahr {year}"],
        "fiscal": ["Geschäftsjahr {year}"],
        "span": ["{first} bis {last}"],
        "with_days": ["{text} ({days})"],
    },
    short_times={},
    dated={},
    edges={"start": "Anfang {year}", "end": "Ende {year}"},
)  # fmt: skip

MEANT: Final = meant(WORDS.bounds, besides=("über", "unter"))
BOUNDS: Final = bounding(MEANT.values())

TONGUE: Final = Tongue(
    code="de",
    tag="de",
    locale="de_DE",
    words=WORDS,
    search={},
    unbroken=r"\d+(?:[.,]\d+)* [A-Z]\w+",
    grammar=Grammar.beside(__file__),
    money_first=False,
    prose=Prose(
        numbers=(
            Step(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])", rule="year or date"),
            Step(
                r"\d+(?:[.,]\d+)*(?: (?:Millionen|Milliarden|Billionen|Prozent))?", found="number"
            ),
        ),
        comparisons=(BOUNDS,),
        bounds=BOUNDS,
        meant=MEANT,
        condition=NEVER,
        asking=re.compile(r"\?"),
        more=re.compile("mehr"),
        less=re.compile("weniger"),
        glued=glued("minus ", "[A-Za-z]+"),
        loose=re.compile(r"\b(?:etwa|rund|fast)\b"),
        owner=NEVER,
        times=Times(
            named=re.compile(r"(?P<month>Juli|August) (?P<year>\d{4})|(?P<after>(?!))"),
            numbers={"juli": 7, "august": 8},
            months=re.compile(r"\b(Juli|August)\b"),
            from_to=NEVER,
            by=NEVER,
            growth=re.compile("Wachstum"),
        ),
    ),
)
