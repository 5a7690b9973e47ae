"""What a change of the data does: the values and verdicts that differ from those of a revision."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.checks.history.versions import (
    Version,
    added,
    corrections,
    lasting,
    read_version,
    removed,
    version_at,
)
from macros.data.inputs import DATA_FILE
from macros.language.writing import Language
from macros.pages.templates import render_text
from macros.pages.voice import Voice


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact, statement, sentence or chart that is otherwise than it was.

    Attributes:
        id: Its present id, or its last one; of a sentence or a chart, its place.
        kind: ``added``, ``removed``, ``value``, ``verdict``, ``sentence`` or ``chart``.
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
