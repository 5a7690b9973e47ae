"""The versions of the data file that git holds, and which values and verdicts differ in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.audit.corrections import former_keys, same
from macros.audit.resolving import Value
from macros.checks.history.git import ask_git
from macros.data.book import Book, Change, Fact
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.schema.declarations import Texts, Verdict
from macros.data.schema.facts import Statement
from macros.data.tree import Branch, read_tree
from macros.data.tree import Sequence as Listed
from macros.language.tongue import known, language_of
from macros.problems import Location, Problems, TieoutError

_FIGURE: Final = ("printed", "cue", "context", "value", "bound", "decimals", "exact")


@dataclass(frozen=True)
class Version:
    """One version of the data.

    Attributes:
        audit: Its values and verdicts.
        figures: Each report's figure as it was entered, by the place that the report has.
    """

    audit: Audit
    figures: Mapping[Location, str]

    @property
    def book(self) -> Book:
        """What it held."""
        return self.audit.book

    @property
    def keys(self) -> dict[str, Texts]:
        """What each fact and statement was called, by its key."""
        entries: dict[str, Fact | Statement] = {**self.book.facts, **self.book.statements}
        return {key: entry.label for key, entry in entries.items()}

    def value(self, key: str) -> Value | None:
        """Return what a fact was taken to be; None of a statement, too."""
        return self.audit.values.get(key)

    def figure(self, key: str) -> str:
        """Return the same as the insides of a `was:`; nothing without a value."""
        value = self.value(key)
        if value is None:
            return ""
        if value.report is not None:
            return self.figures[value.report.where]
        fact = self.book.facts[key]
        # A computed value was printed nowhere: it is told as readers were shown it.
        number = round(value.quantity.value / fact.unit.scale, fact.decimals)
        return f"value: {float(number):.{max(fact.decimals, 0)}f}"

    def verdicts(self, key: str) -> dict[str, Verdict]:
        """Return the verdict on each of the article's figures of a fact, by its paragraph."""
        if statement := self.book.statements.get(key):
            return {"": statement.verdict}
        return {j.report.at[0]: j.verdict for j in self.audit.judgements_of(key)}


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched the data file."""

    name: str
    day: str
    subject: str

    def __str__(self) -> str:
        return f"{self.name} {self.subject}"


def read_version(text: str) -> Version:
    """Read a version of the data file as today's loader understands it.

    Raises:
        TieoutError: It is not understood; the first problem says why.
    """
    problems = Problems()
    book = load_text(text, DATA_FILE, problems, _languages(text))
    if book is None or problems.errors:
        first = next(iter(problems.errors))
        raise TieoutError(f"{len(problems.errors)} problem(s), the first: {first}")
    return Version(Audit(book), dict(_figures(text)))


def _languages(text: str) -> tuple[str, ...]:
    """Return the languages that a version of the data is in: those of its title."""
    # A former version may have been in fewer languages than today’s.
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
            # Where the loader places a report: both readings have to meet there.
            where = report["printed" if "printed" in report else "value"].where
            yield where, ", ".join(f"{key}: {_written(value)}" for key, value in given.items())


def _written(node: object) -> str:
    if isinstance(node, Listed):
        return f"[{', '.join(map(_written, node))}]"
    return json.dumps(node, ensure_ascii=False) if getattr(node, "quoted", False) else str(node)


def read_commits(root: Path, since: str = "") -> list[Commit]:
    """Return the commits that touched the data file, oldest first; none without a history."""
    span = [f"{since}..HEAD"] if since else []
    told = ask_git(root, "log", "--reverse", "--format=%h%x09%cs%x09%s", *span, "--", DATA_FILE)
    return [Commit(*line.split("\t", 2)) for line in (told or "").splitlines()]


def version_at(root: Path, name: str) -> Version:
    """Return the data as a commit has it.

    Raises:
        TieoutError: It has no data file, or one that is not understood today.
    """
    text = ask_git(root, "show", f"{name}:./{DATA_FILE}")
    if text is None:
        raise TieoutError(f"{name} has no {DATA_FILE}")
    return read_version(text)


@dataclass(frozen=True, slots=True)
class Correction:
    """A value, a verdict or both that differ between two versions.

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


def _value_of(quantity: Quantity | None) -> tuple[object, ...]:
    return (quantity.value, quantity.bound, quantity.literal) if quantity else ()


def corrections(before: Version, after: Version) -> Iterator[Correction]:
    """Yield the values and verdicts that differ; each of several figures has its own entry."""
    for key, former in lasting(before, after).items():
        figure, old, new = before.figure(former), before.verdicts(former), after.verdicts(key)
        was = _value_before(before.value(former), after, key) if figure else None
        # A figure that the article no longer prints has no verdict to have turned.
        turned = [(at, verdict) for at, verdict in old.items() if new.get(at, verdict) != verdict]
        if len(old) == 1 and turned:
            yield Correction(key, was, turned[0][1], figure=figure)
            continue
        if was:
            yield Correction(key, was, figure=figure)
        yield from (Correction(key, verdict=verdict, at=at) for at, verdict in turned)


def _value_before(old: Value | None, after: Version, key: str) -> Quantity | None:
    """Return what a fact was taken to be, if that differs from what it is."""
    new, fact = after.value(key), after.book.facts.get(key)
    if old is None or new is None or fact is None or same(old.quantity, new.quantity, fact):
        return None
    return old.quantity


def lasting(before: Version, after: Version) -> dict[str, str]:
    """Return what is there in both versions: its former key by its present one."""
    moved, there = former_keys(after.book), after.keys
    found = {moved.get(key, key): key for key in before.keys}
    return {key: former for key, former in found.items() if key in there}


def removed(before: Version, after: Version, told: Sequence[Change] = ()) -> dict[str, Texts]:
    """Return the labels of what is there no longer and not told, by the name it had."""
    known = {*after.keys, *former_keys(after.book)}
    known |= {name for change in told for name in change.removed}
    return {key: label for key, label in before.keys.items() if key not in known}


def added(before: Version, after: Version, told: Sequence[Change] = ()) -> list[str]:
    """Return what is new and not told."""
    known = {*lasting(before, after)}
    known |= {name for change in told for name in (*change.added, *change.removed)}
    return [key for key in after.keys if key not in known]
