"""Mistakes made alike in both languages: the check tells them, or a person has to read them."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from typing import Final

import pytest
from corpora import parsed
from explainers import FIXTURE
from repository import ROOT

from macros.checks.proof.sheet import sheet
from macros.checks.proof.unread import check_proof
from macros.checks.review import review
from macros.pages.project import Project, open_project
from macros.problems import Problems, Rule

ROWS: Final[list[list[str]]] = parsed((ROOT / "tests/support/planted_both.yml").read_text("utf-8"))
LANGUAGES: Final = ("en", "zh")
UNTELLABLE: Final = "only a reader can tell"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[dict[str, int]]]:
    """Return a copy of the fixture with all mistakes on one page, and the line of each."""
    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(FIXTURE, root, dirs_exist_ok=True)
    lines: list[dict[str, int]] = [{} for _ in ROWS]
    for column, language in enumerate(LANGUAGES, 1):
        page = root / "docs" / language / "sea.md"
        text = page.read_text("utf-8").rstrip("\n")
        for row, where in zip(ROWS, lines, strict=True):
            text += f"\n\n{row[column]}"
            where[language] = text.count("\n") + 1
        page.write_text(text + "\n", "utf-8")
    return open_project(root), lines


def told(project: Project) -> Mapping[str, set[int]]:
    """Return the lines of the page at which an error, or who stands beside whom, is told."""
    found = [*review(project)[0].errors, *check_proof(project, strict=False).problems]
    return {
        language: {
            each.where.line
            for each in found
            if each.where.path == f"docs/{language}/sea.md"
            and (each.rule.level == "error" or each.rule is Rule.compares)
        }
        for language in LANGUAGES
    }


def test_mistakes_in_both_languages_are_told(
    planted: tuple[Project, list[dict[str, int]]],
) -> None:
    """Of each kind that a machine can see, at least nine in ten are told in both languages."""
    project, places = planted
    lines = told(project)
    seen, all_told = Counter[str](), Counter[str]()
    for (kind, *_), where in zip(ROWS, places, strict=True):
        seen[kind] += 1
        all_told[kind] += all(where[language] in lines[language] for language in LANGUAGES)
    print("; ".join(f"{kind}: {all_told[kind]} of {seen[kind]}" for kind in seen))
    assert sum(seen.values()) >= 250
    assert [k for k in seen if k != UNTELLABLE and all_told[k] < 0.9 * seen[k]] == []


def test_what_no_machine_can_see_waits_for_a_reader(
    planted: tuple[Project, list[dict[str, int]]],
) -> None:
    """What only a person can tell stands on the proof sheet, unread, in both languages."""
    project, places = planted
    unread = [entry for entry in sheet(project, Problems()) if not entry.by]
    shown = {(side.where.path, side.where.line) for e in unread for side in e.sides.values()}
    wanted = {
        (f"docs/{language}/sea.md", where[language])
        for (kind, *_), where in zip(ROWS, places, strict=True)
        for language in LANGUAGES
        if kind == UNTELLABLE
    }
    assert wanted <= shown
