"""Finds comparisons that no claim decides: “larger”, “overtook”, 超过, 最大.

What a sentence compares beside a fact of ours, or between two entities of the data, must stand in
a `claim(…)`, which the facts bear out or not; or be declared to be no matter of numbers, by
`editorial("…", why="…")`. Elsewhere it is at most pointed at. A word that only says the bound of
the number behind it (“more than {{ fact(…, bound=false) }}”) is held against that fact.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Self

from macros.arithmetic.quantity import Bound
from macros.checks.prose.data_texts import Readable
from macros.checks.prose.entities import Near, near_data
from macros.checks.prose.masking import Piece, pieces
from macros.data.book import Book
from macros.language.pattern_steps import CALL, PARAGRAPH, TAKEN, Step, take
from macros.language.tongue import known, tongue
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import argument, kind_of
from macros.problems import Location, Problems, Rule

Bounds = Callable[[Call], Bound | None]
"""Says the bound of the quantity that a call shows; None if it shows none."""
ComparisonKind = Literal["comparison", "bound", "twice"]
_DECIDED: Final = frozenset({"comparison", "opinion"})
_BOUNDS: Final = tuple(tongue(code).prose.bounds for code in known())
_MEANT: Final = tuple(tongue(code).prose.meant for code in known())
_SENTENCE: Final = re.compile(r"[.!?;](?=\s|$)|[。！？；\n]")
_FAR: Final = 400  # characters looked at on either side
_CLAUSE: Final = re.compile(r"[,:，：、—]")
MESSAGES: Final[Mapping[ComparisonKind, tuple[str, str]]] = {
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
        rule: What it breaks.
    """

    offset: int
    text: str
    kind: ComparisonKind = "comparison"
    rule: Rule = field(default=Rule.comparison, compare=False)


class Tally:
    """What is counted text by text."""

    def __iadd__(self, other: Self) -> Self:
        for name, more in vars(other).items():
            mine = getattr(self, name)
            mine += more
            setattr(self, name, mine)
        return self


@dataclass
class Comparisons(Tally):
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

    def __str__(self) -> str:
        return (
            f"comparisons seen {self.seen}: claimed {self.claimed}, bounds {self.bounds}, "
            f"by rule {sum(self.by_rule.values())}, editorial {len(self.editorial)}, "
            f"free {len(self.free)}"
        )


def compare_text(
    text: str,
    language: Language,
    calls: Iterable[Call] = (),
    bounds: Bounds = lambda _: None,
    near: Near = lambda _, __: Rule.comparison,
) -> Comparisons:
    """Return the comparisons in a Markdown text, and what lets them stand.

    Args:
        text: The raw text, front matter included.
        language: The language it is written in.
        calls: The calls in it.
        bounds: Says what bound the quantity of a call has; without it there are none.
        near: Says how close a sentence is to the data; without it all are.
    """
    reader = _ComparisonReader(language, tuple(calls), bounds, near)
    for piece in pieces(text, reader.calls):
        reader.read(piece)
    reader.found.free.sort()
    return reader.found


def lint_comparisons(
    texts: Iterable[Readable], bounds: Bounds, problems: Problems, book: Book | None = None
) -> Comparisons:
    """Record the comparisons in pages, and in what the data says on its own, that no claim decides.

    A caveat, a development or a change stands beside its facts; what a label says is what is
    measured, and a note or its impact explains what the verdict has decided.
    """
    total = Comparisons()
    for text in texts:
        near = {"near": near_data(book, text.language)} if book and not text.within else {}
        found = compare_text(text.text, text.language, text.calls, bounds, **near)
        for each in found.free:
            message, hint = MESSAGES[each.kind]
            hint = hint.replace('"', "'") if text.within else hint
            told = message.format(each.text) + text.within
            problems.under(each.rule).add(text.place(each.offset), told, hint)
        total += found
    return total


class _ComparisonReader:
    """Reads the pieces of one text."""

    def __init__(
        self, language: Language, calls: tuple[Call, ...], bounds: Bounds, near: Near
    ) -> None:
        self.language, self.calls, self.bounds, self.near = language, calls, bounds, near
        self.found = Comparisons(claimed=sum(kind_of(call) == "comparison" for call in calls))
        self.found.editorial = [
            (call.where, str(argument(call, "text")), str(argument(call, "why")))
            for call in calls
            if kind_of(call) == "opinion"
        ]

    def read(self, piece: Piece) -> None:
        """Take in one piece: what is in a call by the call, all else by its sentence."""
        kind = kind_of(piece.within) if piece.within else None
        if piece.kind == "prose" and kind not in _DECIDED:
            for start, end, step in self._taken(piece):
                rule = "quotation" if kind == "quotation" else step.rule
                self._judge(piece, start, end, rule, step)

    def _taken(self, piece: Piece) -> Iterator[tuple[int, int, Step]]:
        """Yield what each step takes out of a piece; a bound that is of no number is left."""
        steps, base = tongue(self.language).prose.comparisons, 0

        def span(step: Step, match: re.Match[str]) -> tuple[int, int]:
            loose = step in _BOUNDS and self._behind(piece, base + match.end())[1] is None
            return (0, 0) if loose else match.span()

        for paragraph in PARAGRAPH.split(piece.text):
            for start, end, step in take(paragraph, steps, span):
                yield base + start, base + end, step
            base += len(paragraph)

    def _judge(self, piece: Piece, start: int, end: int, rule: str, step: Step) -> None:
        text = piece.text[start:end]
        kind: ComparisonKind = "comparison"
        if step in _BOUNDS:
            call, bound = self._behind(piece, end)
            own = (said.get(bound or "") for said in _MEANT)
            same = any(words.fullmatch(text) for words in own if words)
            if same and call and not argument(call, "bound", otherwise=True):
                self.found.bounds += 1
                return
            kind = "twice" if same else "bound"
        before, after = _sentence(piece.text, start, end)
        if rule := rule or _context(before, text, after, self.language):
            self.found.by_rule[rule] += 1
            return
        around, to = start - len(before), end + len(after)
        calls = [*piece.calls_in(around, to).values(), *([piece.within] if piece.within else [])]
        if broken := self.near(piece.text[around:to], calls):
            self.found.free.append(Comparative(piece.starts[start], text, kind, broken))

    def _behind(self, piece: Piece, end: int) -> tuple[Call | None, Bound | None]:
        """Return the call behind a word, and the bound of its number; none if it has none."""
        call = piece.calls.get(piece.text.index(CALL, end))
        return call, self.bounds(call) if call else None


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind some words in their sentence, its end included."""
    stop = _SENTENCE.search(text, end, end + _FAR)
    before = _SENTENCE.split(text[max(0, start - _FAR) : start])[-1]
    return before, text[end : stop.end() if stop else min(len(text), end + _FAR)]


def _context(before: str, words: str, after: str, language: Language) -> str:
    """Return the rule by which a comparison is no assertion of ours, if it is none."""
    if before.count("“") > before.count("”"):
        return "quoted"
    prose, clause = tongue(language).prose, _CLAUSE.split(before)[-1]
    behind = _CLAUSE.split(after.rstrip(".;。；\n"))[0]
    if (after[-1:] in "?？" and after) or prose.asking.search(f"{clause}{TAKEN}{behind}"):
        return "question"
    return "possibility" if prose.condition.search(clause + words) else ""
