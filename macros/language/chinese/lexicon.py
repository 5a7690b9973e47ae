"""The words in which a numeral counts nothing, such as 四川 and 五花八门: those of jieba."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

NUMERALS: Final = "一二两三四五六七八九十百千万亿半双"
# Words and signs that count a thing; one of these, or a scale, makes a character a number.
MEASURES: Final = (
    "[家个名位人岁班样匹款项种类次轮笔批台张颗枚座块条份件篇页段章层级步年月周天日夜季期代届场支只头对套组队片处起例宗门所国省市州地城方者股票席大强云点句字行封艘架辆间栋户"
    "口杯本部集环道路面边端卡瓦度米吨克毛厘维轴根粒把幅株棵朵串排列栏格招遍趟顿回桩桶箱瓶包袋盒]"
)
COUNTERS: Final = (
    "个百分点|百分点|个基点|[倍成折番]|个[多半]?月|个?小时|分钟|秒钟?|个?季度|个?财年|个?世纪|"
    f"巨头|公司|厂商|云厂商|阶段|方面|吉瓦|兆瓦|千瓦|公里|公斤|平方|{MEASURES}"
)
_ENTRY: Final = re.compile(  # idioms, phrases, names but for those of people, adverbs
    rf"[{NUMERALS}][^ \n]*( (\d+) (?:[ilabcdrtz]|n[zst]?)\n)"
)
_COUNTING: Final = re.compile(
    rf"(?:第?.?[{NUMERALS}几数]+(?:{COUNTERS}|[大元倍分平]).?|"
    rf".?[二两三四五六七八九十百千万亿]+(?:{COUNTERS})|[半双两].|其.|[二三四五六七八九][县楼线桥河镇村山]|"
    rf".[十百千万亿半双]|[{NUMERALS}]{{2,}}.?|.*(?:两国|[几数近上][十百千万亿].*|半数|以[上下]|上[两三四五六七八九十]|"
    r"分之|数以|两大|成[千百]|公司|企业).*)"
)
_OFTEN: Final = {2: 30, 3: 12}
"""How often a short word must have been met, for a noun stands behind any numeral now and then."""
_NOUNS: Final = frozenset("nj")
_MEASURES: Final = frozenset("mq")
_LONGEST: Final = 7
_BEFORE: Final = frozenset("一二三四五六七八九十百千万亿几数")
"""Beside one of these a numeral belongs to a number: 二十字 is no 十字, and 二百五十 no 二百五."""


@cache
def _text() -> str:
    """Return jieba’s dictionary: a line for each word, with how often it was met and its kind."""
    found = find_spec("jieba")
    return Path(str(found.origin)).with_name("dict.txt").read_bytes().decode() if found else ""


@cache
def _dictionary() -> dict[str, str]:
    """Return how often jieba’s authors have met each of its words that hold a numeral."""
    text = _text()
    starts = ((text.rfind("\n", 0, each.start()) + 1, each) for each in _ENTRY.finditer(text))
    return {text[start : each.start(1)]: each[2] for start, each in starts}


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    """Return of what kind a word is, by jieba’s letter; nothing if it does not know the word."""
    start = _text().find(f"\n{word} ") + 1
    return _text()[start : _text().index("\n", start)].split()[2][0] if start else ""


def behind_noun(number: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands that belongs to the noun in front; the same place if to none.

    It is a name’s then, as 747 is in 波音747: what is counted would stand behind it.
    """
    text, (start, end) = number.string, number.span()
    words = (text[max(0, start - size) : start] for size in (4, 3, 2))
    counted = _kind(text[end : end + 1]) in _MEASURES
    named = not counted and any(_kind(word) in _NOUNS for word in words)
    return start, end if named else start


@lru_cache(maxsize=4096)
def _is_word(text: str) -> bool:
    """Whether a text is a word in which a numeral counts nothing."""
    times = int(_dictionary().get(text, 0))
    return times > _OFTEN.get(len(text), 0) and not _COUNTING.fullmatch(text)


def word_around(numeral: re.Match[str]) -> tuple[int, int]:
    """Return where the longest word around a numeral begins and ends; the same place if none."""
    text, at = numeral.string, numeral.start()
    for size in range(_LONGEST, 1, -1):
        for start in range(max(0, at - size + 1), at + 1):
            end = start + size
            begun = text[start : start + 1] in NUMERALS and text[start - 1 : start] in _BEFORE
            goes_on = text[end - 1 : end] in NUMERALS and text[end : end + 1] in _BEFORE
            if not begun and not goes_on and _is_word(text[start:end]):
                return start, end
    return at, at


PIECES: Final = {
    "measures": MEASURES,
    "measured": MEASURES[1:-1],
    "counters": COUNTERS,
    "numerals": NUMERALS,
}
"""What the patterns of Chinese prose have from its words."""
