"""Numbers that an adversary got past the lint once, and idioms beside them."""

from __future__ import annotations

from typing import Final

import pytest

from macros.checks.prose.comparatives import compare_text
from macros.checks.prose.numbers import lint_text
from macros.language.english.reading import ONES, TENS
from macros.language.writing import Language

NUMBERS: Final[list[tuple[Language, str, str]]] = [
    ("en", "Up forty per cent.", "forty per cent"),
    ("en", "It fell by a percentage point.", "by a percentage point"),
    ("en", "Sales sextupled.", "sextupled"),
    ("en", "It redoubled.", "redoubled"),
    ("en", "An eighth of it is gone.", "An eighth"),
    ("en", "A low single-digit rate.", "single-digit"),
    ("en", "A duo of clouds.", "A duo"),
    ("en", "A score of clients.", "A score"),
    ("en", "One GW of it.", "One"),
    ("zh", "营收破亿。", "破亿"),
    ("zh", "用户过亿。", "过亿"),
    ("zh", "亿级用户。", "亿级"),
    ("zh", "投了俩公司。", "俩"),
    ("zh", "客户中十中有三。", "十中有三"),
    ("zh", "弐拾家。", "弐拾家"),
    ("zh", "陸萬元。", "陸萬元"),
    ("zh", "个位数的增速。", "个位数"),
    ("zh", "半小时之后。", "半小时"),
]
IDIOMS: Final[list[tuple[Language, str]]] = [
    ("en", "Fortune favours the bold in per cent signs."),
    ("en", "In the second place, on the basis of a score sheet."),
    ("zh", "他们俩都通过千山万水而来，打破百年纪录。"),
    ("zh", "五星级酒店位于对面。"),
]


@pytest.mark.parametrize(("language", "text", "number"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_a_number_is_found(language: Language, text: str, number: str) -> None:
    """What was missed once is found, whole."""
    assert [finding.text for finding in lint_text(text, language, ()).findings] == [number]


@pytest.mark.parametrize("word", sorted({*ONES, *TENS} - {"one"}))
def test_every_number_word_is_looked_at(word: str) -> None:
    """No word for a number is passed over before the rules are asked."""
    assert lint_text(f"It took {word} clients.", "en", ()).free == 1


@pytest.mark.parametrize(("language", "text"), IDIOMS, ids=[row[1] for row in IDIOMS])
def test_an_idiom_may_stand(language: Language, text: str) -> None:
    """What only looks like the above is neither a number nor a comparison."""
    assert lint_text(text, language, ()).findings == []
    assert compare_text(text, language).free == []
