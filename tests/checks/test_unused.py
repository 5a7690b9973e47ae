"""Entries that nothing uses are warned of; chapters have pages, and titles no numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import books
import pytest

from macros.checks.review import review
from macros.pages.project import open_project
from macros.problems import Problem, Rule

PAGE: Final = "# T {#top}\n\nThe Gizmo 13. {{ cite('copy') }}\n"
CONFIGURATION: Final = """\
site_name: {name}
theme:
  palette:
  - toggle:
      name: {toggle}
nav:
- {section}:
  - "1  One thing": a.md
  - "2  Another": b.md
- Home: index.md
plugins: [macros, tieout]
markdown_extensions:
  slugify: !!python/object/apply:x.y {{}}
"""


def problems_of(root: Path, page: str = PAGE, **sections: str) -> list[Problem]:
    """Return the problems of a small project."""
    (root / "data").mkdir(exist_ok=True)
    (root / "data/facts.yml").write_text(books.file(**sections), "utf-8")
    for language in ("en", "zh"):
        (root / "docs" / language).mkdir(parents=True, exist_ok=True)
        (root / "docs" / language / "index.md").write_text(page, "utf-8")
    return list(review(open_project(root))[0])


def test_what_nothing_uses_is_warned_of(tmp_path: Path) -> None:
    """Terms, units, entities, origins and names are warned of where they stand, and only then."""
    facts = books.fact("sales", books.MONEY, "origin: filing, value: 13")
    names = '- "Gizmo 13"\n- "Gadget 7"\n'
    found = problems_of(tmp_path, facts=facts, names=names)
    assert {problem.rule.level for problem in found} == {"warning"}
    told = {problem.message for problem in found}
    assert "the name 'Gadget 7' is used nowhere" in told
    assert "the entity 'lab' is used nowhere" in told
    assert "the origin 'later' is used nowhere" in told
    assert "the unit 'customer' is used nowhere" in told
    assert "the term 'growth' is used nowhere" in told
    used = ("'south'", "'north'", "'filing'", "'copy'", "'article'", "'revenue'", "'Gizmo 13'")
    assert not [message for message in told if any(name in message for name in used)]
    assert all(problem.where.column for problem in found)


def test_nothing_is_warned_of_while_something_is_wrong(tmp_path: Path) -> None:
    """What uses an entry may be what could not be read, so errors are told first."""
    facts = books.fact("sales", books.MONEY, "origin: filing, value: thirteen")
    found = problems_of(tmp_path, facts=facts, names='- "Gizmo 13"\n')
    assert found and all(problem.rule.level == "error" for problem in found)


def test_a_chapter_has_a_page(tmp_path: Path) -> None:
    """A chapter that no page is written for is refused, with the nearest page."""
    chapter = '{page: indx, from: ¶2, to: ¶3, label: {en: "P", zh: "页"}}'
    found = problems_of(tmp_path, names='- "Gizmo 13"\n', site=f"  chapters:\n  - {chapter}\n")
    (told,) = [problem for problem in found if problem.rule.level == "error"]
    assert str(told).endswith("there is no page 'indx' in docs/ (did you mean 'index'?) [name]")
    assert told.where.line == books.line_before("site") + 2


def test_every_figure_is_in_a_chapter() -> None:
    """A figure or a statement that no chapter takes up could be reached from no page."""
    chapter = '{page: p, from: ¶2, to: ¶3, label: {en: "P", zh: "页"}}'
    money = books.fact(
        "sales", books.MONEY, books.origin("13"), books.says("[¶3, ¶4]", "$13 billion", "13")
    )
    seat = (
        '- {id: seat, label: {en: "A seat", zh: "席位"}, entity: lab, at: [¶2, ¶9], '
        "verdict: confirmed, reports: [{origin: filing}]}\n"
    )
    text = books.file(site=f"  chapters:\n  - {chapter}\n", facts=money, statements=seat)
    found = [(problem.message, problem.hint) for problem in books.read(text)[1]]
    hint = "widen a chapter, or mend `at`"
    assert found == [("sales: ¶4 is in no chapter", hint), ("seat: ¶9 is in no chapter", hint)]


@pytest.mark.parametrize(
    ("name", "toggle", "section", "told"),
    [
        ("A Book", "Light", "Two things", []),
        ("A Book of 13 billion", "Light", "Things", [(1, "bare number “13 billion” in the title")]),
        ("A Book", "13 lights", "Things", [(5, "bare number “13” in the title '13 lights'")]),
        ("A Book", "Light", "Three things", [(7, "bare number “Three” in the title")]),
        ("A Book", "Light", "3 things", [(7, "bare number “3” in the title '3 things'")]),
        (
            "A Book",
            "Light",
            "The largest",
            [(7, "the comparison “largest” in a title")],
        ),
    ],
)
def test_titles_hold_no_number(
    tmp_path: Path, name: str, toggle: str, section: str, told: list[tuple[int, str]]
) -> None:
    """A number in a title of the site is refused, but for the number of chapters below it."""
    text = CONFIGURATION.format(name=name, toggle=toggle, section=section)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    problems = problems_of(tmp_path, names='- "Gizmo 13"\n')
    found = [p for p in problems if p.rule.level == "error" and p.rule is not Rule.data]
    assert [problem.where.line for problem in found] == [line for line, _ in told]
    for problem, (_, message) in zip(found, told, strict=True):
        assert problem.where.path == "mkdocs.yml" and message in str(problem)


@pytest.mark.parametrize(
    "setting",
    [
        'repo_name: "13 billion"',
        'extra: {status: {new: "worth 13 billion"}}',
        "markdown_extensions: [{toc: {permalink: '13'}}]",
        "extra: {social: [{icon: a, link: b, name: thirteen}]}",
        "extra: {consent: {actions: [a], body: 十三亿美元}}",
        'plugins: [{tags: {label: "13"}}]',
    ],
)
def test_whatever_the_configuration_says_is_read(tmp_path: Path, setting: str) -> None:
    """A number is found in any setting that has words, and in what names a thing on the pages."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\n{setting}\n", "utf-8")
    found = [p for p in problems_of(tmp_path, names='- "Gizmo 13"\n') if p.rule is Rule.number]
    assert len(found) == 1


def test_chinese_titles_are_read_as_chinese(tmp_path: Path) -> None:
    """The Chinese navigation stands in a file of its own."""
    (tmp_path / "docs").mkdir()
    text = 'nav:\n- 两个问题:\n  - "1  甲": a.md\n  - "2  乙": b.md\n- 十三亿美元: c.md\n'
    text += "- 首页: index.md\n"
    (tmp_path / "docs/zh.yml").write_text(text, "utf-8")
    found = [p for p in problems_of(tmp_path, names='- "Gizmo 13"\n') if p.rule.level == "error"]
    assert [(p.where.path, p.where.line) for p in found] == [("docs/zh.yml", 5)]
