"""Pages changed in one language after their pair: asked of git, and never by a build."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from macros.pages.source import Page
from macros.problems import Location, Problems, Rule

_LIMIT: Final = 20
"""Seconds that one question to git may take."""


def check_history(root: Path, pages: Iterable[Page], problems: Problems) -> bool:
    """Warn of each page whose pair in the other language has changed since.

    Returns:
        Whether there is a history to ask; without one nothing is recorded.
    """
    problems = problems.under(Rule.history)
    if not has_history(root):
        return False
    edited = set((ask_git(root, "diff", "--name-only", "--relative", "HEAD") or "").splitlines())
    pairs: dict[str, list[Page]] = {}
    for page in pages:
        pairs.setdefault(page.name, []).append(page)
    for pair in pairs.values():
        if len(pair) > 1:
            _compare(root, pair, edited, problems)
    return True


def has_history(root: Path) -> bool:
    """Whether a folder is in a git repository that has a commit."""
    return ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def _compare(root: Path, pair: list[Page], edited: set[str], problems: Problems) -> None:
    """Warn if one page has a change in which the other has no part."""
    changed = {page.path: page.path in edited for page in pair}
    if all(changed.values()):
        return
    if any(changed.values()):
        newer = next(path for path, is_changed in changed.items() if is_changed)
        _warn(pair, newer, "in the working tree", problems)
        return
    last = {page.path: _last(root, page.path) for page in pair}
    newer = max(last, key=lambda path: last[path])
    if len({commit for _, _, commit in last.values()}) > 1 and last[newer][1]:
        _warn(pair, newer, f"on {last[newer][1]}, {last[newer][2]}", problems)


def _last(root: Path, path: str) -> tuple[int, str, str]:
    """Return a page's last commit: how many stand before it, its day and its short hash."""
    shown = (ask_git(root, "log", "-1", "--format=%cs %h", "--", path) or "").split()
    if len(shown) != 2:
        return 0, "", ""
    return int(ask_git(root, "rev-list", "--count", shown[1]) or 0), shown[0], shown[1]


def _warn(pair: list[Page], newer: str, when: str, problems: Problems) -> None:
    older = next(page.path for page in pair if page.path != newer)
    problems.add(
        Location(older, 1, 1),
        f"the page is older than its pair: {newer} changed {when}",
        "see whether this page needs the same change",
    )


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
