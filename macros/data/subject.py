"""What an explainer is of: its text, and who or what has figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.arithmetic.period import CALENDAR, FiscalYear, Period
from macros.data.schema.declarations import Chapter


@dataclass(frozen=True, slots=True)
class Subject:
    """The explainer as a whole.

    Attributes:
        title: Its name.
        as_of: The day up to which the evidence was read.
        article: The origin whose figures are checked; empty where no text is reviewed.
        called: What that is called within a sentence, by language; None for “the article”.
        written: When that was written; without one the same as `as_of`.
        chapters: The pages that take up its paragraphs.
    """

    title: Mapping[str, str]
    as_of: Period
    article: str
    written: Period
    called: Mapping[str, str] | None = None
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that facts speak of."""

    id: str
    label: Mapping[str, str]
    color: tuple[str, str] | None = None
    part_of: str = ""
    fiscal: FiscalYear = CALENDAR
