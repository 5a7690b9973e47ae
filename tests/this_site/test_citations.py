"""What “copy citation” gives of each figure of the article, in both languages."""

from __future__ import annotations

import re
from typing import Final

import pytest
from explainers import ROOTS
from opened import this_edition

from macros.language.writing import Language
from macros.pages.cards import Cards

_UNCHECKED: Final = {"not_found", "idiom"}
_HALF: Final = re.compile("[\u4e00-\u9fff][,;:?!] |[(][^()]*[\u4e00-\u9fff][^()]*[)]")


@pytest.mark.parametrize("language", ROOTS)
def test_no_figure_is_cited_without_its_verdict(language: Language) -> None:
    """A print is quoted as the article's, with place, verdict, what we use instead, and address."""
    edition = this_edition(language)
    cards, voice = Cards(edition), edition.voice
    for judged in voice.audit.judgements:
        at = judged.report.at[0]
        card = cards.of_print(judged.fact.key, at)
        told, _, ours = card.citation.partition(voice.verdict(judged.verdict).word)
        assert judged.report.printed in told
        assert voice.spots([at]) in told
        assert card.permalink in ours
        used = voice.phrase("cited_value", value="", source="").strip()
        assert used in ours or judged.verdict in _UNCHECKED, card.citation


def test_a_refuted_figure_is_never_cited_as_ours() -> None:
    """What we use stands behind the verdict and is another value; a wrong label is set right."""
    edition = this_edition("en")
    for judged in edition.voice.audit.judgements:
        card = Cards(edition).of_print(judged.fact.key, judged.report.at[0])
        printed = edition.voice.report(judged.fact, judged.report)
        if judged.verdict in {"contradicted", "outdated"}:
            assert f"we use {printed}," not in card.citation
            assert "we use " in card.citation
        elif judged.verdict == "misdescribed":
            assert "we use " not in card.citation
            assert "; it is “" in card.citation


def test_chinese_citations_are_set_in_chinese_marks() -> None:
    """No half-width mark follows a Chinese character, and no half-width bracket holds one."""
    edition = this_edition("zh")
    cards = Cards(edition)
    for key, view in edition.views.items():
        cited = [cards.of_print(key, p.judged.report.at[0]).citation for p in view.prints]
        if view.value and view.value.found:
            cited.append(cards.of_fact(key).citation)
        assert [text for text in cited if _HALF.search(text)] == []
