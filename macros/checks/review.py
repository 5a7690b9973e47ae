"""The whole review of a project: data, entries, pages; the command line and the build call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.arithmetic.quantity import Bound
from macros.audit.audit import Audit
from macros.audit.claims import decide_call
from macros.audit.due import check_staleness
from macros.checks.data.entries import check
from macros.checks.data.evidence import check_evidence, own_addresses
from macros.checks.data.unused import check_chapters, check_unused
from macros.checks.pages.navigation import check_navigation
from macros.checks.pages.parity import check_parity
from macros.checks.pages.titles import check_titles
from macros.checks.prose import (
    Bindable,
    Bounds,
    Coverage,
    Label,
    labels_of,
    lint_compared_labels,
    lint_comparisons,
    lint_labels,
    lint_pages,
)
from macros.checks.prose.agreeing import lint_agreeing
from macros.checks.prose.around import lint_around, lint_around_labels
from macros.checks.prose.elements import lint_elements
from macros.data.book import Fact, Remarks, Statement, Text
from macros.pages.project import open_project
from macros.pages.shortcodes import Shortcodes
from macros.pages.source import LANGUAGES, Call, Page, calls_in, read_pages
from macros.pages.voice import Voice
from macros.problems import Location, Problems, Rule, TieoutError
from macros.site.moved import check_moved_pages


def run_all(root: Path) -> Problems:
    """Return all problems of a project, in its data and in its pages."""
    return review(root)[0]


def review(root: Path) -> tuple[Problems, Coverage]:
    """Return all problems of a project, and what the number lint saw."""
    project = open_project(root)
    problems = Problems(list(project.problems.found))
    if project.audit:
        check(project.audit, problems)  # before pages: it takes any problem for one of the data
    pages = read_pages(root, problems)
    coverage = Coverage()
    labels = list(labels_of(project.book)) if project.audit else []
    if project.audit is not None:
        check_evidence(project.audit, own_addresses(root), problems)
        check_staleness(project.book, problems)
        for language in LANGUAGES:
            _check_remarks(Voice(project.audit, language), problems)
            _check_calls(Shortcodes(project, language), pages, problems)
        check_moved_pages(project.book, pages, problems)
        coverage = _lint(project.audit, pages, labels, problems)
        check_chapters(project.book, pages, problems)
        check_titles(root, project.book.names, problems)
    check_parity(pages, problems)
    check_navigation(root, pages, problems)
    if project.audit is not None:
        check_unused(project.book, pages, labels, problems)
    return problems, coverage


def _check_calls(shortcodes: Shortcodes, pages: Sequence[Page], problems: Problems) -> None:
    """Every call of a language's pages can be run."""
    for page in pages:
        for call in page.calls if page.language == shortcodes.language else ():
            with problems.under(Rule.call).at(call.where):
                shortcodes.run(call)


def _lint(
    audit: Audit, pages: Sequence[Page], labels: Sequence[Label], problems: Problems
) -> Coverage:
    """Find the numbers in pages and labels that come from no fact."""
    names = audit.book.names
    bindable: Bindable = {language: _shown(Voice(audit, language)) for language in LANGUAGES}
    chapters = {"index", *(chapter.page for chapter in audit.book.site.chapters)}
    in_pages = lint_pages(pages, names, problems, bindable, chapters)
    lint_around(pages, audit, problems)
    lint_agreeing(pages, audit, problems)
    lint_elements(pages, problems)
    lint_around_labels(labels, audit, problems)
    bounds = _bounds(Voice(audit, "en"))
    in_pages.comparisons = lint_comparisons(pages, bounds, problems)
    in_pages.comparisons += lint_compared_labels(labels, bounds, problems)
    return in_pages + lint_labels(labels, names, problems, bindable)


def _bounds(voice: Voice) -> Bounds:
    """Return what says the bound of the quantity that a call shows, if it shows one."""

    def bound(call: Call) -> Bound | None:
        try:
            fact = voice.audit.book.fact(str(call.args[0] if call.args else ""))
            if call.name == "fact":
                return voice.audit.value(fact.key).quantity.bound
            at = call.args[1] if len(call.args) > 1 else call.kwargs.get("at", "")
            printed = call.name == "printed"
            return voice.print_of(fact, str(at)).quantity.bound if printed else None
        except TieoutError:
            return None  # told where the call is run

    return bound


def _shown(voice: Voice) -> Mapping[str, Sequence[str]]:
    """Return the keys of facts by the text that shows them."""
    shown: dict[str, list[str]] = {}
    for key, value in voice.audit.values.items():
        if value is not None and not value.quantity.literal:
            fact = voice.audit.book.facts[key]
            shown.setdefault(voice.value(fact, bound=False), []).append(key)
    return shown


def _check_remarks(voice: Voice, problems: Problems) -> None:
    """Every number in a remark comes from a fact that exists."""
    book = voice.audit.book
    entries: list[Fact | Statement] = [*book.facts.values(), *book.statements.values()]
    for entry in entries:
        for name, text in _texts(entry.remarks).items():
            _say(voice, text, entry.remarks.where.get(name, entry.where), problems)
    for development in book.developments:
        _say(voice, development.label, development.where, problems)
    for change in book.changes:
        _say(voice, change.text, change.place("why"), problems)


def _texts(remarks: Remarks) -> Mapping[str, Text | None]:
    return {"note": remarks.note, "caveat": remarks.caveat, "impact": remarks.impact}


def _say(voice: Voice, text: Text | None, where: Location, problems: Problems) -> None:
    with problems.under(Rule.call).at(where, f"{{}} (in {voice.language})"):
        voice.remark(text)
        for call in calls_in(voice.text(text), "", Problems()):
            if call.name == "claim":
                decide_call(voice.audit, call.args, call.kwargs)
