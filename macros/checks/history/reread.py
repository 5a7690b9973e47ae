"""What readers read otherwise than at a revision: sentences and charts that show numbers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.checks.history.differences import Difference, differences
from macros.checks.history.git import ask_git
from macros.checks.proof.passages import Passage, passages
from macros.pages.edition import Edition
from macros.pages.project import Project, open_project
from macros.problems import TieoutError


def everything(project: Project, revision: str) -> tuple[list[Difference], str]:
    """Return all that differs from a revision, and why sentences and charts are left out if so.

    What the explainer was then may keep to other rules than today's; its values are told.
    """
    found = differences(project.root, revision, next(iter(project.editions)))
    try:
        return found + reread(project, revision), ""
    except TieoutError as error:
        return found, error.message


def reread(project: Project, revision: str) -> list[Difference]:
    """Return the sentences and charts, in each language, that are otherwise than they were.

    Raises:
        TieoutError: The project of that revision cannot be read today.
    """
    with TemporaryDirectory() as folder:
        before = _opened(project.root, revision, Path(folder))
        return [
            each
            for language, edition in project.editions.items()
            if language in before.editions
            for each in _between(before.editions[language], edition)
        ]


def _opened(root: Path, revision: str, folder: Path) -> Project:
    """Return the project as git has it at a revision, laid out in a folder."""
    packed = folder / "revision.zip"
    if ask_git(root, "archive", f"--output={packed}", "--format=zip", revision) is None:
        raise TieoutError(f"git has no project at {revision}")
    with zipfile.ZipFile(packed) as archive:  # which writes nothing outside of the folder
        archive.extractall(folder)
    packed.unlink()
    project = open_project(folder)
    if not project.audit:
        raise TieoutError(f"the data of {revision} cannot be read today")
    return project


def _between(before: Edition, after: Edition) -> Iterator[Difference]:
    """Yield what differs, place by place: a sentence is held against the one where it stood."""
    old, new = _by_file(before), _by_file(after)
    for file in dict.fromkeys((*new, *old)):
        were, are = old.get(file, []), new.get(file, [])
        # By words alone: a sentence that moved reads as it did.
        former, words = ([passage.words for passage in side] for side in (were, are))
        # By default difflib takes what recurs often for noise, and short sentences recur.
        matcher = SequenceMatcher(None, former, words, autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind != "equal":
                for was, now in zip_longest(were[i:j], are[k:m]):
                    yield _told(was, now)


def _by_file(edition: Edition) -> dict[str, list[Passage]]:
    labels = " label of "  # what a fact is called is told with the fact
    found = [passage for slot, passage in passages(edition) if labels not in slot[0]]
    return {file: [*of] for file, of in groupby(found, key=lambda passage: passage.where.path)}


def _told(was: Passage | None, now: Passage | None) -> Difference:
    former, words = (each.words.split("\n") if each else [] for each in (was, now))
    kind = "chart" if max(len(former), len(words)) > 1 else "sentence"
    if kind == "chart" and former and words:  # of its rows, those that differ
        former, words = _apart(former, words), _apart(words, former)
    where = now.where if now else was.where if was else ""
    return Difference(str(where), kind, "; ".join(former), "; ".join(words))


def _apart(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    return [line for line in lines if line not in others]
