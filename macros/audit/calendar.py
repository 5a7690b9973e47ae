"""Was it known when the article was written, and is it to be checked again: computed from dates."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final

from macros.arithmetic.period import Period
from macros.audit.resolving import Sources, Value
from macros.audit.verdict import AGREEING, NO_FINDING, Judgement, Known
from macros.data.book import Book, Fact
from macros.data.schema.facts import Statement
from macros.problems import Rule, TieoutError

CLOCK: Final = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True)
class Calendar:
    """Compares what became public with the day of the article."""

    sources: Sources

    def known(self, judged: Judgement, better: Value | None) -> Known | None:
        """Say when it was known what a figure of the article is, or what is better."""
        fact = judged.beside or judged.fact
        if better is None or judged.value is None:
            return None
        days = self.sources.book.days(fact.identity)
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
        return self.known_by([day for f in facts if (day := self._first_public(f)) is not None])

    def _first_public(self, fact: Fact) -> Period | None:
        """Return when the best figure was first public, by whichever origin that bears it out."""
        best = self.sources.preferred(fact)
        if best is None:
            return None
        # Where several documents agree, what counts is when the first of them was there.
        agreeing = (each.became_public for each in self.sources.agreeing(fact, best))
        return min(agreeing, key=lambda period: (period.last, period.first))

    def known_by(self, dates: list[Period]) -> Known:
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
        return self.sources.book.site.written.first.toordinal()

    def statement_known(self, statement: Statement) -> Known | None:
        """Say when the better knowledge about a statement was public."""
        if statement.verdict in (*NO_FINDING, "not_found"):
            return None
        published = [origin.published for origin, _ in self.sources.book.sources(statement)]
        dates = [statement.known] if statement.known else published
        return self.known_by(dates) if dates else None


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
