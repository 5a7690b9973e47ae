"""What is kept between builds changes no byte: an edit gives the site that a first build gives."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from edge_project import contents
from explainers import FIXTURE, build

Change = Callable[[str], str]


def _first(words: str) -> Change:
    """Return what puts a paragraph below a page's title, above its calls."""
    return lambda text: re.sub(r"(?m)^(# .*\n)", f"\\1\n{words}\n", text, count=1)


EDITS: dict[str, Change] = {
    "docs/en/sea.md": lambda text: text.rstrip() + "\n\nAnd so much for that.\n",
    "docs/zh/sea.md": lambda text: text.rstrip() + "\n\n就说到这里。\n",
    "docs/en/ice.md": _first("To say it once more."),
    "docs/zh/ice.md": _first("再说一句。"),
}
"""Words, and lines above a call."""


@pytest.fixture(scope="module")
def root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture explainer, built, with what that has kept."""
    return shutil.copytree(site.parent, tmp_path_factory.mktemp("kept") / "explainer")


def test_an_edit_gives_what_a_first_build_gives(root: Path, tmp_path: Path) -> None:
    """Words and lines: whatever was not made again is as if it had been."""
    for path, change in EDITS.items():
        edit(root, path, change)
    build(root, root / "site")
    shutil.move(root / ".cache" / "kept", tmp_path / "kept")
    build(root, tmp_path / "site")
    shutil.rmtree(root / ".cache" / "kept")
    shutil.move(tmp_path / "kept", root / ".cache" / "kept")
    for path in EDITS:
        shutil.copy(FIXTURE / path, root / path)
    assert differing(root / "site", tmp_path / "site") == []


def test_a_remark_in_the_data_gives_what_the_data_gave(root: Path, site: Path) -> None:
    """All pages are made of what is kept of them, and as a first build made them without it."""
    edit(root, "data/facts.yml", lambda text: f"{text}# read again\n")
    build(root, root / "site")
    shutil.copy(FIXTURE / "data/facts.yml", root / "data/facts.yml")
    assert differing(root / "site", site) == []


def edit(root: Path, path: str, change: Change) -> None:
    """Change a file of the explainer."""
    text = (FIXTURE / path).read_text("utf-8")
    assert change(text) != text
    (root / path).write_text(change(text), "utf-8")


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that are in one of two sites, or are others in each."""
    first, second = contents(one), contents(other)
    return [name for name in first | second if first.get(name) != second.get(name)]
