"""What authors ask of their data: which facts there are, and where something is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import astuple, dataclass

from macros.arithmetic.expression import keys_of
from macros.checks.prose.data_texts import labels_of
from macros.data.book import Book, Fact
from macros.pages.edition import Edition
from macros.pages.macros.registry import keys_in
from macros.pages.project import Project
from macros.pages.views import FactView
from macros.problems import Location, nearest, unknown


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact in short.

    Attributes:
        id: Its id.
        value: What it is taken to be, in words.
        period: When.
        label: What it is.
        verdict: Those on the reviewed text's figures of it, with commas between.
        call: What shows it in a page.
    """

    id: str
    value: str
    period: str
    label: str
    verdict: str
    call: str


def listed(edition: Edition, words: Sequence[str]) -> Iterator[Listed]:
    """Yield the facts of which id, label, owner, period, value and verdict hold all the words."""
    asked = [word.casefold() for word in words]
    for view in edition.views.values():
        *said, _ = astuple(each := _listed(view))
        if all(word in " ".join((*said, view.who)).casefold() for word in asked):
            yield each


def _listed(view: FactView) -> Listed:
    verdicts = dict.fromkeys(each.judged.verdict for each in view.prints)
    # What nobody but the article says is shown as what it printed.
    macro = "fact" if view.value is None or view.value.found else "printed"
    call = f'{{{{ {macro}("{view.key}") }}}}'
    return Listed(view.key, view.text, view.when, view.label, ", ".join(verdicts), call)


def line(each: Listed) -> str:
    """Return a fact as one line of a list."""
    parts = (each.value or "–", each.period, each.verdict, each.label)
    return f"{each.call}  {' · '.join(part for part in parts if part)}"


@dataclass(frozen=True, slots=True)
class Use:
    """A place that speaks of something.

    Attributes:
        where: The file, line and column.
        how: The call, or what it is there.
    """

    where: Location
    how: str


def uses(project: Project, name: str) -> list[Use]:
    """Return where a fact, series, statement or origin is declared and used, file by file.

    Raises:
        TieoutError: There is no such thing.
    """
    book, keys = project.book, set(_meant(project.book, name))
    found = [*_in_data(book, keys), *_in_texts(book, keys), *_in_pages(project, keys)]
    return list(dict.fromkeys(found))


def _meant(book: Book, name: str) -> Iterator[str]:
    """Yield the keys that a name stands for: a series is its members."""
    known = {*book.facts, *book.series, *book.statements, *book.origins}
    if name not in known:
        raise unknown("fact, series, statement or origin", name, nearest(name, known))
    yield name
    if name in book.series:
        yield from book.series[name].members


def _in_data(book: Book, keys: Set[str]) -> Iterator[Use]:
    for key in keys & book.series.keys():
        yield Use(book.series[key].where, "declared")
    for fact in book.facts.values():
        if fact.key in keys and not fact.series:
            yield Use(fact.where, "declared")
        yield from _in_fact(fact, keys)
    for statement in book.statements.values():
        if statement.id in keys or any(source.origin in keys for source in statement.reports):
            yield Use(statement.where, f"statement {statement.id}")
    for each in book.developments:
        if keys & {*each.facts, *each.affects, *each.origins}:
            yield Use(each.where, f"development {each.id}")


def _in_fact(fact: Fact, keys: Set[str]) -> Iterator[Use]:
    for report in fact.reports:
        if report.origin.id in keys:
            yield Use(report.where, f"report of {fact.key}")
    for kind, tree in (("formula", fact.formula), ("total", fact.total)):
        if tree is not None and any(key in keys for key in keys_of(tree)):
            yield Use(fact.place_of(kind), f"{kind} of {fact.key}")
    if fact.same_as in keys:
        yield Use(fact.place_of("same_as"), f"same_as of {fact.key}")


def _in_texts(book: Book, keys: Set[str]) -> Iterator[Use]:
    for label in labels_of(book):
        for call in label.calls:
            if any(key in keys for key in keys_in(book, call)):
                yield Use(label.where, f"{label.what} ({label.language})")


def _in_pages(project: Project, keys: Set[str]) -> Iterator[Use]:
    for page in project.pages:
        for call in page.calls:
            if any(key in keys for key in keys_in(project.book, call)):
                yield Use(call.where, " ".join(page.text[call.start : call.end].split())[:72])
