"""A folder beside the site in which it is built, put in its place only when it is whole."""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs.exceptions import Abort

_KEPT: Final = ("data", "docs", "macros", ".git")
_UNMOVABLE: Final = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(slots=True)
class Stage:
    """One build on its way to the site's folder.

    Attributes:
        site: Where the site is published; untouched until the build has succeeded.
        folder: Where it is built: beside it, or in it where nothing else can be written.
        complete: Every language has been written.
        failed: Something went wrong, before or after it was complete.
        lock: What shows other builds that this one lives; the system lets go of it with us.
    """

    site: Path
    folder: Path
    complete: bool = False
    failed: bool = False
    lock: int = -1

    @classmethod
    def beside(cls, site: Path, project: Path) -> Stage:
        """Begin a stage for a site, once what killed builds have left is mended.

        Args:
            site: The site's folder.
            project: The project's folder, in which some things are no build's to remove.

        Raises:
            OSError: There is no place for it.
        """
        site = site.resolve()
        _refuse(site, project.resolve())
        site.parent.mkdir(parents=True, exist_ok=True)
        with _alone(site.parent):
            _mend(site)
            folder = _begun(site)
            return cls(site, folder, lock=_locked(folder))

    def close(self) -> bool:
        """Publish a build that is complete and has not failed, and drop any other.

        Returns:
            Whether the site was replaced.

        Raises:
            Abort: The site's folder could not be replaced; it is as it was.
        """
        whole = self.complete and not self.failed
        try:
            if whole:
                with _alone(self.site.parent):
                    _publish(self.folder, self.site)
        except OSError as error:
            told = f"{error.filename}: {error.strerror}: the site is as it was"
            raise Abort(told) from error
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
            if self.lock >= 0:
                os.close(self.lock)
        return whole


def _refuse(site: Path, project: Path) -> None:
    """Raise if a build into a folder would remove what is not its own."""
    for kept in (*(project / name for name in _KEPT), site / "mkdocs.yml"):
        nested = kept == site or site in kept.parents or kept in site.parents
        if nested and kept.exists():
            raise OSError(errno.EPERM, "a build would remove it; choose another folder", str(kept))


def _begun(site: Path) -> Path:
    """Make a folder to build in: beside the site, or in it if only the site can be written to."""
    beside = _sibling(site, "stage")
    try:
        beside.mkdir()
    except OSError as error:
        if error.errno not in _UNMOVABLE or not site.is_dir():
            raise
        beside = site / beside.name
        beside.mkdir()
    return beside


def _sibling(site: Path, role: str) -> Path:
    return site.with_name(f".{site.name}.{role}-{secrets.token_hex(8)}")


def _locked(folder: Path, how: int = fcntl.LOCK_EX | fcntl.LOCK_NB) -> int:
    """Take a folder for as long as this process lives, or raise if another has it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
    except OSError:
        os.close(handle)
        raise
    return handle


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one build at a time move things in a folder."""
    handle = _locked(folder, fcntl.LOCK_EX)  # waits for others
    try:
        yield
    finally:
        os.close(handle)


def _mend(site: Path) -> None:
    """Put back a site that a killed build had moved away, and drop what is left of such builds."""
    for former in sorted(site.parent.glob(f".{site.name}.former-*")):
        if site.exists():
            shutil.rmtree(former, ignore_errors=True)
        else:
            former.rename(site)
    stages = f".{site.name}.stage-*"
    for stage in (*site.parent.glob(stages), *site.glob(stages)):
        with suppress(OSError):  # a build that lives has it
            handle = _locked(stage)
            shutil.rmtree(stage, ignore_errors=True)
            os.close(handle)


def _publish(folder: Path, site: Path) -> None:
    former = _sibling(site, "former")
    if site.exists():
        try:
            if site.is_mount() or folder.parent == site:
                raise OSError(errno.EBUSY, "what is mounted, or all that can be written, stays")
            _keep_hidden(site, folder)
            site.rename(former)
        except OSError as error:
            if error.errno not in _UNMOVABLE:
                raise
            _replace_contents(folder, site)
            return
    try:
        folder.rename(site)
    except OSError:
        if former.exists():
            former.rename(site)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _keep_hidden(site: Path, folder: Path) -> None:
    """Copy what MkDocs never removes, such as the `.git` of a branch that is published."""
    for entry in site.glob(".*"):
        if not (folder / entry.name).exists():
            _copy(entry, folder / entry.name)


def _replace_contents(folder: Path, site: Path) -> None:
    """Write each file in place of the former, and only then remove what there is no more."""
    kept = set[Path]()
    for entry in sorted(folder.rglob("*")):
        target = site / entry.relative_to(folder)
        kept.add(target)
        _write(entry, target)
    for entry in sorted(site.glob("[!.]*")):
        below = sorted(entry.rglob("*"), reverse=True) if _is_folder(entry) else []
        for each in (*below, entry):
            if each not in kept:
                _remove(each)


def _write(entry: Path, target: Path) -> None:
    if _is_folder(entry) != _is_folder(target) and (target.exists() or target.is_symlink()):
        _remove(target)
    if _is_folder(entry):
        target.mkdir(exist_ok=True)
        return
    new = target.with_name(f".new-{secrets.token_hex(8)}")
    _copy(entry, new)
    new.replace(target)


def _is_folder(entry: Path) -> bool:
    return entry.is_dir() and not entry.is_symlink()


def _copy(entry: Path, target: Path) -> None:
    if _is_folder(entry):
        shutil.copytree(entry, target, symlinks=True)
    else:
        shutil.copy2(entry, target, follow_symlinks=False)


def _remove(entry: Path) -> None:
    if _is_folder(entry):
        shutil.rmtree(entry)
    else:
        entry.unlink()
