"""An explainer that reviews no text: nothing asks for one, and nothing speaks of one."""

from __future__ import annotations

import re
from pathlib import Path

import books
import pytest
from opened import head_of

from macros.checks.review import review
from macros.data.load import load_text
from macros.pages.call import Call
from macros.pages.macros.interpret import slot
from macros.pages.macros.registry import registry
from macros.pages.project import Project, open_project
from macros.problems import Problems
from macros.site.beside import html_of
from macros.site.downloads import machine_files, package
from macros.site.finish import finish

ARTICLE = re.compile(r"  article: .*\n")
OF_A_TEXT = re.compile(r"\barticles?\b|原文|文章", re.IGNORECASE)
CONFIGURATION = "plugins: [macros, tieout]\nnav: [index.md]\n"
PAGE = """# T {#top}

It was {{ fact("sold") }}, and there are {{ count("facts") }}.

{{ ledger() }}

{{ origins() }}

{{ developments() }}

{{ changes() }}
"""


def data(facts: str = "", **sections: str) -> str:
    """Return a data file that names no article."""
    file = ARTICLE.sub("", books.file(facts=facts, **sections), count=1)
    return re.sub(r"- \{id: article,.*?\}\n", "", file, flags=re.DOTALL)


def project(root: Path, page: str) -> Project:
    """Return a project with one fact and one page."""
    sold = books.fact("sold", books.MONEY, "origin: filing, value: 13")
    (root / "data").mkdir(parents=True)
    (root / "data/facts.yml").write_text(data(sold), "utf-8")
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    for language in ("en", "zh"):
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text(page, "utf-8")
    (root / "docs/zh.yml").write_text(CONFIGURATION, "utf-8")
    return open_project(root)


def told(found: Problems) -> list[str]:
    """Return the problems but for what the base of the books leaves unused."""
    return [str(each) for each in found if "used nowhere" not in each.message]


def test_it_has_no_problem(tmp_path: Path) -> None:
    """Data without an article, and pages that ask for none, pass."""
    assert told(review(project(tmp_path, PAGE))[0]) == []


@pytest.mark.parametrize("name", [m.name for m in registry().values() if m.reviews])
def test_what_is_of_a_text_is_refused(tmp_path: Path, name: str) -> None:
    """A macro that shows what a text says cannot be called, and the problem says why, once."""
    example = registry()[name].example
    for problem in told(review(project(tmp_path, f"# T {{#top}}\n\n{{{{ {example} }}}}\n"))[0]):
        assert f"{name}() is of a reviewed text, and there is none" in problem


def test_its_figures_are_not_counted(tmp_path: Path) -> None:
    """What counts the figures of a text counts nothing; facts and origins are counted."""
    lines = told(review(project(tmp_path, '# T {#top}\n\n{{ count("figures") }}\n'))[0])
    assert all("nothing is counted as 'figures'" in line for line in lines)
    assert len(lines) == 2


def test_what_is_of_a_text_in_the_data_is_refused() -> None:
    """Chapters and statements are told where they stand."""
    problems = Problems()
    statement = (
        f"- {{id: seat, label: {books.LABEL}, entity: south, at: ¶7, verdict: confirmed, "
        "reports: [{origin: filing}]}\n"
    )
    load_text(data(statements=statement), books.PATH, problems)
    assert ["this is of a reviewed text, and `site:` names none" in str(p) for p in problems] == [
        True
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_speaks_of_a_text(tmp_path: Path, language: str) -> None:
    """No file for machines and nothing that a page shows names an article."""
    edition = project(tmp_path, PAGE).editions[language]
    bodies = "".join(slot(Call(name)) for name in ("ledger", "origins", "developments", "changes"))
    number = edition.interpret(Call("fact", ("sold",))).html
    done = finish(edition, f"<html><body><article>{number}{bodies}</article></body>", "index.html")
    page = "".join((done.html, *(html_of(content.decode()) for content in done.beside.values())))
    assert "t-card__value" in page and "t-ledger" in page
    assert not OF_A_TEXT.findall(re.sub("</?article>", "", page))
    files = machine_files(edition) | package([edition])
    for name, content in files.items():
        if not name.endswith(".png"):
            assert not OF_A_TEXT.findall(content.decode()), name
    assert not OF_A_TEXT.findall(head_of(edition, "index.md"))
