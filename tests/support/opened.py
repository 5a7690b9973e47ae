"""Explainers as data and pages, each read once for all tests of a process."""

from __future__ import annotations

from functools import cache

from explainers import FIXTURE
from repository import ROOT

from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.project import Project, open_project


@cache
def fixture_project() -> Project:
    """Return the explainer on which the machine is tested."""
    return open_project(FIXTURE)


def fixture_edition(language: Language) -> Edition:
    """Return it in one language."""
    return fixture_project().editions[language]


@cache
def this_project() -> Project:
    """Return the explainer that this repository holds."""
    return open_project(ROOT)


def this_edition(language: Language) -> Edition:
    """Return it in one language."""
    return this_project().editions[language]
