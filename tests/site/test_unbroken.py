"""What is kept together on a finished page, and that nothing else about it changes."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import fixture_edition

from macros.language.writing import Language
from macros.site.finish import finish
from macros.site.unbroken import unbroken

_KEPT: Final = re.compile(r"<t-k(?: lang=\"\w+\")?>(.*?)</t-k>")


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("zh", "截至2026年10月10日，共356个数字", ["截至2026年10月10日，", "356个"]),
        ("zh", "只多约12亿美元（第28段）：", ["约12亿美元", "第28段）："]),
        ("zh", "2万亿美元，约合18.5个百分点", ["2万亿美元，", "18.5个百分点"]),
        ("zh", "Microsoft 365 Copilot和Trainium 2的", ["Microsoft 365", "Trainium 2"]),
        ("zh", "安迪·贾西", ["迪·贾"]),
        ("zh", "Tom’s Hardware转载", ["Tom’s Hardware"]),
        ("zh", "a $300 billion valuation", ["$300 billion"]),
        ("zh", "由34%升到41%", []),
        ("en", "until 21 January 2025 it paid $13 billion", ["21 January", "$13 billion"]),
        ("en", "in 2025, 3 times and 40%", []),
    ],
)
def test_what_belongs_together(language: Language, text: str, kept: list[str]) -> None:
    """An amount, a date, a paragraph's number and a name with a number are one piece each."""
    assert _KEPT.findall(unbroken(f"<p>{text}</p>", language)) == kept


def test_a_foreign_name_carries_its_language() -> None:
    """A Chinese font sets an apostrophe as wide as a character, unless the name is English."""
    assert unbroken("<p>Tom’s Hardware</p>", "zh") == ('<p><t-k lang="en">Tom’s Hardware</t-k></p>')


@pytest.mark.parametrize(
    "html",
    [
        '<p title="第28段">好</p>',
        "<head><title>2025年</title></head>",
        '<svg><text x="1">130亿美元</text></svg>',
        '<data class="t-n" value="13">130亿美元</data>',
        "<select><option>2025年</option></select>",
        "<pre><code>2025年</code></pre>",
        "<!-- 2025年 -->",
        '<a data-claim="a > 2025年">多</a>',
    ],
)
def test_elsewhere_nothing_is_put_in(html: str) -> None:
    """Attributes, pictures, code, heads and our own numbers stay as they are."""
    assert unbroken(html, "zh") == html


@given(st.text("12年月亿·’ .Aa安第$", max_size=40))
def test_the_text_stays_as_it_is(text: str) -> None:
    """Whoever copies or searches a page gets what was written, character by character."""
    assert re.sub(r"</?t-k[^>]*>", "", unbroken(text, "zh")) == text


def test_a_page_without_numbers_is_kept_together_too() -> None:
    """Dates that are typed need no number beside them."""
    html = "<html><body><article><p>2025年9月</p></article></body></html>"
    assert "<t-k>2025年9月</t-k>" in finish(fixture_edition("zh"), html, "a.html").html


def test_only_the_theme_s_indents_go() -> None:
    """Around the article no line is empty or begins with a blank; in it all stands as written."""
    article = "<article>\n  <pre>a\n\n  b</pre>\n\n</article>"
    html = f"<body>\n\n  <p>a\n  b</p> <i>c</i>\n  {article}\n\n <p>d</p>\n</body>\n"
    made = f"<body>\n<p>a\nb</p> <i>c</i>\n{article}\n<p>d</p>\n</body>\n"
    assert finish(fixture_edition("en"), html, "none.html").html == made
