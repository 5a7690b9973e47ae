"""Explainers as data and pages, each read once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from explainers import FIXTURE
from jinja2 import Environment, FileSystemLoader
from repository import ROOT

from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.pages.project import Project, open_project
from macros.site.downloads import head


@cache
def project_in(folder: Path) -> Project:
    """Return the explainer that a folder holds."""
    return open_project(folder)


def fixture_project() -> Project:
    """Return the explainer on which the machine is tested."""
    return project_in(FIXTURE)


def fixture_edition(language: Language) -> Edition:
    """Return it in one language."""
    return fixture_project().editions[language]


def this_project() -> Project:
    """Return the explainer that this repository holds."""
    return project_in(ROOT)


def this_edition(language: Language) -> Edition:
    """Return it in one language."""
    return this_project().editions[language]


def head_of(edition: Edition, src: str) -> str:
    """Return what stands in the head of a page for machines, as the theme writes it."""
    theme = Environment(loader=FileSystemLoader(ROOT / "macros" / "theme"))  # noqa: S701
    theme.filters["url"] = str
    return theme.get_template("partials/machines.html").render(machines=head(edition, src))
