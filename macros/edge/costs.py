"""What a million readers a day cost, in requests and bytes: measured in what was built."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from macros.edge.hashed_names import FOLDER
from macros.edge.policy import FRAMES

FILE: Final = "costs.txt"
READERS: Final = 1_000_000
_DAY: Final = 24 * 60 * 60
_SENT_AS_IT_IS: Final = (".png", ".jpg", ".webp", ".woff2")
_SEARCH: Final = ("assets/javascripts/**/*.js", "search/*.js", f"{FOLDER}/search.*.css")
_WAITING: Final = 'type="text/plain"'
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

    def told(self) -> str:
        """Return the table."""
        read = (page for page in self.site.pages if FRAMES not in page.split("/")[:-1])
        first = {page: self._first(page) for page in read if page != "404.html"}
        by_size = sorted(first, key=lambda page: (sum(map(self._size, first[page])), page))
        middle, most = by_size[(len(by_size) - 1) // 2], by_size[-1]
        visits = {
            "first page: home": first["index.html"],
            f"first page: {middle}, in the middle": first[middle],
            f"first page: {most}, the largest": first[most],
            "a later page, in the middle": {middle, *self._beside(middle, "cards")},
            "who searches, once": self._found(_SEARCH),
            "who makes a chart interactive, once": {
                *self._found(_LIVE),
                *self._beside(middle, "live"),
            },
        }
        lines = (_line(what, [*map(self._sent, paths)]) for what, paths in visits.items())
        return _HEAD.format(readers=READERS) + "".join(lines)

    def _first(self, page: str) -> set[str]:
        """Return the files that a page asks for by itself; its live charts wait."""
        return {page, *(path for path in self._loaded(page) if ".live." not in path)}

    def _beside(self, page: str, name: str) -> set[str]:
        """Return the file beside a page that has a name, if there is one."""
        return {path for path in self._loaded(page) if f".{name}." in path}

    def _loaded(self, page: str) -> set[str]:
        """Return the files that a page loads, but for the search's script, which waits."""
        loads = (link for link in self.site.pages[page].links if link.loads)
        asked = (link for link in loads if link.tag != "meta" and _WAITING not in link.text)
        found = (self.site.target(page, url) for link in asked for url in link.urls)
        return {path for path in found if path in self.site.files}

    def _found(self, patterns: Iterable[str]) -> set[str]:
        folder: Path = self.site.folder
        found = (path for pattern in patterns for path in folder.glob(pattern))
        return {path.relative_to(folder).as_posix() for path in found}

    def _file(self, path: str) -> Path:
        folder: Path = self.site.folder
        return folder / self.renamed.get(path, path)

    def _size(self, path: str) -> int:
        return self._file(path).stat().st_size

    def _sent(self, path: str) -> int:
        body = self._file(path).read_bytes()
        packed = body if path.endswith(_SENT_AS_IT_IS) else gzip.compress(body, 6, mtime=0)
        return len(packed)


def _line(what: str, sent: Collection[int]) -> str:
    """Return what is asked for and sent, for one reader and for all of them."""
    asked, size = len(sent), sum(sent)
    each = f"{asked:9} {size / 1e3:9.1f}"
    return f"{what:<52}{each} {asked * READERS / _DAY:10.0f} {size * READERS / 1e9:9.1f}\n"
