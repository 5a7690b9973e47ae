"""Makes the book of the entries: resolves names, reads values, and checks each print twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from macros.arithmetic.expression import Expression
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.period import Period
from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import Unit
from macros.data import book as m
from macros.data.build.chronology import check_order
from macros.data.build.reports import Reports
from macros.data.schema import changes as a
from macros.data.schema import declarations as r
from macros.data.schema import facts as e
from macros.data.schema.remarks import Remarks
from macros.problems import Rule, TieoutError

_DERIVED: Final = ("decimals", "inputs", "mixes", "takes", "crosses", "measures_mixed")
Built = dict[int, list[m.Fact]]
"""The facts of entries, by the entry's identity."""
_PLACES: Final = ("is", "formula", "total", "same_as", *_DERIVED)


class Assembly(Reports):
    """Makes the book, leaving out (and recording) what cannot be resolved."""

    def book(
        self, places: m.DeclaredAt, languages: tuple[str, ...], made: Built | None = None
    ) -> m.Book:
        """Return the book.

        Args:
            places: Where things are declared.
            languages: The codes of the explainer's languages.
            made: What was built before; all that is built is added.
        """
        facts, series = self._facts({} if made is None else made)
        check_order(self.file, self.problems)
        return m.Book(
            languages=languages,
            site=self._site(),
            units=self.units,
            unit_words=self.unit_words,
            bases=self.bases,
            tiers=self.tiers,
            terms=self.terms,
            entities=self.entities,
            origins=self.origins,
            facts=facts,
            series=series,
            statements=self._statements(facts | series),
            developments=self._developments(),
            names=self.file.names,
            changes=tuple(self._change(entry, facts) for entry in self.file.changes),
            moved=self.file.moved,
            places=places,
        )

    def _site(self) -> r.SiteEntry:
        if article := self.file.site.reviewed:
            self._refer("origin", article, "origin")
        return self.file.site

    def _statements(self, taken: Iterable[str]) -> dict[str, e.Statement]:
        for entry in self.file.statements:
            self._refer("entity", entry, "entity")
            for source in entry.reports:
                self._refer("origin", source, "origin")
            if not entry.reports and entry.verdict != "not_found":
                told = f"{entry.id} is {entry.verdict} by no origin"
                hint = "add `reports:`, or `verdict: not_found`"
                self.problems.add(entry.place("verdict"), told, hint)
        return self._by_id("statement", self.file.statements, taken)

    def _developments(self) -> tuple[e.Development, ...]:
        for entry in self.file.developments:
            self._refer("origin", entry, "origins")
        return self.file.developments

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

    def _facts(self, known: Built) -> tuple[dict[str, m.Fact], dict[str, m.Series]]:
        facts: dict[str, m.Fact] = {}
        series: dict[str, m.Series] = {}
        for entry in self.file.facts:
            name = entry.series if isinstance(entry, e.SeriesEntry) else entry.id
            if name in facts or name in series:
                self._doubled("fact", name, entry.place())
                continue
            # By identity: an entry that was read before an edit is the same object after it.
            if id(entry) not in known:
                known[id(entry)] = list(self._made(name, entry))
            made = known[id(entry)]
            facts |= {fact.key: fact for fact in made}
            if isinstance(entry, e.SeriesEntry):
                series[name] = self._series(entry, made)
        return facts, series

    def _made(self, name: str, entry: e.FactEntry | e.SeriesEntry) -> Iterator[m.Fact]:
        try:
            unit = self.units.read(entry.is_.unit)
        except TieoutError as error:
            where = entry.is_.place("unit")
            self.problems.lose(
                name, self.problems.under(Rule.unit).add(where, error.message, error.hint)
            )
        else:
            if isinstance(entry, e.SeriesEntry):
                yield from self._members(entry, unit)
            else:
                yield self._single(entry, unit)

    def _single(self, entry: e.FactEntry, unit: Unit) -> m.Fact:
        whole = not self.problems.cause_of(entry.id)
        # Reports that were wrong are told, and are no lack of reports.
        if not entry.reports and entry.formula is None and whole:
            self.problems.add(entry.place("id"), f"{entry.id} has neither a report nor a formula")
        return m.Fact(
            key=entry.id,
            label=entry.label,
            identity=m.Identity(unit=unit.id, **self._names(entry.is_)),
            unit=unit,
            reports=tuple(self._reports(entry.id, entry.reports, unit)),
            formula=self._formula(entry, "formula"),
            total=self._formula(entry, "total"),
            **{key: getattr(entry, key) for key in _DERIVED},
            remarks=Remarks.of(entry, entry.note, entry.caveat, entry.impact),
            review_by=entry.review_by,
            same_as=entry.same_as or "",
            where=entry.place("id"),
            places={key: entry.place(key) for key in _PLACES},
        )

    def _formula(self, entry: e.FactEntry, field: str) -> Expression | None:
        if (written := getattr(entry, field)) is None:
            return None
        before = len(self.problems.found)
        with self.problems.under(Rule.formula).at(entry.place(field)):
            return parse_formula(written)
        self._lose(entry.id, self.problems.found[before])
        return None

    def _members(self, entry: e.SeriesEntry, unit: Unit) -> Iterator[m.Fact]:
        names = self._names(entry.is_)
        rows: dict[Period, list[e.RowEntry]] = {}
        for row in entry.rows:
            rows.setdefault(row.period, []).append(row)
        for period in {*entry.note, *entry.caveat, *entry.impact, *entry.review_by} - set(rows):
            self.problems.add(entry.place("note"), f"the series has no row for {period.text!r}")
        # Oldest first by its end, so that a year stands behind its quarters.
        for period, members in sorted(rows.items(), key=lambda item: item[0].last):
            yield m.Fact(
                key=f"{entry.series}[{period.text}]",
                label=entry.label,
                identity=m.Identity(unit=unit.id, period=period, **names),
                unit=unit,
                reports=tuple(self._reports(f"{entry.series}[{period.text}]", members, unit)),
                remarks=Remarks.of(
                    entry,
                    entry.note.get(period),
                    entry.caveat.get(period),
                    entry.impact.get(period),
                ),
                review_by=entry.review_by.get(period),
                series=entry.series,
                where=members[0].place("period"),
            )

    def _series(self, entry: e.SeriesEntry, members: list[m.Fact]) -> m.Series:
        cut = entry.break_
        if cut:
            self._refer("origin", cut, "origin")
        return m.Series(
            entry.series,
            entry.label,
            tuple(fact.key for fact in members),
            cut,
            entry.place("series"),
        )
