"""The text of the data file in pieces: each entry of its `facts:` by itself, and all the rest.

Nothing is parsed: what is not plainly a line of a list of facts counts among the rest, so that a
piece never holds more than its entry, however the file is written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

_FACTS: Final = re.compile(r"^facts:[ \t]*(?:#.*)?\r?\n((?:(?:[ \t\r#-].*)?\n)*)", re.MULTILINE)
_SECTION: Final = re.compile(r"\w+:")
_ITEM: Final = re.compile(r"( *- )\{?[\w\"']+:")
_FIRST: Final = re.compile(r"^ *(?=- )", re.MULTILINE)


@dataclass(frozen=True)
class Pieces:
    """The pieces of a data file's text."""

    text: str

    @property
    def rest(self) -> str:
        """All but its facts."""
        start, end = self._span
        return f"{self.text[:start]}\0{self.text[end:]}"

    @property
    def facts(self) -> str:
        """The lines of its facts."""
        start, end = self._span
        return self.text[start:end]

    @property
    def placed(self) -> Iterator[tuple[int, str]]:
        """The line that each entry begins in, and its text."""
        return zip(self._starts, self.entries, strict=False)

    def at(self, line: int) -> int | None:
        """Return which entry a line of the file belongs to; None if it is among the rest."""
        number = bisect_right(self._starts, line) - 1
        return number if 0 <= number < len(self.entries) else None

    @cached_property
    def _span(self) -> tuple[int, int]:
        found = [*_FACTS.finditer(self.text)]
        return found[0].span(1) if len(found) == 1 else (0, 0)

    @cached_property
    def entries(self) -> list[str]:
        """The entries; what stands before the first is part of it, such as a remark."""
        indent = _FIRST.search(self.facts)
        begins = re.compile(rf"^{indent[0]}- ", re.MULTILINE) if indent else None
        cuts = [found.start() for found in begins.finditer(self.facts)][1:] if begins else []
        ends = [*cuts, len(self.facts)]
        return [self.facts[a:b] for a, b in zip([0, *cuts], ends, strict=True)] if begins else []

    @cached_property
    def _starts(self) -> list[int]:
        """The line that each entry begins in, and the one behind the last."""
        starts = [self.text.count("\n", 0, self._span[0]) + 1]
        for entry in self.entries:
            starts.append(starts[-1] + entry.count("\n"))
        return starts


class Entries(dict[int, str]):
    """Entries by the lines in which they begin, in order."""

    def at(self, line: int) -> int:
        """Return the line in which the entry begins that a line belongs to."""
        return self._starts[bisect_right(self._starts, line) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [*self]


@lru_cache(maxsize=2)
def entries_in(text: str) -> Entries:
    """Return the entries of all sections, without remarks, by the lines in which they begin.

    A list whose items are but one word or text each is one entry.
    """
    found = Entries()
    start, indent = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        item = _ITEM.match(line)
        if _SECTION.match(line):
            start, indent = number, ""
        elif item and indent in ("", item[1]):
            start, indent = number, item[1]
        if line.strip() and not line.lstrip().startswith("#"):
            found[start] = f"{found.get(start, '')}{line}\n"
    return found
