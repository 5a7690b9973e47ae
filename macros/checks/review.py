"""The whole review of a project: data, entries, pages; the command line and the build call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import partial

from macros.arithmetic.quantity import Bound
from macros.checks.data.entries import check
from macros.checks.data.evidence import check_evidence, check_staleness, own_addresses
from macros.checks.data.unused import check_chapters, check_unused
from macros.checks.formats import CheckOutcome
from macros.checks.grounds import Grounds, grounds_of
from macros.checks.pages.navigation import check_navigation
from macros.checks.pages.parity import (
    check_label_parity,
    check_lone,
    check_pair,
    lines_of,
    pairs_of,
)
from macros.checks.pages.published import check_published
from macros.checks.pages.settings import check_settings
from macros.checks.pages.titles import check_titles
from macros.checks.passed_pages import Passed, packed, unpacked
from macros.checks.prose.around import lint_around
from macros.checks.prose.comparatives import Bounds, lint_comparisons
from macros.checks.prose.data_texts import Label, Readable, labels_of
from macros.checks.prose.elements import lint_elements
from macros.checks.prose.numbers import lint_names, lint_numbers
from macros.checks.prose.reading import Coverage
from macros.pages.call import Call
from macros.pages.contexts import contexts
from macros.pages.edition import Edition, digest_of
from macros.pages.macros.registry import argument, first, kind_of
from macros.pages.project import Project, reread
from macros.pages.source import Page
from macros.pages.voice import Voice
from macros.problems import Problems, Rule, TieoutError
from macros.site.moved import check_moved_pages


def review(project: Project) -> tuple[Problems, Coverage]:
    """Return all problems of a project, and what the number lint saw."""
    site, pages, coverage = project.configuration, project.pages, Coverage()
    passed, grounds = Passed.of(project, "passed", packed, unpacked), grounds_of(project)
    problems = replace(deepcopy(project.problems), found=project.unread.found.copy())
    if project.audit is None:
        problems.found += project.problems.found
    else:
        passed.read("data", grounds.data, partial(_check_data, project), problems)
        coverage += _check_texts(project, grounds, passed, problems)
    check_lone(pages, site.languages, problems)
    if project.audit is not None:
        check_moved_pages(project.book, pages, problems)
        coverage += _check_pages(project, grounds, passed, problems)
        check_chapters(project.book, pages, problems)
        check_titles(site, project.book.names, problems)
    _check_pairs(project, passed, problems)
    check_navigation(site, pages, problems)
    check_settings(site, problems)
    check_published(site, problems, project.book.names if project.audit else ())
    if project.audit is not None:
        check_unused(project.book, pages, labels_of(project.book), problems)
    passed.keep()
    _settle(problems)
    return problems, coverage


def _settle(problems: Problems) -> None:
    """Count what is lacked to what is gone, unless there is more of it than that explains."""
    for kind, causes in problems.gone.items():
        follow = {each for each in problems.found if each.lacks[0] == kind}
        if follow and len({each.lacks for each in follow}) <= len(causes):
            problems.found[:] = (each for each in problems.found if each not in follow)
            follow |= {last for each in follow for last in problems.following.pop(each, ())}
            problems.following.setdefault(next(iter(causes.values())), set()).update(follow)


def remember(project: Project) -> None:
    """Read and review a project, so that after an edit only what has changed is."""
    reread(project)
    review(project)


def _check_data(project: Project, problems: Problems) -> Coverage:
    """The data is sound, whatever its texts say."""
    assert project.audit
    problems.found += project.problems.found
    check(project.audit, problems)  # before texts: it takes any problem for one of the data
    check_evidence(project.audit, own_addresses(project.configuration), problems)
    check_staleness(project.book, problems)
    lint_names(project.book, problems)
    return Coverage()


def _check_texts(
    project: Project, grounds: Grounds, passed: Passed[Coverage], problems: Problems
) -> Coverage:
    """What each entry of the data says in words is borne out, in each language."""
    coverage = Coverage()
    for labels in grounds.by_entry(labels_of(project.book)).values():

        def check(found: Problems, labels: Sequence[Label] = labels) -> Coverage:
            for label in labels:
                _check_remark(project.editions[label.language], label, found.under(Rule.call))
            check_label_parity(labels, found)
            return _read(project, labels, [label for label in labels if label.asserts], found)

        digest = grounds.of_labels(labels)
        coverage += passed.read(digest, digest, check, problems)  # not all have names
    return coverage


def outcome(project: Project) -> CheckOutcome:
    """Return what the review of a project says."""
    problems, coverage = review(project)
    free = coverage.comparisons.editorial
    said = "".join(f"{at}: editorial “{text}”: {why}\n" for at, text, why in free)
    facts = len(project.book.facts) if project.audit else 0
    passed = f"{facts} facts"
    if project.audit and project.book.site.article:
        passed += f", {len(project.audit.judgements)} figures of the article"
    coverages = f"{coverage}\n{coverage.comparisons}\n"
    return CheckOutcome(problems, coverages, said, f"{passed}: all tied out or noted.\n")


def _check_pairs(project: Project, passed: Passed[Coverage], problems: Problems) -> None:
    """The pages of one name say the same in each language."""
    told = lines_of(problems)
    for name, pair in pairs_of(project.pages).items():

        def compare(found: Problems, pair: list[Page] = pair) -> Coverage:
            check_pair(pair, found, told)
            return Coverage()

        beside = sorted(at for at in told if at[0] in {page.path for page in pair})
        digest = digest_of([str(beside), *(text for p in pair for text in (p.path, p.text))])
        passed.read(f"pair {name}", digest, compare, problems)


def _check_calls(edition: Edition, page: Page, problems: Problems) -> None:
    """Every call of a page can be run where it stands."""
    for call, context in contexts(page.text, page.calls):
        problem = edition.interpret(call, context).problem
        problems.take(problem, call.where, within=page.text[call.start : call.end])


def _check_remark(edition: Edition, label: Label, problems: Problems) -> None:
    """Every call in a text of the data can be run there."""
    told = f"{{}}{label.within}"
    for call in label.calls:
        problems.take(edition.interpret(call, label.context).problem, label.where, told)
    for each in label.unread:
        problems.add(label.where, told.replace("{}", each.message), each.hint)


def _check_pages(
    project: Project, grounds: Grounds, passed: Passed[Coverage], problems: Problems
) -> Coverage:
    """What pages say is borne out: numbers that come from no fact, and all else."""
    coverage = Coverage()
    for page in project.pages:

        def check(found: Problems, page: Page = page) -> Coverage:
            _check_calls(project.editions[page.language], page, found.under(Rule.call))
            lint_elements([page], found)
            return _read(project, [page], [page], found)

        coverage += passed.read(page.path, grounds.of_page(page), check, problems)
    return coverage


def _read(
    project: Project, texts: Sequence[Readable], asserting: Sequence[Readable], problems: Problems
) -> Coverage:
    """Read texts, some of which assert what no verdict has decided."""
    edition = next(iter(project.editions.values()))
    bindable = {each.language: partial(each.once, _shown) for each in project.editions.values()}
    coverage = lint_numbers(texts, project.book.names, problems, bindable, edition.chapters)
    lint_around(texts, edition.audit, problems)
    bounds = _bounds(edition.voice)
    coverage.comparisons = lint_comparisons(asserting, bounds, problems, project.book)
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


def _shown(edition: Edition) -> Mapping[str, Sequence[str]]:
    """Return the keys of facts by the text that shows them."""
    voice, shown = edition.voice, dict[str, list[str]]()
    for key, value in voice.audit.values.items():
        if value is not None and not value.quantity.literal:
            fact = voice.audit.book.facts[key]
            shown.setdefault(voice.value(fact, bound=False), []).append(key)
    return shown
