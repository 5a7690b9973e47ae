"""Social cards: one picture per page, with its title, a sentence, the tie-out strip and the day."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote

from macros.charts.raster import Bar, Lettering, png
from macros.charts.theme import INK, SOFT
from macros.charts.typeset import uncovered, width, wrap
from macros.data.inputs import Slot
from macros.pages.edition import Edition
from macros.pages.strip import GROUPS, counts, strip
from macros.pages.voice import Voice
from macros.site.abstract import Abstract
from macros.site.social.strip import stripes, tick

WIDTH, HEIGHT = 1200, 630
MARGIN: Final = 64
ROOM: Final = WIDTH - 2 * MARGIN
BASE: Final = 520
LOWEST: Final = 412
TALLEST: Final = 150
FOLDER: Final = "assets/social"
_SIZES: Final = ((68, 1), (58, 2), (48, 3))
_SENTENCE_SIZES: Final = (31, 29, 27)
_LEADING: Final = 1.36
_SENTENCE: Final = re.compile(r".+?(?:[.?!](?= )|[。？！]|$)")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_NUMBER: Final = re.compile(r"\d[\d.]*[亿万]?$")
_UNIT: Final = re.compile(r"(?<=\d) (?=[a-z%])")


@dataclass(frozen=True)
class SocialCard:
    """The card of one page.

    Attributes:
        edition: The explainer in one language.
        page: The page in short.
        address: The site's address as it is shown; may be empty.
    """

    edition: Edition
    page: Abstract
    address: str = ""

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    @property
    def path(self) -> str:
        """Its file, relative to the language's root."""
        return f"{FOLDER}/{self.page.name}.png"

    @property
    def href(self) -> str:
        """The same, as it is written in an address."""
        return quote(self.path)

    @property
    def alt(self) -> str:
        """Its text alternative: the words it shows."""
        counts = self.voice.phrase("semicolon").join(f"{n} {word}" for _, n, word in self._counts)
        said_ = f"{self.voice.phrase('strip_summary')} {counts}" if counts else ""
        title = self.page.title.rstrip("?？")
        return self.voice.said("card", title=title, lead=self.page.lead, strip=said_).strip()

    @cached_property
    def _counts(self) -> list[tuple[str, int, str]]:
        """How many figures there are of each height, and what these are called in short."""
        words = {name: self.voice.phrase(f"count_{name}") for name in GROUPS}
        words |= {"not_found": self.voice.said("not_found")}
        return [(name, n, words[name]) for name, n in self.edition.once(counts).items() if n]

    def drawn(self) -> list[Lettering | Bar]:
        """Return what is on the card."""
        below, words = self._words()
        return [*self._head(), *words, *self._foot(min(TALLEST, BASE - below - 44))]

    def _head(self) -> Iterator[Lettering | Bar]:
        """Yield the mark and the site's name (on the home page what it does), day and address."""
        book, home = self.voice.audit.book, self.page.kind == "home"
        name = self.voice.said("kicker") if home else self.voice.text(book.site.title)
        yield from _MARK
        yield text(name, MARGIN + 58, 82, 28, INK if not home else SOFT, bold=not home)
        right = WIDTH - MARGIN
        if self.address:
            yield text(self.address, right, 82, 22, SOFT, end=True)
            right -= round(width(self.address, 22, slack=False)) + 28
        yield text(self.voice.as_of, right, 82, 22, SOFT, end=True)

    def _words(self) -> tuple[float, list[Lettering]]:
        """Return the title and as many whole sentences as there is room for, and their end."""
        size, lines = _title(self.page.title)
        y, drawn = 118.0, list[Lettering]()
        for line in lines:
            y += size * 1.18
            drawn.append(text(line, MARGIN, y, size, INK, bold=True))
        y += 18
        size, lines = _sentences(self.page, LOWEST - y)
        for line in lines:
            y += round(size * _LEADING)
            drawn.append(text(line, MARGIN, y, size, SOFT))
        return y, drawn

    def _foot(self, tall: float) -> Iterator[Lettering | Bar]:
        """Yield the strip and what its ticks mean."""
        here = self.page.name if self.page.kind == "chapter" else ""
        yield from stripes(self.edition.once(strip, here), MARGIN, ROOM, BASE, tall)
        x, size = float(MARGIN), self._legend_size
        for verdict, n, word in self._counts:
            yield from tick(verdict, x + 2, 10, 586, 24)
            number = str(n)
            yield text(number, x + 20, 586, size, INK, bold=True)
            x += 26 + width(number, size, bold=True, slack=False)
            yield text(word, x, 586, size, SOFT)
            x += width(word, size, slack=False) + 26

    @property
    def _legend_size(self) -> int:
        """The largest size at which the legend is one line."""
        found = self._counts
        bare = 52 * len(found) - 26
        one = sum(width(f"{n}{word}", 1, bold=True, slack=False) for _, n, word in found)
        return min(22, int((ROOM - bare) / one)) if found else 22


def _title(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines."""
    for size, most in _SIZES:
        lines = wrap(shown(title), size, ROOM, bold=True)
        if len(lines) <= most:
            return size, lines
    return _SIZES[-1][0], [*lines[: _SIZES[-1][1] - 1], lines[_SIZES[-1][1] - 1] + "…"]


def _sentences(page: Abstract, room: float) -> tuple[int, list[str]]:
    """Return a size and the page's first sentences as lines, as many as fit; else its description.

    There is room for them of so many px in height.
    """
    ends = [sentence.end() for sentence in _SENTENCE.finditer(page.lead)]
    tries = (page.lead[:end] for end in reversed(ends))
    for words in (*tries, page.description):
        for size in _SENTENCE_SIZES:
            lines = _unbroken(wrap(_UNIT.sub("\u00a0", shown(words)), size, ROOM), size)
            if len(lines) * round(size * _LEADING) <= room:
                return size, lines
    return _SENTENCE_SIZES[0], []


def _unbroken(lines: list[str], size: int) -> list[str]:
    """Return lines of which none ends between a number and its unit, if there is room."""
    kept = list(lines)
    for n in range(len(kept) - 1):
        number = _NUMBER.search(kept[n])
        if number and number.start() and _HAN.match(kept[n + 1]):
            moved = number[0] + kept[n + 1]
            if width(moved, size, slack=False) <= ROOM:
                kept[n : n + 2] = [kept[n][: number.start()], moved]
    return kept


def shown(words: str) -> str:
    """Return words in characters that the chart font has, so that bytes are the same anywhere."""
    return words.translate(dict.fromkeys(map(ord, uncovered([words])), "□"))


def text(
    words: str, x: float, y: float, size: int, color: str, *, bold: bool = False, end: bool = False
) -> Lettering:
    """Return a line of text in characters that the chart font has."""
    return Lettering(shown(words), x, y, size, color, bold, end)


_MARK: Final = (  # a question over an equals sign
    Lettering("?", MARGIN + 14, 75, 33, INK, bold=True),
    Bar(MARGIN + 4, 77, 36, 5, INK),
    Bar(MARGIN + 4, 86, 36, 5, INK),
)


def drawn(cards: Iterable[SocialCard], kept: Slot | None) -> dict[str, bytes]:
    """Return the PNG of each card by its path.

    Args:
        cards: The cards of a language.
        kept: Where those are kept that were drawn last, for cards that are alike.
    """
    before: dict[str, str] = json.loads((kept and kept.recall()) or b"{}")
    made: dict[str, str] = {}
    names: dict[str, str] = {}
    for card in cards:
        shapes = card.drawn()
        name = names[card.path] = hashlib.sha256(repr(shapes).encode()).hexdigest()
        made[name] = before.get(name) or b64encode(png(WIDTH, HEIGHT, shapes)).decode()
    if kept and made.keys() != before.keys():
        kept.keep(json.dumps(made).encode())
    return {path: b64decode(made[name]) for path, name in names.items()}
