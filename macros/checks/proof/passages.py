"""The passages of an edition: all that readers read, for no list knows each way to say a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import Final

from macros.checks.proof.heads import Heads
from macros.checks.proof.passage import Cited, Passage, PassagePlace
from macros.checks.prose.data_texts import Label, Readable, labels_of
from macros.checks.prose.entities import apart, named, strangers
from macros.checks.prose.masking import Piece, pieces
from macros.checks.prose.reading import taken
from macros.checks.prose.sentences import parts
from macros.language.pattern_steps import CALL, Step
from macros.pages.call import Call
from macros.pages.contexts import contexts
from macros.pages.edition import Edition
from macros.pages.figures import Figure
from macros.pages.front import front_of
from macros.pages.macros.interpret import Context
from macros.pages.macros.registry import keys_in, kind_of, leaves, words

_BLOCK: Final = re.compile(r"\n(?=[ \t]*(?:\n|[|#>+-]|\d+[.)][ \t]))")
_END: Final = re.compile(r"[.!?]+[”’\")]*\s+(?![a-z])|[。！？]+[”’」）]*")
_DECIDED: Final = frozenset({"comparison", "opinion"})
_LINK: Final = re.compile(r"\[([^\[\]\n]*)\](?: \))?")
_MARK: Final = re.compile(CALL)
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W_]")
_UNSAID: Final = re.compile(r"[\s|:-]*")
_PAIR: Final = "pair word"
"""The rule of words that stand for two at once, such as “the two companies”."""
_STAND_ALONE: Final = frozenset({"idiom", "word", "article word", _PAIR, "list marker"})
"""The rules whose matches are no numbers to a reader."""


_Begun = partial[Passage]


def passages(edition: Edition) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what is to be read in an edition, in order, with what its pair is found by."""
    texts: tuple[Readable, ...] = (*edition.pages, *labels_of(edition.book))
    for text in texts:
        if text.language == edition.language:
            yield from of_text(edition, text)


def of_text(edition: Edition, text: Readable) -> Iterator[tuple[PassagePlace, Passage]]:
    """Yield what is to be read of a page, or of a text of the data."""
    if isinstance(text, Label):
        yield from _of_label(edition, text)
        return
    at = {call.start: context for call, context in contexts(text.text, text.calls)}
    for number, reader in enumerate(_readers(edition, text, at)):
        yield from reader.read(text.uri, -number)


def _of_label(edition: Edition, label: Label) -> Iterator[tuple[PassagePlace, Passage]]:
    slot, book = (f"{label.where.path} {label.what}", 0, 0), edition.book
    if label.context == "label":
        name = label.what.removeprefix("label of ")
        keys = book.series[name].members if name in book.series else (name,)
        facts = tuple(key for key in keys if key in book.facts)
        yield slot, Passage(label.where, label.text, Cited(facts))
        return
    for reader in _readers(edition, label, {call.start: "remark" for call in label.calls}):
        for _, passage in reader.read("", 0):
            yield slot, passage


def _readers(
    edition: Edition, text: Readable, at: Mapping[int, Context]
) -> Iterator[_PassageReader]:
    """Yield a reader for each thing that is seen of a text, but for the words in its calls.

    A call says these itself.
    """
    for piece in pieces(text.text, text.calls):
        if piece.kind == "prose" and not piece.within:
            yield _PassageReader(edition, text, piece, at)


@dataclass(frozen=True)
class _PassageReader:
    """Reads one piece of a text.

    Attributes:
        edition: The edition that it is of.
        text: The text.
        piece: The piece.
        contexts: What may be called where each call begins.
    """

    edition: Edition
    text: Readable
    piece: Piece
    contexts: Mapping[int, Context]

    def read(self, name: str, section: int) -> Iterator[tuple[PassagePlace, Passage]]:
        """Yield the sentences that are to be read, each as it is written, up to the next one."""
        if found := [*self._read(name, section)]:
            starts, text = self.piece.starts, self.text.text
            # The running text begins behind the front matter, whatever of it says nothing.
            ends = (starts[0], starts[-1]) if section else (front_of(text).end, len(text))
            cuts = pairwise([ends[0], *(starts[at] for _, _, at in found[1:]), ends[1]])
            for (slot, passage, _), (start, end) in zip(found, cuts, strict=True):
                yield slot, passage(source=text[start:end])

    def _read(self, name: str, section: int) -> Iterator[tuple[PassagePlace, _Begun, int]]:
        text, language, block, heads = self.piece.text, self.edition.language, 0, Heads()
        for start, end in parts(_BLOCK, text, 0, len(text)):
            under = heads.above(text[start:end])
            if text[start:end].lstrip().startswith("#"):
                section, block = section + 1, 0
            before: list[str] = []
            for at, stop in parts(_END, text, start, end):
                names, pairs = self._named(at, stop) if self._names_any else ([], [])
                # A sentence for each is a comparison, too.
                one_each = len(names) == len(before) == 1
                both = strangers(self.edition.book, before * one_each + names, language)
                if passage := self._passage(at, stop, (*both, *pairs), under):
                    yield (name, section, block), passage, at
                before = names
            block += bool(text[start:end].strip())

    @cached_property
    def _steps(self) -> tuple[tuple[int, int, Step], ...]:
        """What the number lint takes out of it."""
        return taken(self.piece.text, self.edition.language, tuple(self.edition.book.names))

    def _passage(
        self, start: int, end: int, named: tuple[str, ...], under: tuple[str, ...]
    ) -> _Begun | None:
        text, said = self.piece.text, partial(self._said, start, end)
        if not _LETTER.search(text, start, end) and _UNSAID.fullmatch(said()):
            return None
        first = end - len(text[start:end].lstrip())
        where = self.text.place(self.piece.starts[first])
        return partial(Passage, where, said, partial(self._cited, start, end), named, under)

    def _said(self, start: int, end: int) -> str:
        return _plain(self._words(start, end))

    def _cited(self, start: int, end: int) -> Cited:
        """Return what a part of it cites: a sheet shows it, and a check only counts the part."""
        calls = self.piece.calls_in(start, end).values()
        claims = tuple(str(each) for call in calls for each in leaves(call, "comparison"))
        keys = tuple(dict.fromkeys(key for call in calls for key in self._keys(call)))
        return Cited(keys, claims, tuple(self._numbers(start, end)))

    def _numbers(self, start: int, end: int) -> Iterator[str]:
        """Yield the numbers that come from no call."""
        for at, to, step in self._steps:
            if start <= at < end and step.rule not in _STAND_ALONE:
                yield self._words(at, to)
        for mark in _MARK.finditer(self.piece.text, start, end):
            if _DIGIT.search(code := self._code(mark.start())):
                yield code

    def _named(self, start: int, end: int) -> tuple[list[str], list[str]]:
        """Return the entities that a sentence names, and the words in it that stand for two.

        A sentence in which a call says what compares names nobody.
        """
        text = self.piece.text
        kinds = {kind_of(call) for call in self.piece.calls_in(start, end).values()}
        if kinds & _DECIDED:
            return [], []
        pairs = (
            text[at:to] for at, to, step in self._steps if step.rule == _PAIR and start <= at < end
        )
        said = self._words(start, end, own=True)
        return apart(self.edition.book, said, self.edition.language), [*pairs]

    @cached_property
    def _names_any(self) -> bool:
        """Whether any of it names somebody, or two at once: else no sentence has to be asked."""
        whole = self._words(0, len(self.piece.text), own=True)
        names = named(self.edition.book, whole, self.edition.language)
        return bool(names) or any(step.rule == _PAIR for _, _, step in self._steps)

    def _keys(self, call: Call) -> Iterator[str]:
        """Yield the facts that a call shows, those of its picture's developments too."""
        picture = self.edition.picture(call)
        drawn = Figure(self.edition, picture).keys if picture else []
        for key in drawn or keys_in(self.edition.book, call):
            if key in self.edition.book.facts:
                yield key

    def _words(self, start: int, end: int, *, own: bool = False) -> str:
        """Return what is read in a part of it, with what its marks stand for.

        Args:
            start: Where the part begins.
            end: Where it ends.
            own: Whether only what we say is wanted: of a picture its title, of a quotation nothing.
        """
        text = self.piece.text[start:end]
        return _MARK.sub(lambda mark: self._said_by(start + mark.start(), own), text)

    def _code(self, at: int) -> str:
        """Return the code that a mark stands for; nothing if it stands for a call."""
        piece = self.piece
        return "" if at in piece.calls else self.text.text[piece.starts[at] : piece.ends[at]]

    def _said_by(self, at: int, own: bool) -> str:
        """Return what a mark stands for: code, or what a call says."""
        if code := self._code(at):
            return code
        call = self.piece.calls[at]
        if own and kind_of(call) == "quotation":
            return ""
        if picture := self.edition.picture(call):
            if own:
                return picture.title
            rows = [picture.title, picture.measure, *words(call)]
            rows += [f"{row.label} {row.group}: {row.words}" for row in picture.data]
            rows += [f"{link.label}: {link.text}" for link in picture.links]
            rows += map(picture.named, picture.references)
            return "\n".join(dict.fromkeys(rows))
        said = self.edition.interpret(call, self.contexts[call.start]).text
        return said or (self.text.text[call.start : call.end] if any(words(call)) else "")


def _plain(text: str) -> str:
    """Return words without what is left of links, headings and rows of tables."""
    lines = (" ".join(_LINK.sub(r"\1", line).split()) for line in text.split("\n"))
    return "\n".join(line.strip("|").lstrip("#>-+ ").strip() for line in lines).strip()
