"""What `serve` does after an edit: the pages that show it are made at once, all else thereafter.

A page is known by the digest of what it is made of, as in a build. The pages that show all there
is take longest, and so do files that are no pages: a reload of the page that one is reading does
not wait for them, and who asks for one of them gets it when it is made.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.livereload import LiveReloadServer

from macros.edge import disk, package, search
from macros.edge.run import Run
from macros.edge.watching import hear

log = logging.getLogger("mkdocs.hooks.tieout")
Asked = tuple[str, str]
"""A language and what is to be made of it: a page's source, or nothing for what is no page."""


@dataclass(eq=False)
class Edits:
    """The edits of an explainer that is served.

    Attributes:
        run: What the command is doing.
        root: The explainer's folder.
        server: What serves it.
        whole: Builds all of it, as MkDocs does.
        turn: Held by whoever makes pages.
        state: Held by whoever looks at what is still to be made.
        known: What each page is made of that is served.
        late: What is still to be made, in this order, and the paths at which it is served.
        edits: How many edits there were.
        pause: Before each thing that nobody waits for, the seconds in which an edit may come.
        wanted: How many requests wait for something that is put off, by its path.
        open: How many browsers wait for news of a page, by the path at which it is served.
    """

    run: Run
    root: Path
    server: LiveReloadServer
    whole: Callable[[], object]
    turn: threading.Lock = field(default_factory=threading.Lock)
    state: threading.Condition = field(default_factory=threading.Condition)
    known: dict[str, str] = field(default_factory=dict)
    late: dict[Asked, set[str]] = field(default_factory=dict)
    edits: int = 0
    pause: float = 2
    wanted: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)

    def begin(self, *watched: str) -> None:
        """Take over from the server what it does after an edit, and the answers to requests.

        Args:
            *watched: What it watches already.
        """
        hear(self.server, *watched)
        self.server.builder = self.build
        self.server.set_app(self.answer)
        self._remember()

    def _remember(self) -> None:
        """Know what is served after a whole build, and get ready for the first edit."""
        self.known = dict(self.run.digests)
        if self.known:
            threading.Thread(target=self._get_ready, daemon=True).start()

    def _get_ready(self) -> None:
        with self.turn, suppress(Exception):  # whatever it is, the next edit tells it
            package.function("macros.checks.review", "remember")(self.run.project)
            gc.unfreeze()
            gc.collect()
            gc.freeze()  # what stays is not looked through in the midst of an edit

    def build(self) -> None:
        """Bring the site up to date, but for what may come late."""
        with self.state:
            self.edits += 1
            self.state.notify_all()
        with self.turn:
            if not self._is_mended():
                self.whole()
                self._remember()
                self._put_off({})
        threading.Thread(target=self.finish, daemon=True).start()

    def _is_mended(self) -> bool:
        """Make at once the pages that show an edit; False if a whole build has to do that."""
        run = self.run
        if not self.known or run.problems != run.reviewed:  # others are told by a whole build
            return False
        try:
            before = run.problems
            return run.again(self.root) and self._mend(before)
        except Exception:  # whatever it is, a whole build tells it
            log.debug("an edit could not be mended alone", exc_info=True)
            return False

    def _mend(self, before: tuple[str, ...]) -> bool:
        run, now = self.run, self.run.digests
        stale = [path for path in now if now[path] != self.known.get(path)]
        if now.keys() != self.known.keys() or len(stale) == len(now):
            return False
        late = package.function("macros.pages.parts", "late")(run.editions.values())
        late = {path for path in stale if not self._is_first(path, late)}
        self._make(path for path in stale if path not in late)
        if run.problems != run.reviewed or (run.warned and run.main and run.main.strict):
            return False
        if run.problems != before:
            for pages in run.pages.values():
                pages.tell(before, run.problems, run.stopped(pages.config))
        self._put_off(self._paths(path for path in stale if path in late))
        return True

    def _is_first(self, path: str, of_all: Collection[str]) -> bool:
        """Whether a page is to be made at once: those that are read, or else all but the large."""
        language, uri = _asked(path)
        pages = self.run.pages[language]
        is_read = pages.folder + pages.file(uri).dest_uri in +self.open
        return is_read if +self.open else path not in of_all

    def _make(self, paths: Iterable[str]) -> None:
        """Make pages, and keep them."""
        for path in paths:
            language, uri = _asked(path)
            self.run.pages[language].make(uri)
            self.known[path] = self.run.digests[path]
        well = self.run.well
        for pages in self.run.pages.values():
            pages.close(well=well)

    def _paths(self, late: Iterable[str]) -> dict[Asked, set[str]]:
        """Return what is to be made late: pages, and of each language all that is no page."""
        found: dict[Asked, set[str]] = {}
        for language, uri in map(_asked, late):  # a page, and what stands beside it
            pages = self.run.pages[language]
            paths = (pages.file(uri).dest_uri, *pages.beside.get(uri, ()))
            found[language, uri] = {pages.folder + path for path in paths}
        for language, pages in self.run.pages.items():
            paths = (disk.INDEX, *self.run.generated[language])
            found[language, ""] = {pages.folder + path for path in paths}
        return found

    def _put_off(self, late: dict[Asked, set[str]]) -> None:
        with self.state:
            self.late = late
            self.state.notify_all()

    def finish(self) -> None:
        """Make what was put off, one thing at a time, until the next edit comes."""
        now = self.edits

        def is_over() -> bool:
            return not self.late or self.edits != now

        while not is_over():
            with self.state:
                self.state.wait_for(lambda: is_over() or self._urgent(), self.pause)
            with self.turn:
                if not is_over():
                    asked = next(iter((*self._urgent(), *self.late)))
                    self.run.shielded(lambda: self._finish(*asked), None)  # noqa: B023 - at once
                    self._put_off({each: at for each, at in self.late.items() if each != asked})

    def _urgent(self) -> list[Asked]:
        """Return what somebody waits for."""
        return [asked for asked, paths in self.late.items() if paths & (+self.wanted).keys()]

    def _finish(self, language: str, uri: str) -> None:
        if uri:
            self._make([f"docs/{language}/{uri}"])
        else:
            pages = self.run.pages[language]
            self.run.generate(pages.config, pages.files)
            search.write_index(pages.config)

    def answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request as the server does, once what is asked for is as it has to be."""
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        asked = self._path(address)
        if address.startswith("/livereload/"):
            page = self._path(unquote(urlsplit(environ.get("HTTP_REFERER", "")).path))
            with self._counted(self.open, page):
                return self.server.serve_request(environ, start)
        while True:
            with self._counted(self.wanted, asked), self.state:
                self.state.notify_all()
                self.state.wait_for(lambda: self._is_ready(asked))
            heads: list[tuple[Any, ...]] = []
            body = self.server.serve_request(environ, _kept(heads))
            if self._is_ready(asked):  # the server may have waited for an edit meanwhile
                start(*heads[-1])
                return body

    def _path(self, address: str) -> str:
        """Return the path of a file in the site, given that of an address on the server."""
        asked = address.removeprefix(self.server.mount_path)
        return asked + ("index.html" if not asked or asked.endswith("/") else "")

    @contextmanager
    def _counted(self, counter: Counter[str], path: str) -> Iterator[None]:
        with self.state:
            counter[path] += 1
        yield
        with self.state:
            counter[path] -= 1

    def _is_ready(self, asked: str) -> bool:
        return not any(asked in paths for paths in [*self.late.values()])


def _kept(heads: list[tuple[Any, ...]]) -> Callable[..., None]:
    """Return what keeps the head of an answer that may not be the last one."""
    return lambda *head: heads.append(head)


def _asked(path: str) -> Asked:
    """Return the language of a page's path, and its source there."""
    _, language, uri = path.split("/", 2)
    return language, uri
