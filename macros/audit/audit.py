"""The audit: all values of a book, the verdict on each of the article's figures, and their days.

Whether it was known when the article was written is computed from dates, and so is what is due.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.period import Period
from macros.arithmetic.quantity import Quantity
from macros.audit.resolving import Sources, Value
from macros.audit.verdict import AGREEING, NO_FINDING, Judge, Judgement, Known
from macros.data.book import Book, Fact, Report
from macros.data.schema.facts import Statement
from macros.problems import Rule, TieoutError

CLOCK: Final = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, eq=False)
class Audit:
    """All values and verdicts of a book.

    Attributes:
        book: The book.
        borne_out: The claims that were found to be true: each language makes the same.
    """

    book: Book
    borne_out: set[tuple[str, ...]] = field(default_factory=set, init=False, repr=False)

    @cached_property
    def sources(self) -> Sources:
        """Where inputs are read from."""
        return Sources(self.book)

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
        best = self.sources.preferred(fact)
        if best is None and fact.formula is not None:
            return self._computed(fact)
        # If nobody else says it, the article’s first print stands for it, and is shown as such.
        report = best or next(iter(self.sources.prints(fact)), None)
        if report is None:
            return None
        return Value(report.quantity, report.quantity.as_input(), report, found=best is not None)

    def _computed(self, fact: Fact) -> Value | None:
        try:
            resolved = self.sources.resolve(fact, "held")
            if resolved.missing:
                return None
            interval = resolved.interval()
            value = value_at(resolved.reckoned, resolved.centres)
        except TieoutError:
            return None
        return Value(Quantity(value, fact.unit.id, place=fact.place), interval, None, resolved)

    def _known(self, judged: Judgement) -> Known | None:
        """Say when it was known what a figure of the article is, or what is better."""
        if judged.value is None:
            return None
        fact = judged.beside or judged.fact
        better = self.values.get(fact.key) or judged.value
        days = self.book.days(fact.identity)
        later = days is not None and days[0] > self.written
        if judged.verdict in AGREEING:
            # Of what agrees there is one thing to tell: that it lay ahead, and came true.
            report = judged.value.report
            proven = report is None or report.became_public.first.toordinal() > self.written
            return "came_true" if later and proven else None
        if later:
            return "overtaken"
        # What is computed was known once all that it is computed from was.
        given = better.resolved.inputs.values() if better.resolved else ()
        facts = [fact] if better.report else [each.fact for each in given]
        return self._known_by([day for f in facts if (day := self._first_public(f)) is not None])

    def _first_public(self, fact: Fact) -> Period | None:
        """Return when the best figure was first public, by whichever origin that bears it out."""
        best = self.sources.preferred(fact)
        if best is None:
            return None
        # Where several documents agree, what counts is when the first of them was there.
        agreeing = (each.became_public for each in self.sources.agreeing(fact, best))
        return min(agreeing, key=lambda period: (period.last, period.first))

    def _known_by(self, dates: list[Period]) -> Known:
        """Say whether what became public on the given dates was public when the article was."""
        # One document that came later suffices, however early the others were.
        if any(day.first.toordinal() > self.written for day in dates):
            return "not_yet_public"
        # A month may have brought it before that day, or after.
        if any(day.last.toordinal() > self.written for day in dates):
            return "undecided"
        return "when_written"

    @cached_property
    def written(self) -> int:
        """The day on which the article was published, as an ordinal."""
        return self.book.site.written.first.toordinal()

    def statement_known(self, statement: Statement) -> Known | None:
        """Say when the better knowledge about a statement was public."""
        if statement.verdict in (*NO_FINDING, "not_found"):
            return None
        published = [origin.published for origin, _ in self.book.sources(statement)]
        dates = [statement.known] if statement.known else published
        return self._known_by(dates) if dates else None


def today(book: Book, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day of a build: `SOURCE_DATE_EPOCH`, else the day the data stands at.

    Raises:
        TieoutError: The variable is not a number of seconds.
    """
    # By no clock of the machine: the same sources make the same site on any day.
    given = environment.get(CLOCK)
    if not given:
        return book.site.as_of.last
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise TieoutError(
            f"the environment's {CLOCK} is no number of seconds: {given[:40]!r}",
            "such as 1781481600",
            Rule.data,
        ) from error


def is_due(fact: Fact, day: date) -> bool:
    """Whether a fact's `review_by` is past."""
    return fact.review_by is not None and day > fact.review_by.last
