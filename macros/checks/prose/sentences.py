"""Whether a sentence agrees with the facts it shows: their time, and which way they went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from macros.arithmetic.expression import Constant, Expression, Operation, keys_of
from macros.arithmetic.period import Period
from macros.arithmetic.quantity import Interval
from macros.audit.audit import Audit
from macros.checks.prose.entities import another, named
from macros.checks.prose.masking import Piece
from macros.data.book import Fact
from macros.language.pattern_steps import CALL
from macros.language.periods import NUMBER, periods_in, years_in
from macros.language.tongue import tongue
from macros.language.writing import Language
from macros.pages.macros.registry import first, kind_of

Told = tuple[int, str, str]
"""An offset in the raw text, what is wrong there, and a repair."""
_END: Final = re.compile(r"[.!?;](?=\s|$)|[。！？；\n|]")
_DIGIT: Final = re.compile(r"\d")
_ONE: Final = Constant(Fraction(1))
_OTHER: Final = "name its own, or take another fact"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that shows facts.

    Attributes:
        text: Its words, each call a single mark.
        starts: The offset of each character in the raw text.
        shown: The fact that each call shows, by its offset in `text`.
        cites: Whether it cites a document, which may tell of another month.
    """

    text: str
    starts: Sequence[int]
    shown: Mapping[int, Fact]
    cites: bool


def sentences(piece: Piece, audit: Audit) -> Iterator[Sentence]:
    """Yield the sentences of a piece of prose that show facts."""
    known = audit.book.facts
    for start, end in parts(_END, piece.text, 0, len(piece.text)) if piece.marks else ():
        calls = {at - start: call for at, call in piece.calls_in(start, end).items()}
        values = {at: first(call) for at, call in calls.items() if kind_of(call) == "value"}
        if shown := {at: known[key] for at, key in values.items() if key in known}:
            cites = any(call.name == "cite" for call in calls.values())
            yield Sentence(piece.text[start:end], piece.starts[start:end], shown, cites)


def parts(border: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that end with a border, and what is left behind the last."""
    for found in border.finditer(text, start, end):
        yield start, found.end()
        start = found.end()
    if start < end:
        yield start, end


def disagreeing(sentence: Sentence, language: Language, audit: Audit) -> Iterator[Told]:
    """Yield what a sentence says otherwise than the facts it shows."""
    facts = list(sentence.shown.values())
    for at, message in (
        *other_times(sentence.text, language, facts, audit, sentence.cites),
        *_turned(sentence, language, audit),
        *_signed(sentence, language, audit),
    ):
        yield sentence.starts[at], message, _OTHER


def beside(sentence: Sentence, language: Language, audit: Audit) -> Iterator[Told]:
    """Yield the only fact of a sentence, if the only entity named there is somebody else."""
    names = named(audit.book, sentence.text, language)
    if not len(names) == len(sentence.shown) == 1:
        return
    ((at, fact),) = sentence.shown.items()
    own = another(audit.book, sentence.text, [fact.key], language)
    other = audit.book.entities[names.pop()].label[language]
    if own and other not in own:
        told = f"{fact.key} is of {own}, and the sentence names {other} alone"
        yield sentence.starts[at], told, "see whether readers can tell whose it is"


def other_times(
    text: str,
    language: Language,
    facts: Iterable[Fact],
    audit: Audit,
    cites: bool = False,
) -> Iterator[tuple[int, str]]:
    """Yield the years, quarters, months and fiscal years of which none of some facts is.

    Args:
        text: What is said.
        language: The language it is said in.
        facts: What it is said of.
        audit: The values.
        cites: Whether a document is cited, which may tell of another month.
    """
    if not _DIGIT.search(text):
        return  # as most sentences, and no time is named without one
    facts = list(facts)
    years = [*years_in(text)]
    own = [years_of(fact, audit) for fact in facts]
    known = set[int]().union(*own)
    strange = [(at, year) for at, year in years if year not in known]
    if all(own) and strange and len(strange) == len(years):
        shown = ", ".join(map(str, sorted({year for _, year in strange})))
        told = f"the words speak of {shown}, and {facts[0].key} is of {facts[0].identity.period}"
        yield strange[0][0], told
        return
    for match, period in periods_in(text, tongue(language).prose.times):
        dated = any(fact.unit.id == "date" for fact in facts)  # beside one event stands another
        if period.kind == "month" and (cites or dated):
            continue
        if not any(_touches(fact, period, audit) for fact in facts):
            told = f"the words speak of {match[0].strip()}, and {facts[0].key} is of "
            yield match.start(), f"{told}{facts[0].identity.period}"


def years_of(fact: Fact, audit: Audit) -> set[int]:
    """Return the calendar years that a fact is of, and those it names; none if it has no period."""
    days, period = audit.book.days(fact.identity), fact.identity.period
    years = {year for _, year in years_in(period.text.replace("FY", "") if period else "")}
    if days:
        years |= set(range(date.fromordinal(days[0]).year, date.fromordinal(days[1]).year + 1))
    value = audit.values[fact.key]
    return years | {year for _, year in years_in(value.quantity.literal if value else "")}


def _touches(fact: Fact, period: Period, audit: Audit) -> bool:
    """Whether a fact is of a time, is a date in it, was told in it, or has no time at all."""
    book = audit.book
    first, last = book.days_in(period, fact.identity.entity)
    spans = [book.days(fact.identity)]
    told = [each.became_public for each in fact.reports] if period.kind == "month" else []
    spans += [(day.first.toordinal(), day.last.toordinal()) for day in told]
    spans += [book.days(book.facts[key].identity) for key in fact.keys if key in book.facts]
    value = audit.values[fact.key]
    if value and value.quantity.literal:
        spans.append((int(value.quantity.low or 1), int(value.quantity.high or 1)))
    return any(span is None or (span[0] <= last and first <= span[1]) for span in spans)


def _turned(sentence: Sentence, language: Language, audit: Audit) -> Iterator[tuple[int, str]]:
    """Yield rises and falls between two facts whose ends are the other way round."""
    if len(sentence.shown) < 2:
        return
    text = sentence.text.replace(CALL, NUMBER)
    for found in tongue(language).prose.times.from_to.finditer(text):
        marks = [at for at in sentence.shown if found.start() <= at <= found.start("end")]
        if len(marks) < 2:
            continue
        one, other = (sentence.shown[at] for at in (marks[0], marks[-1]))
        before, after = audit.values[one.key], audit.values[other.key]
        if before is None or after is None or one.unit.id != other.unit.id:
            continue
        rising = _below(before.interval, after.interval)
        falling = _below(after.interval, before.interval)
        if (found["rise"] and falling) or (found["fall"] and rising) or _later(audit, one, other):
            word = found["rise"] or found["fall"]
            yield found.start(), f"“{word}” does not go from {one.key} to {other.key}"


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high <= other.low


def _later(audit: Audit, one: Fact, other: Fact) -> bool:
    """Whether the first of two members of one series is of a later time than the second."""
    days, after = audit.book.days(one.identity), audit.book.days(other.identity)
    same = bool(one.series) and one.series == other.series
    return same and days is not None and after is not None and days[0] > after[1]


def _signed(sentence: Sentence, language: Language, audit: Audit) -> Iterator[tuple[int, str]]:
    """Yield falls by what has grown, and rises, falls and leads by what is below zero."""
    text = sentence.text.replace(CALL, NUMBER)
    for found in tongue(language).prose.times.by.finditer(text):
        fact = sentence.shown.get(found.start("end"))
        value = audit.values[fact.key] if fact else None
        if fact is None or value is None or not value.quantity.value:
            continue
        word = found["rise"] or found["fall"] or found["lead"]
        if value.quantity.value < 0:
            yield found.start(), f"“{word}” by {fact.key}, which is below zero"
        elif found["fall"] and _direction(fact, language, audit) > 0:
            yield found.start(), f"“{word}” by {fact.key}, which says how much it grew"
        elif found["rise"] and _direction(fact, language, audit) < 0:
            yield found.start(), f"“{word}” by {fact.key}, which says how much it fell"


def _direction(fact: Fact, language: Language, audit: Audit) -> int:
    """Whether a positive value means a rise (1) or a fall (-1), or nobody can say (0)."""
    tree: Expression | None = fact.formula
    while isinstance(tree, Operation) and (tree.sign == "points" or tree.items[1:] == (_ONE,)):
        tree = tree.items[0]
    if isinstance(tree, Operation) and tree.sign in "-/":
        left, right = (
            {audit.book.days(audit.book.facts[key].identity) for key in keys_of(side)}
            for side in tree.items
        )
        one, two = (each.pop() if len(each) == 1 else None for each in (left, right))
        if one and two and one != two:
            return 1 if one[0] > two[0] else -1
    term = audit.book.terms.get(fact.identity.concept, {}).get(language, "")
    return 1 if tongue(language).prose.times.growth.search(term) else 0
