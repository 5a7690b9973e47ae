"""The files of a built site, each read once for all who ask for something in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from macros.checks.site.markup import Markup, SiteReader
from macros.problems import Location, place_at
from macros.site.beside import html_of
from macros.site.html_tags import read

_NOWHERE: Final = "https://site.invalid/"


@dataclass(frozen=True)
class Site:
    """The files of a built site.

    Attributes:
        folder: Where they are.
        name: What to call the folder in messages.
        reader: What reads its pages.
    """

    folder: Path
    name: str
    _full: dict[tuple[str, str], SplitResult] = field(default_factory=dict, init=False, repr=False)
    reader: SiteReader = field(default_factory=SiteReader, init=False, repr=False, compare=False)

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path in the site."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    def text(self, path: str) -> str:
        """Return the text of a file, or what a script brings; of a large site no text is held."""
        text = self.files[path].read_bytes().decode("utf-8", errors="replace")
        return html_of(text) if path.endswith(".js") else text

    @cached_property
    def parts(self) -> dict[str, dict[str, Markup]]:
        """Of each page, read: itself and what stands beside it, by path."""
        pages = (path for path in self.files if path.endswith(".html"))
        # A page is written much like that of another language.
        order = sorted(pages, key=lambda path: (posixpath.basename(path), path))
        return {path: dict(self._read(path)) for path in order}

    def _read(self, path: str) -> Iterator[tuple[str, Markup]]:
        yield path, (page := self.reader.read(self.text(path)))
        for href in page.beside:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            if file in self.files:  # else the link is told
                yield file, self.reader.read(self.text(file), page.language)

    @cached_property
    def pages(self) -> dict[str, Markup]:
        """Each page, read."""
        return {path: parts[path] for path, parts in self.parts.items()}

    def target(self, page: str, url: str) -> str | None:
        """Return the file of the site that a page's link leads to; None if it leads elsewhere."""
        with suppress(ValueError):
            full = self.full(page, url)
            if full.netloc == self.own.netloc and full.path.startswith(self.own.path):
                return unquote(full.path.removeprefix(self.own.path))
        return None

    @cached_property
    def own(self) -> SplitResult:
        """Its address, in its parts."""
        return urlsplit(self.address)

    def full(self, page: str, url: str) -> SplitResult:
        """Return the whole address that a page's link leads to, but for the place there.

        Raises:
            ValueError: It is no address.
        """
        url = url.partition("#")[0]
        asked = page if url[:1] in ("", "?") else page.rpartition("/")[0], url
        if asked not in self._full:
            self._full[asked] = urlsplit(urljoin(self.address + quote(page), url))
        return self._full[asked]

    @cached_property
    def address(self) -> str:
        """The site's address, as its home page names it."""
        home = self.pages.get("index.html")
        tags = (read(link.text).attributes for link in home.links) if home else ()
        found = (given.get("href", "") for given in tags if given.get("rel") == "canonical")
        return next((href for href in found if urlsplit(href).netloc), _NOWHERE)

    def place(self, path: str, offset: int) -> Location:
        """Return a place in a file of the site, as messages name it."""
        return place_at(posixpath.join(self.name, path), self.text(path), offset)

    def places(self, path: str, what: object) -> list[Location]:
        """Return the places in a file of the site of the tags that say something, in order."""
        return [self.place(path, place) for place in self.reader.places(self.text(path))[what]]
