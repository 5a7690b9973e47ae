"""The explainers that tests build: each laid out in a folder of its own, with the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from repository import ROOT, environment

FIXTURE: Final = ROOT / "tests" / "fixture"
ROOTS: Final = {"en": "", "zh": "zh/"}
"""Where each language's pages lie in a built site."""


@dataclass(frozen=True)
class Explainer:
    """An explainer of another subject.

    Attributes:
        folder: Where its data and pages are.
        address: The address of its site.
        roots: Where each language's pages lie in it.
    """

    folder: Path
    address: str
    roots: dict[str, str] = field(hash=False)


EXPLAINERS: Final = {
    "fixture": Explainer(FIXTURE, "https://meltwater.example/", ROOTS),
    "tiny": Explainer(ROOT / "tests" / "tiny", "https://ways.example/", {"zh": ""}),
}
"""One with all there is, in two languages; one with little, in one, where no text is reviewed."""


@dataclass(frozen=True)
class Built:
    """An explainer whose site is built."""

    explainer: Explainer
    site: Path

    @property
    def roots(self) -> dict[str, str]:
        """Where each language's pages lie."""
        return self.explainer.roots

    @property
    def pages(self) -> list[str]:
        """The addresses of its pages in all languages."""
        docs = self.explainer.folder / "docs"
        return [
            f"{root}{page.stem}.html"
            for code, root in self.roots.items()
            for page in sorted((docs / code).glob("*.md"))
        ]


@dataclass(frozen=True)
class Published(Built):
    """A built explainer in one of its languages."""

    language: str

    @property
    def root(self) -> str:
        """Where the language's pages lie."""
        return self.roots[self.language]


def pages(explainer: Path = FIXTURE) -> list[str]:
    """Return the addresses of an explainer's pages in both languages."""
    names = sorted(page.stem for page in (explainer / "docs" / "en").glob("*.md"))
    return [f"{root}{name}.html" for root in ROOTS.values() for name in names]


def lay_out(folder: Path, explainer: Path = FIXTURE) -> Path:
    """Copy what an author writes, and the package as it stands, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(explainer / "mkdocs.yml", folder)
    for name, source in (("data", explainer), ("docs", explainer), ("macros", ROOT)):
        left = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source / name, folder / name, ignore=left, dirs_exist_ok=True)
    return folder


def build(root: Path, site: Path) -> None:
    """Build an explainer, strictly; where that fails, so does the test."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    done = subprocess.run(
        command, cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
