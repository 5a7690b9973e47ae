"""Rules between a book and its own past: what was corrected, added, taken out and renamed."""

from __future__ import annotations

from macros.audit.audit import Audit
from macros.audit.corrections import former_keys, same, turn
from macros.data.book import Book, Change
from macros.problems import Problems, Rule, nearest


def check_past(audit: Audit, problems: Problems) -> None:
    """Record what is wrong with the changes and the former names of a book."""
    problems = problems.under(Rule.change)
    changes, book = audit.book.changes, audit.book
    for position, change in enumerate(changes):
        _check_date(book, position, problems)
        if change.fact:
            _check_correction(audit, position, problems)
        # What was added may be gone again, and what was removed back, if a later entry says so.
        later = changes[position + 1 :]
        for name in change.added:
            if not _is_there(book, name) and not any(name in other.removed for other in later):
                problems.under(Rule.name).add(change.place("added"), *_unknown(book, name))
        for name in change.removed:
            if _is_there(book, name) and not any(name in other.added for other in later):
                message = f"{name!r} is not removed: it is in the file"
                problems.add(change.place("removed"), message, "or say when it was added again")
    _check_moved(book, problems.under(Rule.name))


def _check_date(book: Book, position: int, problems: Problems) -> None:
    change, as_of = book.changes[position], book.site.as_of
    if change.date.first > as_of.last:
        message = f"the change is dated {change.date.text}, after the data's own {as_of.text}"
        problems.add(change.place("date"), message, "move the site's `as_of`, or mend the date")
    before = book.changes[position - 1].date if position else change.date
    if change.date.last < before.first:
        message = f"the change is dated before the one above it, {before.text}"
        problems.add(change.place("date"), message, "the latest stands last")


def _check_correction(audit: Audit, position: int, problems: Problems) -> None:
    book, change = audit.book, audit.book.changes[position]
    if not _is_there(book, change.fact):
        problems.under(Rule.name).add(change.place("fact"), *_unknown(book, change.fact))
        return
    if change.fact in book.statements and change.gives("was"):
        problems.add(change.place("was"), f"{change.fact} is a statement and has no value")
        return
    if not change.verdict and not change.gives("was"):
        problems.add(change.place("fact"), "nothing says what changed", "add `was:` or `verdict:`")
        return
    with problems.at(change.place("report" if change.report else "fact")):
        found = turn(audit, change, position)
        was, became = change.was, found.became
        if found.fact and was and became and same(was, became, found.fact):
            _tell_no_change(change, "was", "value", problems)
        if change.verdict and change.verdict == found.verdict:
            _tell_no_change(change, "verdict", "verdict", problems)


def _tell_no_change(change: Change, key: str, what: str, problems: Problems) -> None:
    message = f"{change.fact}: the {what} was the same before"
    problems.add(change.place(key), message, f"`{key}` is the {what} before the change")


def _is_there(book: Book, name: str) -> bool:
    return name in book.facts or name in book.statements


def _unknown(book: Book, name: str) -> tuple[str, str]:
    moved = former_keys(book).get(name, "")
    hint = f"it is {moved!r} now" if moved else nearest(name, [*book.facts, *book.statements])
    gone = "what is gone is told in words, or under `removed:`"
    return f"there is no fact {name!r}", hint or gone


def _check_moved(book: Book, problems: Problems) -> None:
    used = {
        "fact": {*book.facts, *book.statements, *book.series},
        "origin": {*book.origins},
        "page": None,
    }
    seen: set[tuple[str, str]] = set()
    for moved in book.moved:
        names = used[moved.kind]
        if (moved.kind, moved.former) in seen:
            problems.add(moved.where, f"{moved.former!r} has moved twice", "keep the last")
        seen.add((moved.kind, moved.former))
        if names is None:
            continue  # told with the pages
        if moved.former in names:
            message = f"{moved.former!r} has not moved: there is such a {moved.kind}"
            problems.add(moved.where, message, "a former name is in use no longer")
        if moved.to in book.series and "[" in moved.former:
            message = f"{moved.former!r} is one figure, {moved.to!r} is a series"
            problems.add(moved.where, message, f"such as {book.series[moved.to].members[-1]!r}")
        elif moved.to not in names:
            message = f"there is no {moved.kind} {moved.to!r}, to which {moved.former!r} has moved"
            problems.add(moved.where, message, nearest(moved.to, names))
