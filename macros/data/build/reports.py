"""Reads reports: what each origin says, its value entered twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import Unit
from macros.data import book as m
from macros.data.build.names import Names
from macros.data.build.values import read_value
from macros.data.schema import facts as e
from macros.data.schema.changes import FigureEntry
from macros.data.schema.origins import Origin
from macros.language.reading import read_printed
from macros.language.tongue import language_of, tongue
from macros.language.writing.rounding import power_below
from macros.problems import Problem, Rule

_IDENTITY = ("concept", "entity", "counterparty", "basis", "measure", "stage", "period")


class Reports(Names):
    """Makes reports of entries."""

    def _names(self, entry: e.CommonEntry | e.SaysEntry) -> dict[str, Any]:
        """Return the attributes that an entry gives, each checked against what is declared."""
        self._refer("entity", entry, "entity", "counterparty")
        self._refer("term", entry, "concept", "measure", "stage")
        return {key: value for key in _IDENTITY if (value := getattr(entry, key, None))}

    def _reports(
        self, key: str, reports: Iterable[e.ReportEntry], unit: Unit
    ) -> Iterator[m.Report]:
        for entry in reports:
            before = len(self.problems.found)
            if report := self._report(entry, unit):
                yield report
            else:
                told = self.problems.found[before:]
                self._lose(key, told[0] if told else self.problems.cause_of(entry.origin))

    def _report(self, entry: e.ReportEntry, unit: Unit) -> m.Report | None:
        self._refer("origin", entry, "origin")
        if (origin := self.origins.get(entry.origin)) is None:
            return None
        self._check_language(entry, origin)
        with self.problems.under(Rule.unit).at(entry.place("value")):
            return m.Report(
                origin=origin,
                quantity=self._quantity(entry, unit, origin.language),
                at=entry.at,
                rank=entry.rank or "normal",
                printed=entry.printed or "",
                says=self._names(entry.says) if entry.says else {},
                omits=tuple(entry.omits),
                exact=entry.exact or "",
                public=entry.public,
                idiom=entry.idiom,
                where=entry.place("printed" if entry.printed else "value"),
            )
        return None

    def _lose(self, key: str, cause: Problem | None) -> None:
        """Remember why a fact is not whole, so that nothing is told that follows from it."""
        if cause:
            self.problems.lose(key, cause)

    def _check_language(self, entry: e.ReportEntry, origin: Origin) -> None:
        """Characters that only another language has are not what the origin prints."""
        spoken = language_of(entry.printed or "")
        if tongue(spoken).script and spoken != origin.language:
            told = f"{entry.printed!r} is in {spoken}, and {origin.id} prints in {origin.language}"
            repair = f"quote its own words, or write `language: {spoken}` in the origin"
            self.problems.under(Rule.print).add(entry.place("printed"), told, repair)

    def _quantity(self, entry: FigureEntry, unit: Unit, language: str = "") -> Quantity:
        for key in ("cue", "context"):
            if getattr(entry, key) is not None and not entry.printed:
                told = f"`{key}` is read with `printed`, and there is none"
                self.problems.under(Rule.print).add(
                    entry.place(key), told, "add `printed:`, or leave it out"
                )
        stated = read_value(
            entry.value, unit, self.units, bound=entry.bound, decimals=entry.decimals
        )
        quantity = self._printed(entry, unit, stated, language) if entry.printed else stated
        if entry.decimals is not None:
            self._check_decimals(entry, entry.decimals)
            quantity = replace(quantity, half=unit.scale / Fraction(10) ** entry.decimals / 2)
        # An exact figure, such as a count of states, has no error of rounding to reckon with.
        return quantity.without_error() if entry.exact else quantity

    def _check_decimals(self, entry: FigureEntry, decimals: int) -> None:
        """A report may know one digit more than its value shows (30 that is 30.0), not several."""
        values = (entry.value,) if isinstance(entry.value, str) else entry.value
        shown = max(len(value.partition(".")[2]) for value in values)
        if decimals > shown + 1 and "/" not in "".join(values):
            told = f"`decimals: {decimals}` says more than {values[-1]!r} shows"
            self.problems.under(Rule.print).add(
                entry.place("decimals"), told, "write the digits that are known"
            )

    def _printed(self, entry: FigureEntry, unit: Unit, stated: Quantity, language: str) -> Quantity:
        """Enter the figure a second time, from its print, and compare."""
        read, problems = None, self.problems.under(Rule.print)
        with problems.at(entry.place("printed")):
            read = read_printed(
                entry.printed or "",
                unit,
                self.units,
                language=language,
                cue=entry.cue or "",
                context=entry.context,
            )
        # The print knows how exact it is; the value is there to be held against it.
        if read is None:
            return stated
        said = "margin" if stated.bound == "margin" else entry.bound
        if said != read.bound:
            problems.add(
                entry.place("bound"),
                f"the print {entry.printed!r} says {read.bound}, the entry says {said}",
                f"write `bound: {read.bound}`"
                if read.bound != "exact"
                else "drop `bound`, or give the word in `cue`",
            )
        elif not _agree(read, stated, unit):
            problems.add(
                entry.place("value"),
                f"printed {entry.printed!r} reads as {_in(read, unit)}, "
                f"but value is {_in(stated, unit)}",
                f"value: {_in(read, unit)}, if the print is right",
            )
        return read


def _agree(read: Quantity, stated: Quantity, unit: Unit) -> bool:
    """Whether two entries of a figure are one: exactly, or to the digit if it was converted."""
    margins = stated.bound != "margin" or read.half == stated.half
    if (read.value, read.low, read.high) == (stated.value, stated.low, stated.high):
        return margins
    # A print in another unit (miles for kilometres) has a last place that is no power of ten,
    # and its value was converted by hand, to the digits that the author kept.
    place = read.place / unit.scale
    converted = place > 0 and power_below(place) != place
    return converted and abs(read.value - stated.value) <= stated.half


def _in(quantity: Quantity, unit: Unit) -> str:
    """Write a quantity in the fact's unit, for a message."""
    if quantity.literal:
        return quantity.literal
    if quantity.low is not None and quantity.high is not None:
        return f"{float(quantity.low / unit.scale):g} to {float(quantity.high / unit.scale):g}"
    return f"{float(quantity.value / unit.scale):.12g}"
