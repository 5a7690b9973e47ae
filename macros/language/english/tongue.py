"""English: its fixed words, and how numbers and comparisons are told in its prose."""

import re

from macros.language.english import comparisons, exemptions, spotting
from macros.language.english.periods import TIMES
from macros.language.english.reading import GRAMMAR
from macros.language.english.writing import vague
from macros.language.pattern_steps import EVERYWHERE, bounding, glued, meant
from macros.language.tongue import Prose, Tongue
from macros.language.words import Words

_OWNER = (
    r"((?:[A-Z0-9][\w.&-]*[ ]?)+)[’']s (?:[a-z-]+ ){0,3}?"
    r"(?:was|is|were|are|of|reached|at|came to) \Z"
)

_APART = (
    r"(?:[’']s(?![A-Za-z0-9])|[\s\u200b\-–—:;!?\x22“”‘’'()\[\]/$£€¥·])+|[.,](?!\d)"
    r"|(?<=[0-9])(?=[一-龥])|(?<=[万亿])(?=美元)"
)

WORDS = Words.beside(__file__)
MEANT = meant(
    WORDS.bounds,
    besides=("over", "under", "larger than", "smaller than", "close to", "approaching"),
)
BOUNDS = bounding(MEANT.values())

TONGUE = Tongue(
    code="en",
    tag="en",
    locale="en_US",
    words=WORDS,
    search={"separator": _APART},
    unbroken=spotting.UNBROKEN,
    grammar=GRAMMAR,
    vague=vague,
    unit_line=("In ([^,;]+)[,;]", r"(?<=\d)[\u00a0 ]{}"),
    prose=Prose(
        numbers=(*spotting.STRONG, *EVERYWHERE, *exemptions.RULES, *spotting.NAMES, *spotting.WEAK),
        comparisons=(*comparisons.RULES, BOUNDS, *comparisons.FOUND),
        bounds=BOUNDS,
        meant=MEANT,
        condition=re.compile(comparisons.CONDITION, re.IGNORECASE),
        asking=re.compile(comparisons.ASKING, re.IGNORECASE),
        more=re.compile(comparisons.MORE, re.IGNORECASE),
        less=re.compile(comparisons.LESS, re.IGNORECASE),
        glued=glued(spotting.BEFORE, spotting.AFTER),
        loose=re.compile(spotting.LOOSE, re.IGNORECASE),
        owner=re.compile(_OWNER),
        times=TIMES,
    ),
)
