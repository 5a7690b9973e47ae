"""Makes facts of entries, and members of series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from macros.arithmetic.expression import Expression
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.period import Period
from macros.arithmetic.units import Unit
from macros.data import book as m
from macros.data.build.reports import Reports
from macros.data.schema import facts as e
from macros.data.schema.remarks import Remarks
from macros.problems import Rule, TieoutError

_DERIVED: Final = ("decimals", "inputs", "mixes", "takes", "crosses", "measures_mixed")
_PLACES: Final = ("is", "formula", "total", "same_as", *_DERIVED)


class Facts(Reports):
    """Makes facts."""

    def _facts(self) -> tuple[dict[str, m.Fact], dict[str, m.Series]]:
        facts: dict[str, m.Fact] = {}
        series: dict[str, m.Series] = {}
        for entry in self.file.facts:
            name = entry.series if isinstance(entry, e.SeriesEntry) else entry.id
            if name in facts or name in series:
                self.problems.under(Rule.name).add(entry.place(), f"the id {name!r} is used twice")
                continue
            made = list(self._made(entry))
            facts |= {fact.key: fact for fact in made}
            if isinstance(entry, e.SeriesEntry):
                series[name] = self._series(entry, made)
        return facts, series

    def _made(self, entry: e.FactEntry | e.SeriesEntry) -> Iterator[m.Fact]:
        unit, problems = None, self.problems.under(Rule.unit)
        try:
            unit = self.units.read(entry.is_.unit)
        except TieoutError as error:
            cause = problems.add(entry.is_.place("unit"), error.message, error.hint)
            problems.lose(entry.series if isinstance(entry, e.SeriesEntry) else entry.id, cause)
        if unit and isinstance(entry, e.SeriesEntry):
            yield from self._members(entry, unit)
        elif unit and isinstance(entry, e.FactEntry):
            yield self._single(entry, unit)

    def _single(self, entry: e.FactEntry, unit: Unit) -> m.Fact:
        whole = not self.problems.cause_of(entry.id)
        # Reports that were wrong are told, and are no lack of reports.
        if not entry.reports and entry.formula is None and whole:
            self.problems.add(entry.place("id"), f"{entry.id} has neither a report nor a formula")
        return m.Fact(
            key=entry.id,
            label=entry.label,
            identity=self._identity(entry.is_, unit),
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
        common = self._identity(entry.is_, unit)
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
                identity=replace(common, period=period),
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
            self._known(cut.origin, self.origins, "origin", cut.place("origin"))
        return m.Series(
            entry.series,
            entry.label,
            tuple(fact.key for fact in members),
            cut.start if cut else None,
            cut.origin if cut else "",
            cut.label if cut else None,
            entry.place("series"),
        )
