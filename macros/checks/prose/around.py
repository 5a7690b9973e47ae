"""What the words around and in a call say of what it shows, and that is not so.

A sign or a scale glued to a call, a bound that nobody says, a year that no fact of the sentence is
of, a claim or a chart that is called the other way round: the number comes from the data then, and
what readers take it for does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from macros.arithmetic.parse import parse_comparisons
from macros.audit.audit import Audit
from macros.checks.prose.charted import of_chart
from macros.checks.prose.data_texts import Readable
from macros.checks.prose.entities import another, named
from macros.checks.prose.masking import Piece, pieces
from macros.checks.prose.sentences import Told, beside, disagreeing, sentences
from macros.data.book import Book
from macros.language.tongue import known, tongue
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import argument, first, kind_of, leaves, words
from macros.problems import Problems, Rule, TieoutError

_NUMBERS: Final = frozenset({"value", "count"})
_PROSES: Final = tuple(tongue(code).prose for code in known())
"""How each language tells numbers, for the words of one stand in the sentences of another."""


def lint_around(texts: Iterable[Readable], audit: Audit, problems: Problems) -> None:
    """Record where words make something else of what the calls in and beside them show."""
    for text in texts:
        for rule, (offset, message, hint) in _in_text(text, audit):
            if rule is Rule.agreement or not text.within:
                problems.under(rule).add(text.place(offset), message + text.within, hint)


def _in_text(text: Readable, audit: Audit) -> Iterator[tuple[Rule, Told]]:
    language, calls = text.language, text.calls
    for piece in pieces(text.text, calls) if calls else ():
        names = named(audit.book, piece.text, language)  # most pieces name nobody
        for at, call in piece.calls.items():
            owned = _owned(piece, at, call, language, audit.book) if names else ()
            for told in (*_glued(piece, at, call), *owned, *_unsaid(piece, at, call, audit)):
                yield Rule.agreement, told
        for sentence in sentences(piece, audit):
            for told in disagreeing(sentence, language, audit):
                yield Rule.agreement, told
            for told in beside(sentence, language, audit) if names else ():
                yield Rule.beside, told
    for call in calls:
        for wrong, message, hint in (*_turned(call), *of_chart(call, audit, language)):
            at = text.text.find(wrong, call.start, call.end) if wrong else call.start
            yield Rule.agreement, (max(call.start, at), message, hint)


def _glued(piece: Piece, at: int, call: Call) -> Iterator[Told]:
    """Yield the signs and scales that would be read as part of a number."""
    if kind_of(call) not in _NUMBERS:
        return
    for before, after in (prose.glued for prose in _PROSES):
        ahead = before.search(piece.text[max(0, at - 10) : at])
        if found := ahead or after.match(piece.text, at + 1):
            told = f"“{found[0].strip()}” would be read as part of the number beside it"
            yield call.start, told, f"{call.name}() writes sign, scale and unit; leave it out"


def _owned(piece: Piece, at: int, call: Call, language: Language, book: Book) -> Iterator[Told]:
    """Yield a number that the words right in front of it say is somebody else’s."""
    if kind_of(call) != "value":
        return
    said = tongue(language).prose.owner.search(piece.text[max(0, at - 60) : at])
    if said is None:
        return
    key = first(call)
    if whose := another(book, said[1], [key], language):
        told = f"the words say “{said[0].strip()}”, and {key} is of {whose}"
        yield call.start, told, "name its own entity, or take another fact"


def _unsaid(piece: Piece, at: int, call: Call, audit: Audit) -> Iterator[Told]:
    """Yield a number whose bound is left out, though nothing in front of it says it."""
    if kind_of(call) != "value" or argument(call, "bound", otherwise=True):
        return
    fact = audit.book.facts.get(first(call))
    value = audit.values.get(fact.key) if fact else None
    if not (fact and value):
        return
    nothing = call.start, "there is no bound to leave out", "leave out `bound=false`"
    if call.name == "printed":  # the sentence speaks of the print, and may call it what it likes
        if {report.quantity.bound for report in audit.sources.prints(fact)} == {"exact"}:
            yield nothing
        return
    bound, before = value.quantity.bound, piece.text[max(0, at - 40) : at].lower()
    if bound == "exact":
        yield nothing
    elif not any(
        prose.loose.search(before) or any(said.search(before) for said in prose.meant.values())
        for prose in _PROSES
    ):
        told = f"the number is {bound.replace('_', ' ')}, and nothing in front of it says so"
        yield call.start, told, "leave out `bound=false`, or say it"


def _turned(call: Call) -> Iterator[tuple[str, str, str]]:
    """Yield the comparisons of a claim whose words turn them round."""
    comparisons = [*leaves(call, "comparison")]
    said = " ".join(words(call)) if comparisons else ""
    more = next(filter(None, (prose.more.search(said) for prose in _PROSES)), None)
    less = next(filter(None, (prose.less.search(said) for prose in _PROSES)), None)
    for comparison in comparisons:
        try:
            signs = {each.sign[0] for each in parse_comparisons(str(comparison))}
        except TieoutError:
            continue  # told where the claim is decided
        wrong = {"<": more if not less else None, ">": less if not more else None}
        if len(signs) == 1 and (word := wrong.get(min(signs))):
            told = f"“{word[0]}” says the opposite of the comparison’s {min(signs)}"
            yield "", told, "turn the comparison round, so that it reads as the words do"
