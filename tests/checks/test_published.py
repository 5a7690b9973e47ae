"""What is published beside pages, and settings that would take the check out of a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.pages.navigation import check_navigation
from macros.checks.pages.published import check_published
from macros.checks.pages.settings import check_settings
from macros.pages.configuration import Configuration
from macros.pages.source import read_pages
from macros.problems import Problems

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def written(root: Path, **files: str) -> Path:
    """Write files, `__` for a slash and `_` for a dot in their names."""
    for name, text in files.items():
        file = root / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("ready.html", "<p>95 billion</p>", "a ready-made page is published as it stands"),
        ("a.svg", SVG.format("<text>95 billion</text>"), "the picture writes or runs something"),
        ("a.svg", SVG.format("<s:TEXT>95</s:TEXT>"), "the picture writes or runs something"),
        ("a.svg", SVG.format('<path onload="x()"/>'), "the picture writes or runs something"),
        ("a.svg", SVG.format('<path d="M0 0h9"/>'), ""),
        ("a.js", "document.body.append('95 billion')", "a script can write what no check reads"),
        ("a.css", "p::after { content: '95 billion' }", "the style sheet writes text"),
        ("a.css", "p::after { content: '九十五亿' }", "the style sheet writes text"),
        ("a.css", r"p::after { content: '\39\35' }", "the style sheet writes text"),
        ("a.css", "p::after { content: attr(data-n) }", "the style sheet writes text"),
        ("a.css", "p { counter-increment: n 95 }", "the style sheet writes text"),
        ("a.css", "p::after { content: '' } a::before { content: '→' } b { content: none }", ""),
        (".old.html", "95", ""),
        ("a.txt", "95", ""),
    ],
)
def test_what_no_check_reads_is_not_published(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    """Ready-made pages and pictures with text are refused by name; what MkDocs ignores is not."""
    folder = tmp_path / "docs" / "en" / "sub"
    folder.mkdir(parents=True)
    (folder / name).write_text(text, "utf-8")
    problems = Problems()
    check_published(Configuration(tmp_path), problems)
    told = [str(problem) for problem in problems]
    assert [line.startswith(f"docs/en/sub/{name}:0:0: {message}") for line in told] == [
        True
    ] * bool(message)


@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("plugins: [search, macros, tieout]\n", []),
        ("plugins: [macros]\nhooks: [macros/hooks.py]\n", []),
        ("plugins: {macros: {}}\n", ["mkdocs.yml:1:1: `plugins:` does not list tieout"]),
        ("plugins: [tieout]\n", ["mkdocs.yml:1:1: `plugins:` does not list macros"]),
        (
            "site_name: x\n",
            [f"mkdocs.yml:1:1: `plugins:` does not list {each}" for each in ("macros", "tieout")],
        ),
        ("hooks:\n  - [", ["mkdocs.yml:2:6: not YAML:"]),
        ("a: 1\nb: \x00\n", ["mkdocs.yml:2:4: the character U+0000 is not allowed"]),
        (
            "plugins: [macros, tieout]\nmarkdown_extensions:\n  - toc\n  - pymdownx.snippets:\n"
            "      auto_append: [x.md]\n",
            ["mkdocs.yml:4:5: pymdownx.snippets brings in text"],
        ),
        (
            "plugins: [macros, tieout]\nmarkdown_extensions:\n  pymdownx.snippets: {}\n",
            ["mkdocs.yml:3:3: pymdownx.snippets brings in text"],
        ),
    ],
)
def test_a_build_cannot_be_set_to_check_nothing(tmp_path: Path, main: str, told: list[str]) -> None:
    """A plugin left out, a broken file and extensions that bring in text are said, and where."""
    written(tmp_path, mkdocs_yml=main, docs__zh_yml="site_name: x\n")
    problems = Problems()
    check_settings(Configuration(tmp_path), problems)
    found = [str(problem) for problem in problems]
    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told


def test_a_page_in_no_navigation_is_said(tmp_path: Path) -> None:
    """Only a page that is listed, or declared to stand apart, is without a problem."""
    nav = "nav:\n  - A: ./a.md\n  - B: sub/b.markdown\nnot_in_nav: |\n  apart.md\n"
    written(
        tmp_path,
        mkdocs_yml=nav,
        docs__en__a_md="# A",
        docs__en__sub__b_markdown="# B",
        docs__en__apart_md="# C",
        docs__en__lost_md="# D",
    )
    problems = Problems()
    check_navigation(
        Configuration(tmp_path), read_pages(Configuration(tmp_path), Problems()), problems
    )
    assert [str(p) for p in problems] == [
        "docs/en/lost.md:1:1: the page stands in no navigation of mkdocs.yml "
        "(list it under `nav:`, or name it under `not_in_nav:`) [parity]"
    ]


def test_a_template_over_the_themes_is_read(tmp_path: Path) -> None:
    """A number in an author’s template is told at its place; what the engine runs is no text."""
    written(
        tmp_path, mkdocs_yml="theme: {name: material, custom_dir: look}\n", docs__en__a_md="# A"
    )
    (tmp_path / "look").mkdir()
    text = "{% if 2 %}\n<p>{{ x[3] }} It cost 95 billion.</p>{% endif %}"
    (tmp_path / "look/main.html").write_text(text, "utf-8")
    problems = Problems()
    check_published(Configuration(tmp_path), problems)
    told = "look/main.html:2:23: bare number “95 billion” in a template of the theme"
    assert [str(problem).partition(" (")[0] for problem in problems] == [told]
