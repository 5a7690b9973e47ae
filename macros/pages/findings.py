"""The findings: where the article does not tie out, ordered by consequence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from macros.audit.verdict import NO_FINDING, Judgement
from macros.data.schema.facts import Statement, Verdict
from macros.data.schema.remarks import Consequence, Remarks
from macros.pages.edition import Edition
from macros.pages.macros.interpret import remark
from macros.pages.verdict_sentences import explain
from macros.pages.voice import VerdictMark

_LEVELS: Final[tuple[Consequence, ...]] = ("high", "some", "little")
# Within a level: what is wrong before what is only inexact, and last what nobody knows.
_GRAVE: Final[tuple[Verdict, ...]] = (
    "contradicted",
    "misdescribed",
    "outdated",
    "imprecise",
    "not_found",
)
# A point ends a sentence only before a blank: one in a number does not.
_SENTENCE: Final = re.compile(r"(.+?(?:[.?!]”?(?= )|[。？！]”?))\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the article does not tie out.

    Attributes:
        key: The fact, or the statement.
        tail: What its anchor ends with, which tells a fact's figures apart.
        remarks: What is said about it.
        paragraph: Where the article says it.
        verdict: The verdict.
        sentence: The first sentence of the note, which can be quoted alone.
        more: The rest of it.
        arithmetic: The reasons of the verdict.
        facts: What is said of it in short.
    """

    key: str
    tail: str
    remarks: Remarks
    paragraph: int
    verdict: VerdictMark
    sentence: str
    more: str
    arithmetic: str
    facts: tuple[str, ...]


def findings(edition: Edition) -> list[tuple[Consequence, list[Finding]]]:
    """Return the findings by how much they change."""
    statements = edition.book.statements.values()
    found = [_of_figure(edition, j) for j in edition.audit.judgements if j.is_finding]
    found += [_of_statement(edition, s) for s in statements if s.verdict not in NO_FINDING]
    found.sort(key=lambda each: (_GRAVE.index(each.verdict.id), each.paragraph))
    by_level = ((level, [f for f in found if f.remarks.level == level]) for level in _LEVELS)
    return [(level, some) for level, some in by_level if some]


def _of_figure(edition: Edition, judged: Judgement) -> Finding:
    voice, view, remarks = edition.voice, edition.views[judged.fact.key], judged.fact.remarks
    shown = next(each for each in view.prints if each.judged is judged)
    printed = Markup("{}{}{}").format(shown.at, voice.phrase("colon_gap"), shown.shown)
    paragraph = judged.report.paragraphs[0]
    return Finding(
        view.key,
        f"-{paragraph}",
        remarks,
        paragraph,
        shown.verdict,
        *_said(remark(voice, remarks.note) or view.label),
        arithmetic=explain(voice, judged, noted=remarks.note is not None),
        facts=_in_short(edition, paragraph, printed, shown.known, view.dated),
    )


def _of_statement(edition: Edition, statement: Statement) -> Finding:
    voice, label = edition.voice, edition.voice.text(statement.label)
    known = edition.audit.statement_known(statement)
    paragraph = int(statement.at[0][1:])
    said = (voice.spots(statement.at), voice.words.known[known] if known else "", label)
    return Finding(
        statement.id,
        "",
        statement.remarks,
        paragraph,
        voice.verdict(statement.verdict),
        *_said(remark(voice, statement.remarks.note) or label),
        arithmetic="",
        facts=_in_short(edition, paragraph, *said),
    )


def _said(note: str) -> tuple[str, str]:
    """Return a note's first sentence, which can be quoted alone, and the rest."""
    found = _SENTENCE.match(note)
    return (found[1], found[2]) if found else (note, "")


def _in_short(edition: Edition, paragraph: int, *said: str) -> tuple[str, ...]:
    """Return what there is of what is said, and the chapter that takes the paragraph up."""
    chapters = edition.book.site.chapters
    labels = (edition.voice.text(c.label) for c in chapters if c.first <= paragraph <= c.last)
    return (*filter(None, said), *labels)
