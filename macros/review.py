"""The whole review of a project: data, entries, pages; the command line and the build call it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.model import Fact, Remarks, Statement, Text
from macros.pages import LANGUAGES, read_pages
from macros.problems import Location, Problems, TieoutError
from macros.project import open_project
from macros.rendering.voice import Voice
from macros.shortcodes import Shortcodes


def run_all(root: Path) -> Problems:
    """Return all problems of a project, in its data and in its pages."""
    project = open_project(root)
    problems = Problems(list(project.problems.found))
    pages = read_pages(root, problems)
    if project.audit is None:
        return problems
    for language in LANGUAGES:
        _check_remarks(Voice(project.audit, language), problems)
        shortcodes = Shortcodes(project, language)
        for page in pages:
            if page.language == language:
                for call in page.calls:
                    try:
                        shortcodes.run(call)
                    except TieoutError as error:
                        problems.add(call.where, error.message, error.hint)
    return problems


def _check_remarks(voice: Voice, problems: Problems) -> None:
    """Every number in a remark comes from a fact that exists."""
    book = voice.audit.book
    entries: list[Fact | Statement] = [*book.facts.values(), *book.statements.values()]
    for entry in entries:
        for name, text in _texts(entry.remarks).items():
            _say(voice, text, entry.remarks.where.get(name, entry.where), problems)
    for development in book.developments:
        _say(voice, development.label, development.where, problems)


def _texts(remarks: Remarks) -> Mapping[str, Text | None]:
    return {"note": remarks.note, "caveat": remarks.caveat, "impact": remarks.impact}


def _say(voice: Voice, text: Text | None, where: Location, problems: Problems) -> None:
    try:
        voice.remark(text)
    except TieoutError as error:
        problems.add(where, f"{error.message} (in {voice.language})", error.hint)
