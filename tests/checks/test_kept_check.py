"""A check after an edit says what a check says that knows nothing of the one before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner
from repository import ROOT

from macros.checks.passed_pages import Passed
from macros.checks.prose import reading
from macros.cli import main
from macros.language import pattern_steps


def laid_out(folder: Path) -> Path:
    """Copy the fixture explainer into a folder."""
    for name in ("data", "docs"):
        # What is mended is as young as an edit.
        shutil.copytree(ROOT / "tests/fixture" / name, folder / name, copy_function=shutil.copy)
    shutil.copy(ROOT / "tests/fixture/mkdocs.yml", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fixture explainer."""
    return laid_out(tmp_path)


def said(project: Path) -> str:
    """Return what a new process would say: what this one has read is forgotten."""
    reading.taken.cache_clear()
    reading._BEFORE.clear()
    reading._NOW.clear()
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    return done.output


def fresh(project: Path, folder: Path) -> Path:
    """Return a copy of a project of which nothing is kept."""
    copy = folder / "fresh"
    return Path(shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".cache")))


def read_parts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list in which the parts will be that are read from now on."""
    parts: list[str] = []
    read = Passed.read

    def counting(self: Any, name: str, pages: Any, check: Any, problems: Any) -> Any:
        def checked(found: Any) -> Any:
            parts.append(name)
            return check(found)

        return read(self, name, pages, checked, problems)

    monkeypatch.setattr(Passed, "read", counting)
    return parts


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit of a file."""

    def edit(project: Path) -> None:
        text = (project / name).read_text("utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def write(name: str, text: str) -> Callable[[Path], None]:
    """Return an edit that adds a file."""

    def edit(project: Path) -> None:
        (project / name).write_text(text, "utf-8")

    return edit


EDITS: Final[Mapping[str, Callable[[Path], None]]] = {
    "a number in a page": replace("docs/en/sea.md", "\n\n", "\n\nIt grew by 12 percent.\n\n"),
    "a call that is gone": replace("docs/zh/ice.md", "{{ fact(", "{{ fakt("),
    "a heading": replace("docs/en/charts.md", "\n## ", "\n### "),
    "a fact's key": replace("data/facts.yml", "\n- id: ", "\n- id: x"),
    "a label": replace("data/facts.yml", 'label: {en: "', 'label: {en: "In 1999 '),
    "an entity": replace(
        "data/facts.yml", "entity: antarctic_sea, period", "entity: arctic, period"
    ),
    "a period": replace(
        "data/facts.yml", "antarctic_sea, period: 2023", "antarctic_sea, period: 2021"
    ),
    "a figure": replace(
        "data/facts.yml", 'printed: "7.4 mm", value: 7.4', 'printed: "17.4 mm", value: 17.4'
    ),
    "a print": replace("data/facts.yml", ", says: {entity: antarctica}", ""),
    "two names": replace("docs/en/sea.md", "\n\n", "\n\nThe Antarctic is no Arctic.\n\n"),
    "a ready file": write("docs/en/mark.svg", "<svg/>"),
    "a record": write("data/proof.yml", "{}\n"),
    "nothing": lambda _: None,
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a copy of the fixture explainer that is checked, and what was said."""
    project = laid_out(tmp_path_factory.mktemp("checked"))
    return project, said(project)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_seen(
    checked: tuple[Path, str], edit: Callable[[Path], None], tmp_path: Path
) -> None:
    """Whatever is edited, what was kept before hides nothing, and what is mended is sound again."""
    project, sound = checked
    try:
        edit(project)
        assert said(project) == said(fresh(project, tmp_path))
    finally:
        for folder in ("data", "docs"):
            shutil.rmtree(project / folder)
        laid_out(project)
    assert said(project) == sound


def test_each_of_many_edits_is_seen(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After many edits, a check tells what one tells that has never seen the project."""
    told = {said(project)}
    for number, edit in enumerate(EDITS.values()):
        edit(project)
        if number % 3 == 0:
            told.add(last := said(project))
            assert said(fresh(project, tmp_path_factory.mktemp(str(number)))) == last
    assert len(told) > len(EDITS) // 3


def test_what_is_read_is_asked_anew(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where somebody has read all, an edit makes unread what it touches, and nothing else."""
    write("docs/notes.md", "Not a page.\n")(project)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    write("mkdocs.yml", f"{settings}\n# What may be shown: notes\n")(project)
    CliRunner().invoke(main, ["proof", "--root", str(project), "--read", "AB"])
    assert ": unread 0," in said(project)
    edits = (
        write("docs/notes.md", "Nor is this.\n"),
        EDITS["a figure"],
        EDITS["two names"],
        replace("data/facts.yml", ", says: {entity: antarctica}", ""),
    )
    for number, edit in enumerate(edits):
        edit(project)
        told = said(project)
        assert ": unread 0," not in told
        assert said(fresh(project, tmp_path_factory.mktemp(str(number)))) == told


def test_only_what_an_edit_touches_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of a chapter, of the data nothing is read again, and of pages this one."""
    said(project)
    replace("docs/en/sea.md", "\n\n", "\n\nThe Antarctic is no Arctic.\n\n")(project)
    parts = read_parts(monkeypatch)
    assert "Antarctic" in said(project)
    assert parts == ["docs/en/sea.md", "pair sea", "sea"]


def test_a_fact_is_asked_of_what_leads_to_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an edit of a fact the data is read again, and pages whose calls lead to it."""
    said(project)
    old = 'label: {en: "Rank of the low of 2023'
    replace("data/facts.yml", old, old.replace("Rank", "Place"))(project)
    parts = read_parts(monkeypatch)
    said(project)
    pages = {page: page.read_text("utf-8") for page in project.glob("docs/*/*.md")}
    # What quotes a chart of another page may quote any.
    leading = {page for page, text in pages.items() if "arctic_rank" in text or "example(" in text}
    assert {project / part for part in parts if part.startswith("docs/")} == leading != {*pages}
    assert "data" in parts


def test_no_text_is_read_a_second_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of a chapter only what is new of its words is searched for numbers."""
    said(project)
    EDITS["a number in a page"](project)
    searched: list[str] = []
    take = pattern_steps.take

    def counting(text: str, *more: Any) -> Any:
        searched.append(text)
        return take(text, *more)

    monkeypatch.setattr(reading, "take", counting)
    assert "12 percent" in said(project)
    assert [text.strip() for text in searched] == ["It grew by 12 percent."]
