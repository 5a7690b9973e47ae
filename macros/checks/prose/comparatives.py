"""Finds comparisons of quantities that no claim decides: “larger”, “overtook”, 超过, 最大.

What a sentence compares must stand in a `claim(…)`, which the facts bear out or not; or be
declared to be no matter of numbers, by `editorial("…", why="…")`. A word that only says the
bound of the number behind it (“more than {{ fact(…, bound=false) }}”) is held against that fact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from macros.arithmetic.quantity import Bound
from macros.checks.prose.masking import CALL, Piece, pieces
from macros.language.steps import Step
from macros.language.tongue import known, tongue
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import argument, kind_of
from macros.pages.source import Page
from macros.problems import Location, Problems, Rule

Bounds = Callable[[Call], Bound | None]
"""Says the bound of the quantity that a call shows; None if it shows none."""

Kind = Literal["comparison", "bound", "twice"]
Told = Kind | Literal["same", "none"]

_TAKEN: Final = "\ue002"
_DECIDED: Final = frozenset({"comparison", "opinion"})
_BOUNDS: Final = tuple(tongue(code).prose.bounds for code in known())
_MEANT: Final = {k: v for code in known() for k, v in tongue(code).prose.meant.items()}
_SENTENCE: Final = re.compile(r"[.!?;](?=\s|$)|[。！？；\n]")
_FAR: Final = 400  # characters looked at on either side
_CLAUSE: Final = re.compile(r"[,:，：、—]")
_ONLY_BOUND: Final = frozenset[str]().union(*(tongue(c).prose.only_bound for c in known()))
MESSAGES: Final[Mapping[Kind, tuple[str, str]]] = {
    "comparison": (
        "the comparison “{}” is decided by no claim",
        'write {{ claim("a > b", "…") }}, reword it, or declare {{ editorial("…", why="…") }}',
    ),
    "bound": (
        "“{}” is not what is known of the number behind it",
        "leave the word to fact(), or write a claim",
    ),
    "twice": ("“{}” is said twice", "write fact(…, bound=false)"),
}


@dataclass(frozen=True, slots=True, order=True)
class Comparative:
    """A comparison that nothing lets stand.

    Attributes:
        offset: Where it starts in the raw text.
        text: The words that compare.
        kind: Whether it compares, says a bound that is none, or says one a second time.
    """

    offset: int
    text: str
    kind: Kind = "comparison"


@dataclass
class Comparisons:
    """How many comparisons were seen, and what lets them stand."""

    claimed: int = 0
    bounds: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    editorial: list[tuple[Location, str, str]] = field(default_factory=list)
    free: list[Comparative] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """How many comparisons there are, whatever lets them stand."""
        counted = self.claimed + self.bounds + sum(self.by_rule.values())
        return counted + len(self.editorial) + len(self.free)

    def __add__(self, other: Comparisons) -> Comparisons:
        return Comparisons(
            self.claimed + other.claimed,
            self.bounds + other.bounds,
            self.by_rule + other.by_rule,
            self.editorial + other.editorial,
            self.free + other.free,
        )

    def __str__(self) -> str:
        return (
            f"comparisons seen {self.seen}: claimed {self.claimed}, bounds {self.bounds}, "
            f"by rule {sum(self.by_rule.values())}, editorial {len(self.editorial)}, "
            f"free {len(self.free)}"
        )


def compare_text(
    text: str, language: Language, calls: Iterable[Call] = (), bounds: Bounds | None = None
) -> Comparisons:
    """Return the comparisons in a Markdown text, and what lets them stand.

    Args:
        text: The raw text, front matter included.
        language: The language it is written in.
        calls: The calls in it.
        bounds: Says what bound the quantity of a call has; without it there are none.
    """
    reader = _Reader(language, tuple(calls), bounds or (lambda _: None))
    for piece in pieces(text, reader.calls):
        reader.read(piece)
    reader.found.free.sort()
    return reader.found


def lint_comparisons(pages: Iterable[Page], bounds: Bounds, problems: Problems) -> Comparisons:
    """Record the comparisons in pages that no claim decides, and useless declarations."""
    problems = problems.under(Rule.comparison)
    total = Comparisons()
    for page in pages:
        found = compare_text(page.text, page.language, page.calls, bounds)
        lines = [0, *(at + 1 for at, char in enumerate(page.text) if char == "\n")]
        for each in found.free:
            line = bisect_right(lines, each.offset)
            where = Location(page.path, line, each.offset - lines[line - 1] + 1)
            message, hint = MESSAGES[each.kind]
            problems.add(where, message.format(each.text), hint)
        for where, text, _ in found.editorial:
            if not compare_text(text, page.language).seen:
                problems.add(where, f"editorial(): “{text}” compares nothing", "leave it out")
        total += found
    return total


class _Reader:
    """Reads the pieces of one text."""

    def __init__(self, language: Language, calls: tuple[Call, ...], bounds: Bounds) -> None:
        self.language: Language = language
        self.calls = calls
        self.bounds = bounds
        self.found = Comparisons(claimed=sum(kind_of(call) == "comparison" for call in calls))
        self.found.editorial = [_declared(call) for call in calls if kind_of(call) == "opinion"]
        self._starts = {call.start: call for call in calls}
        self._order = sorted(self._starts)

    def read(self, piece: Piece) -> None:
        """Take in one piece: what is in a call by the call, all else by its sentence."""
        if not piece.text or piece.kind != "prose":
            return
        around = self._call_around(piece.starts[0])
        kind = kind_of(around) if around else None
        if kind in _DECIDED:
            return
        rule = "quotation" if kind == "quotation" else ""
        for start, end, step in _taken(piece.text, self.language):
            self._judge(piece, start, end, rule or step.rule, step in _BOUNDS)

    def _judge(self, piece: Piece, start: int, end: int, rule: str, is_bound: bool) -> None:
        text = piece.text[start:end]
        kind: Kind = "comparison"
        if is_bound and not rule:
            told = self._bound(piece, end, text)
            if told == "same" or told == "none":  # noqa: PLR1714 (mypy narrows no tuple)
                self.found.bounds += told == "same"
                return
            kind = told
        rule = rule or _context(piece.text, start, end, self.language)
        if rule:
            self.found.by_rule[rule] += 1
        else:
            self.found.free.append(Comparative(piece.starts[start], text, kind))

    def _bound(self, piece: Piece, end: int, text: str) -> Told:
        """Return how a word stands to the bound of the quantity behind it."""
        call = self._starts.get(piece.starts[piece.text.index(CALL, end)])
        if call is None:
            return "none"  # a piece of code, where numbers are examples
        bound = self.bounds(call)
        word = text.lower()
        if bound is None:
            return "none" if word in _ONLY_BOUND else "comparison"
        if bound in _MEANT.get(word, ()):
            return "twice" if argument(call, "bound", otherwise=True) else "same"
        return "bound"

    def _call_around(self, offset: int) -> Call | None:
        at = bisect_right(self._order, offset) - 1
        call = self._starts[self._order[at]] if at >= 0 else None
        return call if call and call.start < offset < call.end else None


def _declared(call: Call) -> tuple[Location, str, str]:
    return call.where, str(argument(call, "text")), str(argument(call, "why"))


def _taken(text: str, language: Language) -> Iterator[tuple[int, int, Step]]:
    """Yield what each step takes out of a text, longest rules first."""
    for step in tongue(language).prose.comparisons:
        last, left = 0, ""
        for match in step.pattern.finditer(text):
            if match[0]:
                yield match.start(), match.end(), step
                left += text[last : match.start()] + _TAKEN * len(match[0])
                last = match.end()
        text = left + text[last:]


def _context(text: str, start: int, end: int, language: Language) -> str:
    """Return the rule by which a comparison is no assertion of ours, if it is none."""
    first = max(0, start - _FAR)
    before = _SENTENCE.split(text[first:start])[-1]
    stop = _SENTENCE.search(text, end, end + _FAR)
    if before.count("“") > before.count("”"):
        return "quoted"
    clause = _CLAUSE.split(before)[-1]
    after = _CLAUSE.split(text[end : stop.start() if stop else end + _FAR])[0]
    if (stop and stop[0] in "?？") or tongue(language).prose.asking.search(
        f"{clause}{_TAKEN}{after}"
    ):
        return "question"
    return (
        "possibility" if tongue(language).prose.condition.search(clause + text[start:end]) else ""
    )
