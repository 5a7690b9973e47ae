"""Which files of a folder MkDocs publishes, and as what: its own answer, found without it.

A build asks MkDocs itself, and stops at a page that the check has not read.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pathspec import GitIgnoreSpec

from macros.data.inputs import ENDINGS
from macros.language.writing import Language
from macros.pages.configuration import DOCS, Configuration

# What YAML 1.1 takes for true, as MkDocs reads it.
_TRUE: Final = ("true", "yes", "on")
# As MkDocs has them (1.6), beside what `exclude_docs` says.
_ALWAYS_EXCLUDED: Final = (".*", "/templates/")


@dataclass(frozen=True, slots=True)
class Source:
    """A file in a language's folder.

    Attributes:
        uri: Its path in the folder.
        name: The same without the ending; a README is an index.
        address: The path of what is published for it, in the language's part of the site.
    """

    uri: str
    name: str
    address: str

    @classmethod
    def of(cls, uri: str, folders: bool) -> Source:
        """Return a file with its address; if `folders`, each page has a folder of its own."""
        stem, ending = posixpath.splitext(uri)
        if ending not in ENDINGS:
            return cls(uri, uri, uri)
        folder, last = posixpath.split(stem)
        name = posixpath.join(folder, "index" if last == "README" else last)
        own = folders and posixpath.basename(name) != "index"
        return cls(uri, name, f"{name}/index.html" if own else f"{name}.html")

    @property
    def is_page(self) -> bool:
        """Whether MkDocs renders it."""
        return self.uri.endswith(ENDINGS)


def sources_of(
    site: Configuration, language: Language, folders: bool | None = None
) -> list[Source]:
    """Return the files that MkDocs publishes of a language, as its configuration says."""
    if folders is None:
        folders = site.setting(language, "use_directory_urls").lower() in _TRUE
    exclude = site.setting(language, "exclude_docs")
    return files_in(site.root / DOCS / language, exclude, folders)


def files_in(docs: Path, exclude: str = "", folders: bool = False) -> list[Source]:
    """Return the files that MkDocs publishes of a folder, links followed, sorted by path.

    Drafts are among them, for `serve` shows them.

    Args:
        docs: The folder.
        exclude: The setting `exclude_docs`.
        folders: The setting `use_directory_urls`.
    """
    spec = GitIgnoreSpec.from_lines([*_ALWAYS_EXCLUDED, *exclude.splitlines()])
    found = (Source.of(uri, folders) for uri in _walk(docs) if not spec.match_file(uri))
    first: dict[tuple[str, str], Source] = {}
    kept: list[Source] = []
    for source in found:
        former = first.setdefault((posixpath.dirname(source.uri), source.address), source)
        if former is not source and former in kept:
            kept.remove(former)  # a README beside an index, or one name with two endings
        kept.append(source)
    return sorted(kept, key=lambda source: source.uri)


def _walk(docs: Path) -> Iterator[str]:
    for folder, names, files in os.walk(docs, followlinks=True):
        names.sort()
        # An index first, so that a README beside it gives way.
        for name in sorted(
            files, key=lambda file: (Path(file).stem not in ("index", "README"), file)
        ):
            yield Path(folder, name).relative_to(docs).as_posix()
