"""Which entities a text names, with which a fact has to do, and how close a sentence is to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from macros.data.book import Book
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import first, kind_of
from macros.problems import Rule

Near = Callable[[str, Sequence[Call]], Rule | None]
"""Says which rule a comparison breaks in a sentence with some calls; None if it may stand."""
_SIGN: Final = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_BRACKETS: Final = re.compile(r" ?[（(][^（()）]*[）)]")
_SHOWING: Final = frozenset({"chart", "body"})


def involved(book: Book, key: str, depth: int = 4) -> Iterator[str]:
    """Yield the entities that a fact, or what it is computed from, has to do with."""
    if (fact := book.facts.get(key)) is None or not depth:
        return
    yield from wholes(book, fact.identity.entity)
    yield from wholes(book, fact.identity.counterparty)
    for each in set(fact.keys):
        yield from involved(book, each, depth - 1)


def named(book: Book, label: str, language: str) -> set[str]:
    """Return the entities that a text names."""
    known = _by_sign(book, language)
    near = (each for sign in _signs(label) & known.keys() for each in known[sign])
    return {entity for entity, name in near if _whole(name).search(label)}


@lru_cache(maxsize=8)  # asked of each sentence, and with the chapters grow the entities, too
def _by_sign(book: Book, language: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return entities and their names by what in the name the fewest others hold."""
    names = [(each.id, each.label[language]) for each in book.entities.values()]
    short = [(each, name, _BRACKETS.sub("", name)) for each, name in names]  # 北极（Arctic）
    taken = Counter(bare for *_, bare in short)
    names += [(each, bare) for each, name, bare in short if name != bare != "" and taken[bare] < 2]
    often = Counter(sign for _, name in names for sign in _signs(name))
    known = dict[str, list[tuple[str, str]]]()
    for entity, name in names:
        sign = min(_signs(name), key=lambda each: (often[each], each))
        for each in (sign, f"{sign}s"):
            known.setdefault(each, []).append((entity, name))
    return known


def _signs(text: str) -> set[str]:
    """Return what stands in a text wherever a name does: words, as one thing, and signs."""
    return {"", *_SIGN.findall(text.lower())}


def apart(book: Book, words: str, language: str) -> list[str]:
    """Return the names of entities in a text, but for those that are part of a longer one."""
    names = [book.entities[each].label[language] for each in named(book, words, language)]
    return sorted(name for name in names if not any(name in other != name for other in names))


def strangers(book: Book, names: Sequence[str], language: str) -> list[str]:
    """Return the names of entities without those that others of them are part of; none if alone."""
    found = dict.fromkeys(names)
    if len(found) < 2:  # most sentences name nobody, or one
        return []
    parts = {each.label[language]: each.part_of for each in book.entities.values()}
    for name in names:
        for whole in wholes(book, parts[name]):
            found.pop(book.entities[whole].label[language], None)
    return [*found] if len(found) > 1 else []


def wholes(book: Book, name: str | None) -> list[str]:
    """Return an entity and what it is part of; of a circle, each once."""
    found: list[str] = []
    while name and name in book.entities and name not in found:
        found.append(name)
        name = book.entities[name].part_of
    return found


def another(book: Book, words: str, keys: Iterable[str], language: str) -> str:
    """Return whose some facts are, if words name entities that have to do with none of them."""
    facts = [book.facts[key] for key in keys if key in book.facts]
    concerned = {name for fact in facts for name in involved(book, fact.key)}
    names = named(book, words, language) if concerned else set()
    if not names or names & concerned:
        return ""
    return book.entities[facts[0].identity.entity].label[language]


def near_data(book: Book, language: Language) -> Near:
    """Return what says how close a sentence is to the data: a fact, two entities, one, or none."""

    def near(sentence: str, calls: Sequence[Call]) -> Rule | None:
        kinds = {kind_of(call) for call in calls if first(call) in book.facts}
        if "value" in kinds or _SHOWING & {kind_of(call) for call in calls}:
            return Rule.comparison
        names = apart(book, sentence, language)
        return Rule.comparison if len(names) > 1 else Rule.opinion if names else None

    return near


@cache
def _whole(name: str) -> re.Pattern[str]:
    begin, rest = re.escape(name[:1]), re.escape(name[1:])  # a sentence may begin with it
    # What is the same in each text stands first, for Python looks for that at once.
    return re.compile(rf"{rest}(?<=(?<![A-Za-z0-9])(?i:{begin}){rest})s?(?![A-Za-z0-9])")
