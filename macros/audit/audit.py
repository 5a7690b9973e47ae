"""The audit: all values of a book, and the verdict on each of the article's figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.quantity import Quantity
from macros.audit.calendar import Calendar
from macros.audit.resolving import Sources, Value
from macros.audit.verdict import Judge, Judgement, Known
from macros.data.book import Book, Fact, Report
from macros.problems import TieoutError


@dataclass(frozen=True, eq=False)
class Audit:
    """All values and verdicts of a book."""

    book: Book

    @cached_property
    def sources(self) -> Sources:
        """Where inputs are read from."""
        return Sources(self.book)

    @cached_property
    def calendar(self) -> Calendar:
        """When what became public."""
        return Calendar(self.sources)

    @cached_property
    def judge(self) -> Judge:
        """Who gives the verdicts."""
        return Judge(self.sources, self.values)

    @cached_property
    def values(self) -> dict[str, Value | None]:
        """What each fact is taken to be, by key; None where its formula cannot be computed."""
        return {key: self._value(fact) for key, fact in self.book.facts.items()}

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """One for each of the article's figures, in reading order."""
        # When it was known is asked last: it needs the verdict, and the fact that was meant.
        judged = (self.judge.of(*stored) for stored in self.judge.prints.values())
        dated = (replace(each, known=self._known(each)) for each in judged)
        return tuple(sorted(dated, key=lambda each: each.report.paragraphs[:1]))

    def judgements_of(self, key: str) -> tuple[Judgement, ...]:
        """Return the verdicts on the article's reports of one fact."""
        return self._judged.get(key, ())

    def judgement_of(self, key: str, report: Report) -> Judgement:
        """Return the verdict on one of the article's reports of a fact."""
        return next(judged for judged in self.judgements_of(key) if judged.report is report)

    @cached_property
    def _judged(self) -> dict[str, tuple[Judgement, ...]]:
        found: dict[str, tuple[Judgement, ...]] = {}
        for judged in self.judgements:
            found[judged.fact.key] = (*found.get(judged.fact.key, ()), judged)
        return found

    def value(self, key: str) -> Value:
        """Return what a fact is taken to be.

        Raises:
            TieoutError: There is no such fact, or its formula cannot be computed.
        """
        value = self.values.get(self.book.fact(key).key)
        if value is None:
            hint = "its formula lacks an input"
            raise TieoutError(f"{key!r} has no value", hint, about=key)
        return value

    def behind(self, keys: Iterable[str]) -> list[str]:
        """Return some facts, and those that their formulas lead to, however far down."""
        facts = self.book.facts
        found = dict.fromkeys(key for key in keys if key in facts)
        for key in (left := [*found]):
            new = [each for each in facts[key].keys if each in facts and each not in found]
            found |= dict.fromkeys(new)
            left += new
        return [*found]

    def _value(self, fact: Fact) -> Value | None:
        report = self.sources.preferred(fact)
        if report is not None:
            return Value(report.quantity, report.quantity.as_input(), report)
        if fact.formula is not None:
            return self._computed(fact)
        # Nobody else says it: the article’s first print stands for it, and is shown as such.
        prints = self.sources.prints(fact)
        if not prints:
            return None
        quantity = prints[0].quantity
        return Value(quantity, quantity.as_input(), prints[0], found=False)

    def _computed(self, fact: Fact) -> Value | None:
        try:
            resolved = self.sources.resolve(fact, "held")
            if not resolved.is_complete:
                return None
            interval = resolved.interval()
            value = value_at(resolved.reckoned, resolved.centres)
        except TieoutError:
            return None
        return Value(Quantity(value, fact.unit.id, place=fact.place), interval, None, resolved)

    def _known(self, judged: Judgement) -> Known | None:
        better = self.values.get(judged.beside.key) if judged.beside else judged.value
        return self.calendar.known(judged, better or judged.value)
