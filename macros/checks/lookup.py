"""What authors ask of their data: which facts there are, and where something is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from macros.arithmetic.expression import keys_of
from macros.checks.prose.data_texts import labels_of
from macros.data.book import Book
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
    keys, known = set(_meant(project.book, name)), [*_in_data(project.book), *_in_calls(project)]
    found = (Use(where, how) for names, where, how in known if not keys.isdisjoint(names))
    return list(dict.fromkeys(found))


def _meant(book: Book, name: str) -> Iterator[str]:
    """Yield the keys that a name stands for: a series is its members."""
    known = {*book.facts, *book.series, *book.statements, *book.origins}
    if name not in known:
        raise unknown("fact, series, statement or origin", name, nearest(name, known))
    yield name
    if name in book.series:
        yield from book.series[name].members


_Named = tuple[Iterable[str], Location, str]
"""What is named in a place, the place, and what it is."""


def _in_data(book: Book) -> Iterator[_Named]:
    for series in book.series.values():
        yield [series.id], series.where, "declared"
    for fact in book.facts.values():
        yield [] if fact.series else [fact.key], fact.where, "declared"
        for report in fact.reports:
            yield [report.origin.id], report.where, f"report of {fact.key}"
        for kind, tree in (("formula", fact.formula), ("total", fact.total)):
            keys = () if tree is None else keys_of(tree)
            yield keys, fact.place_of(kind), f"{kind} of {fact.key}"
        yield [fact.same_as], fact.place_of("same_as"), f"same_as of {fact.key}"
    for statement in book.statements.values():
        origins = (source.origin for source in statement.reports)
        yield [statement.id, *origins], statement.where, f"statement {statement.id}"
    for each in book.developments:
        named = (*each.facts, *each.affects, *each.origins)
        yield named, each.where, f"development {each.id}"


def _in_calls(project: Project) -> Iterator[_Named]:
    book = project.book
    for label in labels_of(book):
        for call in label.calls:
            yield keys_in(book, call), label.where, f"{label.what} ({label.language})"
    for page in project.pages:
        for call in page.calls:
            written = " ".join(page.text[call.start : call.end].split())
            yield keys_in(book, call), call.where, written[:72]
