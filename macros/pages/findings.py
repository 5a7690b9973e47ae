"""The findings: where the article does not tie out, ordered by consequence."""

from __future__ import annotations

import re
from typing import Any, Final

from macros.audit.verdict import NO_FINDING, Judgement
from macros.data.book import Statement
from macros.data.schema.facts import Level, Verdict
from macros.pages.addresses import former_anchors
from macros.pages.verdicts import explain
from macros.pages.voice import Voice, anchor

_LEVELS: Final[tuple[Level, ...]] = ("high", "some", "little")
_GRAVE: Final[tuple[Verdict, ...]] = (
    "contradicted",
    "misdescribed",
    "outdated",
    "imprecise",
    "not_found",
)
_SENTENCE: Final = re.compile(r"(.+?(?:[.?!]”?(?= )|[。？！]”?))\s*(.+)", re.DOTALL)


def findings(voice: Voice) -> dict[str, Any]:
    """Return the findings in groups by how much they change."""
    found = [_of_figure(voice, j) for j in voice.audit.judgements if j.is_finding]
    found += [
        _of_statement(voice, s)
        for s in voice.audit.book.statements.values()
        if s.verdict not in NO_FINDING
    ]
    groups = []
    for level in _LEVELS:
        items = [item for item in found if item["level"] == level]
        items.sort(key=lambda item: (_GRAVE.index(item["verdict"]["id"]), item["paragraph"]))
        title = voice.phrase(f"level_{level}")
        groups.append({"id": f"level-{level}", "title": title, "items": items})
    return {"groups": [group for group in groups if group["items"]]}


def _of_figure(voice: Voice, judged: Judgement) -> dict[str, Any]:
    fact = judged.fact
    facts = [f"{voice.at(judged.report)} {judged.report.printed}"]
    facts += [voice.known(judged.known)] if judged.known else []
    return {
        "id": f"f-{anchor(fact.key)}-{judged.report.paragraphs[0]}",
        "former": _former(voice, fact.key, f"-{judged.report.paragraphs[0]}"),
        "level": fact.remarks.level,
        "paragraph": judged.report.paragraphs[0],
        "verdict": voice.verdict(judged.verdict),
        **_said(voice.remark(fact.remarks.note) or voice.text(fact.label)),
        "arithmetic": explain(voice, judged, noted=fact.remarks.note is not None),
        "consequence": voice.remark(fact.remarks.impact),
        "facts": [*facts, voice.dated(fact), *_chapter(voice, judged.report.paragraphs[0])],
        "href": f"ledger.html#{anchor(fact.key)}",
    }


def _of_statement(voice: Voice, statement: Statement) -> dict[str, Any]:
    known = voice.audit.calendar.statement_known(statement)
    paragraph = int(statement.at[0][1:])
    return {
        "id": f"f-{anchor(statement.id)}",
        "former": _former(voice, statement.id),
        "level": statement.remarks.level,
        "paragraph": paragraph,
        "verdict": voice.verdict(statement.verdict),
        **_said(voice.remark(statement.remarks.note) or voice.text(statement.label)),
        "arithmetic": "",
        "consequence": voice.remark(statement.remarks.impact),
        "facts": [
            " ".join(statement.at),
            *([voice.known(known)] if known else []),
            voice.text(statement.label),
            *_chapter(voice, paragraph),
        ],
        "href": f"ledger.html#{anchor(statement.id)}",
    }


def _said(note: str) -> dict[str, str]:
    """Return a note's first sentence, which can be quoted alone, and the rest."""
    found = _SENTENCE.match(note)
    return {"sentence": found[1], "more": found[2]} if found else {"sentence": note, "more": ""}


def _former(voice: Voice, key: str, tail: str = "") -> list[str]:
    """Return the anchors that a finding had under its fact's former names."""
    return [f"f-{each}{tail}" for each in former_anchors(voice.audit.book).get(key, ())]


def _chapter(voice: Voice, paragraph: int) -> list[str]:
    chapters = voice.audit.book.site.chapters
    return [voice.text(c.label) for c in chapters if c.first <= paragraph <= c.last]
