"""Chinese: its fixed words, and how numbers and comparisons are told in its prose."""

import re

from macros.language.chinese import comparisons, exemptions, spotting
from macros.language.chinese.periods import TIMES
from macros.language.chinese.reading import GRAMMAR
from macros.language.chinese.writing import over, vague
from macros.language.english import exemptions as latin_exemptions
from macros.language.english import spotting as latin
from macros.language.pattern_steps import EVERYWHERE, bounding, glued, meant
from macros.language.tongue import Prose, Tongue
from macros.language.words import Words

_APART = (
    r"[\s\u200b\u3000\-–—:;!?\x22“”‘’()\[\]/$£€¥、。，．？！；：（）《》〈〉「」『』【】…·～]+|"
    r"[.,](?!\d)"
    r"|(?<=[0-9A-Za-z%％])(?=[一-龥])|(?<=[一-龥])(?=[0-9A-Za-z])|(?<=[万亿])(?=美元)"
)

WORDS = Words.beside(__file__)
MEANT = meant(WORDS.bounds, besides=("上限为",))
BOUNDS = bounding(MEANT.values())

TONGUE = Tongue(
    code="zh",
    tag="zh-Hans",
    locale="zh_CN",
    words=WORDS,
    search={"pipeline": [], "separator": _APART},
    unbroken=f"{spotting.UNBROKEN}|{latin.UNBROKEN}",
    grammar=GRAMMAR,
    also=("en",),
    joint="",
    grouped=False,
    money_first=False,
    vague=vague,
    over=over,
    unit_line=("单位：([^；]+)", r"(?<=[\d万])个?{}"),
    script=re.compile("[\u4e00-\u9fff〇]"),
    prose=Prose(
        numbers=(  # English words stand in Chinese sentences, too
            *spotting.STRONG,
            *latin.STRONG,
            *EVERYWHERE,
            *exemptions.RULES,
            *latin_exemptions.RULES,
            *latin.NAMES,
            *spotting.WEAK,
            *latin.WEAK,
        ),
        comparisons=(*comparisons.RULES, BOUNDS, *comparisons.FOUND),
        bounds=BOUNDS,
        meant=MEANT,
        condition=re.compile(comparisons.CONDITION),
        asking=re.compile(comparisons.ASKING),
        more=re.compile(comparisons.MORE),
        less=re.compile(comparisons.LESS),
        glued=glued(spotting.BEFORE, spotting.AFTER),
        loose=re.compile(spotting.LOOSE),
        owner=re.compile(r"([^，。；：！？、\s]{2,16}?)的[^，。；：！？、的]{0,8}[为是达到] ?\Z"),
        times=TIMES,
    ),
)
