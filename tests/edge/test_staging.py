"""Putting a finished build in the site's place, whatever that place is."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from edge_project import contents, write
from mkdocs.exceptions import Abort

from macros.edge import package, staging


def staged(folder: Path) -> staging.Stage:
    """Return a complete build beside a site that has an older one."""
    write(folder / "site/index.html", "old")
    write(folder / "site/gone/page.html", "old")
    (folder / "site/link").symlink_to("index.html")
    stage = staging.Stage.beside(folder / "site", folder / "project")
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
    with pytest.raises(Abort):
        stage.close()
    left = contents(tmp_path)
    assert left.get("site/index.html") == (b"old" if existed else None)
    assert not any(path.startswith((".site", "stage")) for path in left)


def test_a_killed_build_is_mended_by_the_next(tmp_path: Path) -> None:
    """A site that was moved away comes back, dead stages go, and one that lives stays."""
    write(tmp_path / ".site.former-1/index.html", "old")
    write(tmp_path / ".site.stage-1/index.html", "half")
    first = staging.Stage.beside(tmp_path / "site", tmp_path / "project")
    second = staging.Stage.beside(tmp_path / "site", tmp_path / "project")
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert not list(tmp_path.glob(".site.former-*"))
    assert set(tmp_path.glob(".site.stage-*")) == {first.folder, second.folder}
    assert [first.close(), second.close()] == [False, False]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("target", ["data", "docs/en", "macros", ".git", ".", "..", "data/out"])
def test_a_build_never_takes_a_folder_of_the_project(tmp_path: Path, target: str) -> None:
    """Sources are refused as the site's folder before anything is removed."""
    project = tmp_path / "project"
    for name in ("data/facts.yml", "docs/en/index.md", "macros/hooks.py", ".git/HEAD"):
        write(project / name, "kept")
    with pytest.raises(OSError, match="a build would remove it"):
        staging.Stage.beside(project / target, project)
    assert set(contents(project).values()) == {b"kept"}


def test_a_site_that_is_busy_is_filled_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that the system will not rename gets its files one by one; none goes before."""
    stage = staged(tmp_path)
    right, seen = Path.rename, list[bool]()

    def refuse(self: Path, target: Path) -> Path:
        if self == stage.site:
            raise OSError(errno.EBUSY, "busy", str(self))
        return right(self, target)

    def watch(self: Path, target: Path) -> Path:
        seen.append((stage.site / "index.html").exists())
        return original(self, target)

    original = Path.replace
    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(Path, "replace", watch)
    inode = stage.site.stat().st_ino
    assert stage.close() is True
    assert seen == [True, True]
    assert stage.site.stat().st_ino == inode
    assert contents(tmp_path) == {"site/index.html": b"new", "site/made/page.html": b"new"}


def test_a_site_in_a_read_only_folder_is_built_in_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the site can be written to, the stage is a hidden folder of it, and goes."""
    right = Path.mkdir

    def refuse(
        self: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False
    ) -> None:
        if self.parent == tmp_path and self.name.startswith(".site"):
            raise OSError(errno.EROFS, "Read-only file system", str(self))
        right(self, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", refuse)
    write(tmp_path / "site/.site.stage-dead/index.html", "half")
    stage = staged(tmp_path)
    assert stage.folder.parent == stage.site
    assert stage.close() is True
    assert contents(tmp_path) == {"site/index.html": b"new", "site/made/page.html": b"new"}


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
