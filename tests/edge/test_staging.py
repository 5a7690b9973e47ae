"""Putting a finished build in the site's place, whatever that place is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from edge_project import contents, write

from macros.edge import package, staging


def staged(folder: Path) -> staging.Stage:
    """Return a complete build beside a site that has an older one."""
    write(folder / "site/index.html", "old")
    write(folder / "site/gone/page.html", "old")
    (folder / "site/link").symlink_to("index.html")
    stage = staging.Stage.beside(folder / "site")
    write(stage.folder / "index.html", "new")
    write(stage.folder / "made/page.html", "new")
    stage.complete = True
    return stage


def test_a_mount_point_is_emptied_and_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that is a mount cannot be renamed: what is in it is replaced, hidden files stay."""
    stage = staged(tmp_path)
    write(stage.site / ".git/HEAD", "ref")
    monkeypatch.setattr(Path, "is_mount", lambda self: self == stage.site)
    assert stage.close() is True
    assert contents(tmp_path) == {
        "site/.git/HEAD": b"ref",
        "site/index.html": b"new",
        "site/made/page.html": b"new",
    }
    assert not (stage.site / "link").is_symlink()


def test_hidden_files_move_into_the_new_site(tmp_path: Path) -> None:
    """What MkDocs never removes is kept, unless the build brings its own; links stay links."""
    stage = staged(tmp_path)
    write(stage.site / ".git/HEAD", "ref")
    write(stage.site / ".nojekyll", "old")
    (stage.site / ".link").symlink_to("nowhere")
    write(stage.folder / ".nojekyll", "new")
    assert stage.close() is True
    assert (stage.site / ".link").readlink() == Path("nowhere")
    (stage.site / ".link").unlink()
    assert contents(tmp_path) == {
        "site/.git/HEAD": b"ref",
        "site/.nojekyll": b"new",
        "site/index.html": b"new",
        "site/made/page.html": b"new",
    }


@pytest.mark.parametrize("existed", [True, False])
def test_a_site_that_cannot_be_replaced_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    """If the new site cannot be put in place the old one is put back, and the error is told."""
    stage = staged(tmp_path) if existed else staging.Stage(tmp_path / "site", tmp_path / "stage")
    write(stage.folder / "index.html", "new")
    stage.complete = True
    right = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == stage.folder:
            raise OSError("busy")
        return right(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="busy"):
        stage.close()
    left = contents(tmp_path)
    assert left.get("site/index.html") == (b"old" if existed else None)
    assert not any(path.startswith((".site", "stage")) for path in left)


def test_a_package_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit, the next import of a forgotten package sees it, and others stay."""
    write(tmp_path / "edited/__init__.py", "")
    write(tmp_path / "edited/part.py", "def name():\n    return 'first'\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert package.function("edited.part", "name")() == "first"
    write(tmp_path / "edited/part.py", "def name():\n    return 'second'\n")
    assert package.function("edited.part", "name")() == "first"
    before = sys.modules["macros.edge.package"]
    package.forget("edited")
    assert package.function("edited.part", "name")() == "second"
    assert sys.modules["macros.edge.package"] is before
    package.forget("edited")
