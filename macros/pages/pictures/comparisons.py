"""Forms that compare values: bars, dumbbells, intervals, shares, slopes and waffles."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from macros.arithmetic.quantity import Quantity
from macros.charts.picture import Datum, Picture
from macros.data.book import Fact, Report
from macros.pages.pictures.placing import GREY, Placing
from macros.problems import TieoutError


class Comparisons(Placing):
    """Makes pictures that compare."""

    def bars(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return bars from zero, one per fact."""
        found = self._facts(facts)
        data = [
            self._datum(fact, label)
            for fact, label in zip(found, self._labels(found, labels), strict=True)
        ]
        return self._picture("bars", title, measure, data)

    def grouped(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        groups: list[Any],
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return bars in columns: one list of facts per group."""
        if len(facts) != len(groups):
            raise TieoutError("grouped(…) needs one group name per list of facts")
        columns = [self._facts(keys) for keys in facts]
        names = [self._labels(found, labels) for found in columns]
        if len({len(found) for found in columns}) > 1:
            raise TieoutError("every group needs as many facts as the others")
        self._facts(fact.key for found in columns for fact in found)  # one unit in all groups
        data = [
            replace(self._datum(found[row], name[row]), group=str(group))
            for row in range(len(columns[0]))
            for group, found, name in zip(groups, columns, names, strict=True)
        ]
        return self._picture("grouped", title, measure, data)

    def dumbbell(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return, for each fact, what it is taken to be and what the article prints."""
        found = self._facts(facts)
        data: list[Datum] = []
        for fact, label in zip(found, self._labels(found, labels), strict=True):
            best = self._datum(fact, label)
            report = self.voice.audit.sources.prints(fact)
            if not report:
                raise TieoutError(f"the article does not print {fact.key!r}", "use bars(…)")
            data += [best, self._printed(fact, report[0], label)]
        return self._picture("dumbbell", title, measure, data, zero=False)

    def intervals(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return what is known of each value: its bound and precision."""
        found = self._facts(facts)
        data = [
            self._datum(fact, label)
            for fact, label in zip(found, self._labels(found, labels), strict=True)
        ]
        return self._picture("intervals", title, measure, data)

    def shares(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        rows: list[Any],
        rest: str = "",
        why: str = "",
    ) -> Picture:
        """Return parts of a whole, one row per list of facts; the rest is made up to 100 %."""
        if len(facts) != len(rows):
            raise TieoutError("shares(…) needs one row name per list of facts")
        data: list[Datum] = []
        self._facts(key for keys in facts for key in keys)  # one unit in all rows
        for row, keys in zip(rows, facts, strict=True):
            parts = [self._part(fact, str(row)) for fact in self._facts(keys)]
            data += parts
            if rest:
                left = 100 - sum(part.value or 0 for part in parts)
                text = self._percent(left, Fraction(1, 1000))
                data.append(Datum("", str(row), text, left, group=rest, color=GREY))
        ticks = tuple((float(at), self._percent(at)) for at in (0, 25, 50, 75, 100))
        return replace(self._picture("shares", title, measure, data), ticks=ticks)

    def waffle(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return shares as squares, a hundred per fact."""
        found = self._facts(facts)
        if found[0].unit.id != "percent":
            raise TieoutError(f"waffle(…) shows shares, and {found[0].key!r} is none", "bars(…)")
        data = [
            self._datum(fact, label)
            for fact, label in zip(found, self._labels(found, labels), strict=True)
        ]
        picture = self._picture("waffle", title, measure, data)
        said = picture.measure + self.voice.phrase("semicolon") + self.voice.phrase("waffle_square")
        return replace(picture, measure=said, ticks=())

    def _percent(self, at: float, place: Fraction = Fraction(1, 100)) -> str:
        value = Fraction(at).limit_denominator(1000) / 100
        unit = self.voice.audit.book.units.read("percent")
        return self.voice.quantity(Quantity(value, "percent", place=place), unit)

    def slope(
        self,
        facts: list[Any],
        title: str,
        measure: str,
        columns: list[Any],
        labels: list[Any] | None = None,
        why: str = "",
    ) -> Picture:
        """Return how values change between columns: one list of facts per column."""
        grouped = self.grouped(facts, title, measure, columns, labels)
        return replace(grouped, form="slope")

    def _printed(self, fact: Fact, report: Report, label: str) -> Datum:
        judged = next(j for j in self.voice.audit.judgements_of(fact.key) if j.report is report)
        datum = self._placed(fact, label, report.quantity, report.quantity.as_input(), open_=True)
        wrong = judged.is_finding
        return replace(datum, low=None, high=None, wrong=wrong, group=self.voice.phrase("article"))

    def _part(self, fact: Fact, row: str) -> Datum:
        datum = self._datum(fact, row)
        return replace(datum, group=self.voice.entity(fact.identity.entity), low=None, high=None)
