"""The sheet itself: passages of all languages side by side, their facts, and who has read them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Final

from macros.audit.audit import Audit
from macros.checks.formats import CheckOutcome
from macros.checks.proof.passages import Passage, PassagePlace, passages
from macros.checks.proof.ready_made import ready_made
from macros.data.book import Book, Fact
from macros.data.tree import Branch, Scalar, read_tree
from macros.language.writing import Language
from macros.pages.project import Project
from macros.pages.templates import render
from macros.pages.views import FactView
from macros.problems import Location, Problems, Rule

FILE: Final = "data/proof.yml"
INITIALS: Final = re.compile(r"[^\W_][\w.-]{0,15}")
_READ: Final = "tieout proof, then tieout proof --read INITIALS"
_HEAD: Final = "# What was read beside its facts, and by whom; `tieout proof --read` writes it.\n"


@dataclass(frozen=True, eq=False)
class SheetEntry:
    """What is read at once: a passage in each language, with the facts of both.

    Attributes:
        audit: What the facts are of.
        sides: The passage by language; a language may lack it.
        by: Who has read it as it stands; nobody if empty.
        name: What it is a part of: a page, or what a text of the data is said of.
    """

    audit: Audit
    sides: Mapping[Language, Passage]
    by: str = ""
    name: str = ""

    @property
    def where(self) -> Location:
        """The place of its first passage."""
        return next(iter(self.sides.values())).where

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The facts that it cites."""
        return tuple(dict.fromkeys(key for side in self.sides.values() for key in side.keys))

    @property
    def claims(self) -> tuple[str, ...]:
        """The comparisons that it claims."""
        return tuple(dict.fromkeys(each for side in self.sides.values() for each in side.claims))

    @property
    def beside(self) -> tuple[str, ...]:
        """The facts of several entities that words could set above one another without a claim."""
        alike: dict[tuple[str, ...], list[Fact]] = {}
        for fact in map(self.audit.book.fact, () if self.claims else self.keys):
            of = fact.identity
            alike.setdefault((of.concept, of.unit, of.basis, of.measure), []).append(fact)
        groups = (each for each in alike.values() if len({f.identity.entity for f in each}) > 1)
        return tuple(fact.key for group in groups for fact in group)

    @cached_property
    def digest(self) -> str:
        """What changes with any word of it, its place, or an identity or value of its facts."""
        said = {code: [s.under, s.words, s.calls] for code, s in self.sides.items()}
        cited = [_stated(self.audit.book, key) for key in self.audit.behind(self.keys)]
        whole = json.dumps([self.name, said, cited], ensure_ascii=True, sort_keys=True)
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
    read = _recorded(project.root, problems)
    if project.audit is None:
        return []
    found = [SheetEntry(project.audit, sides, "", name) for name, sides in _paired(project)]
    return [replace(entry, by=read.get(entry.digest, "")) for entry in found]


def _paired(project: Project) -> Iterator[tuple[str, Mapping[Language, Passage]]]:
    """Yield passages with their pairs: one by one, or where they do not match a paragraph whole."""
    slots: dict[PassagePlace, dict[Language, list[Passage]]] = {}
    for language, edition in project.editions.items():
        for slot, passage in (*passages(edition), *ready_made(project.configuration, edition)):
            slots.setdefault(slot, {}).setdefault(language, []).append(passage)
    for (name, _, _), found in slots.items():
        alike = len({len(each) for each in found.values()}) == 1
        sides = found if alike else {code: [_joined(each)] for code, each in found.items()}
        for row in zip_longest(*sides.values()):
            yield name, dict(zip(sides, row, strict=True))


def _joined(parts: list[Passage]) -> Passage:
    """Return several passages of one paragraph as one."""
    return Passage(
        parts[0].where,
        " ".join(part.words for part in parts),
        tuple(dict.fromkeys(key for part in parts for key in part.keys)),
        tuple(claim for part in parts for claim in part.claims),
        tuple(number for part in parts for number in part.typed),
        tuple(dict.fromkeys(name for part in parts for name in part.named)),
        parts[0].under,
        tuple(call for part in parts for call in part.calls),
    )


def _recorded(root: Path, problems: Problems) -> Mapping[str, str]:
    """Return who has read what, by digest."""
    path = root / FILE
    if not path.is_file():
        return {}
    problems = problems.under(Rule.data)
    tree = read_tree(path.read_text("utf-8", errors="replace"), FILE, problems)
    if not isinstance(tree, Branch):
        problems.add(Location(FILE, 1, 1), "this is no record of readings", "tieout proof --read")
        return {}
    for digest, by in tree.items():
        if not (isinstance(by, Scalar) and INITIALS.fullmatch(by)):
            problems.add(tree.key_places[digest], "these are no initials", "tieout proof --read")
    return {str(digest): str(by) for digest, by in tree.items()}


def record(root: Path, entries: Iterable[SheetEntry], by: str, paths: Iterable[str]) -> int:
    """Write down that somebody has read what stands in some files, and forget what is gone.

    Args:
        root: The project's folder.
        entries: The sheet.
        by: The reader's initials.
        paths: The files; all if there are none.

    Returns:
        How many passages were unread until now.
    """
    known, asked, count = {}, set(paths), 0
    for entry in entries:
        named = not asked or any(side.where.path in asked for side in entry.sides.values())
        count += named and not entry.by
        if reader := entry.by or (by if named else ""):
            known[entry.digest] = reader
    lines = (f"{json.dumps(digest)}: {reader}\n" for digest, reader in sorted(known.items()))
    (root / FILE).write_text(_HEAD + ("".join(lines) or "{}\n"), "utf-8")
    return count


def check_proof(project: Project, strict: bool) -> CheckOutcome:
    """Say how much nobody has read as it stands, and what compares there, for all we know.

    If asked strictly, tell each place.
    """
    problems = Problems()
    entries = sheet(project, problems)
    unread = [entry for entry in entries if not entry.by]
    if strict:
        for entry in unread:
            words = next(iter(entry.sides.values())).words[:60]
            told = f"nobody has read “{words}” beside its facts"
            problems.under(Rule.unread).add(entry.where, told, _READ)
        return CheckOutcome(problems)
    for side in (side for entry in unread for side in entry.sides.values() if side.named):
        told = f"“{side.words[:60]}” sets {', '.join(side.named)} beside each other without a claim"
        problems.under(Rule.compares).add(side.where, told, _READ)
    if unread:
        told = f"{len(unread)} of {len(entries)} passages are unread"
        problems.under(Rule.proof).add(Location(FILE), told, _READ)
    return CheckOutcome(problems)


def as_text(project: Project, entries: Iterable[SheetEntry]) -> str:
    """Return the sheet as lines."""
    return "\n".join(line for entry in entries for line in _lines(project, entry)) + "\n"


def _lines(project: Project, entry: SheetEntry) -> Iterator[str]:
    yield f"{entry.where} [{f'read by {entry.by}' if entry.by else 'unread'}]"
    for language, side in entry.sides.items():
        yield f"  {language}  {side.words}"
        yield from (f"      not called: {number}" for number in side.typed)
        if side.named:
            yield f"      named, and compared by no claim: {', '.join(side.named)}"
    yield from (f"      claimed: {claim}" for claim in entry.claims)
    if entry.beside:
        yield f"      side by side, and no claim says which is more: {', '.join(entry.beside)}"
    yield from (f"      {key}: {' · '.join(_cited(project, key))}" for key in entry.keys)
    yield ""


def as_page(project: Project, entries: list[SheetEntry]) -> str:
    """Return the sheet as a page of its own."""
    first = next(iter(project.editions.values()))
    return str(render("proof", first.voice, entries=entries, cited=partial(_cited, project)))


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
