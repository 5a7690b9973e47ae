"""Whether a chart’s words and arrows, and what a link is called, agree with what they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from macros.audit.audit import Audit
from macros.checks.prose.entities import another, wholes
from macros.checks.prose.sentences import other_times
from macros.data.book import Book
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import argument, kind_of, labelled, leaves

ChartMistake = tuple[str, str, str]
"""The words in a call that are wrong, what is wrong with them, and a repair."""
_YEAR: Final = re.compile(r"\d{4} ?年?")


def of_chart(call: Call, audit: Audit, language: Language) -> Iterator[ChartMistake]:
    """Yield what a chart or a link says of what it shows, and that is not so."""
    items = call.args[0] if call.args else None
    if call.name == "cite":
        yield from _misquoted(call, audit.book, language)
    elif call.name == "flows" and isinstance(items, list):
        yield from _flowing(items, audit.book, language)
    elif kind_of(call) == "chart" and isinstance(items, list):
        yield from _mistimed(call, audit, language)
        for keys, words in labelled(call):
            yield from _mislabelled(words, keys, audit, language)
        flat = [str(key) for row in items for key in (row if isinstance(row, list) else [row])]
        yield from _alike(flat)
        if "labels" not in call.kwargs and call.name != "grouped":
            yield from _mixed(flat, audit.book)


def _mistimed(call: Call, audit: Audit, language: Language) -> Iterator[ChartMistake]:
    """Yield a title or a measure that names a time of which none of the facts is."""
    keys, known = [*map(str, leaves(call, "ids"))], audit.book.facts
    facts = [known[key] for key in keys if key in known]
    whole = facts and len(facts) == len(keys)  # what is not there may be what is spoken of
    for name in ("title", "measure") if whole else ():
        said = str(argument(call, name))
        for at, message in other_times(said, language, facts, audit):
            yield said[at : at + len("2025")], message, "name its own time, or take another fact"


def _mislabelled(
    words: str, keys: Sequence[str], audit: Audit, language: Language
) -> Iterator[ChartMistake]:
    """Yield a label that names an entity or a time none of whose facts has to do with it."""
    book = audit.book
    members = [
        m for key in keys for m in (book.series[key].members if key in book.series else (key,))
    ]
    facts = [book.facts[key] for key in members if key in book.facts]
    if whose := another(book, words, members, language):
        told = f"the label {words!r} stands at {keys[0]}, which is {whose}’s"
        yield words, told, "mend the order"
    alone = _YEAR.fullmatch(words)  # others name what a value is held against, such as a base
    for _, message in other_times(words, language, facts, audit) if facts and alone else ():
        yield words, message, "mend the order"


def _flowing(links: list[Any], book: Book, language: Language) -> Iterator[ChartMistake]:
    """Yield arrows between others than their fact is, or the other way round."""
    for link in links:
        fact = book.facts.get(str(link.get("fact", ""))) if isinstance(link, dict) else None
        if fact is None or not fact.identity.counterparty:
            continue
        ends = (fact.identity.entity, fact.identity.counterparty)
        drawn = (str(link.get("source", "")), str(link.get("target", "")))
        if any(each not in wholes(book, end) for each, end in zip(drawn, ends, strict=True)):
            names = " → ".join(book.entities[end].label[language] for end in ends)
            yield fact.key, f"the arrow of {fact.key} runs otherwise: it is {names}", "turn it"


def _alike(keys: Sequence[str]) -> Iterator[ChartMistake]:
    """Yield the facts that a chart shows twice."""
    for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
        yield key, f"{key} stands twice in the chart", "take one out, or show the other fact"


def _mixed(keys: Sequence[str], book: Book) -> Iterator[ChartMistake]:
    """Yield a fact that is measured otherwise than the others of an unlabelled chart."""
    measures = {book.facts[key].identity.measure: key for key in keys if key in book.facts}
    measures.pop("", None)
    if len(measures) > 1:
        told = f"the chart mixes measures: {', '.join(sorted(measures))}"
        yield [*measures.values()][-1], told, "show one of them, or say which is which in `labels`"


def _misquoted(call: Call, book: Book, language: Language) -> Iterator[ChartMistake]:
    """Yield what an origin is called, where that is the name of another’s publisher."""
    origin, words = (str(arg) for arg in (*call.args, "", "")[:2])
    if origin not in book.origins:
        return
    own = book.origins[origin].publisher[language]
    others = {each.publisher[language] for each in book.origins.values()} - {own}
    called = re.split("[,，]", words)[0].strip()
    wrong = called if called in others and not _akin(words, own) else ""
    if wrong:
        yield words, f"{origin} is published by {own}, not by {wrong}", "cite the other, or mend"


def _akin(one: str, other: str) -> bool:
    """Whether two texts have a word with a capital, or two signs of another script, in common."""
    first, second = (
        {*re.findall(r"[A-Z][\w.&]+", text)} | {a + b for a, b in pairwise(text) if a > "⺀"}
        for text in (one, other)
    )
    return bool(first & second)
