"""The types everything else works on: frozen, located, and free of file syntax."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from macros.arithmetic.expression import Expression, keys_of
from macros.arithmetic.period import CALENDAR, Period
from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import Unit, Units
from macros.data.schema.changes import Former, Moved
from macros.data.schema.declarations import EntityEntry, SiteEntry, Texts, Verdict
from macros.data.schema.facts import BreakEntry, Development, ReportRank, Statement
from macros.data.schema.fields import Entry
from macros.data.schema.kinds import BasisEntry, TierEntry
from macros.data.schema.origins import Origin
from macros.data.schema.remarks import Remarks
from macros.language.writing import UnitWords
from macros.problems import Location, Rule, TieoutError, nearest, unknown

DeclaredAt = Mapping[tuple[str, str], Location]
"""Where each thing that is declared stands, by its section and its name."""
ARTICLE_MARK = "¶"
_OF = attrgetter("concept", "entity", "counterparty", "basis", "unit", "measure", "stage")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a fact is of: two facts with the same identity are the same fact."""

    concept: str
    entity: str
    basis: str
    unit: str
    period: Period | None = None
    counterparty: str = ""
    measure: str = ""
    stage: str = ""

    def saying(self, says: Mapping[str, object]) -> Identity:
        """Return the identity that a report speaks of, given what it states otherwise."""
        return replace(self, **says)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Report:
    """One origin's statement of a fact."""

    origin: Origin
    quantity: Quantity
    at: tuple[str, ...] = ()
    rank: ReportRank = "normal"
    printed: str = ""
    says: Mapping[str, object] = field(default_factory=dict)
    omits: tuple[str, ...] = ()
    exact: str = ""
    public: Period | None = None
    idiom: bool = False
    where: Location = Location("")

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Numbers of the article's paragraphs in which the figure is printed."""
        return tuple(int(at[1:]) for at in self.at if at.startswith(ARTICLE_MARK))

    @property
    def became_public(self) -> Period:
        """The day on which the figure became public, as exactly as it is known."""
        return self.public or self.origin.published


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one concept for one entity in one period, with its reports or formula."""

    key: str
    label: Texts
    identity: Identity
    unit: Unit
    reports: tuple[Report, ...] = ()
    formula: Expression | None = None
    total: Expression | None = None
    decimals: int = 1
    inputs: Mapping[str, str] = field(default_factory=dict)
    mixes: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    crosses: tuple[str, ...] = ()
    measures_mixed: bool = False
    remarks: Remarks = Remarks()
    review_by: Period | None = None
    same_as: str = ""
    series: str = ""
    where: Location = Location("")
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)

    def place_of(self, key: str) -> Location:
        """Return where the value of one of the entry's keys stands, or else the entry."""
        return self.places.get(key, self.where)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that its formula names."""
        return tuple(keys_of(self.formula)) if self.formula is not None else ()

    @property
    def place(self) -> Fraction:
        """One unit of the last place in which a computed value is shown, in the base unit."""
        # Below zero they are tens, hundreds …
        return self.unit.scale * Fraction(f"1e{-self.decimals}")


@dataclass(frozen=True, slots=True)
class Series:
    """Facts that differ only in their period, oldest first."""

    id: str
    label: Texts
    members: tuple[str, ...]
    cut: BreakEntry | None = None
    where: Location = Location("")


@dataclass(frozen=True, slots=True)
class Change:
    """A dated change of the data.

    Attributes:
        date: The day of the edition that brought it.
        text: Why, in each language; of a change told in words, the whole of it.
        fact: The fact or statement that was corrected, or an empty string.
        report: The origin whose report was corrected, if it is not the value that we use.
        at: The paragraph of the article's figure, where it prints several.
        was: The value before.
        verdict: The verdict before.
        added: Facts and statements that are new.
        removed: Labels of those that are gone, by the name they had.
        entry: What stands in the file.
    """

    date: Period
    text: Texts
    fact: str = ""
    report: str = ""
    at: str = ""
    was: Quantity | None = None
    verdict: Verdict | None = None
    added: tuple[str, ...] = ()
    removed: Mapping[str, Texts] = field(default_factory=dict)
    entry: Entry = field(default_factory=Entry, compare=False)

    def gives(self, key: str) -> bool:
        """Whether the entry has a key, be it right or wrong."""
        return key in self.entry.model_fields_set

    def place(self, key: str) -> Location:
        """Return where a part of the entry stands, or else its date."""
        return self.entry.place(key if self.gives(key) else "date")


@dataclass(frozen=True, eq=False)
class Book:
    """Everything the data file holds, by id; and where what it declares stands, by section.

    Attributes:
        languages: The codes of the languages that its texts are in, the site's root's first.
    """

    languages: tuple[str, ...]
    site: SiteEntry
    units: Units
    unit_words: Mapping[str, UnitWords]
    bases: Mapping[str, BasisEntry]
    tiers: Mapping[str, TierEntry]
    terms: Mapping[str, Texts]
    entities: Mapping[str, EntityEntry]
    origins: Mapping[str, Origin]
    facts: Mapping[str, Fact]
    series: Mapping[str, Series]
    statements: Mapping[str, Statement]
    developments: tuple[Development, ...]
    names: tuple[str, ...]
    changes: tuple[Change, ...]
    moved: tuple[Moved, ...] = ()
    places: DeclaredAt = field(default_factory=dict, compare=False)

    def fact(self, key: str) -> Fact:
        """Return a fact by its key.

        Raises:
            TieoutError: There is no such fact; the hint names the nearest one.
        """
        if fact := self.facts.get(key):
            return fact
        if series := self.series.get(key):
            hint = f"such as {series.members[-1]!r}"
            raise TieoutError(f"{key!r} is a series; say which member", hint, Rule.name)
        raise unknown("fact", key, self.now("fact", key, self.facts))

    def now(self, kind: Former, name: str, known: Iterable[str]) -> str:
        """Say what an unknown name is called now, or else which known name is nearest."""
        to = (f"it is {m.to!r} now" for m in self.moved if (m.kind, m.former) == (kind, name))
        return next(to, "") or nearest(name, known)

    def sources(self, statement: Statement) -> list[tuple[Origin, tuple[str, ...]]]:
        """Return the documents that bear a statement out or refute it, and where in them."""
        found = ((self.origins.get(each.origin), each.at) for each in statement.reports)
        return [(origin, at) for origin, at in found if origin]  # others are told by the loader

    def is_article(self, report: Report) -> bool:
        """Whether a report is the article's own."""
        return report.origin.id == self.site.article

    def days(self, identity: Identity) -> tuple[int, int] | None:
        """Return a fact's period as ordinals of its first and last day."""
        return self.days_in(identity.period, identity.entity) if identity.period else None

    def days_in(self, period: Period, entity: str) -> tuple[int, int]:
        """Return the ordinals of a period's first and last day, as somebody counts years."""
        whose = self.entities.get(entity)  # an unknown one is told by the loader
        first, last = period.days(whose.fiscal if whose else CALENDAR)
        return first.toordinal(), last.toordinal()

    @cached_property
    def broken(self) -> tuple[str, ...]:
        """The series whose definition changes at some time."""
        return tuple(series.id for series in self.series.values() if series.cut)

    def crosses(self, series: str, keys: Iterable[str]) -> bool:
        """Whether members of a series, by key, lie on both sides of its break."""
        if not (found := self.series.get(series)) or not found.cut:
            return False
        # A period that runs across the break is of the new definition, by its end.
        cut = found.cut.start.first.toordinal()
        spans = [self.days(self.facts[key].identity) for key in set(keys) & set(found.members)]
        return len({days is not None and days[1] >= cut for days in spans}) > 1

    def sameness(self, identity: Identity) -> tuple[object, ...]:
        """Return what the same identities have in common; periods count by their days."""
        return *_OF(identity), self.days(identity)

    def same(self, one: Identity, other: Identity) -> bool:
        """Whether two identities are the same."""
        return self.sameness(one) == self.sameness(other)
