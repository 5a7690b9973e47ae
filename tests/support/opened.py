"""This site's own data and pages, read once for all tests of a process."""

from __future__ import annotations

from functools import cache

from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.project import ROOT, Project, open_project


@cache
def this_project() -> Project:
    """Return the explainer that this repository holds."""
    return open_project(ROOT)


def this_edition(language: Language) -> Edition:
    """Return it in one language."""
    return this_project().editions[language]
