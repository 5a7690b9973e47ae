"""Finished pages that are kept: what nothing has changed for is copied, and not made again.

MkDocs then takes a page's file for one that is copied as it is. What other pages ask of it is put
back: its title for their navigation, its anchors for their links, its entries in the search.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.edge import disk, package, search
from macros.edge.others import language_of


@dataclass(slots=True)
class Finished:
    """The pages of a language in one build.

    Attributes:
        config: The language's configuration.
        files: Its files.
        slots: Where the pages are kept whose inputs are known, by their files.
        sources: The pages' files, in their order.
        entries: What each one adds to the search.
        searched: How many entries the search has from pages that were made.
        made: Those that have been made in this build: HTML, and what stands beside it.
    """

    config: MkDocsConfig
    files: Files
    slots: Mapping[str, Any]
    sources: list[File] = field(default_factory=list)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    searched: int = 0
    made: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def take(self, told: Callable[[str], str]) -> None:
        """Let MkDocs copy the pages that are kept; `told` puts on each what is wrong elsewhere."""
        for file in self.sources:
            slot = self.slots.get(file.src_uri) if file.page else None
            if body := slot.recall() if slot else None:
                html, *kept = json.loads(body)
                self._put(file, told(html), *kept)

    def _put(self, file: File, html: str, *kept: Any) -> None:
        page = file.page
        assert page
        beside, page.title, page.meta, anchors, links, entries = kept
        page.present_anchor_ids = set(anchors)
        page.links_to_anchors = {
            found: there for uri, there in links.items() if (found := self._file(uri))
        }
        self.entries[file.src_uri] = entries
        disk.write(Path(self.config.site_dir), {k: v.encode() for k, v in beside.items()})
        file.content_bytes = html.encode()
        file.is_documentation_page = lambda: False  # type: ignore[method-assign]

    def _file(self, uri: str) -> File | None:
        return self.files.get_file_from_path(uri)

    def met(self, page: Page) -> None:
        """Notice what a page that is made has added to the search."""
        index = search.index_of(self.config.plugins)
        found = index.entries if index else []
        self.entries[page.file.src_uri] = found[self.searched :]
        self.searched = len(found)

    def keep(self, page: Page, html: str, beside: Mapping[str, bytes]) -> None:
        """Remember a page that was made."""
        self.made[page.file.src_uri] = html, {k: v.decode() for k, v in beside.items()}

    def close(self, *, well: bool) -> None:
        """Put the search in order, check links of pages that were copied, and keep what was made.

        Args:
            well: Whether nothing is wrong, so that what was made may be kept.
        """
        uris = [file.src_uri for file in self.sources]
        if index := search.index_of(self.config.plugins):
            uris += [uri for uri in self.entries if uri not in uris]  # drafts, under `serve`
            index.entries[:] = [each for uri in uris for each in self.entries.get(uri, ())]
        level = self.config.validation.links.anchors
        for file in self.sources:
            if file.page and file.src_uri not in self.made:
                file.page.validate_anchor_links(files=self.files, log_level=level)
            elif file.page and well and file.src_uri in self.slots:
                self._keep(file.page, self.slots[file.src_uri])

    def _keep(self, page: Page, slot: Any) -> None:
        html, beside = self.made[page.file.src_uri]
        links = {file.src_uri: there for file, there in (page.links_to_anchors or {}).items()}
        anchors, entries = sorted(page.present_anchor_ids or ()), self.entries[page.file.src_uri]
        kept = html, beside, page.title, dict(page.meta), anchors, links, entries
        with suppress(TypeError):  # front matter that JSON cannot hold is read each time
            slot.keep(json.dumps(kept).encode())


def finished(config: MkDocsConfig, files: Files, root: Path, base: str, project: Any) -> Finished:
    """Return the pages of a language; what is kept of them is found by its digest.

    Args:
        config: The language's configuration.
        files: Its files.
        root: The explainer's folder.
        base: The digest of all but pages; empty if not all is known that a build is made of.
        project: The explainer.
    """
    digests = package.function("macros.pages.outline", "digests")(project.pages) if base else {}
    slot, folder = package.function("macros.data.inputs", "slot"), f"docs/{language_of(config)}/"
    slots = {
        path.removeprefix(folder): slot(root, f"page-{_short(path)}", _short(base + digest))
        for path, digest in digests.items()
        if path.startswith(folder)
    }
    return Finished(config, files, slots, list(files.documentation_pages()))


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]
