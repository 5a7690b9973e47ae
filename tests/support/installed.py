"""The package as an author has it: a wheel, installed into an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from repository import ROOT, environment

SOURCES = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT.md")


def make_wheel(folder: Path) -> Path:
    """Build the wheel from a copy of the sources, offline, and return its path."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in SOURCES:
        shutil.copy(ROOT / name, source)
    left = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "macros", source / "macros", ignore=left)
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(source))
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Install a wheel where nothing else is; what it depends on is that of the tests.

    Returns:
        The folder of its programs.
    """
    venv.create(folder, symlinks=True)
    places = _places(folder)
    ours = sysconfig.get_path("purelib")
    Path(places["purelib"], "dependencies.pth").write_text(f"{ours}\n", "utf-8")
    pip("--python", str(folder), "install", "--no-deps", "--ignore-installed", str(wheel))
    return Path(places["scripts"])


def programs_of(folder: Path) -> Path | None:
    """Return the folder of an environment's programs; None if it is not there."""
    return Path(_places(folder)["scripts"]) if folder.exists() else None


def _places(folder: Path) -> dict[str, str]:
    return sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})


def pip(*arguments: str) -> None:
    """Run pip without any index; where that fails, so does the test."""
    run([sys.executable, "-m", "pip", "--quiet", *arguments, "--no-index"], ROOT.parent)


def run(
    command: list[str],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    *,
    told: bool = False,
) -> str:
    """Run a program in a folder, where no source of ours is found, and return what it says.

    Args:
        command: The program, with its arguments.
        folder: Where it runs.
        variables: What its environment has besides.
        told: Whether to return what it tells on the way, too.
    """
    kept = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    kept |= variables or {}
    done = subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + (done.stderr if told else "")
