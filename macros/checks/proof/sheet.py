"""The sheet itself: passages of all languages side by side, their facts, and who has read them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from hashlib import sha256
from typing import Final

from macros.audit.audit import Audit
from macros.checks.formats import CheckOutcome
from macros.checks.proof.passage import Cited, Passage, PassagePlace
from macros.checks.proof.passages import passages
from macros.checks.proof.readings import FILE, recorded
from macros.checks.proof.ready_made import ready_made
from macros.data.book import Book, Fact
from macros.data.inputs import DATA_FILE
from macros.data.pieces import entries_in
from macros.language.writing import Language
from macros.pages.project import Project
from macros.pages.views import FactView
from macros.problems import Location, Problems, Rule, TieoutError

_READ: Final = "tieout proof, then tieout proof --read INITIALS"


@dataclass(frozen=True, eq=False)
class SheetEntry:
    """What is read at once: a paragraph in each language, with the facts of both.

    Attributes:
        audit: What the facts are of.
        cited: Says of a fact what the sheet shows of it.
        parts: The passages of the paragraph by language; a language may lack it.
        name: What it is a part of: a page, or what a text of the data is said of.
        entry: What else stands in the entry of the data that it is the first to say something of.
        by: Who has read it as it stands, and on which day; nobody if empty.
    """

    audit: Audit
    cited: Callable[[str], Sequence[str]]
    parts: Mapping[Language, Sequence[Passage]]
    name: str
    entry: str = ""
    by: str = ""

    @cached_property
    def sides(self) -> Mapping[Language, Passage]:
        """The paragraph by language."""
        return {code: _joined(each) for code, each in self.parts.items()}

    @property
    def reader(self) -> str:
        """The initials of who has read it."""
        return self.by.partition(" ")[0]

    @property
    def where(self) -> Location:
        """The place of its first passage."""
        return next(iter(self.sides.values())).where

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The facts that it cites."""
        return tuple(dict.fromkeys(key for side in self.sides.values() for key in side.cited.keys))

    @property
    def claims(self) -> tuple[str, ...]:
        """The comparisons that it claims."""
        return tuple(
            dict.fromkeys(each for side in self.sides.values() for each in side.cited.claims)
        )

    @property
    def beside(self) -> tuple[str, ...]:
        """The facts of several entities that words could set above one another without a claim."""
        found = (key for each in self.parts.values() for part in each for key in self._alike(part))
        return tuple(dict.fromkeys(found))

    def _alike(self, part: Passage) -> Iterator[str]:
        alike: dict[tuple[str, ...], list[Fact]] = {}
        for fact in map(self.audit.book.fact, () if part.cited.claims else part.cited.keys):
            of = fact.identity
            alike.setdefault((of.concept, of.unit, of.basis, of.measure), []).append(fact)
        for group in alike.values():
            if len({fact.identity.entity for fact in group}) > 1:
                yield from (fact.key for fact in group)

    @cached_property
    def digest(self) -> str:
        """What changes with any word of it or above it, or an identity or value of its facts."""
        said = {code: [s.under, s.words, s.raw] for code, s in self.sides.items()}
        cited = [_stated(self.audit.book, key) for key in self.audit.behind(self.keys)]
        shown = [self.cited(key) for key in self.keys]
        whole = json.dumps([self.name, self.entry, said, cited, shown], sort_keys=True)
        return sha256(whole.encode()).hexdigest()[:20]


def _stated(book: Book, key: str) -> list[str]:
    fact = book.facts[key]
    of = fact.identity
    period = of.period.text if of.period else ""
    named = [of.concept, of.entity, of.counterparty, of.basis, of.unit, of.measure, of.stage]
    values = [f"{r.origin.id} {r.at} {r.rank} {r.printed} {r.quantity}" for r in fact.reports]
    return [key, period, *named, str(fact.formula), *values]


def sheet(project: Project, problems: Problems) -> list[SheetEntry]:
    """Return all that is to be read of a project, in the order of its pages."""
    if project.audit is None:
        return []
    audit, read = project.audit, recorded(project.root, problems)
    slots: dict[PassagePlace, dict[Language, list[Passage]]] = {}
    for language, edition in project.editions.items():
        for slot, passage in (*passages(edition), *ready_made(project.configuration, edition)):
            slots.setdefault(slot, {}).setdefault(language, []).append(passage)
    left, cited = entries_in(project.data), cache(partial(_said_of, project))
    starts, found = sorted(left), []
    for (name, _, _), parts in slots.items():
        where = next(iter(parts.values()))[0].where
        at = bisect_right(starts, where.line) if where.path == DATA_FILE else 0
        entry = left.pop(starts[at - 1], "") if at else ""
        found.append(SheetEntry(audit, cited, parts, name, entry))
    found += (SheetEntry(audit, cited, *each) for each in _rest(project, left))
    # Digests of all that is said take their time, and where nobody has read there is none to find.
    return [replace(entry, by=read.get(entry.digest, "")) for entry in found] if read else found


def _rest(
    project: Project, left: Mapping[int, str]
) -> Iterator[tuple[Mapping[Language, Sequence[Passage]], str]]:
    """Yield what is left of the data of which no text says anything: such as declared names."""
    for line, text in left.items():
        if not text.endswith(":\n"):
            said = Passage(Location(DATA_FILE, line, 1), text.strip())
            yield {project.book.languages[0]: [said]}, "the rest of the data"


def _joined(parts: Sequence[Passage]) -> Passage:
    """Return several passages of one paragraph as one."""
    return Passage(
        parts[0].where,
        " ".join(part.words for part in parts),
        Cited(
            tuple(dict.fromkeys(key for part in parts for key in part.cited.keys)),
            tuple(claim for part in parts for claim in part.cited.claims),
            tuple(number for part in parts for number in part.cited.typed),
        ),
        tuple(dict.fromkeys(name for part in parts for name in part.named)),
        parts[0].under,
        " ".join(part.raw for part in parts),
        tuple(mark for part in parts for mark in part.marks),
    )


def read_by(
    reading: str, entries: Iterable[SheetEntry], paths: Iterable[str]
) -> tuple[dict[str, str], int]:
    """Return who has read what once a reader has read some files, and how much was unread of it.

    Args:
        reading: The reader's initials, and the day.
        entries: The sheet.
        paths: The files; all if there are none.
    """
    known, asked, count = dict[str, str](), set(paths), 0
    for entry in entries:
        named = not asked or any(side.where.path in asked for side in entry.sides.values())
        count += named and not entry.by
        if by := entry.by or (reading if named else ""):
            known[entry.digest] = by
    return known, count


def check_proof(project: Project, strict: bool) -> CheckOutcome:
    """Say how much nobody has read as it stands, and what compares there, for all we know.

    If asked strictly, tell each place.
    """
    problems = Problems()
    entries = sheet(project, problems)
    unread = [entry for entry in entries if not entry.by]
    for entry in unread if strict else ():
        words = next(iter(entry.sides.values())).words[:60]
        told = f"nobody has read “{words}” beside its facts"
        problems.under(Rule.unread).add(entry.where, told, _READ)
    for part in (each for entry in unread for parts in entry.parts.values() for each in parts):
        if part.named and not strict:
            named = f"{', '.join(part.named)} beside each other without a claim"
            told = f"“{part.words[:60]}” sets {named}"
            problems.under(Rule.compares).add(part.where, told, _READ)
    if unread and not strict:
        told = f"{len(unread)} of {len(entries)} passages are unread"
        problems.under(Rule.proof).add(Location(FILE), told, _READ)
    read = recorded(project.root, Problems()).keys() if entries and not unread else set[str]()
    # Else what is unread may be what they have become.
    if gone := read and read - {entry.digest for entry in entries}:
        told = f"{len(gone)} passages that were read are gone; what is left may say something else"
        problems.under(Rule.unread if strict else Rule.proof).add(Location(FILE), told, _READ)
    return CheckOutcome(problems, f"passages {counted(entries)}\n")


def counted(entries: Sequence[SheetEntry]) -> str:
    """Say how many passages are unread, and how many each reader has read, until which day."""
    readers: dict[str, list[str]] = {}
    for entry in entries:
        readers.setdefault(entry.reader, []).append(entry.by)
    unread = f"{len(entries)}: unread {len(readers.pop('', ()))}"
    said = (f"read by {who} {len(of)}, until {max(of)[-10:]}" for who, of in readers.items())
    return ", ".join((unread, *said))


def _said_of(project: Project, key: str) -> list[str]:
    """Say the same, or what is lacked for it: that is told elsewhere."""
    try:
        return _cited(project, key)
    except TieoutError as error:
        return [error.message]


def _cited(project: Project, key: str) -> list[str]:
    """Say who, what, when, on what basis, how much, and who says so; the words in all languages."""
    views = [edition.views[key] for edition in project.editions.values()]
    one = views[0]
    labels, values = (
        " / ".join(dict.fromkeys(each))
        for each in zip(*((v.label, v.text) for v in views), strict=True)
    )
    return [one.who, labels, one.when, one.basis, values, _source(one)]


def _source(view: FactView) -> str:
    """Say where a fact is from, and what the text that is checked prints of it."""
    voice = view.voice
    reports = [r for r in view.fact.reports if r.rank == "preferred"] or view.fact.reports
    prints = (f"“{r.printed}”" if r.printed else "no print is quoted" for r in reports)
    said = [view.formula, *map(voice.origin, view.origins), *prints]
    said += [f"{voice.phrase('article')} “{p.plain}” {p.at} {p.verdict.word}" for p in view.prints]
    return "; ".join(filter(None, said))
