"""The findings: where the article does not tie out, ordered by consequence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from macros.audit.verdict import NO_FINDING, Judgement
from macros.data.book import Statement
from macros.data.schema import facts
from macros.data.schema.facts import Level
from macros.pages.addresses import anchor, former_anchors
from macros.pages.edition import Edition
from macros.pages.macros.interpret import remark
from macros.pages.verdict_sentences import explain
from macros.pages.voice import Verdict

_LEVELS: Final[tuple[Level, ...]] = ("high", "some", "little")
_GRAVE: Final[tuple[facts.Verdict, ...]] = (
    "contradicted",
    "misdescribed",
    "outdated",
    "imprecise",
    "not_found",
)
_SENTENCE: Final = re.compile(r"(.+?(?:[.?!]”?(?= )|[。？！]”?))\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the article does not tie out.

    Attributes:
        id: Its anchor.
        former: Those that it had before.
        level: How much it changes.
        paragraph: Where the article says it.
        verdict: The verdict.
        sentence: The first sentence of the note, which can be quoted alone.
        more: The rest of it.
        arithmetic: The reasons of the verdict.
        consequence: What would be otherwise.
        facts: What is said of it in short.
        href: Its entry in the ledger.
    """

    id: str
    former: list[str]
    level: Level
    paragraph: int
    verdict: Verdict
    sentence: str
    more: str
    arithmetic: str
    consequence: str
    facts: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one level."""

    id: str
    title: str
    findings: list[Finding]


def findings(edition: Edition) -> list[Group]:
    """Return the findings in groups by how much they change."""
    voice, statements = edition.voice, edition.book.statements.values()
    found = [_of_figure(edition, j) for j in edition.audit.judgements if j.is_finding]
    found += [_of_statement(edition, s) for s in statements if s.verdict not in NO_FINDING]
    found.sort(key=lambda each: (_GRAVE.index(each.verdict.id), each.paragraph))
    by_level = {level: [each for each in found if each.level == level] for level in _LEVELS}
    return [
        Group(f"level-{level}", voice.phrase(f"level_{level}"), some)
        for level, some in by_level.items()
        if some
    ]


def _of_figure(edition: Edition, judged: Judgement) -> Finding:
    voice, view, report = edition.voice, edition.views[judged.fact.key], judged.report
    paragraph, remarks = report.paragraphs[0], judged.fact.remarks
    known = [voice.known(judged.known)] if judged.known else []
    shown = next(each for each in view.prints if each.judged is judged)
    printed = Markup("{}{}{}").format(shown.at, voice.phrase("colon_gap"), shown.shown)
    sentence, more = _said(remark(voice, remarks.note) or view.label)
    return Finding(
        id=f"f-{anchor(view.key)}-{paragraph}",
        former=_former(edition, view.key, f"-{paragraph}"),
        level=remarks.level,
        paragraph=paragraph,
        verdict=voice.verdict(judged.verdict),
        sentence=sentence,
        more=more,
        arithmetic=explain(voice, judged, noted=remarks.note is not None),
        consequence=remark(voice, remarks.impact),
        facts=(printed, *known, view.dated, *_chapter(edition, paragraph)),
        href=view.href,
    )


def _of_statement(edition: Edition, statement: Statement) -> Finding:
    voice, remarks, label = edition.voice, statement.remarks, edition.voice.text(statement.label)
    known = edition.audit.calendar.statement_known(statement)
    paragraph = int(statement.at[0][1:])
    sentence, more = _said(remark(voice, remarks.note) or label)
    when = [voice.known(known)] if known else []
    return Finding(
        id=f"f-{anchor(statement.id)}",
        former=_former(edition, statement.id),
        level=remarks.level,
        paragraph=paragraph,
        verdict=voice.verdict(statement.verdict),
        sentence=sentence,
        more=more,
        arithmetic="",
        consequence=remark(voice, remarks.impact),
        facts=(voice.spots(statement.at), *when, label, *_chapter(edition, paragraph)),
        href=voice.link("ledger", anchor(statement.id)),
    )


def _said(note: str) -> tuple[str, str]:
    """Return a note's first sentence, which can be quoted alone, and the rest."""
    found = _SENTENCE.match(note)
    return (found[1], found[2]) if found else (note, "")


def _former(edition: Edition, key: str, tail: str = "") -> list[str]:
    """Return the anchors that a finding had under its fact's former names."""
    return [f"f-{each}{tail}" for each in former_anchors(edition.book).get(key, ())]


def _chapter(edition: Edition, paragraph: int) -> list[str]:
    chapters = edition.book.site.chapters
    return [edition.voice.text(c.label) for c in chapters if c.first <= paragraph <= c.last]
