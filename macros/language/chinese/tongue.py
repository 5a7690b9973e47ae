"""Chinese: its fixed words, and how numbers and comparisons are told in its prose."""

import re

from macros.language.chinese.lexicon import PIECES, behind_noun, word_around
from macros.language.chinese.reading import GRAMMAR
from macros.language.chinese.writing import over, vague
from macros.language.english.tongue import PATTERNS as LATIN
from macros.language.prose import Patterns
from macros.language.tongue import Tongue
from macros.language.words import Words

_APART = (
    r"[\s\u200b\u3000\-–—:;!?\x22“”‘’()\[\]/$£€¥、。，．？！；：（）《》〈〉「」『』【】…·～]+|"
    r"[.,](?!\d)"
    r"|(?<=[0-9A-Za-z%％])(?=[一-龥])|(?<=[一-龥])(?=[0-9A-Za-z])|(?<=[万亿])(?=美元)"
)

WORDS = Words.beside(__file__)
PATTERNS = Patterns(__file__, PIECES | {"digits": LATIN.pieces["digits"]}, behind_noun, word_around)
_PARTS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

TONGUE = Tongue(
    code="zh",
    tag="zh-Hans",
    locale="zh_CN",
    words=WORDS,
    search={"pipeline": [], "separator": _APART},
    unbroken=f"{PATTERNS['unbroken']}|{LATIN['unbroken']}",
    grammar=GRAMMAR,
    also=("en",),
    joint="",
    grouped=False,
    money_first=False,
    vague=vague,
    over=over,
    unit_line=("单位：([^；]+)", r"(?<=[\d万])个?{}"),
    script=re.compile("[\u4e00-\u9fff〇]"),
    prose=PATTERNS.prose(WORDS, _PARTS, also=LATIN),
)
