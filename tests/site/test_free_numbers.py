"""The second reading: what Markdown has made of a page shows no number that no call made."""

from __future__ import annotations

import pytest
from markdown import Markdown
from opened import fixture_edition, fixture_project

from macros.checks.site.free_numbers import check_article
from macros.pages.contexts import with_alternatives
from macros.pages.front import front_of

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]


def told(html: str, uri: str = "sea.md") -> list[str]:
    """Return what is told of a page's HTML."""
    return [problem.message for problem in check_article(fixture_edition("en"), uri, html)]


def seen(markdown: str) -> list[str]:
    """Return the numbers that readers are found to see of a text, as Markdown makes it."""
    html = Markdown(extensions=EXTENSIONS).convert(markdown)
    return [message.split("“")[1].split("”")[0] for message in told(html)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It cost 95 billion.", ["95 billion"]),
        ("It is 12**3** now.", ["123"]),
        ("<!--> 95 billion -->", ["95 billion"]),
        ("<!---> 95 billion -->", ["95 billion"]),
        ("<!-- x --!> 95 billion", ["95 billion"]),
        ("<!-- a\n\nIt was 95 billion", ["95 billion"]),
        ("```\n95 billion", ["95 billion"]),
        ("made [made][95 billion]", ["95 billion"]),
        ("made [made][95]\n\n[95]: sea.md", []),
        ("see[^96 billion]", ["96 billion"]),
        ("see[^96]\n\n[^96]: A note.", []),
        (":made-94-billion:", ["made-94-billion"]),
        ("![95 billion](a.png)", ["95 billion"]),
        ('[x](a.md "95 billion")', ["95 billion"]),
        ("| a |\n|---|\n| 95 billion |", ["95 billion"]),
        ('<span class="t-claim">95 billion</span>', ["95 billion"]),
        ('<div class="t-card">95 billion</div>', ["95 billion"]),
        ("&#57;5 billion, 九十五亿", ["95 billion", "九十五亿"]),
        ('In 2021 <data class="t-n" data-fact="co2_peak[2025-05]" value="1">430</data>.', []),
        ("1. bread\n2. milk", []),
    ],
)
def test_every_number_that_readers_see_is_read(text: str, numbers: list[str]) -> None:
    """A number is found wherever Markdown and browsers show it, and in no comment, mark or call."""
    assert seen(text) == numbers


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p><script>x()</script></p>", "<script>"),
        ("<!--><img src=x onerror=y()>-->", "onerror"),
        ('<a href=" javascript:x()">y</a>', "javascript:x()"),
        ('<iframe src="a.html"></iframe>', "<iframe>"),
    ],
)
def test_what_runs_is_refused(html: str, what: str) -> None:
    """What would load or run is refused, whatever the check of the sources took it for."""
    assert [message for message in told(html) if what in message]


def test_a_page_that_no_author_wrote_is_not_read() -> None:
    """A notice that the package makes holds its own words."""
    assert told("<p>95 billion</p>", "elsewhere.md") == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_good_pages_are_silent(language: str) -> None:
    """Each page of the fixture, rendered, is as free of numbers as its source."""
    edition = fixture_project().editions[language]
    for page in edition.pages:
        text = with_alternatives(edition, page.text[front_of(page.text).end :])
        for call in reversed(page.calls):
            written = page.text[call.start : call.end]
            text = text.replace(written, str(edition.interpret(call).html), 1)
        html = Markdown(extensions=EXTENSIONS).convert(text)
        assert list(check_article(edition, page.uri, html)) == []
