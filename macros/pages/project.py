"""One explainer on disk: its data and its pages, read once and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from macros.audit.audit import Audit
from macros.data.book import Book
from macros.data.inputs import DATA_FILE, MAIN
from macros.data.measured import kept_measures
from macros.data.reread import Again
from macros.data.tree import read_file
from macros.language.writing import Language
from macros.pages.configuration import Configuration
from macros.pages.edition import Edition, digest_of, outline_of
from macros.pages.source import Page, read_pages
from macros.problems import Problems, Rule

_DATA: Final = Again()


@dataclass(frozen=True, eq=False)
class Project:
    """The data and pages under a root folder.

    Attributes:
        root: Folder that holds `data/` and `docs/`.
        audit: Values and verdicts; None if the data file cannot be read.
        problems: What is wrong with the data file, read by itself.
        pages: The pages of all languages.
        unread: What of the pages is no call of literals.
        sites: Address of each language's root.
        main: The configuration that a build is given, relative to the root.
        base: The digest of all that a build is made of but pages and facts; empty if not known.
        data: The text of the data file.
    """

    root: Path
    audit: Audit | None
    problems: Problems = field(default_factory=Problems)
    pages: tuple[Page, ...] = ()
    unread: Problems = field(default_factory=Problems)
    sites: Mapping[str, str] = field(default_factory=dict)
    main: str = MAIN
    base: str = ""
    data: str = ""

    @cached_property
    def configuration(self) -> Configuration:
        """What the configurations say."""
        return Configuration(self.root, self.main)

    @property
    def book(self) -> Book:
        """The book behind the audit.

        Raises:
            ValueError: The data file cannot be read.
        """
        if self.audit is None:
            raise ValueError("the data file cannot be read")
        return self.audit.book

    @cached_property
    def whole(self) -> str:
        """The digest of all that it is made of but the words of pages; empty if not known."""
        parts = self.base, self.data, outline_of(self.pages)
        return digest_of(parts) if self.base else ""

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """What each page is made of, by its path; nothing if that is not all known."""
        from macros.pages.parts import digests  # a check by itself asks for none

        return digests(self.data, self.editions.values()) if self.base else {}

    @cached_property
    def editions(self) -> Mapping[Language, Edition]:
        """The edition of each language; none if the data file cannot be read."""
        if self.audit is None:
            return {}
        return {
            language: Edition(
                audit=self.audit,
                pages=tuple(page for page in self.pages if page.language == language),
                language=language,
                site=self.sites.get(language, ""),
                root=self.root,
                folders=self.configuration.folders,
                base=self.whole,
            )
            for language in self.audit.book.languages
        }


def open_project(
    root: Path,
    sites: Mapping[str, str] | None = None,
    folders: bool | None = None,
    main: str = MAIN,
    base: str = "",
) -> Project:
    """Read the project under a root folder.

    Args:
        root: Folder that holds `data/` and `docs/`.
        sites: Address of each language's root, where it is known.
        folders: Whether each page has a folder of its own; if None, as the configuration says.
        main: The configuration that a build is given, relative to the root.
        base: The digest of all that a build is made of but pages and facts, if that is known.
    """
    problems, unread = Problems(), Problems()
    site = Configuration(root, main)
    text, audit = read_file(root, DATA_FILE, problems.under(Rule.data)), None
    if text is not None:
        with kept_measures(root):
            audit, found = _audited(text, site.languages)
        problems = deepcopy(found)
    pages = tuple(read_pages(site, unread, folders))
    text, sites = text or "", sites or {}
    return Project(root, audit, problems, pages, unread, sites, main, base, text)


def reread(project: Project) -> None:
    """Remember what a project's data was read from, for when it is read after an edit."""
    _DATA.load(project.data, DATA_FILE, Problems(), project.configuration.languages)


@lru_cache(maxsize=1)  # `serve` reads pages anew at each edit of one, and the same data
def _audited(text: str, languages: tuple[Language, ...]) -> tuple[Audit | None, Problems]:
    problems = Problems()
    book = _DATA.load(text, DATA_FILE, problems, languages)
    return Audit(book) if book else None, problems
