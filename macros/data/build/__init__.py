"""Makes the book of the entries: resolves names, reads values, and checks each print twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.arithmetic.quantity import Quantity
from macros.data import book as m
from macros.data.build.facts import Facts
from macros.data.build.order import check_order
from macros.data.schema import changes as a
from macros.data.schema import declarations as r
from macros.data.schema import facts as e
from macros.data.subject import Site
from macros.problems import Problems, Rule


def assemble(
    file: e.File, places: m.DeclaredAt, languages: tuple[str, ...], problems: Problems
) -> m.Book:
    """Build the book, leaving out (and recording) what cannot be resolved."""
    return _Assembly(file, problems).book(places, languages)


class _Assembly(Facts):
    def book(self, places: m.DeclaredAt, languages: tuple[str, ...]) -> m.Book:
        facts, series = self._facts()
        check_order(self.file, self.problems)
        return m.Book(
            languages=languages,
            site=self._site(self.file.site),
            units=self.units,
            unit_words=self.unit_words,
            bases=self.bases,
            tiers=self.tiers,
            terms=self.terms,
            entities=self.entities,
            origins=self.origins,
            facts=facts,
            series=series,
            statements=self._by_id(self.file.statements, self._statement, taken=facts | series),
            developments=tuple(map(self._development, self.file.developments)),
            names=self.file.names,
            changes=tuple(self._change(entry, facts) for entry in self.file.changes),
            moved=self.file.moved,
            places=places,
        )

    def _site(self, entry: r.SiteEntry) -> Site:
        article = entry.article
        if article:
            self._known(article.origin, self.origins, "origin", article.place("origin"))
        return Site(
            title=entry.title,
            as_of=entry.as_of,
            article=article.origin if article else "",
            written=article.written if article else entry.as_of,
            called=article.called if article else None,
            chapters=entry.chapters,
        )

    def _statement(self, entry: e.Statement) -> e.Statement:
        self._known(entry.entity, self.entities, "entity", entry.place("entity"))
        for source in entry.reports:
            self._known(source.origin, self.origins, "origin", source.place("origin"))
        if not entry.reports and entry.verdict != "not_found":
            told = f"{entry.id} is {entry.verdict} by no origin"
            hint = "add `reports:`, or `verdict: not_found`"
            self.problems.add(entry.place("verdict"), told, hint)
        return entry

    def _development(self, entry: e.Development) -> e.Development:
        for origin in entry.origins:
            self._known(origin, self.origins, "origin", entry.place("origins"))
        return entry

    def _change(self, entry: Any, facts: Mapping[str, m.Fact]) -> m.Change:
        text = entry.texts if isinstance(entry, a.WordsEntry) else entry.why
        told = ("fact", "report", "at", "verdict", "added", "removed")
        given = {key: said for key in told if (said := getattr(entry, key, None))}
        was = self._was(entry, facts) if isinstance(entry, a.CorrectionEntry) else None
        return m.Change(entry.date, text, was=was, entry=entry, **given)

    def _was(self, entry: a.CorrectionEntry, facts: Mapping[str, m.Fact]) -> Quantity | None:
        """Read what a fact was, in its unit; a fact that there is not is told by the check."""
        fact = facts.get(entry.fact)
        if entry.was is None or fact is None:
            return None
        with self.problems.under(Rule.unit).at(entry.was.place("value")):
            return self._quantity(entry.was, fact.unit)
        return None
