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


EDITS: dict[str, dict[str, Change]] = {
    "words, and lines above a call": {
        "docs/en/sea.md": lambda text: text.rstrip() + "\n\nAnd so much for that.\n",
        "docs/zh/sea.md": lambda text: text.rstrip() + "\n\n就说到这里。\n",
        "docs/en/ice.md": _first("To say it once more."),
        "docs/zh/ice.md": _first("再说一句。"),
    },
    "a remark in the data": {"data/facts.yml": lambda text: f"{text}# read again\n"},
}


@pytest.fixture(scope="module")
def root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture explainer, built, with what that has kept."""
    return shutil.copytree(site.parent, tmp_path_factory.mktemp("kept") / "explainer")


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_what_a_first_build_gives(root: Path, edit: str, tmp_path: Path) -> None:
    """Words, lines and data: whatever was not made again is as if it had been."""
    for path, change in EDITS[edit].items():
        text = (FIXTURE / path).read_text("utf-8")
        assert change(text) != text
        (root / path).write_text(change(text), "utf-8")
    build(root, root / "site")
    shutil.move(root / ".cache" / "kept", tmp_path / "kept")
    build(root, tmp_path / "site")
    shutil.rmtree(root / ".cache" / "kept")
    shutil.move(tmp_path / "kept", root / ".cache" / "kept")
    for path in EDITS[edit]:
        shutil.copy(FIXTURE / path, root / path)
    one, other = contents(root / "site"), contents(tmp_path / "site")
    assert [*one] == [*other]
    assert not [name for name, content in one.items() if content != other[name]]
