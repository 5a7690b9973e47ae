"""Which patterns can match in a text at all: most paragraphs hold no word of most of them.

What each match of a pattern holds is read from the pattern, as Python itself reads it before it
compiles it. To look for that takes a hundredth of what all the searches take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from importlib import import_module
from typing import Any, Final

Held = tuple[frozenset[str], ...]
"""Of each of these a text holds one or is not matched: signs, and parts of words in small letters,
with the word's ends where they are known."""
Ways = Set[str] | None
"""The texts that a part of a pattern matches, if they are few."""
PARSER: Final[Any] = import_module("re._parser")
COMPILER: Final[Any] = import_module("re._compiler")
_EDGE: Final = "\b"
_SHORTEST, _LONGEST = 3, 7
_MOST: Final = 20
"""Of how many texts a part may be, for each to be looked at."""
_CLAUSES: Final = 2
_WORD: Final = re.compile(r"[a-z]+")
_ENDS: Final = re.compile(rf"(?<=[A-Za-z])(?=[^A-Za-z{_EDGE}])|(?<=[^A-Za-z{_EDGE}])(?=[A-Za-z])")
_PARTS: Final = re.compile(rf"[A-Za-z{_EDGE}]{{{_SHORTEST},}}|[^A-Za-z\s{_EDGE}]")
_COMMON: Final = ".,-()'’“”，、。\ue000"


class Sieve:
    """Some patterns, by what their matches hold."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._size, self._always = len(held), 0
        self._signs: dict[str, int] = {}
        self._parts: dict[str, dict[str, int]] = {}
        self._words: dict[str, int] = {}
        self._met: set[str] = set()
        for number, each in enumerate(held):
            self._add(1 << number, each)

    def _add(self, bit: int, found: Held) -> None:
        """Note each sign: a bit for a pattern's first clause, another for its second."""
        for clause in range(_CLAUSES):
            for sign in found[clause] if clause < len(found) else ():
                key = sign[:_SHORTEST]
                kept = self._parts.setdefault(key, {}) if len(sign) > 1 else self._signs
                kept[sign] = kept.get(sign, 0) | bit
            self._always |= 0 if clause < len(found) else bit
            bit <<= self._size

    def through(self, text: str) -> int:
        """Return the patterns that may match in a text: of each the bit of its number."""
        found, words = self._always, {*_WORD.findall(text.lower())}
        for word in words - self._met:
            self._meet(word)
        for word in self._words.keys() & words:
            found |= self._words[word]
        for sign in self._signs.keys() & {*text}:
            found |= self._signs[sign]
        return found & (found >> self._size) & ((1 << self._size) - 1)

    def _meet(self, word: str) -> None:
        """Note the bits of what a word holds, if it holds any: words come again and again."""
        found, whole = 0, f"{_EDGE}{word}{_EDGE}"
        for at in range(len(word)):
            for part, bits in self._parts.get(whole[at : at + _SHORTEST], {}).items():
                found |= bits if whole.startswith(part, at) else 0
        self._met.add(word)
        if found:
            self._words[word] = found


def held_by(parsed: Any) -> Held:
    """Return what each match of a pattern for ASCII holds; nothing if it may be any text."""
    return _clauses(*_sequence(parsed))[:_CLAUSES]


def _clauses(ways: Ways, found: Held) -> Held:
    """Return what each match of a part holds, its texts among it if they are few."""
    return found if ways is None else _rarest((*found, *_signs(ways)))


def _sequence(parsed: Any) -> tuple[Ways, Held]:
    """Return what parts behind one another match, and what else each of their matches holds."""
    run, found, whole, literal = {""}, list[frozenset[str]](), True, ""
    for kind, said in parsed:
        if kind.name == "LITERAL":
            literal += chr(said)
            continue
        ways, inner = _part(kind.name, said)
        found += inner if ways in (None, {""}) else ()  # else what it holds is seen in the run
        run = {before + literal for before in run} if literal else run
        if ways is not None and len(run) * len(ways) <= _MOST:
            run = {before + text for before in run for text in ways}
        else:
            found += _signs(run)
            whole, run = False, {*(ways or {""})}
        literal = ""
    run = {before + literal for before in run}
    return (run, tuple(found)) if whole else (None, _rarest((*found, *_signs(run))))


def _part(kind: str, said: Any) -> tuple[Ways, Held]:
    match kind:
        case "IN":
            return _class(said), ()
        case "AT":
            return {_EDGE if said.name == "AT_BOUNDARY" else ""}, ()
        case "ASSERT":
            return {""}, _clauses(*_sequence(said[1]))
        case "ASSERT_NOT":
            return {""}, ()
        case "SUBPATTERN":
            return _sequence(said[3])
        case "BRANCH":
            return _branches([_sequence(each) for each in said[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = said
            ways, found = _sequence(inner)
            if (least, most) == (0, 1) and ways is not None:
                return {"", *ways}, ()
            return None, _clauses(ways, found) if least else ()
    return None, ()


def _class(members: Any) -> Ways:
    """Return the characters of a class."""
    found = set[str]()
    for kind, said in members:
        match kind.name:
            case "LITERAL":
                found.add(chr(said))
            case "RANGE":
                found.update(map(chr, range(said[0], min(said[1], said[0] + _MOST) + 1)))
            case "CATEGORY" if said.name == "CATEGORY_DIGIT":
                found.update("0123456789")
            case _:
                return None
    return found if len(found) <= _MOST else None


def _branches(branches: Sequence[tuple[Ways, Held]]) -> tuple[Ways, Held]:
    """Return the same of parts of which one is gone."""
    ways = [own for own, _ in branches if own is not None]
    few = len(ways) == len(branches) and sum(map(len, ways)) <= _MOST
    texts = set[str]().union(*ways) if few else None
    # Of few texts whoever asks sees what they hold.
    first, *others = [()] if texts not in (None, {""}) else [_clauses(*each) for each in branches]
    if not (first and all(others)):
        return texts, ()
    return texts, _rarest(_together(clause, others) for clause in first)


def _together(clause: frozenset[str], others: Iterable[Held]) -> frozenset[str]:
    """Return a clause of one branch with one of each other: those that add the least to it."""
    for inner in others:
        clause |= min((_cost(each - clause), n, each) for n, each in enumerate(inner))[2]
    return clause


def _signs(texts: Set[str]) -> Iterator[frozenset[str]]:
    """Yield of each text what is rarest in it, and next to that; nothing if one holds nothing."""
    if "" not in texts and all(found := [*map(_parts, texts)]):
        for number in range(min(_CLAUSES, max(map(len, found)))):
            yield frozenset(parts[min(number, len(parts) - 1)] for parts in found)


@cache
def _parts(text: str) -> list[str]:
    """Return what a text holds, what is rarest first."""
    parts = _PARTS.findall(_ENDS.sub(_EDGE, text).replace(_EDGE * 2, _EDGE))
    signs = {part[:_LONGEST].lower() if len(part) > 1 else part for part in parts}
    return sorted(signs, key=lambda sign: (_often(sign), sign))


def _rarest(found: Iterable[frozenset[str]]) -> Held:
    return tuple(sorted({*found}, key=_cost)[: 2 * _CLAUSES])


def _cost(signs: frozenset[str]) -> float:
    return sum(map(_often, signs))


@cache
def _often(sign: str) -> float:
    """Return how often, by and large, something is met: of words the longer, the less."""
    if len(sign) > 1:
        return 5.0 ** (1 - len(sign.strip(_EDGE)))
    return 0.5 if sign in _COMMON else 0.02 if sign.isascii() else 0.005
