"""Only what something has changed for is made again, and the site is the same as if all were."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from built_pages import search_index
from edge_project import build, contents, make_project, write

PAGE = "docs/en/ledger.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that has been built."""
    root = make_project(tmp_path_factory.mktemp("project"))
    lone = "---\nday: 2026-01-01\n---\n# Dated {#top}\n\n[Ledger](ledger.md#part)\n"
    write(root / "docs/en/lone.md", lone)
    config = (root / "mkdocs.yml").read_text("utf-8")
    write(root / "mkdocs.yml", config.replace("\nnav:\n", "\nnav:\n  - lone.md\n"))
    write(root / PAGE, "# Ledger {#top}\n\n## Part {#part}\n\nWords.\n")
    write(root / "docs/en/method.md", "# Method {#top}\n\n[Part](ledger.md#part)\n")
    made(root)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of it, with what is kept."""
    bare = shutil.ignore_patterns(".cache")
    copied = shutil.copytree(built, tmp_path / "project", ignore=bare)
    # Files that are copied are others, and nothing that stands in them is taken for kept.
    shutil.copytree(built / ".cache", copied / ".cache", copy_function=os.link)
    return copied


def made(root: Path) -> set[str]:
    """Build a project, and return the pages that were made."""
    write(root / "finished.txt", "")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return set((root / "finished.txt").read_text("utf-8").split())


def anew(root: Path) -> dict[str, bytes]:
    """Return the site of a project as a build makes it for which nothing is kept."""
    shutil.rmtree(root / ".cache")
    made(root)
    return contents(root / "site")


def test_an_edit_makes_one_page(project: Path) -> None:
    """The page that was edited is made, and what JSON cannot hold; the site is as if all were."""
    with (project / PAGE).open("a") as page:
        page.write("More words.\n")
    assert made(project) == {"en/ledger.html", "en/lone.html"}
    site = contents(project / "site")
    found = search_index(project / "site")["docs"]
    assert any("More words." in each["text"] for each in found)
    assert site == anew(project)


def test_what_all_pages_show_makes_all(project: Path) -> None:
    """A title stands in the navigation of every page, in its language and for the switch."""
    write(project / "docs/zh/method.md", "# 新 {#top}\n")
    every = made(project)
    assert {"en/ledger.html", "zh/ledger.html", "en/index.html"} <= every
    assert contents(project / "site") == anew(project)


def test_data_package_and_settings_make_all(project: Path) -> None:
    """So does a change of anything that is no page."""
    before = made(project)  # the site has moved here: only what is never kept
    assert before == {"en/lone.html"}
    for name in ("data/facts.yml", "macros/site/downloads.py", "docs/zh.yml"):
        write(project / name, (project / name).read_text("utf-8") + "\n")
        assert len(made(project)) > len(before)


def test_links_of_a_page_that_is_copied_are_checked(project: Path) -> None:
    """An anchor that goes from one page is missed by another, though that has not changed."""
    text = (project / PAGE).read_text("utf-8")
    write(project / PAGE, text.replace("{#part}", "{#other}"))
    done = build(project)
    assert done.returncode == 1
    assert "'method.md' contains a link 'ledger.md#part'" in done.stderr


def test_what_was_made_of_a_wrong_explainer_is_not_kept(project: Path) -> None:
    """A build that warns or fails keeps nothing: the next one makes its pages anew."""
    with (project / PAGE).open("a") as page:
        page.write("[No](nowhere.md)\n")
    assert build(project, "--no-strict").returncode == 0
    write(project / "finished.txt", "")
    assert "nowhere.md" in build(project, "--no-strict").stderr
    assert "en/ledger.html" in (project / "finished.txt").read_text("utf-8")
