"""What stands around a number’s call and would make another number of it, or of another time.

A sign or a scale glued to a call, a bound that nobody says, a year that no fact of the sentence is
of: the number comes from the data then, and what readers take it for does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from macros.audit.audit import Audit
from macros.checks.prose.entities import involved, named
from macros.checks.prose.labels import Label
from macros.checks.prose.masking import Piece, pieces
from macros.checks.prose.sentences import (
    beside,
    disagreeing,
    other_times,
    sentences,
)
from macros.data.book import Book
from macros.language.steps import CALL
from macros.language.tongue import known, tongue
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import argument, first, kind_of, leaves
from macros.pages.source import Page, place_in
from macros.problems import Problems, Rule

Told = tuple[int, str, str]
"""An offset in the raw text, what is wrong there, and a repair."""

_NUMBERS: Final = frozenset({"value", "count"})
_BEFORE: Final = re.compile(
    r"(?:(?<![\w)’”])[-−+]|[±$€£¥￥≈≤≥负]|(?<!~)~|\b(?:minus|plus|negative) )\Z", re.IGNORECASE
)
_AFTER: Final = re.compile(
    r"[%‰×°]|[A-Za-z]+|\s?(?:[百千万亿]+|[倍折]|成(?![为本立功员交就长熟果绩效品])"
    r"|[多余](?=[家个名种款人元年亿万]))"
    r"|\s(?:per ?cent|percentage points?|-?fold|times|x)\b"
)
_WORDS: Final = {k: v for code in known() for k, v in tongue(code).prose.meant.items()}
_LOOSE: Final = re.compile(
    r"\b(?:about|around|roughly|some|approximately|nearly|almost|close to|over|under)\b"
    r"|约|近|大致",
    re.IGNORECASE,
)


def lint_around(pages: Iterable[Page], audit: Audit, problems: Problems) -> None:
    """Record what stands around the calls of pages and changes what they say."""
    problems = problems.under(Rule.agreement)
    for page in pages:
        for offset, message, hint in _in_text(page.text, page.language, page.calls, audit):
            problems.add(place_in(page.text, page.path, offset), message, hint)
        starts = {call.start: call for call in page.calls}
        for piece in pieces(page.text, page.calls):
            for sentence in sentences(piece, starts, audit):
                for offset, message, hint in beside(sentence, page.language, audit):
                    where = place_in(page.text, page.path, offset)
                    problems.under(Rule.beside).add(where, message, hint)


def lint_around_labels(labels: Iterable[Label], audit: Audit, problems: Problems) -> None:
    """Record the same of the data’s texts, each at its entry’s place."""
    problems = problems.under(Rule.agreement)
    for label in labels:
        for _, message, hint in _in_text(label.text, label.language, label.calls, audit):
            problems.add(label.where, f"{message} (in the {label.what}, {label.language})", hint)


def _in_text(text: str, language: Language, calls: Sequence[Call], audit: Audit) -> Iterator[Told]:
    starts = {call.start: call for call in calls}
    for piece in pieces(text, calls):
        if piece.kind == "prose" and CALL in piece.text:
            yield from _glued(piece, starts)
            yield from _owned(piece, starts, language, audit.book)
            yield from _unsaid(piece, starts, audit)
            for sentence in sentences(piece, starts, audit):
                yield from disagreeing(sentence, language, audit)
    for call in calls:
        facts = [
            audit.book.facts[key]
            for key in map(str, leaves(call, "ids"))
            if key in audit.book.facts
        ]
        for name in ("title", "measure") if facts and kind_of(call) == "chart" else ():
            said = str(argument(call, name))
            for at, message in other_times(said, language, facts, audit):
                start = text.find(said[at : at + len("2025")], call.start, call.end)
                yield max(call.start, start), message, "name its own time, or take another fact"


def _marks(piece: Piece, starts: dict[int, Call]) -> Iterator[tuple[int, Call]]:
    """Yield the calls in a piece, with their offsets in it."""
    for match in re.finditer(CALL, piece.text):
        if call := starts.get(piece.starts[match.start()]):
            yield match.start(), call


def _glued(piece: Piece, starts: dict[int, Call]) -> Iterator[Told]:
    """Yield the signs and scales that would be read as part of a number."""
    for at, call in _marks(piece, starts):
        if kind_of(call) not in _NUMBERS:
            continue
        before = _BEFORE.search(piece.text[max(0, at - 10) : at])
        after = _AFTER.match(piece.text, at + 1)
        for found in (before, after):
            if found:
                told = f"“{found[0].strip()}” would be read as part of the number beside it"
                yield call.start, told, f"{call.name}() writes sign, scale and unit; leave it out"


def _owned(piece: Piece, starts: dict[int, Call], language: Language, book: Book) -> Iterator[Told]:
    """Yield the numbers that the words right in front of them say are somebody else’s."""
    for at, call in _marks(piece, starts):
        words = tongue(language).prose.owner.search(piece.text[max(0, at - 60) : at])
        key = first(call)
        if words is None or kind_of(call) != "value" or key not in book.facts:
            continue
        owners = named(book, words[1], language)
        if owners and not owners & {*involved(book, key)}:
            whose = book.entities[book.facts[key].identity.entity].label[language]
            told = f"the words say “{words[0].strip()}”, and {key} is of {whose}"
            yield call.start, told, "name its own entity, or take another fact"


def _unsaid(piece: Piece, starts: dict[int, Call], audit: Audit) -> Iterator[Told]:
    """Yield numbers whose bound is left out, though nothing in front of them says it."""
    for at, call in _marks(piece, starts):
        fact = audit.book.facts.get(first(call))
        value = audit.values.get(fact.key) if fact else None
        left_out = kind_of(call) == "value" and not argument(call, "bound", otherwise=True)
        if not (left_out and fact and value):
            continue
        if call.name == "printed":
            prints = {report.quantity.bound for report in audit.sources.prints(fact)}
            if prints == {"exact"}:
                yield call.start, "there is no bound to leave out", "leave out `bound=false`"
            continue  # the sentence speaks of the print, and may call it what it likes
        bound, before = value.quantity.bound, piece.text[max(0, at - 40) : at].lower()
        if bound == "exact":
            yield call.start, "there is no bound to leave out", "leave out `bound=false`"
        elif not (_LOOSE.search(before) or any(word in before for word in _WORDS)):
            told = f"the number is {bound.replace('_', ' ')}, and nothing in front of it says so"
            yield call.start, told, "leave out `bound=false`, or say it"
