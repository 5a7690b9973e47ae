"""Whether the words of a call agree with what it names: a claim’s direction, a chart’s labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from macros.arithmetic.expression import keys_of, parse_comparisons
from macros.audit.audit import Audit
from macros.data.book import Book
from macros.pages.call import Call
from macros.pages.macros.registry import labelled, leaves, words
from macros.pages.source import Page
from macros.problems import Problems, Rule, TieoutError

_MORE: Final = re.compile(
    r"\b(?:more|greater|larger|largest|bigger|biggest|faster|fastest|higher|highest|above|exceed\w*"
    r"|ahead|outpace\w*|outgrew|leads?|led|most|passed|overtook|wider|widened)\b"
    r"|[更最]?[多高大快]于|更[多高大快]|最[多高大快]|超过|领先|高出|反超|扩大|拉大",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    r"\b(?:less|smaller|smallest|slower|slowest|lower|lowest|below|fewer|fewest|behind|narrow\w*"
    r"|shrank|trails?|trailed|shorter|cheaper|cheapest)\b"
    r"|[更最]?[少低小慢]于|更[少低小慢]|最[少低小慢]|不到|不足|落后|缩小|收窄",
    re.IGNORECASE,
)


def lint_agreeing(pages: Iterable[Page], audit: Audit, problems: Problems) -> None:
    """Record claims whose words turn them round, and labels that name somebody else."""
    problems = problems.under(Rule.agreement)
    for page in pages:
        for call in page.calls:
            for comparison in leaves(call, "comparison"):
                for message, hint in _turned(str(comparison), " ".join(words(call))):
                    problems.add(call.where, message, hint)
            for message, hint in _mislabelled(call, audit.book, page.language):
                problems.add(call.where, message, hint)


def _turned(comparison: str, text: str) -> Iterator[tuple[str, str]]:
    more, less = _MORE.search(text), _LESS.search(text)
    try:
        signs = {each.sign[0] for each in parse_comparisons(comparison)}
    except TieoutError:
        return  # told where the claim is decided
    word = more if signs == {"<"} and not less else less if signs == {">"} and not more else None
    if word:
        told = f"“{word[0]}” says the opposite of the comparison’s {min(signs)}"
        yield told, "turn the comparison round, so that it reads as the words do"


def _mislabelled(call: Call, book: Book, language: str) -> Iterator[tuple[str, str]]:
    """Yield labels that name entities, none of which their fact has to do with."""
    for keys, label in labelled(call):
        members = [
            m for key in keys for m in (book.series[key].members if key in book.series else (key,))
        ]
        concerned = {name for each in members for name in involved(book, each)}
        named_ = named(book, label, language)
        if concerned and named_ and not named_ & concerned:
            whose = book.entities[book.facts[members[0]].identity.entity].label[language]
            yield f"the label {label!r} stands at {keys[0]}, which is {whose}’s", "mend the order"


def involved(book: Book, key: str, depth: int = 4) -> Iterator[str]:
    """Yield the entities that a fact, or what it is computed from, has to do with."""
    if (fact := book.facts.get(key)) is None or not depth:
        return
    found = [fact.identity.entity, fact.identity.counterparty]
    for name in found:
        if name in book.entities:
            yield name
            found += {book.entities[name].part_of} - {*found}
    for each in set(keys_of(fact.formula)) if fact.formula else ():
        yield from involved(book, each, depth - 1)


def named(book: Book, label: str, language: str) -> set[str]:
    """Return the entities that a text names."""
    return {e.id for e in book.entities.values() if _whole(e.label[language]).search(label)}


@lru_cache(maxsize=512)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])")
