"""The passages of an edition that show numbers, or name two entities in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.checks.prose.entities import apart
from macros.checks.prose.labels import Label, labels_of
from macros.checks.prose.masking import Piece, pieces
from macros.checks.prose.reading import taken
from macros.checks.prose.sentences import parts
from macros.language.steps import CALL
from macros.pages.call import Call
from macros.pages.contexts import contexts
from macros.pages.edition import Edition
from macros.pages.figures import Figure
from macros.pages.macros.interpret import Context
from macros.pages.macros.registry import keys_in, kind_of, leaves, words
from macros.pages.source import Page
from macros.problems import Location, place_at

Slot = tuple[str, int, int]
"""Where a passage stands in any language: the file's name, its section, the paragraph in it."""

_BLOCK: Final = re.compile(r"\n(?=[ \t]*(?:\n|[|#>+-]|\d+[.)][ \t]))")
_END: Final = re.compile(r"[.!?]+[”’\")]*\s+(?![a-z])|[。！？]+[”’」）]*")
_NUMBERS: Final = frozenset({"value", "count", "comparison", "chart"})
_LINK: Final = re.compile(r"\[([^\[\]\n]*)\](?: \))?")
_DIGIT: Final = re.compile(r"\d")
_STAND_ALONE: Final = frozenset({"idiom", "word", "article word", "pair word", "list marker"})
"""The rules whose matches are no numbers to a reader."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is read at once.

    Attributes:
        where: Where it stands.
        words: What readers read.
        keys: The facts that it cites.
        claims: The comparisons that it claims.
        typed: The numbers in it that come from no call, and stand by a rule or a declared name.
        named: The entities in it where no claim compares them: no grammar knows each way to.
    """

    where: Location
    words: str
    keys: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def passages(edition: Edition) -> Iterator[tuple[Slot, Passage]]:
    """Yield what is to be read in an edition, in order, with what its pair is found by."""
    for page in edition.pages:
        reader = _Reader(edition, page.text, page.calls, page)
        for number, piece in enumerate(reader.pieces):
            yield from reader.read(piece, page.uri, -number)
    for label in labels_of(edition.book):
        if label.language == edition.language:
            yield from _of_label(edition, label)


def _of_label(edition: Edition, label: Label) -> Iterator[tuple[Slot, Passage]]:
    slot, book = (f"{label.where.path} {label.what}", 0, 0), edition.book
    if label.context == "label":
        name = label.what.removeprefix("label of ")
        keys = book.series[name].members if name in book.series else (name,)
        if facts := tuple(key for key in keys if key in book.facts):
            yield slot, Passage(label.where, label.text, facts)
        return
    reader = _Reader(edition, label.text, label.calls, None, label.where)
    for piece in reader.pieces:
        for _, passage in reader.read(piece, "", 0):
            yield slot, passage


@dataclass(frozen=True)
class _Reader:
    """Reads one text of an edition."""

    edition: Edition
    text: str
    calls: tuple[Call, ...]
    page: Page | None
    where: Location = Location("")

    @cached_property
    def pieces(self) -> list[Piece]:
        """What readers see of it, but for the words in its calls: a call says these itself."""
        found = pieces(self.text, self.calls)
        return [each for each in found if each.kind == "prose" and not each.within]

    @cached_property
    def _contexts(self) -> Mapping[int, Context]:
        """What may be called where each call begins."""
        if self.page is None:
            return {call.start: "remark" for call in self.calls}
        return {call.start: at for call, at in contexts(self.text, self.calls)}

    def read(self, piece: Piece, name: str, section: int) -> Iterator[tuple[Slot, Passage]]:
        """Yield the sentences of a piece that are to be read."""
        typed, block = self._typed(piece), 0
        for start, end in parts(_BLOCK, piece.text, 0, len(piece.text)):
            if piece.text[start:end].lstrip().startswith("#"):
                section, block = section + 1, 0
            for at, stop in parts(_END, piece.text, start, end):
                if passage := self._passage(piece, at, stop, typed):
                    yield (name, section, block), passage
            block += bool(piece.text[start:end].strip())

    def _typed(self, piece: Piece) -> list[tuple[int, int]]:
        found = taken(piece.text, self.edition.language, tuple(self.edition.book.names))
        typed = [(at, end) for at, end, step in found if step.rule not in _STAND_ALONE]
        code = _marks(piece.text, 0, len(piece.text))
        return typed + [(at, at + 1) for at in code if _DIGIT.search(self._code(piece, at))]

    def _code(self, piece: Piece, at: int) -> str:
        """Return the code that a mark stands for; nothing if it stands for a call."""
        return "" if at in piece.calls else self.text[piece.starts[at] : piece.ends[at]]

    def _passage(
        self, piece: Piece, start: int, end: int, typed: list[tuple[int, int]]
    ) -> Passage | None:
        calls = piece.calls_in(start, end).values()
        numbers = tuple(self._words(piece, at, to) for at, to in typed if start <= at < end)
        said = self._words(piece, start, end)
        claims = tuple(str(each) for call in calls for each in leaves(call, "comparison"))
        names = () if claims else apart(self.edition.book, said, self.edition.language)
        if not (numbers or {kind_of(call) for call in calls} & _NUMBERS or names[1:]):
            return None
        keys = (key for call in calls for key in self._keys(call))
        where = self.where if self.page is None else self._place(piece, start)
        cited, both = tuple(dict.fromkeys(keys)), tuple(names if names[1:] else ())
        return Passage(where, _plain(said), cited, claims, numbers, both)

    def _place(self, piece: Piece, start: int) -> Location:
        blank = len(piece.text[start:]) - len(piece.text[start:].lstrip())
        path = self.page.path if self.page else ""
        return place_at(path, self.text, piece.starts[start + blank])

    def _keys(self, call: Call) -> Iterator[str]:
        """Yield the facts that a call shows, those of its picture's developments too."""
        picture = self.edition.picture(call)
        drawn = Figure(self.edition, picture).keys if picture else []
        for key in drawn or keys_in(self.edition.book, call):
            if key in self.edition.book.facts:
                yield key

    def _words(self, piece: Piece, start: int, end: int) -> str:
        """Return what is read in a part of a piece, with what its marks stand for."""
        words = (self._said_by(piece, at) for at in _marks(piece.text, start, end))
        return re.sub(CALL, lambda _: next(words), piece.text[start:end])

    def _said_by(self, piece: Piece, at: int) -> str:
        """Return what a mark stands for: code, or what a call says."""
        if code := self._code(piece, at):
            return code
        call = piece.calls[at]
        if picture := self.edition.picture(call):
            rows = [f"{row.label} {row.group}: {row.words}" for row in picture.data]
            rows += [f"{link.label}: {link.text}" for link in picture.links]
            rows += map(picture.named, picture.references)
            return "\n".join([picture.title, picture.measure, *rows])
        context = self._contexts[call.start]
        return self.edition.interpret(call, context).text or " ".join(words(call))


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    return (found.start() for found in re.compile(CALL).finditer(text, start, end))


def _plain(text: str) -> str:
    """Return words without what is left of links, headings and rows of tables."""
    lines = (" ".join(_LINK.sub(r"\1", line).split()) for line in text.split("\n"))
    return "\n".join(line.strip("|").lstrip("#>-+ ").strip() for line in lines).strip()
