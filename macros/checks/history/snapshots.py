"""The versions of the data file that git holds, and which values and verdicts differ in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.audit.corrections import former_keys, same
from macros.audit.verdict import Value
from macros.checks.history.git import ask_git
from macros.data.book import Book, Fact, Text
from macros.data.changes import Change
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.schema.declarations import Verdict
from macros.data.tree import Branch, read_tree
from macros.data.tree import Sequence as Listed
from macros.language.tongue import known, language_of
from macros.problems import Location, Problems, TieoutError

_FIGURE: Final = ("printed", "cue", "context", "value", "bound", "decimals", "exact")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a fact or statement is in one version of the data.

    Attributes:
        label: Its name.
        fact: The fact; None if it is a statement.
        quantity: The value that is used; None if there is none.
        figure: The same as the insides of a `was:`.
        verdicts: The verdict on each figure of the article's, by its first paragraph.
    """

    label: Text
    fact: Fact | None = None
    quantity: Quantity | None = None
    figure: str = ""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the data.

    Attributes:
        book: What it held.
        standings: What each fact and statement was.
    """

    book: Book
    standings: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched the data file."""

    name: str
    day: str
    subject: str

    def __str__(self) -> str:
        return f"{self.name} {self.subject}"


def read_edition(text: str) -> Edition:
    """Read a version of the data file as today's loader understands it.

    Raises:
        TieoutError: It is not understood; the first problem says why.
    """
    problems = Problems()
    book = load_text(text, DATA_FILE, problems, _languages(text))
    if book is None or problems.errors:
        first = next(iter(problems.errors))
        raise TieoutError(f"{len(problems.errors)} problem(s), the first: {first}")
    figures = dict(_figures(text))
    audit = Audit(book)
    standings = {fact.key: _standing(audit, fact, figures) for fact in book.facts.values()}
    for statement in book.statements.values():
        standings[statement.id] = Standing(statement.label, verdicts={"": statement.verdict})
    return Edition(book, standings)


def _languages(text: str) -> tuple[str, ...]:
    """Return the languages that a version of the data is in: those of its title."""
    tree = read_tree(text, DATA_FILE, Problems())
    site = tree.get("site", {}) if isinstance(tree, Branch) else {}
    title = site.get("title", {}) if isinstance(site, Branch) else {}
    if not isinstance(title, Branch):
        return (language_of(str(title)),)
    return tuple(code for code in known() if code in title) or known()


def _figures(text: str) -> Iterator[tuple[Location, str]]:
    """Yield the figure of each report as it was entered, by the place that its report has."""
    tree = read_tree(text, DATA_FILE, Problems())
    facts = tree.get("facts", ()) if isinstance(tree, Branch) else ()
    for entry in facts:
        for report in (*entry.get("reports", ()), *entry.get("rows", ())):
            given = {key: report[key] for key in _FIGURE if key in report}
            where = report["printed" if "printed" in report else "value"].where
            yield where, ", ".join(f"{key}: {_written(value)}" for key, value in given.items())


def _written(node: object) -> str:
    if isinstance(node, Listed):
        return f"[{', '.join(map(_written, node))}]"
    return json.dumps(node, ensure_ascii=False) if getattr(node, "quoted", False) else str(node)


def _standing(audit: Audit, fact: Fact, figures: Mapping[Location, str]) -> Standing:
    value = audit.values[fact.key]
    return Standing(
        fact.label,
        fact,
        value.quantity if value else None,
        _figure(fact, value, figures) if value else "",
        {j.report.at[0]: j.verdict for j in audit.judgements_of(fact.key)},
    )


def _figure(fact: Fact, value: Value, figures: Mapping[Location, str]) -> str:
    if value.report is not None:
        return figures[value.report.where]
    number = round(value.quantity.value / fact.unit.scale, fact.decimals)
    return f"value: {float(number):.{max(fact.decimals, 0)}f}"


def read_commits(root: Path, since: str = "") -> list[Commit]:
    """Return the commits that touched the data file, oldest first; none without a history."""
    span = [f"{since}..HEAD"] if since else []
    told = ask_git(root, "log", "--reverse", "--format=%h%x09%cs%x09%s", *span, "--", DATA_FILE)
    return [Commit(*line.split("\t", 2)) for line in (told or "").splitlines()]


def edition_at(root: Path, name: str) -> Edition:
    """Return the data as a commit has it.

    Raises:
        TieoutError: It has no data file, or one that is not understood today.
    """
    text = ask_git(root, "show", f"{name}:./{DATA_FILE}")
    if text is None:
        raise TieoutError(f"{name} has no {DATA_FILE}")
    return read_edition(text)


@dataclass(frozen=True, slots=True)
class Correction:
    """A value, a verdict or both that differ between two editions.

    Attributes:
        key: The fact or statement, by its present name.
        was: The value before; None if it is the same.
        verdict: The verdict before; None if it is the same.
        at: The article's figure that the verdict is on, where there are several.
        figure: The value before, as the insides of a `was:`.
    """

    key: str
    was: Quantity | None = None
    verdict: Verdict | None = None
    at: str = ""
    figure: str = ""

    def is_told(self, changes: Iterable[Change]) -> bool:
        """Whether an entry says what this was."""
        return any(
            change.fact == self.key
            and (self.was is None or _value_of(change.was) == _value_of(self.was))
            and self.verdict in (None, change.verdict)
            for change in changes
        )

    def __str__(self) -> str:
        lines = [f"  fact: {self.key}"]
        lines += [f"  at: {self.at}"] if self.at else []
        lines += [f"  was: {{{self.figure}}}"] if self.was else []
        lines += [f"  verdict: {self.verdict}"] if self.verdict else []
        return "\n".join(lines) + "\n"


def _value_of(quantity: Quantity | None) -> tuple[object, ...]:
    return (quantity.value, quantity.bound, quantity.literal) if quantity else ()


def corrections(before: Edition, after: Edition) -> Iterator[Correction]:
    """Yield the values and verdicts that differ; each of several figures has its own entry."""
    moved = former_keys(after.book)
    for former, old in before.standings.items():
        key = moved.get(former, former)
        if (new := after.standings.get(key)) is None:
            continue
        was = old.quantity if _differ(old, new) else None
        turned = [(at, v) for at, v in old.verdicts.items() if new.verdicts.get(at, v) != v]
        if len(old.verdicts) == 1 and turned:
            yield Correction(key, was, turned[0][1], figure=old.figure)
            continue
        if was:
            yield Correction(key, was, figure=old.figure)
        yield from (Correction(key, verdict=verdict, at=at) for at, verdict in turned)


def removed(before: Edition, after: Edition, told: Sequence[Change]) -> dict[str, Text]:
    """Return the labels of what is there no longer, by the name it had."""
    known = {*after.standings, *former_keys(after.book)} | {
        name for c in told for name in c.removed
    }
    return {key: old.label for key, old in before.standings.items() if key not in known}


def _differ(old: Standing, new: Standing) -> bool:
    if old.quantity is None or new.quantity is None or new.fact is None or not old.figure:
        return False
    return not same(old.quantity, new.quantity, new.fact)
