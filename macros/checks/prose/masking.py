"""What in a Markdown text is prose, with the place of every character in the raw text.

Numbers hide in markup: ``十**三**亿``, ``1&#51;``, ``alt="…"``. So markup inside words vanishes,
entities are decoded and full-width signs narrowed before anything is looked for; what readers see
outside the running text (alternatives, titles, words in calls) becomes a piece of its own.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partialmethod
from typing import Final, Literal

from macros.language.narrow_digits import narrowed
from macros.language.pattern_steps import CALL
from macros.pages.call import Call, Written, refilled
from macros.pages.front import front_of, shown_values
from macros.pages.macros.registry import words
from macros.pages.source import COMMENT, FENCED, SPAN

TextKind = Literal["prose", "code"]
_REST: Final = "\ue001"
INLINE: Final = re.compile(
    r"a|abbr|b|bd[io]|cite|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u|wbr"
)
_SCAN: Final = re.compile(
    rf"(?P<fenced>{FENCED})|(?P<comment>{COMMENT})"
    r"|(?P<script><(?P<element>script|style)\b.*?(?:</(?P=element)>|\Z))"
    rf"|(?P<code>{SPAN})"
    r"|(?P<tag></?(?!https?:|mailto:)[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<target>(?<=\])\((?:<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?=[\s)]))"
    r"|(?P<reference>(?<=\])\[[^\]\[\n]{0,200}\])"
    r"|^(?P<definition>[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]*\S+)"
    r"|(?P<footnote>\[\^[^\]\[\n]{1,200}\]:?)"
    r"|(?P<attributes>\{:?[ \t]*[#.][^{}\n]*\})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,32});)"
    r"|(?P<nothing>[\ue001\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+|\*+|~~|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9]))",
    re.DOTALL | re.MULTILINE,
)
_BEGINS: Final = re.compile(
    r"[`~<(\[{&*\\_\ue001\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]|^[ \t]", re.MULTILINE
)
_SHOWN_ATTRIBUTE: Final = re.compile(
    r"\b(?:alt|title|aria-[a-z]+|placeholder|label|summary|content|value|start|abbr)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>}]+))",
    re.IGNORECASE,
)
# Where Markdown takes braces for attributes: on a line below a block, behind a heading or in a
# cell, and glued to what they are of. Elsewhere readers see them.
_ATTRIBUTED: Final = re.compile(
    r"\S[ \t]*\n[ \t>]*\Z|(?:^|\n)[ \t>]*#[^\n]*\Z|\|[^\n]*\Z|[)\]*_`>]\Z"
)
_DEFINED: Final = re.compile(r"^[ \t]*\[([^\]\n]+)\]:", re.MULTILINE)
_ID: Final = re.compile(r"\{[ \t]*#[a-z][\w-]*[ \t]*\}")
_TAG_NAME: Final = re.compile(r"</?([A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that readers see as one.

    Attributes:
        text: What is read, markup taken out.
        starts: For each character, where it starts in the raw text.
        ends: For each character, where it ends in the raw text.
        calls: The call that each mark in it stands for, by the mark's offset.
        marks: These offsets, in order.
        kind: Whether it is prose, or code, in which numbers may stand.
        within: The call in whose words it stands.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    calls: Mapping[int, Call]
    marks: Sequence[int]
    kind: TextKind = "prose"
    within: Call | None = None

    def calls_in(self, start: int, end: int) -> Mapping[int, Call]:
        """Return the calls in a part of it, by the offsets of their marks."""
        low, high = (bisect_left(self.marks, at) for at in (start, end))
        return {at: self.calls[at] for at in self.marks[low:high]}


def pieces(text: str, calls: Iterable[Call]) -> Iterator[Piece]:
    """Yield what readers see of a Markdown text: its running text first, then what is apart."""
    calls = tuple(calls)
    asked = text, tuple((call.start, call.end, call.where) for call in calls)
    if asked not in _TAKEN_APART:
        if len(_TAKEN_APART) >= MOST_KEPT:
            _TAKEN_APART.clear()
        _TAKEN_APART[asked] = _taken_apart(text, calls)
    yield from _TAKEN_APART[asked]


def _taken_apart(text: str, calls: Sequence[Call]) -> list[Piece]:
    body = front_of(text).end
    if not (body or calls or _BEGINS.search(text)):  # as most texts of the data are
        return [Piece(narrowed(text), range(len(text)), range(1, len(text) + 1), {}, ())]
    builder = _MaskBuilder(_marked(text, calls, _REST), {call.start: call for call in calls})
    for call in calls:
        builder.take_words(text, call)
    return [builder.running(body), *builder.apart]


_TAKEN_APART: Final[dict[object, list[Piece]]] = {}
"""What each text was taken apart into, for it is read once per kind of lint."""
MOST_KEPT: Final = 50_000
"""More texts than an explainer has: of fewer none would still be there when it is read again."""


def masked(text: str, calls: Iterable[Call]) -> str:
    """Return a text as long as it was, without its calls, code and comments."""
    return _blanked(_marked(text, calls, CALL))


@lru_cache(MOST_KEPT)  # a page's elements are read in it, and later its blocks
def _blanked(text: str) -> str:
    hidden = (m.span() for m in _scanned(text, 0, len(text)) if m.lastgroup in _UNREAD)
    return refilled(text, ((at, to, re.sub(r"[^\n]", " ", text[at:to])) for at, to in hidden))


def _scanned(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `_SCAN` finds, tried where it may begin: a page has few such signs."""
    for begin in _BEGINS.finditer(text, start, end):
        if begin.start() >= start and (found := _SCAN.match(text, begin.start(), end)):
            yield found
            start = found.end()


def _marked(text: str, calls: Iterable[Call], rest: str) -> str:
    """Return a text as long as it was, with a mark for each call, and what stands behind that."""
    spans = ((call.start, call.end) for call in calls)
    return refilled(text, ((at, to, CALL + rest * (to - at - 1)) for at, to in spans))


class _MaskBuilder:
    """Takes a raw text apart."""

    def __init__(self, text: str, calls: Mapping[int, Call]) -> None:
        self.text, self.calls = text, calls
        self.apart: list[Piece] = []
        self.chars: list[str] = []
        self.starts = array("L")  # takes an eighth of the room that a list does
        self.ends = array("L")

    def take_words(self, raw: str, call: Call) -> None:
        """Set the words of a call apart, from the text in which no call is marked."""
        for said in words(call):
            if isinstance(said, Written):
                self._set_apart(raw, said.start, said.end, within=call)

    def running(self, body: int) -> Piece:
        """Return the running text, which begins behind the front matter."""
        for start, end, value in shown_values(self.text[:body]) if body else ():
            self._set_value(start, end, value)
        self._copy(body, len(self.text))
        return self._piece()

    def _copy(self, start: int, end: int) -> None:
        for match in _scanned(self.text, start, end):
            self._keep(start, match.start())
            start = match.end()
            if match.lastgroup not in _HIDDEN:  # of which nothing is left
                getattr(self, f"_{match.lastgroup}")(match)
        self._keep(start, end)

    def _keep(self, start: int, end: int) -> None:
        self.chars.extend(self.text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def _put(self, text: str, match: re.Match[str]) -> None:
        self.chars.extend(text)
        self.starts.extend([match.start()] * len(text))
        self.ends.extend([match.end()] * len(text))

    def _entity(self, match: re.Match[str]) -> None:
        self._put(html.unescape(match[0]), match)

    def _mark(self, match: re.Match[str]) -> None:
        """Leave out a link's label or a footnote's mark, unless nothing defines it: it is text."""
        label = match[0].rstrip(":")[1:-1]
        if label and label.casefold() not in self._defined:
            self._copy(match.start() + 1, match.end())

    @cached_property
    def _defined(self) -> set[str]:
        return {label.casefold() for label in _DEFINED.findall(self.text)}

    def _code(self, match: re.Match[str]) -> None:
        self._set_apart(self.text, match.start(), match.end(), "code")
        self._put(CALL, match)

    def _tag(self, match: re.Match[str]) -> None:
        self._shown(match)
        name = _TAG_NAME.match(match[0])
        if name and not INLINE.fullmatch(name[1].lower()):
            self._put("\n", match)

    def _attributes(self, match: re.Match[str]) -> None:
        before = self.text[max(0, match.start() - 400) : match.start()]
        if _ID.fullmatch(match[0]) or _ATTRIBUTED.search(before):
            self._shown(match)
        else:
            self._keep(match.start(), match.end())

    def _shown(self, match: re.Match[str]) -> None:
        """Set apart the attributes that readers come to see or hear."""
        for shown in _SHOWN_ATTRIBUTE.finditer(self.text, *match.span()):
            self._set_apart(self.text, *shown.span(shown.lastindex or 1))

    def _set_value(self, start: int, end: int, value: str) -> None:
        """Set apart a value of the front matter; one that is escaped or folded, as it is read."""
        if value == self.text[start:end].strip("\"'"):
            self._set_apart(self.text, start, end)
            return
        inner = _MaskBuilder(value, {})
        inner._copy(0, len(value))
        inner.starts, inner.ends = (array("L", [at]) * len(inner.chars) for at in (start, end))
        self.apart.append(inner._piece())

    def _set_apart(
        self, text: str, start: int, end: int, kind: TextKind = "prose", within: Call | None = None
    ) -> None:
        inner = _MaskBuilder(text, self.calls)
        (inner._keep if kind == "code" else inner._copy)(start, end)
        self.apart.append(inner._piece(kind, within))
        self.apart.extend(inner.apart)

    def _piece(self, kind: TextKind = "prose", within: Call | None = None) -> Piece:
        text = narrowed("".join(self.chars))
        marks = (at.start() for at in re.finditer(CALL, text))
        calls = {at: self.calls[self.starts[at]] for at in marks if self.starts[at] in self.calls}
        return Piece(text, self.starts, self.ends, calls, [*calls], kind, within)

    _target = _definition = partialmethod(_put, " ")
    _fenced, _reference, _footnote = _code, _mark, _mark


_HIDDEN: Final = ("comment", "script", "nothing")
_UNREAD: Final = ("fenced", "code", "comment")
