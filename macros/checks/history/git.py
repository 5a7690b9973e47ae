"""What git knows of a project: asked by commands, and never by a build."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

_LIMIT: Final = 20
"""Seconds that one question to git may take."""


def has_history(root: Path) -> bool:
    """Whether a folder is in a git repository that has a commit."""
    return ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def ask_git(root: Path, *words: str) -> str | None:
    """Return what git answers, or None if it cannot."""
    command = ["git", "-c", "core.quotepath=false", *words]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, read only
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
    return done.stdout.strip() if done.returncode == 0 else None
