"""The pages of a language, of which those that nothing has changed for are copied, not made again.

MkDocs then takes a page's file for one that is copied as it is. What other pages ask of it is put
back: its title for their navigation, its anchors for their links, its entries in the search. Under
`serve` a page can be made again, of what MkDocs has built it from.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.edge import disk, search
from macros.edge.languages import folder_of


@dataclass(slots=True)
class Pages:
    """The pages of a language in one build.

    Attributes:
        config: The language's configuration.
        files: Its files.
        nav: Its navigation.
        slots: Where the pages are kept whose inputs are known, by their files.
        sources: The pages' files, in their order.
        entries: What each one adds to the search.
        searched: How many entries the search has from pages that were made.
        made: Those that have been made in this build: HTML and what stands beside it, packed as
            they are kept once they may be; nothing once that is done.
        beside: The paths of the files that stand beside each page.
        env: What its templates are rendered with.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    slots: Mapping[str, Any]
    sources: list[File] = field(default_factory=list)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    searched: int = 0
    made: dict[str, bytes] = field(default_factory=dict)
    beside: dict[str, set[str]] = field(default_factory=dict)
    env: Environment | None = None

    def take(self, told: Callable[[str], str]) -> None:
        """Let MkDocs copy the pages that are kept; `told` puts on each what is wrong elsewhere."""
        for file in self.sources:
            slot = self.slots.get(file.src_uri) if file.page else None
            if body := slot.recall() if slot else None:
                kept, _, made = body.partition(b"\n")
                html, beside = json.loads(zlib.decompress(made))
                self._put(file, told(html), beside, *json.loads(kept))

    def _put(self, file: File, html: str, beside: Mapping[str, str], *kept: Any) -> None:
        page = file.page
        assert page
        page.title, page.meta, anchors, links, entries = kept
        page.present_anchor_ids = set(anchors)
        page.links_to_anchors = {
            found: there
            for uri, there in links.items()
            if (found := self.files.get_file_from_path(uri))
        }
        self.entries[file.src_uri] = entries
        self._write(file.src_uri, {k: v.encode() for k, v in beside.items()})
        file.content_bytes = html.encode()
        file.is_documentation_page = lambda: False  # type: ignore[method-assign]

    def met(self, page: Page) -> None:
        """Notice what a page that is made has added to the search."""
        index = search.index_of(self.config.plugins)
        found = index.entries if index else []
        self.entries[page.file.src_uri] = found[self.searched :]
        self.searched = len(found)

    def keep(self, page: Page, html: str, beside: Mapping[str, bytes]) -> None:
        """Write what stands beside a page that was made, and remember both."""
        self._write(page.file.src_uri, beside)
        made = json.dumps([html, {k: v.decode() for k, v in beside.items()}], ensure_ascii=False)
        self.made[page.file.src_uri] = zlib.compress(made.encode(), 1)

    def _write(self, uri: str, beside: Mapping[str, bytes]) -> None:
        for path in self.beside.get(uri, set()) - beside.keys():
            Path(self.config.site_dir, path).unlink(missing_ok=True)
        disk.write(Path(self.config.site_dir), beside)
        self.beside[uri] = {*beside}

    def again(self, slots: Mapping[str, Any]) -> None:
        """Begin to make some pages once more, to be kept in these slots."""
        self.slots, self.made = slots, {}

    def close(self, *, well: bool) -> None:
        """Put the search in order, check links of pages that were copied, and keep what was made.

        Args:
            well: Whether nothing is wrong, so that what was made may be kept.
        """
        uris = [file.src_uri for file in self.sources]
        if index := search.index_of(self.config.plugins):
            uris += sorted(self.entries.keys() - {*uris})  # drafts, under `serve`
            index.entries[:] = [each for uri in uris for each in self.entries.get(uri, ())]
            self.searched = len(index.entries)
        level = self.config.validation.links.anchors
        for file in self.sources:
            if file.page and file.src_uri not in self.made:
                file.page.validate_anchor_links(files=self.files, log_level=level)
            elif file.page and well and self.made[file.src_uri] and file.src_uri in self.slots:
                self._keep(file.page, self.slots[file.src_uri])

    def _keep(self, page: Page, slot: Any) -> None:
        made, self.made[page.file.src_uri] = self.made[page.file.src_uri], b""
        links = {file.src_uri: there for file, there in (page.links_to_anchors or {}).items()}
        anchors, entries = sorted(page.present_anchor_ids or ()), self.entries[page.file.src_uri]
        kept = page.title, dict(page.meta), anchors, links, entries
        with suppress(TypeError):  # front matter that JSON cannot hold is read each time
            slot.keep(json.dumps(kept).encode() + b"\n" + made)

    @property
    def folder(self) -> str:
        """Its folder in the site."""
        return folder_of(self.config)

    def file(self, uri: str) -> File:
        """Return the file of a page."""
        file = self.files.get_file_from_path(uri)
        assert file, uri
        return file

    def make(self, uri: str) -> None:
        """Make a page as MkDocs makes it in a whole build."""
        file, config = self.file(uri), self.config
        assert file.page
        assert self.env
        vars(file).pop("is_documentation_page", None)  # it may have been copied
        file.content_bytes = Path(config.docs_dir, uri).read_bytes()
        mkdocs._populate_page(file.page, config, self.files)
        pages = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        excluded: bool = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        mkdocs._build_page(file.page, config, pages, self.nav, self.env, excluded=excluded)
        level = config.validation.links.anchors
        file.page.validate_anchor_links(files=self.files, log_level=level)

    def tell(self, before: Sequence[str], now: Sequence[str], title: str) -> None:
        """Put on each page what is wrong now in place of what was wrong before."""
        for file in self.files:
            page = Path(file.abs_dest_path)
            if file.page and page.is_file():
                html = page.read_text("utf-8")
                for problems in (before, now):  # some pages have been made just now
                    html = html.replace(_block(problems, title), "", 1) if problems else html
                page.write_text(with_problems(html, now, title), "utf-8")


def with_problems(html: str, problems: Sequence[str], title: str) -> str:
    """Return a page with a marked list of problems at the start of its article."""
    if not problems:
        return html
    found = (html.find(tag) for tag in ("<article", "<body"))
    at = next((html.index(">", start) + 1 for start in found if start >= 0), 0)
    return html[:at] + _block(problems, title) + html[at:]


def _block(problems: Sequence[str], title: str) -> str:
    items = "".join(f"<li><code>{escape(problem)}</code></li>" for problem in problems)
    return (
        f'<section class="t-problems" role="alert" data-problems="{len(problems)}">'
        f"<p><strong>{escape(title)}</strong></p><ul>{items}</ul></section>"
    )
