"""What differs from a revision: values and verdicts, and what readers read of them on pages."""

from __future__ import annotations

import html
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.checks.history.git import ask_git
from macros.checks.history.versions import (
    Version,
    added,
    corrections,
    lasting,
    read_version,
    removed,
    version_at,
)
from macros.checks.proof.passage import Passage
from macros.checks.proof.passages import passages
from macros.checks.proof.readings import recorded
from macros.checks.proof.sheet import sheet
from macros.data.inputs import DATA_FILE
from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.project import Project, open_project
from macros.pages.templates import render_text
from macros.pages.voice import Voice
from macros.problems import Problems, TieoutError


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact, statement, sentence, chart or reading that is otherwise than it was.

    Attributes:
        id: Its present id, or its last one; of a sentence or a chart, its place.
        kind: ``added``, ``removed``, ``value``, ``verdict``, ``sentence``, ``chart`` or ``read``.
        was: What it was, in words or as a verdict's name; empty if it is new.
        now: What it is; empty if it is gone.
    """

    id: str
    kind: str
    was: str = ""
    now: str = ""

    def __str__(self) -> str:
        return f"{self.id}: {self.kind} {' → '.join(filter(None, (self.was, self.now)))}".rstrip()


def markdown(found: Sequence[Difference]) -> str:
    """Return differences as a part of what asks for a change to be taken: a list for each kind."""
    return render_text("differences.md", found=found, plain=_plain).strip()


def _plain(text: str) -> str:
    """Return a text in one line, of which Markdown makes nothing."""
    return html.escape(" ".join(text.split()), quote=False).replace("|", "\\|")


def differences(root: Path, revision: str, language: Language) -> list[Difference]:
    """Return what differs between the data of a revision and the data as it stands.

    Raises:
        TieoutError: One of the two cannot be read.
    """
    after = read_version((root / DATA_FILE).read_text("utf-8-sig"))
    return list(_between(version_at(root, revision), after, language))


def _between(before: Version, after: Version, language: Language) -> Iterator[Difference]:
    former, now = (Voice(each.audit, language) for each in (before, after))
    olds = lasting(before, after)
    for each in corrections(before, after):
        if each.was:
            old, new = _words(former, olds[each.key]), _words(now, each.key)
            yield Difference(each.key, "value", old, new)
        if each.verdict:
            turned = after.verdicts(each.key)
            only = next(iter(turned.values()))  # of several, each says which it is
            yield Difference(each.key, "verdict", each.verdict, turned.get(each.at, only))
    for key in added(before, after):
        yield Difference(key, "added", now=_words(now, key))
    for key in removed(before, after):
        yield Difference(key, "removed", was=_words(former, key))


def _words(voice: Voice, key: str) -> str:
    return voice.value(voice.audit.book.fact(key)) if voice.audit.values.get(key) else ""


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
    """Return the sentences and charts, in each language, and readings that are otherwise now.

    Raises:
        TieoutError: The project of that revision cannot be read today.
    """
    with TemporaryDirectory() as folder:
        before = _opened(project.root, revision, Path(folder))
        found = [
            each
            for language, edition in project.editions.items()
            if language in before.editions
            for each in _passages_between(before.editions[language], edition)
        ]
        return found + list(_readings_since(before.root, project))


def _readings_since(before: Path, project: Project) -> Iterator[Difference]:
    """Yield how much of each file counts as read, and by whom, that did not: who else would see it?

    Nothing keeps an author from writing down that somebody has read.
    """
    former, problems = recorded(before, Problems()), Problems()
    new = (each for each in sheet(project, problems) if each.by != former.get(each.digest, ""))
    for (file, by), count in Counter((each.where.path, each.by) for each in new).items():
        yield Difference(file, "read", now=f"{count} passages by {by}")


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


def _passages_between(before: Edition, after: Edition) -> Iterator[Difference]:
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
                    yield _reworded(was, now)


def _by_file(edition: Edition) -> dict[str, list[Passage]]:
    labels = " label of "  # what a fact is called is told with the fact
    found = [passage for slot, passage in passages(edition) if labels not in slot[0]]
    return {file: [*of] for file, of in groupby(found, key=lambda passage: passage.where.path)}


def _reworded(was: Passage | None, now: Passage | None) -> Difference:
    former, words = (each.words.split("\n") if each else [] for each in (was, now))
    kind = "chart" if max(len(former), len(words)) > 1 else "sentence"
    if kind == "chart" and former and words:  # of its rows, those that differ
        former, words = _apart(former, words), _apart(words, former)
    where = now.where if now else was.where if was else ""
    return Difference(str(where), kind, "; ".join(former), "; ".join(words))


def _apart(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    return [line for line in lines if line not in others]
