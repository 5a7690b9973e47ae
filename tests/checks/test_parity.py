"""Parity: what one language has and the other has not is told, with its place in both."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from explainers import FIXTURE

from macros.checks.pages.navigation import check_navigation
from macros.checks.pages.parity import check_lone, check_pair, pairs_of
from macros.pages.configuration import Configuration
from macros.pages.source import read_pages
from macros.problems import Problems

PAGE = """\
---
title: A page
# no heading
---
# Title {#top}

{{ fact("a") }} and {{ fact("b", bound=false) }} {{ printed("a", at="¶7") }}

## Part {#part}

{{ claim("a > b", "more") }} {{ cite("x", "there") }} {{ fact("a") }}

{{ bars(["a", "b"], title="Of {{ fact('a') }}", measure="m", labels=["A", "B"]) }}

```
# no heading
```
"""


def told(root: Path, *texts: str) -> list[str]:
    """Return the differences between two pages, written first if they are given."""
    for language, text in zip(("en", "zh"), texts, strict=False):
        path = root / "docs" / language / "page.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    problems = Problems()
    site = Configuration(root)
    pages = read_pages(site, problems)
    check_lone(pages, site.languages, problems)
    for pair in pairs_of(pages).values():
        check_pair(pair, problems)
    return [str(problem) for problem in problems]


def test_words_and_order_may_differ(tmp_path: Path) -> None:
    """Titles, labels, the wording of a value and the order of calls are each language's own."""
    chinese = (
        PAGE.replace(
            '{{ fact("a") }} and {{ fact("b", bound=false) }}', '{{ fact("b") }}{{ fact("a") }}'
        )
        .replace('"more"', '"多"')
        .replace('"there"', '"那里"')
        .replace('"Of ', '"关于')
        .replace('["A", "B"]', '["甲", "乙"]')
        .replace("a > b", "a  >  b")
    )
    assert chinese != PAGE
    assert told(tmp_path, PAGE, chinese) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            '{{ fact("a") }}\n',
            "\n",
            [
                'en/page.md:11:55: fact("a") stands 3 times here and twice in docs/zh/page.md '
                "(compare docs/zh/page.md:11:1)"
            ],
        ),
        (
            'fact("b"',
            'fact("c"',
            [
                'en/page.md:7:21: fact("b") stands once here and never in docs/zh/page.md',
                'zh/page.md:7:21: fact("c") stands once here and never in docs/en/page.md',
            ],
        ),
        ("¶7", "¶8", ['en/page.md:7:50: printed("a", at="¶7")', 'zh/page.md:7:50: printed("a"']),
        ("a > b", "a < b", ['en/page.md:11:1: claim("a > b")', 'zh/page.md:11:1: claim("a < b")']),
        ('cite("x"', 'cite("y"', ['en/page.md:11:30: cite("x")', 'zh/page.md:11:30: cite("y")']),
        (
            '["a", "b"]',
            '["a"]',
            ['en/page.md:13:1: bars(["a", "b"])', 'zh/page.md:13:1: bars(["a"])'],
        ),
        ("Of {{ fact('a') }}", "Of", ['en/page.md:13:1: fact("a") stands 3 times here and twice']),
        (
            "{#part}",
            "{#teil}",
            [
                "en/page.md:9:1: the heading ## {#part} is not at this point in docs/zh/page.md "
                "(compare docs/zh/page.md:9:1)",
                "zh/page.md:9:1: the heading ## {#teil} is not at this point in docs/en/page.md",
            ],
        ),
        ("## Part", "### Part", ["en/page.md:9:1: the heading ## {#part}", "zh/page.md:9:1: "]),
        ("## Part {#part}\n", "", ["en/page.md:9:1: the heading ## {#part} is not at this point"]),
        (
            "# Title {#top}\n",
            "# Title {#top}\n\nMore.\n",
            ["zh/page.md:7:1: a paragraph is not at"],
        ),
        (
            "```\n# no",
            "| a |\n| b |\n\n```\n# no",
            ["zh/page.md:15:1: a table of 2 rows is not at"],
        ),
        ("```\n# no", "Part\n----\n\n```\n# no", ["zh/page.md:15:1: the heading ## is not at"]),
        ("```\n# no", "<h3 id=a>A</h3>\n\n```\n# no", ["zh/page.md:15:1: the heading ### {#a} is"]),
        ("title: A page\n", "tags: []\n", ["zh/page.md:1:1: the front matter has no `title:`"]),
        (
            ' {{ fact("a") }}\n\n{{ bars',
            ' {{ fact("a") }}\n\nSo {{ fact("c") }}.\n\n{{ bars',
            ["zh/page.md:13:1: a paragraph is not at this point in docs/en/page.md"],
        ),
    ],
)
def test_a_difference_is_told_in_both_files(
    tmp_path: Path, old: str, new: str, wanted: list[str]
) -> None:
    """Whatever differs is told where it stands, with where it would stand in the other file."""
    assert old in PAGE
    found = told(tmp_path, PAGE, PAGE.replace(old, new))
    assert len(found) == len(wanted), found
    for line, start in zip(found, wanted, strict=True):
        assert line.startswith(f"docs/{start}")


@pytest.mark.parametrize(
    ("english", "chinese", "told_of"),
    [
        ("In May 2024 it rose.", "2024年5月它升了。", ""),
        ("In May 2024 it rose.", "2024年6月它升了。", "month 5"),
        ("In May 2024 it rose.", "2023年5月它升了。", "year 2024"),
        ("From April to June 2026 it rose.", "2026年4月至6月它升了。", ""),
        ("It rose in March 2025.", "2025年第一季度它升了。", ""),
        ("It rose in 2025.", "它当年升了。", ""),
    ],
)
def test_the_same_time_is_named(tmp_path: Path, english: str, chinese: str, told_of: str) -> None:
    """A month or a year that is another one in the other language is told; one may be left out."""
    found = told(tmp_path, f"# T {{#t}}\n\n{english}\n", f"# T {{#t}}\n\n{chinese}\n")
    assert len(found) == bool(told_of)
    assert all(f"the words speak of the {told_of}" in line for line in found)


def test_a_page_without_a_pair_is_told(tmp_path: Path) -> None:
    """A page that is missing in one language is an error in the other."""
    (tmp_path / "docs/zh").mkdir(parents=True)
    (tmp_path / "docs/zh/lone.md").write_text("# 页 {#top}\n", "utf-8")
    assert told(tmp_path, PAGE, PAGE) == [
        "docs/zh/lone.md:1:1: the page has no pair in docs/en (write docs/en/lone.md, "
        "or say `untranslated: true` in the front matter here) [parity]"
    ]


def test_a_page_may_be_declared_untranslated(tmp_path: Path) -> None:
    """A page that says so needs no pair, and must not have one."""
    declared = "---\nuntranslated: true\n---\n# 页 {#top}\n"
    (tmp_path / "docs/zh").mkdir(parents=True)
    (tmp_path / "docs/zh/lone.md").write_text(declared, "utf-8")
    assert told(tmp_path, PAGE, PAGE) == []
    (tmp_path / "docs/en/lone.md").write_text("# Page {#top}\n", "utf-8")
    assert told(tmp_path, PAGE, PAGE) == [
        "docs/zh/lone.md:1:1: the page is declared untranslated, and has its pair "
        "(drop `untranslated: true`) [parity]"
    ]


NAVIGATION: Final = """\
site_name: A
copyright: !ENV [X, "B"]
nav:
  - Home: index.md
  - Part:
      - Data: data.md
      - more.md
"""


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", []),
        ("Home", "首页", []),
        ("      - more.md\n", "", ["mkdocs.yml:7:9: the page more.md has no title in docs/zh.yml"]),
        ("Home: index", "Home: home", [
            "docs/zh.yml:4:11: the page home.md has no title in mkdocs.yml",
            "mkdocs.yml:4:11: the page index.md has no title in docs/zh.yml",
        ]),
        (NAVIGATION.partition("nav")[2], ": []\n", ["mkdocs.yml"] * 3),
        ("site_name: A\n", "", ["docs/zh.yml:1:1: `site_name:` is missing (it would be that of"]),
        ("nav:", "nab:", ["docs/zh.yml:1:1: `nav:` is missing (it would be that of mkdocs.yml;"]),
        ("nav:", "nav: [", []),
        (
            "      - Data: data.md\n      - more.md\n",
            "      - more.md\n      - Data: data.md\n",
            ["docs/zh.yml:6:9: the page more.md stands where mkdocs.yml has data.md"],
        ),
    ],
)  # fmt: skip
def test_both_navigations_list_the_same_pages(
    tmp_path: Path, old: str, new: str, wanted: list[str]
) -> None:
    """A page or a word that is set in one language alone is told where it stands."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, "utf-8")
    (tmp_path / "docs/zh.yml").write_text(NAVIGATION.replace(old, new), "utf-8")
    problems = Problems()
    check_navigation(Configuration(tmp_path), [], problems)
    found = [str(problem) for problem in problems]
    assert len(found) == len(wanted), found
    assert all(map(str.startswith, found, wanted))


@pytest.mark.parametrize("issues", ["", "javascript:alert(1)//x", "[a]", "https://host/issues/new"])
def test_the_tracker_is_an_address(tmp_path: Path, issues: str) -> None:
    """Where errors are to be reported is a web address, or it is told."""
    config = f"{NAVIGATION}extra:\n  issues: {issues}\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    problems = Problems()
    check_navigation(Configuration(tmp_path), [], problems)
    wanted = [] if issues.startswith("https:") else ["mkdocs.yml:9:"]
    assert [str(each)[:13] for each in problems] == wanted


def test_an_untranslated_page_is_listed_where_it_is(tmp_path: Path) -> None:
    """The navigation of the other language need not list a page that is not there."""
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/more.md").write_text("---\nuntranslated: true\n---\n# M\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, "utf-8")
    (tmp_path / "docs/zh.yml").write_text(NAVIGATION.replace("      - more.md\n", ""), "utf-8")
    problems = Problems()
    check_navigation(
        Configuration(tmp_path), read_pages(Configuration(tmp_path), problems), problems
    )
    assert not list(problems)


def test_the_navigations_of_this_site_are_in_parity() -> None:
    """Both languages of the real site list the same pages and say the same things."""
    problems = Problems()
    check_navigation(Configuration(FIXTURE), [], problems)
    assert [str(problem) for problem in problems] == []


def test_the_pages_of_this_site_are_in_parity() -> None:
    """Both languages of the real site call the same."""
    assert told(FIXTURE) == []
