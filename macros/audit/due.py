"""Which facts are due to be checked again, by a clock that is an input of the build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from macros.data.book import Book, Fact
from macros.data.inputs import DATA_FILE
from macros.problems import Location, Problems, Rule, TieoutError

VARIABLE: Final = "SOURCE_DATE_EPOCH"


def today(book: Book, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day of a build: `SOURCE_DATE_EPOCH`, else the day the data stands at.

    Raises:
        TieoutError: The variable is not a number of seconds.
    """
    # By no clock of the machine: the same sources make the same site on any day.
    given = environment.get(VARIABLE)
    if not given:
        return book.site.as_of.last
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise TieoutError(
            f"the environment's {VARIABLE} is no number of seconds: {given[:40]!r}",
            "such as 1781481600",
            Rule.data,
        ) from error


def is_due(fact: Fact, day: date) -> bool:
    """Whether a fact's `review_by` is past."""
    return fact.review_by is not None and day > fact.review_by.last


def check_staleness(book: Book, problems: Problems) -> None:
    """Warn of each fact that is due to be checked again."""
    problems = problems.under(Rule.review)
    with problems.at(Location(DATA_FILE, 1, 1)):
        day = today(book)
        for fact in book.facts.values():
            if fact.review_by is not None and is_due(fact, day):
                problems.add(
                    fact.remarks.where.get("review_by", fact.where),
                    f"{fact.key} was to be checked again by {fact.review_by.text}",
                    "look at its origins again, then move `review_by`",
                )
