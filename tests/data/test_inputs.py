"""What a result is kept by: nothing that it is made of can change and leave its key as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.data import inputs
from macros.data.inputs import MAIN, digest, slot

FILES = {
    "mkdocs.yml": "INHERIT: base.yml\nsite_url: !ENV [OUR_ADDRESS, here]\n",
    "base.yml": "site_name: Base\n",
    "data/facts.yml": "facts: []\n",
    "docs/zh.yml": "site_url: !ENV OTHER_ADDRESS\n",
    "docs/en/index.md": "# One\n",
    "docs/en/more/two.md": "# Two\n",
    "package/words.toml": "a = 1\n",
    "theme/main.html": "x\n",
    "installed/pint-0.24.dist-info/METADATA": "",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an explainer's files, with a package and an installation of their own."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(inputs, "PACKAGE", tmp_path / "package")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    return tmp_path


def key(root: Path, given: str = "") -> str:
    """Return the digest of the files, with a theme as a further folder."""
    return digest(root, MAIN, [root / "theme"], given)


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith("METADATA")])
def test_a_change_of_any_file_that_is_read_is_a_miss(root: Path, name: str) -> None:
    """Data, a page, each configuration, the package and further folders are in the digest."""
    before = key(root)
    assert key(root) == before
    file = root / name
    file.write_text(file.read_text("utf-8").replace("\n", "#\n", 1), "utf-8")
    assert key(root) != before


@pytest.mark.parametrize("age", [0, 3600])
def test_an_edit_that_leaves_length_and_time_as_they_were_is_a_miss(root: Path, age: int) -> None:
    """A file is read again however it was written, be it now or long ago."""
    page = root / "docs/en/index.md"
    for text in ("# One\n", "# Two\n"):
        before = key(root)
        page.write_text(text, "utf-8")
        os.utime(page, (page.stat().st_atime, 10**9 - age))
    assert key(root) != before


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "docs/en/index.md").rename(root / "docs/en/other.md"),
        lambda root: (root / "docs/en/new.md").touch(),
        lambda root: (root / "docs/en/more/two.md").unlink(),
        lambda root: (root / "data/proof.yml").touch(),
        lambda root: (root / "package/new.py").touch(),
        lambda root: (root / "installed/pint-0.24.dist-info").rename(
            root / "installed/pint-0.25.dist-info"
        ),
        lambda root: (root / "mkdocs.yml").write_text("INHERIT: 'data/facts.yml'\n", "utf-8"),
    ],
)
def test_a_file_that_comes_goes_or_moves_is_a_miss(
    root: Path, change: Callable[[Path], object]
) -> None:
    """Names are in the digest as well, those of installed packages with their versions."""
    before = key(root)
    change(root)
    assert key(root) != before


@pytest.mark.parametrize(
    "name", ["SOURCE_DATE_EPOCH", "TIEOUT_SITE_URL", "OUR_ADDRESS", "OTHER_ADDRESS"]
)
def test_what_the_environment_says_is_in_the_digest(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So are the variables that we ask for, and those that a configuration names; no others."""
    monkeypatch.delenv(name, raising=False)
    before = key(root)
    monkeypatch.setenv("NOBODY_ASKS", "1")
    assert key(root) == before
    monkeypatch.setenv(name, "1")
    assert key(root) != before


def test_what_is_asked_for_is_in_the_digest(root: Path) -> None:
    """Another setting, another main configuration or another version of Python is a miss."""
    assert len({key(root), key(root, "strict"), digest(root, "base.yml", [root / "theme"])}) == 3


@pytest.mark.parametrize("written", ["INHERIT: a.yml", "'INHERIT' : \"a.yml\"", "{INHERIT: a.yml}"])
def test_an_inherited_configuration_is_found_however_it_is_named(root: Path, written: str) -> None:
    """The parent may be quoted, and its own parent is read as well; a circle ends."""
    (root / "mkdocs.yml").write_text(f"{written}\n", "utf-8")
    (root / "a.yml").write_text("INHERIT: b.yml\n", "utf-8")
    (root / "b.yml").write_text("INHERIT: mkdocs.yml\nsite_name: B\n", "utf-8")
    before = key(root)
    (root / "b.yml").write_text("INHERIT: mkdocs.yml\nsite_name: C\n", "utf-8")
    assert key(root) != before


def test_a_result_is_recalled_for_the_same_inputs_alone(tmp_path: Path) -> None:
    """A slot holds one result, whole or not at all."""
    kept = slot(tmp_path, "kind", "1")
    assert kept.recall() is None
    kept.keep(b"one\ntwo")
    assert kept.recall() == b"one\ntwo"
    assert slot(tmp_path, "kind", "2").recall() is None
    kept.file.write_bytes(kept.file.read_bytes() + b"!")
    assert kept.recall() is None
