"""The proof sheet as it is read: as lines of text, or as a page that loads and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.checks.proof.sheet import SheetEntry
from macros.checks.proof.unread import counted
from macros.pages.project import Project
from macros.pages.templates import render


def as_text(_: Project, entries: Iterable[SheetEntry]) -> str:
    """Return the sheet as lines."""
    return "\n".join(line for entry in entries for line in _lines(entry)) + "\n"


def _lines(entry: SheetEntry) -> Iterator[str]:
    yield f"{entry.where} [{f'read by {entry.by}' if entry.by else 'unread'}]"
    for language, side in entry.sides.items():
        yield f"  {language}  {side.words}"
        yield from (f"      not called: {number}" for number in side.cited.typed)
        if side.marks:
            yield f"      marked up: {' '.join(side.marks)}"
        if side.named:
            yield f"      named, and compared by no claim: {', '.join(side.named)}"
    yield from (f"      claimed: {claim}" for claim in entry.claims)
    if entry.beside:
        yield f"      side by side, and no claim says which is more: {', '.join(entry.beside)}"
    yield from (f"      {key}: {' · '.join(entry.cited(key))}" for key in entry.keys)
    yield ""


def as_page(project: Project, entries: list[SheetEntry]) -> str:
    """Return the sheet as a page of its own."""
    first = next(iter(project.editions.values()))
    files: dict[str, list[SheetEntry]] = {}
    for entry in entries:
        files.setdefault(entry.where.path, []).append(entry)
    given = {
        "files": sorted(files.items(), key=lambda each: all(entry.by for entry in each[1])),
        "readers": sorted({entry.reader for entry in entries} - {""}),
        "counted": f"Passages {counted(entry.by for entry in entries)}",
    }
    return str(render("proof", first.voice, **given))
