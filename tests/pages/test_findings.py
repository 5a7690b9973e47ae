"""The findings as readers meet them: a sentence to quote, then the rest, and nothing twice."""

from __future__ import annotations

from typing import Any

import books
import pytest

from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.findings import findings
from macros.pages.verdict_sentences import explain
from macros.pages.voice import Voice

PRINT = books.says("¶7", "130亿美元", "13")


def finding(note: str, language: Language, *reports: str) -> dict[str, Any]:
    """Return the only finding of a book with one fact."""
    fact = books.fact("sales", books.MONEY, PRINT, *reports, note=note)
    ((_, (item,)),) = findings(Edition(books.audit(fact), (), language))
    return {key: getattr(item, key) for key in ("sentence", "more", "arithmetic")}


NOTE = (
    "{en: \"It is {{ fact('sales') }}, not more. We read the filing.\","
    " zh: \"应为{{ fact('sales') }}。我们读了文件。\"}"
)
SPLIT: list[tuple[Language, str, str]] = [
    ("en", "It is $14.5\u00a0billion, not more.", "We read the filing."),
    ("zh", "应为145亿美元。", "我们读了文件。"),
]


@pytest.mark.parametrize(("language", "first", "rest"), SPLIT)
def test_a_finding_opens_with_one_sentence(language: Language, first: str, rest: str) -> None:
    """The first sentence of a note can be quoted alone; a point in a number does not end it."""
    item = finding(NOTE, language, books.origin("14.5"))
    assert (item["sentence"], item["more"]) == (first, rest)


def test_a_note_of_one_sentence_has_no_rest() -> None:
    """A short note is the sentence, and nothing stands under it."""
    item = finding(books.NOTE, "en", books.origin("14.5"))
    assert (item["sentence"], item["more"]) == ("They differ.", "")


def test_a_finding_says_only_once_that_nothing_was_found() -> None:
    """The verdict does not repeat what a note beside it says; on a card it stands alone."""
    assert finding(books.NOTE, "en")["arithmetic"] == ""
    fact = books.fact("sales", books.MONEY, PRINT, note=books.NOTE)
    audit = books.audit(fact)
    (judged,) = audit.judgements
    assert explain(Voice(audit, "en"), judged) == "We found no origin for this."


def test_facts_of_one_name_are_told_apart_by_their_period() -> None:
    """A label is followed by the period where another fact has the same, and only there."""
    one = books.fact("sales", books.MONEY, books.origin("14"))
    other = books.fact("before", books.MONEY.replace("2024", "2023"), books.origin("12"))
    alone, both = Voice(books.audit(one), "en"), Voice(books.audit(one, other), "en")
    assert alone.dated(alone.audit.book.fact("sales")) == "A label"
    assert both.dated(both.audit.book.fact("sales")) == "A label (2024)"
