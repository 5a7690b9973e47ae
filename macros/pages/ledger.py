"""The ledger: every fact and statement, with its reports, verdict and uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.audit.verdict import Judgement
from macros.data.book import Fact, Report, Statement
from macros.data.schema.facts import Verdict
from macros.language.tongue import language_of
from macros.pages.addresses import former_anchors
from macros.pages.changes import Changes
from macros.pages.strip import GROUPS
from macros.pages.uses import Uses, address_of, fragment_of, title_of
from macros.pages.verdicts import explain
from macros.pages.voice import Voice, anchor

_SPLIT = re.compile(r"^(.*?\d)([^\d]*)$")
LENGTH = 80


@dataclass(frozen=True)
class Ledger:
    """Makes the ledger of one language."""

    voice: Voice
    uses: Uses
    site: str = ""

    def context(self) -> dict[str, Any]:
        """Return the ledger's rows and filters."""
        book = self.voice.audit.book
        rows = [self._row(fact) for fact in book.facts.values()]
        rows += [self._statement(statement) for statement in book.statements.values()]
        return {"rows": rows, "filters": list(self._filters(rows))}

    def _filters(
        self, rows: list[dict[str, Any]]
    ) -> Iterator[tuple[str, str, list[dict[str, str]]]]:
        voice = self.voice
        present = {row["verdict"]["id"] for row in rows if row["verdict"]}
        order: list[Verdict] = [verdict for _, members in GROUPS for verdict in members]
        yield (
            "verdict",
            voice.phrase("verdict"),
            [{"id": v, "word": voice.verdict(v)["word"]} for v in order if v in present],
        )
        entities = sorted({row["entity"]["id"] for row in rows}, key=voice.entity)
        yield (
            "entity",
            voice.phrase("entity"),
            [{"id": e, "word": voice.entity(e)} for e in entities],
        )
        for name, words in (("concept", self._concept), ("basis", self._basis)):
            ids = sorted({row[name] for row in rows if row[name]}, key=words)
            yield name, voice.phrase(name), [{"id": i, "word": words(i)} for i in ids]
        yield (
            "chapter",
            voice.phrase("chapter"),
            [{"id": c.page, "word": voice.text(c.label)} for c in voice.audit.book.site.chapters],
        )

    def _concept(self, concept: str) -> str:
        return self.voice.text(self.voice.audit.book.terms[concept])

    def _basis(self, basis: str) -> str:
        return self.voice.words.bases[basis]

    def _row(self, fact: Fact) -> dict[str, Any]:
        voice = self.voice
        value = voice.audit.values[fact.key]
        judged = voice.audit.judgements_of(fact.key)
        report = value.report if value else None
        text = voice.value(fact) if value else "–"
        return {
            **self._common(fact.key, voice.text(fact.label), fact.identity.entity),
            "what": self._what(
                fact.identity.entity, voice.period(fact.identity), voice.basis(fact.identity)
            ),
            "concept": fact.identity.concept,
            "basis": fact.identity.basis,
            "number": f"{float(value.quantity.value):.12g}" if value else "",
            "unit": fact.unit.id,
            "verdict": voice.verdict(judged[0].verdict) if judged else None,
            "value": _split(text),
            "origin": self._origin(report, bool(value and value.found)),
            "prints": [self._print(j) for j in judged],
            **self._places([p for j in judged for p in j.report.paragraphs]),
            "formula": voice.formula(value.resolved) if value and value.resolved else "",
            "reports": [self._report(fact, r) for r in self._by_date(fact)],
            "rows": [(voice.phrase("verdict"), explain(voice, j)) for j in judged]
            + [(voice.phrase("known"), voice.known(j.known)) for j in judged if j.known],
            "remarks": self._remarks(fact.remarks.note, fact.remarks.caveat, fact.remarks.impact),
        }

    def _statement(self, statement: Statement) -> dict[str, Any]:
        voice = self.voice
        known = voice.audit.calendar.statement_known(statement)
        paragraphs = [int(at[1:]) for at in statement.at]
        remarks = statement.remarks
        return {
            **self._common(statement.id, voice.text(statement.label), statement.entity),
            "what": self._what(statement.entity, voice.phrase("statement")),
            "concept": "",
            "basis": "",
            "number": "",
            "unit": "",
            "verdict": voice.verdict(statement.verdict),
            "value": {"head": "", "tail": ""},
            "origin": self._source(statement),
            "prints": [
                {"text": "", "at": " ".join(statement.at), "verdict": "", "lang": voice.language}
            ],
            **self._places(paragraphs),
            "formula": "",
            "reports": [
                {
                    "value": "",
                    "origin": voice.origin(origin),
                    "href": f"origins.html#{origin.id}",
                    "at": ", ".join(at),
                    "says": "",
                    "preferred": False,
                }
                for origin, at in statement.sources
            ],
            "rows": [(voice.phrase("known"), voice.known(known))] if known else [],
            "remarks": self._remarks(remarks.note, remarks.caveat, remarks.impact),
        }

    def _common(self, key: str, label: str, entity: str) -> dict[str, Any]:
        voice = self.voice
        pages = self.uses.of(key)
        return {
            "id": anchor(key),
            "former": self._former.get(key, ()),
            "key": key,
            "label": label,
            "entity": {"id": entity, "label": voice.entity(entity)},
            "uses": [(title_of(page), address_of(page, fragment_of(page, key))) for page in pages],
            "used": voice.phrase("used_times", n=str(len(pages))),
            "changes": self._changes.get(key, ()),
        }

    @cached_property
    def _changes(self) -> dict[str, list[dict[str, str]]]:
        changes = Changes(self.voice)
        keys = {k for c in self.voice.audit.book.changes for k in (c.fact, *c.added) if k}
        return {key: changes.of(key, self.uses) for key in keys}

    @cached_property
    def _former(self) -> Mapping[str, list[str]]:
        return former_anchors(self.voice.audit.book)

    def _what(self, entity: str, *parts: str) -> str:
        return " · ".join(part for part in (self.voice.entity(entity), *parts) if part)

    def _by_date(self, fact: Fact) -> list[Report]:
        """Return the reports of a fact as its history, the oldest first."""
        return sorted(fact.reports, key=lambda report: report.origin.published.first)

    def _origin(self, report: Report | None, found: bool) -> dict[str, str] | None:
        if report is None:
            return {"text": self.voice.phrase("computed"), "href": ""} if found else None
        if not found:
            return None
        origin = report.origin
        return {"text": self.voice.text(origin.publisher), "href": f"origins.html#{origin.id}"}

    def _source(self, statement: Statement) -> dict[str, str] | None:
        if not statement.sources:
            return None
        origin = statement.sources[0][0]
        return {"text": self.voice.text(origin.publisher), "href": f"origins.html#{origin.id}"}

    def _print(self, judged: Judgement) -> dict[str, str]:
        return {
            "text": judged.report.printed,
            "at": self.voice.at(judged.report),
            "verdict": judged.verdict if judged.is_finding else "",
            "lang": language_of(judged.report.origin.title),
        }

    def _report(self, fact: Fact, report: Report) -> dict[str, Any]:
        voice = self.voice
        return {
            "value": voice.report(fact, report),
            "origin": voice.origin(report.origin),
            "href": f"origins.html#{report.origin.id}",
            "at": voice.places(report)[:LENGTH],
            "says": voice.phrase("says", what=voice.says(report, fact)) if report.says else "",
            "preferred": len(fact.reports) > 1 and report is voice.audit.sources.preferred(fact),
        }

    def _places(self, paragraphs: list[int]) -> dict[str, Any]:
        chapters = self.voice.audit.book.site.chapters
        pages = [c.page for c in chapters if any(c.first <= p <= c.last for p in paragraphs)]
        return {"chapters": pages, "paragraph": min(paragraphs, default="")}

    def _remarks(self, *texts: Any) -> list[str]:
        return [self.voice.remark(text) for text in texts if text]


def _split(text: str) -> dict[str, str]:
    """Split a value behind its last digit, so that a column can be set on it."""
    found = _SPLIT.match(text)
    return {"head": found[1], "tail": found[2]} if found else {"head": text, "tail": ""}
