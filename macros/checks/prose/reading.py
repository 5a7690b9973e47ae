"""Reads a text step by step and says of every number in it what lets it stand, if anything."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from macros.arithmetic.units import Units
from macros.checks.prose.comparatives import Comparisons, Tally
from macros.checks.prose.masking import MOST_KEPT, pieces
from macros.data.inputs import package_digest, slot
from macros.language.pattern_steps import CALL, HELD, PARAGRAPH, Found, Step, declared, take
from macros.language.reading import read_printed
from macros.language.tongue import known, language_of, tongue
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import kind_of, leaves
from macros.problems import TieoutError

StepSpans = Sequence[tuple[int, int, int]]
"""What is taken out of a paragraph: from where to where, and by which step."""
_BEFORE: Final[dict[str, StepSpans]] = {}
_NOW: Final[dict[str, StepSpans]] = {}
_BINDING: Final = frozenset({"value", "count", "comparison"})
_UNITS: Final = Units()
_SAID_IN: Final = (
    ("times", 1),
    ("percent", 1),
    ("percentage_point", 1),
    ("percentage_point", Fraction(1, 100)),  # the difference of two shares
)
_NEAR: Final = Fraction(2, 100)  # 0.66 may be said as two thirds
_CLOSE: Final = 2  # within 0.1 to 0.15 lies an eighth; within 0.1 to 0.9 lies anything
# In a comparison; not the digits in a fact's key, such as a[2024-07/2025-06].
_NUMBER: Final = re.compile(r"(?<![\w.\[/-])\d+(?:\.\d+)?(?![\w\]/-])")


@dataclass(frozen=True, slots=True, order=True)
class Unbound:
    """A number that nothing lets stand.

    Attributes:
        offset: Where it starts in the raw text.
        length: How many characters of the raw text it takes.
        text: The number as read, without markup.
        kind: Whether it stands within a name.
    """

    offset: int
    length: int
    text: str
    kind: Found


@dataclass
class Coverage(Tally):
    """How many numbers were seen, and what lets them stand.

    Attributes:
        bound: How many calls stand for a number.
        by_rule: How many numbers stand by each rule.
        declared: How many declared names there are.
        findings: The free numbers, text by text and in order.
        comparisons: The same of comparisons.
    """

    bound: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    declared: int = 0
    findings: list[Unbound] = field(default_factory=list)
    comparisons: Comparisons = field(default_factory=Comparisons)

    @property
    def free(self) -> int:
        """How many numbers nothing lets stand."""
        return len(self.findings)

    @property
    def seen(self) -> int:
        """How many numbers there are, whatever lets them stand."""
        return self.bound + sum(self.by_rule.values()) + self.declared + self.free

    def __str__(self) -> str:
        ruled = sum(self.by_rule.values())
        return (
            f"numerals seen {self.seen}: bound {self.bound}, by rule {ruled}, "
            f"declared names {self.declared}, free {self.free}"
        )


def read(
    text: str,
    language: Language,
    names: Sequence[str],
    calls: Iterable[Call],
    code_stands: bool = True,
) -> Coverage:
    """Return what a Markdown text holds, given the calls in it.

    Args:
        text: The raw text, front matter included.
        language: The language it is written in.
        names: Declared names, in which numbers may stand.
        calls: The calls in it.
        code_stands: Whether numbers in code are examples, and may stand.
    """
    calls = tuple(calls)
    findings: list[Unbound] = []
    rules: Counter[str] = Counter()
    for piece in pieces(text, calls):
        for start, end, step in taken(piece.text, language, tuple(names)):
            if step.rule:
                rules[step.rule] += 1
            elif piece.kind == "code" and code_stands:
                rules["code"] += 1
            elif piece.within and _is_decided(piece.text[start:end], piece.within):
                rules["decided claim"] += 1
            elif step.found:
                offset, behind = piece.starts[start], piece.ends[end - 1]
                said = piece.text[start:end]
                findings.append(Unbound(offset, behind - offset, said, step.found))
    bound = sum(kind_of(call) in _BINDING for call in calls)
    return Coverage(bound, rules, rules.pop("declared name", 0), sorted(findings))


def _is_decided(text: str, claim: Call) -> bool:
    """Whether a number in a claim's words is one that its comparison names, or between two such."""
    compared = " ".join(map(str, leaves(claim, "comparison")))
    numbers = frozenset(map(Fraction, _NUMBER.findall(compared)))
    for unit, worth in _SAID_IN:
        try:
            read = read_printed(text, _UNITS.read(unit), _UNITS)
        except TieoutError:
            continue
        ends = (read.low, read.high) if read.bound in ("vague", "range") else (read.value,)
        if all(end is not None and _is_named(end * worth, numbers) for end in ends):
            return True
    return False


def _is_named(value: Fraction, numbers: frozenset[Fraction]) -> bool:
    near = (each for number in numbers if number for each in (number, 1 / number))
    return any(abs(value - each) <= each * _NEAR for each in near) or any(
        low <= value <= high <= _CLOSE * low for low in numbers for high in numbers
    )


@lru_cache(maxsize=MOST_KEPT)
def taken(
    text: str, language: Language, names: tuple[str, ...]
) -> tuple[tuple[int, int, Step], ...]:
    """Return what each step takes out of a piece’s text, paragraph by paragraph.

    It is kept, for a text is read for the check and again for the proof sheet.
    """
    found, base = [], 0
    for_each, key = _steps(language, names)
    for paragraph in PARAGRAPH.split(text):
        steps = for_each[language_of(paragraph)]
        for start, end, number in _read(paragraph, steps, key):
            found.append((base + start, base + end, steps[number]))
        base += len(paragraph)
    return tuple(found)


@lru_cache(maxsize=8)
def _steps(
    language: Language, names: tuple[str, ...]
) -> tuple[Mapping[Language, tuple[Step, ...]], bytes]:
    """Return the steps for a paragraph in each language, and what tells them from others."""
    own, first = tongue(language), declared(names)
    prose = {code: (own if own.script else tongue(code)).prose for code in known()}
    steps = {code: (first, *each.numbers) for code, each in prose.items()}
    return steps, blake2b(repr((language, names)).encode()).digest()


def _read(text: str, steps: tuple[Step, ...], key: bytes) -> StepSpans:
    """Return what the steps take out of a paragraph, each by its number; what is known is known."""
    said = text.encode("utf-8", "surrogatepass")
    digest = blake2b(said, digest_size=12, key=key).hexdigest()
    if (found := _BEFORE.get(digest)) is None:
        spans = take(text, steps, _trimmed)
        found = [(start, end, steps.index(step)) for start, end, step in spans]
    _NOW[digest] = found
    return found


@contextmanager
def kept_readings(root: Path) -> Iterator[None]:
    """Know for some work what was read in an explainer’s last check, and keep what it reads."""
    kept = slot(root, "readings", package_digest())
    read, held = json.loads(kept.recall() or b"[{}, {}]")
    _BEFORE.update(read)
    HELD.update((source, tuple(map(frozenset, each))) for source, each in held.items())
    yield
    if not _NOW.keys() <= _BEFORE.keys():
        both = _BEFORE | _NOW  # of most texts nobody asks after an edit
        told = both if len(both) < MOST_KEPT else _NOW
        kept.keep(json.dumps([told, HELD], default=sorted).encode())


def _trimmed(step: Step, match: re.Match[str]) -> tuple[int, int]:
    """Return what a step takes, without the space around it."""
    start, end = step.reach(match)
    found = match.string[start:end]
    start += len(found) - len(found.lstrip())
    return start, start + len(found.strip())


__all__ = ["CALL", "Coverage", "Unbound", "read"]
