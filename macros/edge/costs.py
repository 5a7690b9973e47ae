"""What a million readers a day cost, in requests and bytes: measured in what was built."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median_low
from typing import Any, Final

from macros.edge.hashed_names import FOLDER
from macros.edge.policy import FRAMES

FILE: Final = "costs.txt"
READERS: Final = 1_000_000
_DAY: Final = 24 * 60 * 60
_SENT_AS_IT_IS: Final = frozenset((".png", ".jpg", ".webp", ".woff2"))
_SEARCH: Final = ("assets/javascripts/**/*.js", "search/*.js", f"{FOLDER}/search.*.css")
_LIVE: Final = (f"{FOLDER}/charts.*.js", f"{FOLDER}/vega.*.js")
_HEAD: Final = """\
What {readers:,} readers a day cost, as a host sends it: gzip at level 6, but pictures.
Measured in this build. A later page finds in the browser's cache what is kept for ever.

                                                     requests        kB requests/s    GB/day
"""


@dataclass(frozen=True)
class Costs:
    """Reckons what pages cost.

    Attributes:
        site: What was read of the finished site.
        renamed: The new path of each file that was renamed since.
    """

    site: Any
    renamed: Mapping[str, str]
    _sent: Any = field(default_factory=lambda: cache(_sent))

    def told(self) -> str:
        """Return the table."""
        read = (page for page in self.site.pages if FRAMES not in page.split("/")[:-1])
        first = {page: self._first(page) for page in read if page != "404.html"}
        weights = {page: sum(sizes) for page, sizes in first.items()}
        half = median_low(weights.values())
        middle = next(page for page, weight in weights.items() if weight == half)
        most = max(weights, key=lambda page: (weights[page], page))
        later = {middle, *self._beside(middle, "cards")}
        live = {*self._found(_LIVE), *self._beside(middle, "live")}
        visits = {
            "first page: home": first["index.html"],
            f"first page: {middle}, in the middle": first[middle],
            f"first page: {most}, the heaviest": first[most],
            "a later page, in the middle": self._sizes(later),
            "who searches, once": self._sizes(self._found(_SEARCH)),
            "who makes a chart interactive, once": self._sizes(live),
        }
        lines = (_line(what, len(sizes), sum(sizes)) for what, sizes in visits.items())
        return _HEAD.format(readers=READERS) + "".join(lines)

    def _first(self, page: str) -> tuple[int, ...]:
        loads = (each for each in self.site.pages[page].elements if each.loads)
        urls = (e.given.get("src") or e.given.get("href", "") for e in loads if _is_asked(e.given))
        found = {self.site.target(page, url) for url in urls}
        return self._sizes({page, *(found & self.site.files.keys()), *self._beside(page, "cards")})

    def _beside(self, page: str, name: str) -> Iterator[str]:
        """Yield the file beside a page that has a name; its cards come by themselves."""
        loads = (e.given.get("src", "") for e in self.site.pages[page].elements)
        found = (self.site.target(page, src) for src in loads if f".{name}." in src)
        return (path for path in found if path in self.site.files)

    def _found(self, patterns: Iterable[str]) -> set[str]:
        folder: Path = self.site.folder
        found = (path for pattern in patterns for path in folder.glob(pattern))
        return {path.relative_to(folder).as_posix() for path in found}

    def _sizes(self, paths: Iterable[str]) -> tuple[int, ...]:
        files = (self.site.folder / self.renamed.get(path, path) for path in sorted(paths))
        return tuple(self._sent(file) for file in files)


def _line(what: str, asked: int, sent: int) -> str:
    """Return what is asked for and sent, for one reader and for all of them."""
    each = f"{asked:9} {sent / 1e3:9.1f}"
    return f"{what:<52}{each} {asked * READERS / _DAY:10.0f} {sent * READERS / 1e9:9.1f}\n"


def _is_asked(given: Mapping[str, str]) -> bool:
    """Whether a page asks for a file by itself; live charts and the search's script wait."""
    return given.get("type") != "text/plain" and ".live." not in given.get("src", "")


def _sent(file: Path) -> int:
    body = file.read_bytes()
    return len(body) if file.suffix in _SENT_AS_IT_IS else len(gzip.compress(body, 6, mtime=0))
