"""The data read again after an edit: entries of facts that stand as they stood are not read anew.

An entry depends on nothing but its own text and what is declared beside the facts. So where that
is as it was, and nothing is wrong, what was made of an entry is made of it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from macros.data.book import Book, Fact
from macros.data.build.assembly import Assembly
from macros.data.load import Languages, Reader, ReadFile, load_text, read_entries
from macros.data.pieces import Pieces
from macros.data.tree import Sequence, read_tree
from macros.problems import Problems, Rule

Placed = tuple[int, str]
"""The line that an entry begins in, and its text."""


@dataclass
class Again:
    """What was read of a data file, and made of it, the last time.

    Attributes:
        reads: How often data was read; what is read only once is not remembered.
        shape: What must be the same for an entry to be the same: all but facts, and their lines.
        read: The entries of each section.
        made: The facts of each entry, by its identity.
        entries: Those of facts.
    """

    reads: int = 0
    shape: tuple[Any, ...] = ()
    read: ReadFile | None = None
    made: dict[int, list[Fact]] = field(default_factory=dict)
    entries: dict[Placed, Any] = field(default_factory=dict)

    def load(self, text: str, path: str, problems: Problems, languages: Languages) -> Book | None:
        """Read the data file's text, as `load_text` does."""
        self.reads += 1
        if self.reads == 1:
            return load_text(text, path, problems, languages)
        pieces = Pieces(text)
        shape = pieces.rest, pieces.facts.count("\n"), path, languages
        book = self._mended(pieces, path, languages) if shape == self.shape else None
        return book or self._whole(pieces, shape, problems)

    def _mended(self, pieces: Pieces, path: str, languages: Languages) -> Book | None:
        """Return the book if nothing is wrong with it and its entries can be read one by one."""
        problems, entries = Problems(rule=Rule.data), dict[Placed, Any]()
        assert self.read
        reader = Reader(languages, problems, self.read.declared)
        for line, text in pieces.placed:
            entry = self.entries.get((line, text))
            if entry is None:
                node = read_tree(text, path, problems, line - 1)
                if problems.found or not isinstance(node, Sequence) or len(node) != 1:
                    return None
                entry = reader.fact(node)
            entries[line, text] = entry
        if problems.found:
            return None
        read = self.read._replace(
            file=self.read.file.model_copy(update={"facts": tuple(entries.values())})
        )
        former = {*map(id, self.entries.values())} & {*map(id, entries.values())}
        made = {each: self.made[each] for each in former}
        book = Assembly(read.file, problems).book(read.places, languages, made)
        if problems.found or problems.causes:
            return None
        self.read, self.made, self.entries = read, made, entries
        return book

    def _whole(self, pieces: Pieces, shape: tuple[Any, ...], problems: Problems) -> Book | None:
        """Read all of it, and remember it if nothing is wrong and each entry has its place."""
        *_, path, languages = shape
        problems = problems.under(Rule.data)
        self.shape, self.made = (), {}
        read = self.read = read_entries(pieces.text, path, problems, languages)
        if read is None:
            return None
        book = Assembly(read.file, problems).book(read.places, languages, self.made)
        found = {pieces.at(entry.place().line): entry for entry in read.file.facts}
        if not problems.found and {*found} == {*range(len(pieces.entries))}:
            self.shape = shape
            self.entries = {placed: found[n] for n, placed in enumerate(pieces.placed)}
        return book
