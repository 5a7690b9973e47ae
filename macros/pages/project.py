"""One explainer on disk: its data read once, whoever asks, and read again when it changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from macros.audit.audit import Audit
from macros.data.book import Book
from macros.data.load import DATA_FILE, load
from macros.pages.source import Page, read_pages
from macros.problems import Problems

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, eq=False)
class Project:
    """The data and pages under a root folder.

    Attributes:
        root: Folder that holds `data/` and `docs/`.
        audit: Values and verdicts; None if the data file cannot be read.
        problems: What is wrong with the data file, read by itself.
    """

    root: Path
    audit: Audit | None
    problems: Problems = field(default_factory=Problems)

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
    def pages(self) -> list[Page]:
        """All Markdown pages; what is wrong with them is recorded by the review."""
        return read_pages(self.root, Problems())


def open_project(root: Path = ROOT) -> Project:
    """Return the project under a root folder, from memory if its files are unchanged."""
    return _opened(root, _fingerprint(root))


@lru_cache(maxsize=2)
def _opened(root: Path, fingerprint: str) -> Project:
    problems = Problems()
    book = load(root, problems)
    audit = Audit(book) if book else None
    return Project(root, audit, problems)


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for file in (root / DATA_FILE, *sorted((root / "docs").rglob("*.md"))):
        digest.update(file.as_posix().encode())
        digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()
