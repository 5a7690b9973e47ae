"""Another subject's explainer is made of data and pages alone; tests/fixture holds it."""

from __future__ import annotations

import re

from explainers import FIXTURE
from opened import fixture_project

from macros.checks.review import review
from macros.data.load import load
from macros.problems import Problems


def test_the_fixture_passes_the_check() -> None:
    """Its data and pages are without a problem, and without a warning."""
    assert [str(problem) for problem in review(fixture_project())[0]] == []


def test_every_print_stands_in_the_leaflet() -> None:
    """What the data says the leaflet prints is a verbatim piece of that paragraph."""
    text = " ".join((FIXTURE / "leaflet.md").read_text("utf-8").split())
    paragraphs = dict(re.findall(r"(¶\d+) (.*?)(?= ¶|$)", text))
    book = load(FIXTURE, Problems())
    assert book is not None
    printed = [
        (place, report.printed)
        for fact in book.facts.values()
        for report in fact.reports
        if book.is_article(report)
        for place in report.at
    ]
    assert printed
    assert [found for found in printed if found[1] not in paragraphs[found[0]]] == []
