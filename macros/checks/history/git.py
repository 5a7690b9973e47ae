"""What git knows of a project: asked by commands, and never by a build."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

_LIMIT: Final = 20
"""Seconds that one question to git may take."""


def no_history(root: Path) -> str:
    """Return why git has no history of a folder to tell, in a sentence; empty if it has."""
    done = _run(root, "rev-parse", "--verify", "HEAD")
    if done is not None and done.returncode == 0:
        return ""
    said = done.stderr.partition("\n")[0] if done else "git cannot be run"
    usual = "not a git repository" in said or "single revision" in said
    return f"There is no git history to ask{'' if usual else f' ({said})'}."


def is_cut_off(root: Path) -> bool:
    """Whether a clone has the last commits only."""
    return ask_git(root, "rev-parse", "--is-shallow-repository") == "true"


def ask_git(root: Path, *words: str) -> str | None:
    """Return what git answers, or None if it cannot."""
    done = _run(root, *words)
    return done.stdout.strip() if done is not None and done.returncode == 0 else None


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[str] | None:
    # Otherwise git writes names in Chinese as bytes in octal.
    command = ["git", "-c", "core.quotepath=false", *words]
    try:
        return subprocess.run(  # noqa: S603 - a fixed command, read only
            command,
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LIMIT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
