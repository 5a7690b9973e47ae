"""Drafts entries from a text: each figure as it is printed, with its paragraph, and no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from macros.arithmetic.units import SCALES, Units
from macros.checks.prose.reading import read
from macros.data.book import Book
from macros.data.draft import BLANK, TRIED, Measured, figure, quoted, worths
from macros.language.reading import read_printed
from macros.language.tongue import language_of
from macros.problems import TieoutError

_MARK: Final = re.compile(r"¶(\d+)\s*")
_HEADING: Final = re.compile(r"(?m)^#.*\n?")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_WORD: Final = re.compile(r"[$€£¥]?\d+(?:[.,]\d+)*|[^\W\d_\u2e80-\u9fff]+\S*|\S")
_STOP: Final = re.compile(r"[!?;:()。！？；，：（）、]|[.,](?!\d)")
_BEFORE, _BEHIND = 2, 6
"""How many words may belong to a figure, such as “more than” and “million square kilometres”."""
_ROOM: Final = 30
_NO_MEASURE: Final = frozenset({"date", "rank"})


@dataclass(frozen=True)
class Quoted:
    """Drafts the entries of a text.

    Attributes:
        units: The units of the data file.
        codes: The languages of the explainer.
        names: Declared names, in which numbers may stand.
        used: Units that the data uses already.
        origin: The document that the text is.
    """

    units: Units
    codes: Sequence[str]
    names: Sequence[str] = ()
    used: Sequence[str] = ()
    origin: str = BLANK

    @classmethod
    def beside(cls, book: Book, codes: Sequence[str], origin: str) -> Quoted:
        """Return what drafts further entries of a book."""
        used = sorted({fact.unit.name for fact in book.facts.values()})
        return cls(book.units, codes, book.names, used, origin)

    def lines(self, text: str) -> Iterator[str]:
        """Yield the lines of entries for the figures of a text, in the order of reading."""
        yield "facts:"
        for number, paragraph in _paragraphs(text):
            language = language_of(paragraph)
            language = language if language in self.codes else self.codes[0]
            nth, behind = 0, 0
            for found in read(paragraph, language, self.names, ()).findings:
                start, end = found.offset, found.offset + found.length
                # Found within the phrase that was just read.
                if start < behind:
                    continue  # a part of the figure before it, as in “parts per million”
                printed, unit = self._read(paragraph, start, end)
                nth, behind = nth + 1, max(end, paragraph.find(printed, behind) + len(printed))
                around = " ".join(paragraph[max(0, start - _ROOM) : end + _ROOM].split())
                yield f"- id: p{number}_{nth}  # {around}"
                yield from self._entry(number, " ".join(printed.split()), unit)

    def _entry(self, number: int, printed: str, unit: Measured | None) -> Iterator[str]:
        label = ", ".join(f"{code}: {quoted(BLANK)}" for code in self.codes)
        yield f"  label: {f'{{{label}}}' if len(self.codes) > 1 else quoted(BLANK)}"
        kept = f"concept: {BLANK}, entity: {BLANK}, unit: {unit.name if unit else BLANK}"
        yield f"  is: {{{kept}, basis: {BLANK}}}"
        yield "  reports:"
        try:
            entered = figure(printed, unit, self.units)
        except TieoutError:  # digits that are no number, such as 1,1
            entered = f"printed: {quoted(printed)}, value: {BLANK}"
        yield f"  - {{origin: {self.origin}, at: ¶{number}, {entered}}}"

    def _read(self, text: str, start: int, end: int) -> tuple[str, Measured | None]:
        """Return the longest phrase from a number on that names one unit, and this unit.

        Words in front of it belong to it where they say a bound, such as “more than”.
        """
        starts, ends = _reach(text, start, end)
        # The longest phrase first: “million tonnes” and not “million”.
        for stop in reversed(ends):
            if unit := self._unit(text[start:stop]):
                if self._has_bound(text[start:stop], unit):
                    return text[start:stop], unit
                bounding = (text[at:stop] for at in reversed(starts) if at < start)
                bounded = (phrase for phrase in bounding if self._has_bound(phrase, unit))
                return next(bounded, text[start:stop]), unit
        return text[start:end], None

    def _has_bound(self, phrase: str, unit: Measured) -> bool:
        """Whether a phrase reads as more, less or about, and no more than that."""
        try:
            told = read_printed(phrase, self.units.read(unit.name), self.units)
        except TieoutError:
            return False
        return told.bound != "exact" and told.value > 0

    def _unit(self, phrase: str) -> Measured | None:
        """Return the unit of a phrase; none if it would do for things of several kinds.

        One of several parts is asked for only where no other fits: “€1.92” is no price per litre.
        """
        used = [name for name in self.used if name not in _NO_MEASURE]
        plain = (name for name in used if name.isalpha())
        found = worths(phrase, (*self.units.named, *plain, *TRIED), self.units)
        found = found or worths(phrase, used, self.units)
        # Of one kind, the digits decide which size is meant; of several kinds nothing does.
        kinds = {self.units.dimension(self.units.read(name).id) for name in found}
        digits = re.search(r"\d[\d,]*(?:\.\d+)?", phrase)
        if len(kinds) != 1:
            return None
        if not digits:  # “nearly nine times”; but “sixth” is a rank or a share
            name = min(found, key=lambda name: abs(found[name]))
            return Measured(name) if abs(found[name]) >= 1 else None
        shown = Fraction(digits[0].replace(",", "")) or Fraction(1)
        sizes = {name: abs(worth) / shown for name, worth in found.items()}
        fitting = {name: by for name, by in sizes.items() if re.fullmatch("10*", str(by))}
        if not fitting:
            return None
        name = min(fitting, key=lambda name: fitting[name])  # km of “13,000 km”, and not m
        scale = next((word for word, by in SCALES.items() if by == fitting[name]), "")
        return Measured(f"{scale} {name}".strip())


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield paragraphs with their numbers: as marks say, or in order, headings left out."""
    text = _HEADING.sub("\n", text)
    if _MARK.search(text):
        _, *marked = _MARK.split(text)
        yield from zip(map(int, marked[::2]), map(str.strip, marked[1::2]), strict=True)
        return
    yield from enumerate(filter(None, map(str.strip, _BLANK_LINE.split(text))), 1)


def _reach(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return where a phrase around a number may begin and end, within its part of a sentence."""
    before = text[:start]
    stops = [found.end() for found in _STOP.finditer(before)]
    words = [w.start() for w in _WORD.finditer(before) if w.start() >= max(stops, default=0)]
    after = _STOP.split(text[end:], maxsplit=1)[0]
    ends = [end + w.end() for w in list(_WORD.finditer(after))[:_BEHIND]]
    return [*words[-_BEFORE:], start], [end, *ends]
