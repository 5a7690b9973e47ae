"""One step of the reading: a pattern, and what its matches are."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, Literal

from macros.language.narrow_digits import narrowed
from macros.language.sieve import COMPILER, PARSER, Held, Sieve, held_by

CALL: Final = "\ue000"
"""What stands for a call in the texts that steps are run over."""
TAKEN: Final = "\ue002"
"""What stands there for each character that a step has taken."""
PARAGRAPH: Final = re.compile(r"(?<=\n)(?=[ \t]*\n)")
"""Where such a text is parted: nothing is taken across, and of a part fewer patterns may match."""

Found = Literal["number", "name"]


Reach = Callable[[re.Match[str]], tuple[int, int]]


HELD: Final[dict[str, Held]] = {}
"""What each match of a step holds, by what it looks for."""


@dataclass(frozen=True, eq=False)
class Step:
    """A pattern whose matches are taken out of the text before the next step looks at it.

    Attributes:
        source: What is looked for.
        found: Whether a match is a number that must be bound, or stands within a name.
        rule: The name of the rule by which a match may stand, otherwise.
        reach: Says what is taken for a match; nothing, if it ends where it starts.
        cased: Whether capitals are others than small letters.
    """

    source: str
    found: Found | None = None
    rule: str = ""
    reach: Reach = re.Match.span
    cased: bool = False

    @cached_property
    def parsed(self) -> Any:
        """What is looked for, read so that a word ends where Chinese begins: FY2025即, B200还."""
        flags = re.ASCII | re.MULTILINE
        return PARSER.parse(self.source, flags if self.cased else flags | re.IGNORECASE)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The same, compiled only where it may be found."""
        found: re.Pattern[str] = COMPILER.compile(self.parsed)
        return found

    @property
    def held(self) -> Held:
        """What each match holds, which is found once in each version of Python and of ours."""
        if self.source not in HELD:
            HELD[self.source] = held_by(self.parsed)
        return HELD[self.source]


def take(
    text: str, steps: tuple[Step, ...], span: Callable[[Step, re.Match[str]], tuple[int, int]]
) -> Iterator[tuple[int, int, Step]]:
    """Yield what each step takes out of a text; what is taken, no later step sees.

    Args:
        text: The text.
        steps: The steps, in order.
        span: Says what of a match is taken; nothing, if it ends where it starts.
    """
    sieve = _sieve(steps)
    due = sieve.through(text)
    while due:
        first = due & -due
        due ^= first
        step, last, left = steps[first.bit_length() - 1], 0, ""
        for match in step.pattern.finditer(text):
            start, end = span(step, match)
            if last <= start < end:
                yield start, end, step
                left += text[last:start] + TAKEN * (end - start)
                last = end
        if last and due:
            text = left + text[last:]
            due &= sieve.through(text)  # often nothing is left for those behind


@lru_cache(maxsize=32)
def _sieve(steps: tuple[Step, ...]) -> Sieve:
    return Sieve([step.held for step in steps])


@lru_cache(maxsize=8)
def declared(names: Sequence[str]) -> Step:
    """Return the step that takes out declared names; the longest goes first."""
    written = sorted({narrowed(name) for name in names if name}, key=len, reverse=True)
    one = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in written) or "(?!)"
    pattern = rf"(?<![A-Za-z0-9])(?:{one})(?:s|’s|'s)?(?![A-Za-z0-9]|[.,]\d)"
    return Step(pattern, rule="declared name", cased=True)


def meant(
    bounds: Mapping[str, Sequence[str]], besides: Collection[str]
) -> Mapping[str, re.Pattern[str]]:
    """Return the words by which prose says each bound, besides those that have other senses."""
    said = {
        bound: [each for each in words if each not in besides] for bound, words in bounds.items()
    }
    said["over"] = said["more_than"]  # which of the two is known of the number, no word tells
    return {
        bound: re.compile("|".join(words), re.IGNORECASE)
        for bound, words in said.items()
        if bound not in ("minus", "about")
    }


def bounding(said: Iterable[re.Pattern[str]]) -> Step:
    """Return the step of words that say the bound of the call behind them."""
    words = "|".join(pattern.pattern for pattern in said)
    return Step(rf"(?<![A-Za-z])(?:{words})(?= ?(?:just |well )?{CALL})", found="number")


def glued(before: str, after: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what is read as part of a number when it stands in front of it, and behind it."""
    signs = r"(?<![\w)’”])[-−+]|[±$€£¥￥≈≤≥]|(?<!~)~"
    return (
        re.compile(rf"(?:{signs}|{before})\Z", re.IGNORECASE),
        re.compile(rf"[%‰×°]|{after}", re.IGNORECASE),
    )


_LISTED: Final = re.compile(r"\s*(?:[>#!=?*+:-]|\d{1,3}[.)]\s|[\d一二三四五六七八九十]{1,3}、)")


def _of_an_item(match: re.Match[str]) -> tuple[int, int]:
    """Take a mark where its block begins with one: in running text it is a number, wrapped."""
    return match.span() if _LISTED.match(match.string) else (0, 0)


EVERYWHERE: Final = (
    Step(
        r"^[ \t>]*(?:#{1,6}[ \t]+)?\d{1,3}(?:[.)](?=[ \t])|、)",
        rule="list marker",
        reach=_of_an_item,
    ),
    Step(r"^[ \t]*-+8<-+", rule="snippet mark"),
    Step(r"\bhttps?://[^\s<>()，。；、）】”]+|\bmailto:[^\s<>]+", rule="address"),
)
"""What stands in any language: marks of lists, addresses, and what brings in text elsewhere and is
refused here."""
