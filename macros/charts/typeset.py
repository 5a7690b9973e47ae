"""Measuring and breaking text by the shipped font's own widths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, repeat
from pathlib import Path
from typing import NamedTuple

FONTS = Path(__file__).parent / "fonts"
# A page shows the text in the reader's font; the widest usual ones (Verdana, DejaVu) need this.
SLACK = {False: 1.12, True: 1.16}
# A run of blanks; a word, with what a no-break space ties to it and the Chinese counter behind
# a number; or a single sign, behind which a Chinese line may end.
_TOKEN = re.compile(
    r"[^\S\u00a0\u202f]+"
    r"|[^\s\u2e80-\u9fff\uff00-\uffef](?:[\u00a0\u202f]|[^\s\u2e80-\u9fff\uff00-\uffef])*[%％]?"
    r"(?:[亿万千]*(?:[美欧]?元|个百分点|吉瓦)|[亿万千年月日个家倍份点]*)"
    r"|."
)
# As the font does: one em wide in Chinese, narrow beside Latin letters.
_NARROWED = re.compile(r"(?<=[!-~¡-¶¸-ſ–…])[’”]|[‘“](?=[!-~¡-¶¸-ſ–…])|(?<= )·")
_CLOSING = set("，。、；：！？）】》〉」』”’％…,.;:!?)]}")
_OPENING = set("（【《〈「『“‘([{")
_FULL = repeat(1000)


_Faces = dict[bool, dict[str, int]]


@cache
def _advances() -> tuple[frozenset[str], _Faces, _Faces]:
    table = json.loads((FONTS / "advances.json").read_text(encoding="utf-8"))
    faces = {False: table["regular"], True: table["bold"]}
    narrow = {False: table["narrow"]["regular"], True: table["narrow"]["bold"]}
    return frozenset(table["full"]), faces, narrow


def uncovered(texts: Iterable[str]) -> set[str]:
    """Return the characters that the shipped font lacks."""
    full, faces, _ = _advances()
    return {c for c in {*"".join(texts)} if c not in full and c not in faces[False]}


@lru_cache(1 << 13)  # a chart asks at both widths, and its neighbours ask for the same words
def width(text: str, size: float, bold: bool = False, slack: bool = True) -> float:
    """Return the px that a line of text needs, with room for a wider font than the shipped one."""
    loose = SLACK[bold] if slack else 1.0
    ems = sum(map(_loose_advances(bold, loose).get, text, _FULL))
    for sign in _NARROWED.findall(text):
        ems -= 1000 - _advances()[2][bold][sign] * loose
    return ems * size / 1000


@cache
def _loose_advances(bold: bool, loose: float) -> dict[str, float]:
    return {sign: advance * loose for sign, advance in _advances()[1][bold].items()}


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        glued = tokens and (token[0] in _CLOSING or tokens[-1][-1] in _OPENING)
        if glued:
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _fill(tokens: Sequence[str], size: float, room: float, bold: bool) -> list[str]:
    lines = [""]
    for token in tokens:
        if lines[-1] and width((lines[-1] + token).rstrip(), size, bold) > room:
            lines.append("")
        lines[-1] += token if lines[-1] else token.lstrip(" \u2002")
    return [line.rstrip(" \u2002") for line in lines if line.strip(" \u2002")]


def wrap(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """Break text into the fewest lines that fit `room` px, of about equal length.

    A word longer than the room stays whole, as does what a no-break space holds together.
    """
    tokens = _tokens(text)
    lines = _fill(tokens, size, room, bold)
    if len(lines) < 2:
        return lines or [""]
    longest = max(width(token, size, bold) for token in tokens)
    total = sum(width(line, size, bold) for line in lines)
    # No line can be shorter than its longest word, nor all of them than their mean.
    tight = max(longest, total / len(lines))
    while tight < room:
        even = _fill(tokens, size, tight, bold)
        if len(even) == len(lines):
            return even
        tight += size / 2
    return lines


def lines_in(text: str, size: float, room: float, bold: bool = False) -> int:
    """Return how many lines a text is broken into."""
    alone = width(text, size, bold) <= room  # as most titles are, and found at once
    return 1 if alone else len(_fill(_tokens(text), size, room, bold))


def widest(lines: Iterable[str], size: float, bold: bool = False) -> float:
    """Return the room in px that the longest of some lines needs."""
    return max((width(line, size, bold) for line in lines), default=0.0)


def spread(
    centers: Sequence[float], sizes: Sequence[float], low: float, high: float,
    ranks: Sequence[float] = (),
) -> list[float]:  # fmt: skip
    """Move centres apart, as little as possible, until extents neither overlap nor leave a range.

    The order stays: that of the centres, or of `ranks`. If not all fit, they overrun `high`. All
    is in px; sizes include the gaps.
    """
    by = ranks or centers
    order = sorted(range(len(centers)), key=lambda n: (by[n], n))
    before = list(accumulate((sizes[n] for n in order), initial=0.0))
    total = before.pop()
    starts = [
        centers[n] - sizes[n] / 2 - gone for n, gone in zip(order, before, strict=True)
    ]  # where the whole row would begin if each one were at its wanted place
    places = dict.fromkeys(order, 0.0)
    for n, gone, start in zip(order, before, _rising(starts), strict=True):
        places[n] = max(low, min(high - total, start)) + gone + sizes[n] / 2
    return [places[n] for n in range(len(centers))]


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest values that never fall: neighbours in the wrong order share their mean."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        blocks.append((value, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, m), (two, n) = blocks[-2:]
            blocks[-2:] = [((one * m + two * n) / (m + n), m + n)]
    return [mean for mean, count in blocks for _ in range(count)]


class Box(NamedTuple):
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Say whether two boxes overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom
