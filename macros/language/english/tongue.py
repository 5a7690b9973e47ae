"""English: its fixed words, and how numbers and comparisons are told in its prose."""

import calendar

from macros.language.english import names
from macros.language.english.reading import GRAMMAR, ORDINALS
from macros.language.english.writing import vague
from macros.language.prose import Patterns
from macros.language.tongue import Tongue
from macros.language.words import Words

_APART = (
    r"(?:[’']s(?![A-Za-z0-9])|[\s\u200b\-–—:;!?\x22“”‘’'()\[\]/$£€¥·])+|[.,](?!\d)"
    r"|(?<=[0-9])(?=[一-龥])|(?<=[万亿])(?=美元)"
)

WORDS = Words.beside(__file__)
PATTERNS = Patterns(
    __file__,
    names.PIECES,
    *(names.behind_name, names.in_name, names.with_ordinal, names.labelled),
)
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_PARTS = {name: n for n, name in enumerate(ORDINALS[:4], 1)}

TONGUE = Tongue(
    code="en",
    tag="en",
    locale="en_US",
    words=WORDS,
    search={"separator": _APART},
    unbroken=PATTERNS["unbroken"],
    grammar=GRAMMAR,
    vague=vague,
    unit_line=("In ([^,;]+)[,;]", r"(?<=\d)[\u00a0 ]{}"),
    prose=PATTERNS.prose(WORDS, _MONTHS | _PARTS),
)
