"""An explainer's languages: each text is in each of them, and one is enough."""

from __future__ import annotations

import re

import books
import pytest

from macros.audit.audit import Audit
from macros.data.book import Book
from macros.data.load import load_text
from macros.problems import Problems

_IN_ONE = re.sub(r", zh: \"[^\"]*\"", "", books.file())


def read(text: str, *languages: str) -> tuple[Book | None, list[str]]:
    """Return the book of a data file in some languages, and its problems."""
    problems = Problems()
    book = load_text(text, books.PATH, problems, languages)
    return book, [str(problem) for problem in problems]


def test_one_language_is_enough() -> None:
    """A data file whose texts are in one language is whole."""
    book, problems = read(_IN_ONE, "en")
    assert book is not None and problems == []
    assert Audit(book).book.languages == ("en",)
    assert book.site.title == {"en": "A Book"}


def test_a_language_without_a_form_for_one_needs_none() -> None:
    """A unit's name for one is asked for only where a language has such a form."""
    text = re.sub(r"en: \"[^\"]*\", ", "", books.file()).replace(', singular: "customer"', "")
    assert read(text, "zh")[1] == []
    assert "`singular` is missing" in " ".join(read(text.replace("zh:", "en:"), "en")[1])


@pytest.mark.parametrize(
    ("text", "languages", "told"),
    [
        (_IN_ONE, ("en", "zh"), "`zh` is missing (add `zh:` here)"),
        (books.file(), ("en",), "the explainer is not in 'zh' (write its pages in docs/zh"),
    ],
)
def test_texts_are_in_the_explainer_s_languages(
    text: str, languages: tuple[str, ...], told: str
) -> None:
    """A text that lacks a language, or has one too many, is told at its place."""
    _, problems = read(text, *languages)
    assert f"data/facts.yml:3:{'10' if 'missing' in told else '25'}: {told}" in problems[0]


def test_an_origin_may_say_its_language() -> None:
    """Without a word the script of its title tells; with one, the word holds."""
    origin = (
        ', publisher: "A Wire", title: "%s", url: "https://example.org/%s", published: 2025-12-01'
    )
    rest = ", tier: press"
    said = "".join(
        f"- {{id: {name}{origin % (title, name)}{rest}{more}}}\n"
        for name, title, more in (
            ("wire", "News", ""),
            ("paper", "新闻", ""),
            ("memo", "2025", ", language: zh"),
        )
    )
    book, problems = read(books.file(origins=said), "en", "zh")
    assert book is not None and problems == []
    found = {name: book.origins[name].language for name in ("wire", "paper", "memo")}
    assert found == {"wire": "en", "paper": "zh", "memo": "zh"}
    _, problems = read(books.file(origins=said.replace("language: zh", "language: xx")), "en", "zh")
    assert "there is no language 'xx' (write en, zh)" in problems[0]


def test_a_print_is_in_its_origin_s_language() -> None:
    """Characters of another language than the origin's are not what it prints."""
    sold = 'origin: wire, printed: "1164亿美元", value: 116.4'
    origin = """\
- {id: wire, publisher: "A Wire", title: "News", url: "https://example.org/n", tier: press,
   published: 2025-12-01}
"""
    facts = books.fact("sold", books.MONEY, sold)
    _, problems = read(books.file(origins=origin, facts=facts), "en", "zh")
    assert [each for each in problems if "'1164亿美元' is in zh, and wire prints in en" in each]
    chinese = origin.replace("tier:", "language: zh, tier:")
    _, problems = read(books.file(origins=chinese, facts=facts), "en", "zh")
    assert problems == []
