"""A folder beside the site in which it is built, put in its place only when it is whole."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Stage:
    """One build on its way to the site's folder.

    Attributes:
        site: Where the site is published; untouched until the build has succeeded.
        folder: Where it is built, on the same file system.
        complete: Every language has been written.
        failed: Something went wrong, before or after it was complete.
    """

    site: Path
    folder: Path
    complete: bool = False
    failed: bool = False

    @classmethod
    def beside(cls, site: Path) -> Stage:
        """Plan a stage for a site; the process id keeps two builds apart."""
        site = site.resolve()
        return cls(site, _sibling(site, "stage"))

    def close(self) -> bool:
        """Publish a build that is complete and has not failed, and drop any other.

        Returns:
            Whether the site was replaced.

        Raises:
            OSError: The site's folder could not be replaced; it is as it was.
        """
        whole = self.complete and not self.failed
        try:
            if whole:
                _publish(self.folder, self.site)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
        return whole


def _sibling(site: Path, role: str) -> Path:
    return site.with_name(f".{site.name}.{role}-{os.getpid()}")


def _publish(folder: Path, site: Path) -> None:
    if site.is_mount():  # a mount point cannot be renamed
        _replace_contents(folder, site)
        return
    former = _sibling(site, "former")
    if site.exists():
        _keep_hidden(site, folder)
        site.rename(former)
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
    for entry in site.glob("[!.]*"):
        _remove(entry)
    for entry in folder.iterdir():
        _copy(entry, site / entry.name)


def _copy(entry: Path, target: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, target, symlinks=True)
    else:
        shutil.copy2(entry, target, follow_symlinks=False)


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()
