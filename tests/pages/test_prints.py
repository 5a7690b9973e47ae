"""What the article prints is shown as it stands, and said again only in another language."""

from __future__ import annotations

import books
import pytest

from macros.audit.audit import Audit
from macros.data.load import load_text
from macros.language.writing import Language
from macros.pages.verdict_sentences import explain
from macros.pages.views import PrintView
from macros.pages.voice import Voice
from macros.problems import Problems

WHEN = "concept: date, entity: south, unit: date, basis: unstated"
FACTS = (
    books.fact("sales", books.MONEY, books.origin("14"), books.says("¶7", "255亿美元", "25.5")),
    books.fact("start", WHEN, books.says("¶8", "2023年初", "2023-Q1")),
    books.fact("part", books.SHARE, books.says("¶9", "49%", "49")),
)


def voice(language: Language) -> Voice:
    """Return a voice over an article with a Chinese title."""
    text = books.file(facts="".join(FACTS)).replace('"The Article"', '"文章"')
    book = load_text(text, books.PATH, Problems())
    assert book is not None
    return Voice(Audit(book), language)


def printed(language: Language, key: str) -> PrintView:
    """Return the article's print of a fact, as a language shows it."""
    said = voice(language)
    return PrintView(said, said.audit.judgements_of(key)[0])


@pytest.mark.parametrize(
    ("language", "key", "shown"),
    [
        ("zh", "start", "2023年初"),
        ("en", "start", "2023年初 (early 2023)"),
        ("en", "sales", "255亿美元 ($25.5\u00a0billion)"),
        ("en", "part", "49%"),
    ],
)
def test_a_print_is_shown_in_its_own_words(language: Language, key: str, shown: str) -> None:
    """The recorded characters stand first; a gloss follows where the page's language is another."""
    assert printed(language, key).plain == shown


def test_a_print_says_its_language() -> None:
    """The characters are marked with the language of the document that prints them."""
    assert printed("en", "sales").shown.startswith('<span lang="zh">255亿美元</span> (')


@pytest.mark.parametrize(("language", "said"), [("zh", "2023年初"), ("en", "early 2023")])
def test_a_sentence_speaks_its_own_language(language: Language, said: str) -> None:
    """In a sentence a Chinese print stands as it is in Chinese, and is worded in English."""
    each = printed(language, "start")
    assert each.voice.printed(each.judged.fact, each.judged.report) == said


def test_paragraphs_are_named_as_the_language_does() -> None:
    """English writes ¶7, Chinese 第7段."""
    assert [printed(each, "sales").at for each in ("en", "zh")] == ["¶7", "第7段"]


def test_another_print_is_quoted_as_it_stands() -> None:
    """Where the article prints a thing in two ways, each sentence quotes the other print."""
    models = "concept: ratio, entity: south, unit: customer, basis: count"
    one = books.says("¶50", "数十", "[20, 100]", "bound: vague")
    other = books.says("¶76", "200多", "200", "bound: over")
    text = books.file(facts=books.fact("models", models, one, other))
    book = load_text(text.replace('"The Article"', '"文章"'), books.PATH, Problems())
    assert book is not None
    said = Voice(Audit(book), "zh")
    first, second = (explain(said, judged) for judged in said.audit.judgements_of("models"))
    assert "又写作200多。" in first
    assert "又写作数十。" in second
