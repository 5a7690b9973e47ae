"""The explainers that tests build: each laid out in a folder of its own, with the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from repository import ROOT, environment

FIXTURE: Final = ROOT / "tests" / "fixture"
ROOTS: Final = {"en": "", "zh": "zh/"}
"""Where each language's pages lie in a built site."""


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
