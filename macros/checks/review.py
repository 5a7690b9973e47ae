"""The whole review of a project: data, entries, pages; the command line and the build call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from macros.arithmetic.quantity import Bound
from macros.audit.due import check_staleness
from macros.checks.data.entries import check
from macros.checks.data.evidence import check_evidence, own_addresses
from macros.checks.data.unused import check_chapters, check_unused
from macros.checks.outcome import Outcome
from macros.checks.pages.navigation import check_navigation
from macros.checks.pages.parity import check_label_parity, check_parity
from macros.checks.pages.published import check_published
from macros.checks.pages.settings import check_settings
from macros.checks.pages.titles import check_titles
from macros.checks.prose.around import lint_around
from macros.checks.prose.comparatives import Bounds, lint_comparisons
from macros.checks.prose.elements import lint_elements
from macros.checks.prose.labels import Label, labels_of
from macros.checks.prose.numbers import Bindable, lint_names, lint_numbers
from macros.checks.prose.reading import Coverage
from macros.pages.call import Call
from macros.pages.contexts import contexts
from macros.pages.edition import Edition
from macros.pages.macros.registry import argument, first, kind_of
from macros.pages.project import Project
from macros.pages.source import Spoken
from macros.pages.voice import Voice
from macros.problems import Problems, Rule, TieoutError
from macros.site.moved import check_moved_pages


def review(project: Project) -> tuple[Problems, Coverage]:
    """Return all problems of a project, and what the number lint saw."""
    site, pages, coverage = project.configuration, project.pages, Coverage()
    problems = deepcopy(project.problems)
    if project.audit:
        check(project.audit, problems)  # before pages: it takes any problem for one of the data
    problems.found += project.unread.found
    labels = list(labels_of(project.book)) if project.audit else []
    if project.audit is not None:
        check_evidence(project.audit, own_addresses(site), problems)
        check_staleness(project.book, problems)
        for edition in project.editions.values():
            _check_remarks(edition, labels, problems.under(Rule.call))
            _check_calls(edition, problems.under(Rule.call))
        check_moved_pages(project.book, pages, problems)
        coverage = _lint(project, labels, problems)
        check_chapters(project.book, pages, problems)
        check_titles(site, project.book.names, problems)
    check_parity(pages, site.languages, problems)
    check_label_parity(labels, problems)
    check_navigation(site, pages, problems)
    check_settings(site, problems)
    check_published(site, problems, project.book.names if project.audit else ())
    if project.audit is not None:
        check_unused(project.book, pages, labels, problems)
    return problems, coverage


def outcome(project: Project) -> Outcome:
    """Return what the review of a project says."""
    problems, coverage = review(project)
    free = coverage.comparisons.editorial
    said = "".join(f"{at}: editorial “{text}”: {why}\n" for at, text, why in free)
    facts = len(project.book.facts) if project.audit else 0
    passed = f"{facts} facts"
    if project.audit and project.book.site.article:
        passed += f", {len(project.audit.judgements)} figures of the article"
    coverages = f"{coverage}\n{coverage.comparisons}\n"
    return Outcome(problems, coverages, said, f"{passed}: all tied out or noted.\n")


def _check_calls(edition: Edition, problems: Problems) -> None:
    """Every call of an edition's pages can be run where it stands."""
    for page in edition.pages:
        for call, context in contexts(page.text, page.calls):
            problem = edition.interpret(call, context).problem
            problems.take(problem, call.where, within=page.text[call.start : call.end])


def _check_remarks(edition: Edition, labels: Sequence[Label], problems: Problems) -> None:
    """Every call in the data's texts can be run there."""
    for label in labels:
        if label.language == edition.language:
            told = f"{{}}{label.within}"
            for call in label.calls:
                outcome = edition.interpret(call, label.context)
                problems.take(outcome.problem, label.where, told)
            for each in label.unread:
                problems.add(label.where, told.replace("{}", each.message), each.hint)


def _lint(project: Project, labels: Sequence[Label], problems: Problems) -> Coverage:
    """Find the numbers in pages and labels that come from no fact."""
    pages, voices = project.pages, [edition.voice for edition in project.editions.values()]
    audit, names = voices[0].audit, project.book.names
    bindable: Bindable = {voice.language: _shown(voice) for voice in voices}
    chapters = next(iter(project.editions.values())).chapters
    texts: list[Spoken] = [*pages, *labels]
    coverage = lint_numbers(texts, names, problems, bindable, chapters)
    lint_around(texts, audit, problems)
    lint_elements(pages, problems)
    lint_names(project.book, problems)
    asserting: list[Spoken] = [*pages, *(label for label in labels if label.asserts)]
    coverage.comparisons = lint_comparisons(asserting, _bounds(voices[0]), problems, project.book)
    return coverage


def _bounds(voice: Voice) -> Bounds:
    """Return what says the bound of the quantity that a call shows, if it shows one."""

    def bound(call: Call) -> Bound | None:
        if kind_of(call) != "value":
            return None
        try:
            fact = voice.audit.book.fact(first(call))
            if call.name == "fact":
                return voice.audit.value(fact.key).quantity.bound
            return voice.audit.sources.print_of(fact, str(argument(call, "at"))).quantity.bound
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
