"""The sheet itself: passages of all languages side by side, their facts, and who has read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from hashlib import sha256

from macros.audit.audit import Audit
from macros.checks.grounds import SheetPart
from macros.checks.pages.parity import pairs_of
from macros.checks.proof.passage import Cited, Passage, PassagePlace
from macros.checks.proof.passages import of_text
from macros.checks.proof.readings import recorded
from macros.checks.proof.ready_made import ready_made
from macros.checks.prose.data_texts import Label, labels_of
from macros.data.book import Book, Fact
from macros.data.inputs import DATA_FILE
from macros.data.pieces import entries_in
from macros.language.writing import Language
from macros.pages.project import Project
from macros.pages.views import FactView
from macros.problems import Location, Problems, TieoutError


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
    whole = ProofSheet(project, recorded(project.root, problems))
    return [entry for part in whole.parts for entry in whole.entries(part)]


@dataclass(frozen=True)
class ProofSheet:
    """The sheet of a project, of which parts can be made by themselves.

    Attributes:
        project: The project.
        read: Who has read what, by digest.
    """

    project: Project
    read: Mapping[str, str]

    @property
    def parts(self) -> Iterator[SheetPart]:
        """The pages of each name, the texts of each entry, and no text for all the rest."""
        if self.project.audit:
            yield from pairs_of(self.project.pages).values()
            yield from self._labels.values()
            yield ()

    @cached_property
    def _labels(self) -> Mapping[int, list[Label]]:
        """The texts of the data by the entry in which the first of each name begins."""
        entries, first = entries_in(self.project.data), dict[str, int]()
        found = dict[int, list[Label]]()
        for label in labels_of(self.project.book):
            line = first.setdefault(label.what, entries.at(label.where.line))
            found.setdefault(line, []).append(label)
        return found

    def entries(self, part: SheetPart) -> list[SheetEntry]:
        """Return what is to be read of one part."""
        made = self._of_texts(part) if part else self._of_rest()
        # Digests of all that is said take their time, and where nobody has read, none is to find.
        return [replace(e, by=self.read.get(e.digest, "")) if self.read else e for e in made]

    def _of_texts(self, texts: SheetPart) -> Iterator[SheetEntry]:
        entries, editions, first = entries_in(self.project.data), self.project.editions, texts[0]
        entry = entries[entries.at(first.where.line)] if isinstance(first, Label) else ""
        found = ((t.language, each) for t in texts for each in of_text(editions[t.language], t))
        for number, (name, parts) in enumerate(_paired(found)):
            yield self._entry(parts, name, "" if number else entry)

    def _of_rest(self) -> Iterator[SheetEntry]:
        """Yield what no text says, and what is left of the data, such as declared names."""
        found = (
            (language, each)
            for language, edition in self.project.editions.items()
            for each in ready_made(self.project.configuration, edition)
        )
        entries = entries_in(self.project.data)
        left = {line: text for line, text in entries.items() if line not in self._labels}
        for name, parts in _paired(found):
            where = next(iter(parts.values()))[0].where
            at = entries.at(where.line) if where.path == DATA_FILE else 0
            yield self._entry(parts, name, left.pop(at, ""))
        first = self.project.book.languages[0]
        for line, text in left.items():
            if not text.endswith(":\n"):
                said = Passage(Location(DATA_FILE, line, 1), text.strip())
                yield self._entry({first: [said]}, "the rest of the data")

    def _entry(
        self, parts: Mapping[Language, Sequence[Passage]], name: str, entry: str = ""
    ) -> SheetEntry:
        assert self.project.audit
        return SheetEntry(self.project.audit, self._cited, parts, name, entry)

    @cached_property
    def _cited(self) -> Callable[[str], Sequence[str]]:
        return cache(partial(_cited, self.project))


def _paired(
    found: Iterable[tuple[Language, tuple[PassagePlace, Passage]]],
) -> Iterator[tuple[str, Mapping[Language, list[Passage]]]]:
    """Yield what stands at one place in any language, by language, with the name of what it is."""
    places: dict[PassagePlace, dict[Language, list[Passage]]] = {}
    for language, (place, passage) in found:
        places.setdefault(place, {}).setdefault(language, []).append(passage)
    for (name, _, _), parts in places.items():
        yield name, parts


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
        " ".join(part.source for part in parts),
    )


def _cited(project: Project, key: str) -> list[str]:
    """Say who, what, when, on what basis, how much, and who says so; the words in all languages."""
    one, *_ = views = [edition.views[key] for edition in project.editions.values()]
    try:
        labels, values = (
            " / ".join(dict.fromkeys(each))
            for each in zip(*((v.label, v.text) for v in views), strict=True)
        )
        return [one.who, labels, one.when, one.basis, values, _source(one)]
    except TieoutError as error:
        return [error.message]  # what is lacked for it is told elsewhere


def _source(view: FactView) -> str:
    """Say where a fact is from, and what the text that is checked prints of it."""
    voice = view.voice
    reports = [r for r in view.fact.reports if r.rank == "preferred"] or view.fact.reports
    prints = (f"“{r.printed}”" if r.printed else "no print is quoted" for r in reports)
    said = [view.formula, *map(voice.origin, view.origins), *prints]
    said += [f"{voice.phrase('article')} “{p.plain}” {p.at} {p.verdict.word}" for p in view.prints]
    return "; ".join(filter(None, said))
