"""The history of the data as entries of `changes:`, and a warning where there is none.

What is found lacks only its `why`, which no history knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from macros.checks.history.git import ask_git
from macros.checks.history.versions import (
    Commit,
    Correction,
    Version,
    added,
    corrections,
    read_commits,
    read_version,
    removed,
    version_at,
)
from macros.data.book import Book, Change
from macros.data.inputs import DATA_FILE
from macros.pages.templates import render_text
from macros.problems import Location, Problems, Rule, TieoutError

_HOW: Final = "`python -m macros changes` writes it, but for the why"


def entries(before: Version, after: Version, told: Sequence[Change]) -> str:
    """Return what changed between two versions as entries that lack only their `why`.

    Args:
        before: The one version.
        after: The other.
        told: The entries that there are already.
    """
    return render_text(
        "changes.yml",
        date=after.book.site.as_of.text,
        told=told,
        corrections=list(corrections(before, after)),
        added=added(before, after, told),
        removed=removed(before, after, told),
    )


def history_of(root: Path, told: Sequence[Change], since: str = "") -> Iterator[str]:
    """Yield the history of the data day by day, as YAML: comments, and entries without `why`.

    Args:
        root: Project folder.
        told: The entries that there are already.
        since: A commit or tag to begin behind; the first version of the data if empty.
    """
    before = version_at(root, since) if since else None
    days: dict[str, list[Commit]] = {}
    for commit in read_commits(root, since):
        days.setdefault(commit.day, []).append(commit)
    for day, commits in days.items():
        yield f"# {day}\n"
        after = None
        for commit in commits:
            try:
                after = version_at(root, commit.name)
                before = before or after
                yield f"# {commit}\n"
            except TieoutError as error:
                yield f"# {commit}: cannot be read today: {error.message}\n"
        if before and after:
            yield entries(before, after, told)
        # A day on which no version can be read leaves the one before to compare with.
        before = after or before
    if before and ask_git(root, "status", "--porcelain", "--", DATA_FILE):
        after = read_version((root / DATA_FILE).read_text("utf-8"))
        yield f"# not committed\n{entries(before, after, told)}"


def check_editions(root: Path, book: Book, problems: Problems) -> None:
    """Warn of each value and verdict that has changed since the last release without an entry.

    The last release is the last tag, or the first version of the data where there is none.
    """
    problems = problems.under(Rule.history)
    # Before a first release whatever was there at the beginning is what readers knew.
    base = ask_git(root, "describe", "--tags", "--abbrev=0") or ""
    first = next(iter(read_commits(root)), None)
    if first is None:
        return
    base = base or first.name
    try:
        before = version_at(root, base)
        after = read_version((root / DATA_FILE).read_text("utf-8-sig"))
    except TieoutError:
        return  # what is wrong today is told by the check; what was, is told by `changes`
    for each in corrections(before, after):
        if not each.is_told(book.changes):
            _warn(book, each, base, problems)
    for key in removed(before, after, book.changes):
        message = f"{key} was there in {base}, and no entry of `changes:` says that it is gone"
        problems.add(Location(DATA_FILE, 1, 1), message, _HOW)


def _warn(book: Book, each: Correction, base: str, problems: Problems) -> None:
    entry = book.facts.get(each.key) or book.statements[each.key]
    what = f"value was {{{each.figure}}}" if each.was else f"verdict was {each.verdict}"
    message = f"{each.key}: its {what} in {base}, and no entry of `changes:` says so"
    problems.add(entry.where, message, _HOW)
