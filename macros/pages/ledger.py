"""The ledger: every fact and statement, with its reports, verdict and uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.audit.verdict import Judgement
from macros.data.book import Fact, Remarks, Report, Statement
from macros.data.origins import Origin
from macros.language.registry import NBSP
from macros.pages.addresses import ROOT, former_anchors
from macros.pages.changes import Changes, Line
from macros.pages.edition import Edition
from macros.pages.entries import Entry, Figure, Link, Option, Print, Said
from macros.pages.macros.interpret import remark
from macros.pages.strip import GROUPS
from macros.pages.uses import Uses, title_of
from macros.pages.views import FactView
from macros.pages.voice import Verdict, Voice

_SPLIT: Final = re.compile(r"^(.*?\d)([^\d]*)$")
LENGTH: Final = 80


@dataclass(frozen=True)
class Ledger:
    """Makes the ledger of an edition."""

    edition: Edition

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    @cached_property
    def rows(self) -> tuple[Entry, ...]:
        """The entries, facts first."""
        statements = self.edition.book.statements.values()
        return (*map(self._fact, self.edition.views.values()), *map(self._statement, statements))

    @property
    def reviewed(self) -> bool:
        """Whether it tells what a text prints."""
        return bool(self.edition.book.site.article)

    @property
    def filters(self) -> Iterator[tuple[str, str, list[Option]]]:
        """What entries can be filtered by: names, labels and choices."""
        voice, figures = self.voice, [row.figure for row in self.rows if row.figure]
        present = {row.verdict.id for row in self.rows if row.verdict}
        order = [verdict for _, members in GROUPS for verdict in members]
        verdicts = [Option(v, voice.verdict(v).word) for v in order if v in present]
        yield "verdict", voice.phrase("verdict"), verdicts
        entities = {row.entity for row in self.rows}
        yield "entity", voice.phrase("entity"), options(entities, voice.entity)
        concepts = {figure.concept for figure in figures}
        yield "concept", voice.phrase("concept"), options(concepts, self._concept)
        bases = {figure.basis for figure in figures}
        yield "basis", voice.phrase("basis"), options(bases, voice.basis_name)
        chapters = self.edition.book.site.chapters
        yield (
            "chapter",
            voice.phrase("chapter"),
            [Option(each.page, voice.text(each.label)) for each in chapters],
        )

    def _concept(self, concept: str) -> str:
        return self.voice.text(self.edition.book.terms[concept])

    def _fact(self, view: FactView) -> Entry:
        voice, fact, value = self.voice, view.fact, view.value
        judged = [each.judged for each in view.prints]
        return self._row(
            view.key,
            view.label,
            fact.identity.entity,
            (view.when, view.basis),
            verdict=view.prints[0].verdict if view.prints else None,
            origin=self._origin(value.report if value else None, bool(value and value.found)),
            prints=tuple(self._print(j) for j in judged),
            paragraphs=[p for j in judged for p in j.report.paragraphs],
            reports=tuple(self._report(fact, report) for report in _by_date(fact)),
            rows=(
                *((voice.phrase("verdict"), each.sentence) for each in view.prints),
                *((voice.phrase("known"), each.known) for each in view.prints if each.known),
            ),
            remarks=fact.remarks,
            figure=_figure(view),
        )

    def _statement(self, statement: Statement) -> Entry:
        voice = self.voice
        known = self.edition.audit.calendar.statement_known(statement)
        said = tuple(Said(self._document(o), ", ".join(at)) for o, at in statement.sources)
        origins = [origin for origin, _ in statement.sources]
        return self._row(
            statement.id,
            voice.text(statement.label),
            statement.entity,
            (voice.phrase("statement"),),
            verdict=voice.verdict(statement.verdict),
            origin=self._publisher(origins[0]) if origins else None,
            prints=(Print("", voice.spots(statement.at), "", voice.language),),
            paragraphs=[int(at[1:]) for at in statement.at],
            reports=said,
            rows=((voice.phrase("known"), voice.known(known)),) if known else (),
            remarks=statement.remarks,
        )

    @cached_property
    def _former(self) -> Mapping[str, list[str]]:
        return former_anchors(self.edition.book)

    def _row(
        self,
        key: str,
        label: str,
        entity: str,
        about: tuple[str, ...],
        *,
        verdict: Verdict | None,
        origin: Link | None,
        prints: tuple[Print, ...],
        paragraphs: list[int],
        reports: tuple[Said, ...],
        rows: tuple[tuple[str, str], ...],
        remarks: Remarks,
        figure: Figure | None = None,
    ) -> Entry:
        voice, pages = self.voice, self._uses.of(key)
        said = (remarks.note, remarks.caveat, remarks.impact)
        return Entry(
            key=key,
            label=label,
            entity=entity,
            what=f"{NBSP}· ".join(part for part in (voice.entity(entity), *about) if part),
            former=self._former.get(key, ()),
            verdict=verdict,
            origin=origin,
            prints=prints,
            chapters=self._chapters(paragraphs),
            paragraph=min(paragraphs, default=""),
            reports=reports,
            rows=rows,
            remarks=tuple(remark(voice, text) for text in said if text),
            changes=self._changes.get(key, ()),
            uses=tuple(Link(title_of(p), ROOT + self._uses.address(p, key)) for p in pages),
            used=voice.phrase("used_times", n=str(len(pages))),
            figure=figure,
        )

    @cached_property
    def _uses(self) -> Uses:
        return Uses(self.edition)

    @cached_property
    def _changes(self) -> dict[str, list[Line]]:
        changes = Changes(self.voice)
        keys = {k for c in self.edition.book.changes for k in (c.fact, *c.added) if k}
        return {key: changes.of(key, self._uses) for key in keys}

    def _origin(self, report: Report | None, found: bool) -> Link | None:
        if not found:
            return None
        return self._publisher(report.origin) if report else Link(self.voice.phrase("computed"))

    def _publisher(self, origin: Origin) -> Link:
        return Link(self.voice.text(origin.publisher), self.voice.link("origins", origin.id))

    def _document(self, origin: Origin) -> Link:
        return Link(self.voice.origin(origin), self.voice.link("origins", origin.id))

    def _print(self, judged: Judgement) -> Print:
        report, verdict = judged.report, judged.verdict if judged.is_finding else ""
        lang = report.origin.language
        return Print(report.printed, self.voice.at(report), verdict, lang)

    def _report(self, fact: Fact, report: Report) -> Said:
        voice, preferred = self.voice, self.edition.audit.sources.preferred(fact)
        return Said(
            origin=self._document(report.origin),
            at=voice.places(report)[:LENGTH],
            value=voice.report(fact, report),
            says=voice.phrase("says", what=voice.says(report, fact)) if report.says else "",
            preferred=len(fact.reports) > 1 and report is preferred,
        )

    def _chapters(self, paragraphs: list[int]) -> tuple[str, ...]:
        chapters = self.edition.book.site.chapters
        return tuple(c.page for c in chapters if any(c.first <= p <= c.last for p in paragraphs))


def options(ids: Iterable[str], words: Callable[[str], str]) -> list[Option]:
    """Return what a filter lets readers choose, by its words and then by its id."""
    return [Option(each, words(each)) for each in sorted(ids, key=lambda each: (words(each), each))]


def _by_date(fact: Fact) -> list[Report]:
    """Return the reports of a fact as its history, the oldest first."""
    return sorted(fact.reports, key=lambda report: report.origin.published.first)


def _figure(view: FactView) -> Figure:
    text = view.text or "–"
    found = _SPLIT.match(text)
    head, tail = (found[1], found[2]) if found else (text, "")
    value, identity = view.value, view.fact.identity
    ordinal = value is not None and view.amount.date
    number = str(value.quantity.value) if value and ordinal else view.amount.text
    return Figure(identity.concept, identity.basis, number, view.unit, head, tail, view.formula)
