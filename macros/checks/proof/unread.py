"""What of the proof sheet nobody has read: a check counts it, or tells each place of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from macros.checks.formats import CheckOutcome
from macros.checks.grounds import SheetPart, grounds_of
from macros.checks.passed_pages import Passed
from macros.checks.proof.readings import FILE, recorded
from macros.checks.proof.sheet import ProofSheet, SheetEntry
from macros.data import inputs
from macros.pages.edition import digest_of
from macros.pages.project import Project
from macros.pages.source import Page
from macros.problems import Location, Problems, Rule

_READ: Final = "tieout proof, then tieout proof --read INITIALS"


def check_proof(project: Project, strict: bool) -> CheckOutcome:
    """Say how much nobody has read as it stands, and what compares there, for all we know.

    If asked strictly, tell each place.
    """
    problems, seen = Problems(), list[tuple[str, str]]()
    whole = ProofSheet(project, read := recorded(project.root, problems))
    kind = "proofread-strict" if strict else "proofread"
    passed = Passed[list[tuple[str, str]]].of(project, kind, list, list)
    grounds = grounds_of(project)
    for part in whole.parts:

        def check(found: Problems, part: SheetPart = part) -> list[tuple[str, str]]:
            made = whole.entries(part)
            (_tell_unread if strict else _tell_compared)([e for e in made if not e.by], found)
            return [(entry.by, entry.digest if read else "") for entry in made]

        # Whoever has read a passage has seen verdicts, in which other facts have a part, and files.
        shown = [grounds.shown] if read or not part else []
        files = [inputs.digest(project.root, project.main)] if read and not part else []
        digest = digest_of([*shown, *files, *grounds.of(part)]) if project.base else ""
        name = next((text.name for text in part if isinstance(text, Page)), digest)
        seen += passed.read(name, digest, check, problems)
    passed.keep()
    unread = sum(not by for by, _ in seen)
    if unread and not strict:
        told = f"{unread} of {len(seen)} passages are unread"
        problems.under(Rule.proof).add(Location(FILE), told, _READ)
    # Else what is unread may be what they have become.
    gone = set[str]() if unread or not seen else read.keys() - {digest for _, digest in seen}
    if gone:
        told = f"{len(gone)} passages that were read are gone; what is left may say something else"
        problems.under(Rule.unread if strict else Rule.proof).add(Location(FILE), told, _READ)
    return CheckOutcome(problems, f"passages {counted([by for by, _ in seen])}\n")


def _tell_unread(entries: Iterable[SheetEntry], problems: Problems) -> None:
    for entry in entries:
        words = next(iter(entry.sides.values())).words[:60]
        told = f"nobody has read “{words}” beside its facts"
        problems.under(Rule.unread).add(entry.where, told, _READ)


def _tell_compared(entries: Iterable[SheetEntry], problems: Problems) -> None:
    for part in (each for entry in entries for parts in entry.parts.values() for each in parts):
        if part.named:
            named = f"{', '.join(part.named)} beside each other without a claim"
            told = f"“{part.words[:60]}” sets {named}"
            problems.under(Rule.compares).add(part.where, told, _READ)


def counted(read: Iterable[str]) -> str:
    """Say of how many passages, each by whom and when, are unread, and how many each has read."""
    readers: dict[str, list[str]] = {}
    for by in read:
        readers.setdefault(by.partition(" ")[0], []).append(by)
    known = sum(map(len, readers.values()))
    unread = f"{known}: unread {len(readers.pop('', ()))}"
    said = (f"read by {who} {len(of)}, until {max(of)[-10:]}" for who, of in readers.items())
    return ", ".join((unread, *said))


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
