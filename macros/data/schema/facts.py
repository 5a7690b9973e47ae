"""What the data file may hold, entry by entry; the JSON Schema for editors comes from here."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from macros.data.schema.changes import AnyChange, FigureEntry, Moved
from macros.data.schema.declarations import (
    EntityEntry,
    SiteEntry,
    TermEntry,
    Texts,
    UnitEntry,
    Verdict,
)
from macros.data.schema.fields import (
    Date,
    Decimals,
    DeclaredName,
    Entry,
    Id,
    NamedEntry,
    Paragraphs,
    Places,
    Switch,
    When,
    Wording,
    plain,
)
from macros.data.schema.kinds import BasisEntry, BasisName, TierEntry
from macros.data.schema.origins import Origin
from macros.data.schema.remarks import Impact, Remarks

__all__ = ["Verdict"]


def _by_period(value: Any) -> Any:
    """Refuse, in one message, what a fact alone would have: a series has it by period."""
    if isinstance(value, dict) and any(re.match(r"(?:FY)?\d", str(key)) for key in value):
        return value
    raise ValueError("a series has it by period; write {2025: …}, with the period of a row")


ByPeriod = BeforeValidator(_by_period)
ReportRank = Literal["preferred", "normal", "deprecated"]


class CommonEntry(Entry):
    """What all members of a series are of; each row says its period."""

    concept: Id
    entity: Id
    counterparty: Id | None = None
    unit: DeclaredName
    basis: BasisName
    measure: Id | None = None
    stage: Id | None = None


class IdentityEntry(CommonEntry):
    """What a fact is of."""

    period: When | None = None


class SaysEntry(Entry):
    """The attributes that the article states otherwise."""

    concept: Id | None = None
    entity: Id | None = None
    counterparty: Id | None = None
    period: When | None = None
    basis: BasisName | None = None
    measure: Id | None = None
    stage: Id | None = None


class ReportEntry(FigureEntry):
    """One origin's statement of a fact."""

    origin: Id
    at: Places = ()
    rank: ReportRank | None = None
    says: SaysEntry | None = None
    omits: tuple[Literal["measure", "period", "basis", "stage", "entity", "counterparty"], ...] = ()
    public: Date | None = None
    idiom: Switch = False


class RowEntry(ReportEntry):
    """A report of one member of a series."""

    period: When


class Derivation(Entry):
    """What a formula says in so many words."""

    formula: Wording | None = None
    total: Wording | None = None
    decimals: Decimals = 1
    inputs: dict[str, Annotated[str, BeforeValidator(plain)]] = Field(default_factory=dict)
    mixes: tuple[BasisName, ...] = ()
    takes: tuple[DeclaredName, ...] = ()
    crosses: tuple[Id, ...] = ()
    measures_mixed: Switch = False


class FactEntry(Derivation):
    """A fact with its reports, its formula, or both."""

    id: Id
    label: Texts
    is_: IdentityEntry = Field(alias="is")
    reports: tuple[ReportEntry, ...] = ()
    note: Texts | None = None
    caveat: Texts | None = None
    impact: Impact | None = None
    review_by: Date | None = None
    same_as: DeclaredName | None = None


class BreakEntry(Entry):
    """The period from which a series is defined otherwise."""

    start: Date = Field(alias="from")
    origin: Id
    label: Texts | None = None


class SeriesEntry(Entry):
    """Facts that differ only in their period."""

    series: Id
    label: Texts
    is_: CommonEntry = Field(alias="is")
    break_: BreakEntry | None = Field(alias="break", default=None)
    rows: tuple[RowEntry, ...] = Field(min_length=1)
    note: Annotated[dict[When, Texts], ByPeriod] = Field(default_factory=dict)
    caveat: Annotated[dict[When, Texts], ByPeriod] = Field(default_factory=dict)
    impact: Annotated[dict[When, Impact], ByPeriod] = Field(default_factory=dict)
    review_by: Annotated[dict[When, Date], ByPeriod] = Field(default_factory=dict)


class Statement(NamedEntry):
    """An assertion of the article that is not a number."""

    label: Texts
    entity: Id
    at: Paragraphs
    verdict: Verdict
    reports: tuple[SourceEntry, ...] = ()
    known: Date | None = None
    note: Texts | None = None
    caveat: Texts | None = None
    impact: Impact | None = None

    @property
    def remarks(self) -> Remarks:
        """What is said about it."""
        return Remarks.of(self, self.note, self.caveat, self.impact)


class SourceEntry(Entry):
    """Where a statement is borne out or not."""

    origin: Id
    at: Places = ()


class Development(NamedEntry):
    """Something that happened after the article."""

    date: Date
    label: Texts
    facts: tuple[DeclaredName, ...] = ()
    affects: tuple[DeclaredName, ...] = ()
    origins: tuple[Id, ...] = Field(min_length=1)


AnyFact = Annotated[
    Annotated[FactEntry, Tag("fact")] | Annotated[SeriesEntry, Tag("series")],
    Discriminator(lambda said: "series" if isinstance(said, dict) and "series" in said else "fact"),
]


class File(Entry):
    """The data file."""

    site: SiteEntry
    terms: tuple[TermEntry, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    bases: tuple[BasisEntry, ...] = ()
    tiers: tuple[TierEntry, ...] = ()
    entities: tuple[EntityEntry, ...]
    origins: tuple[Origin, ...]
    facts: tuple[AnyFact, ...]
    statements: tuple[Statement, ...] = ()
    developments: tuple[Development, ...] = ()
    names: tuple[Wording, ...] = ()
    moved: tuple[Moved, ...] = ()
    changes: tuple[AnyChange, ...] = ()
