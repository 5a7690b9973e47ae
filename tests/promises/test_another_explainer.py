"""Another subject's explainer is made of data and pages alone; tests/fixture holds it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml
from explainers import FIXTURE
from opened import fixture_project
from repository import ROOT

from macros.checks.review import review
from macros.data.load import load
from macros.problems import Problems

# The theme's own scripts know a colour called azure and a great many words.
WRITTEN: Final = {".html", ".json", ".csv", ".xml", ".txt", ".svg"}


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


def test_nothing_of_this_sites_subject_is_in_anothers_output(site: Path) -> None:
    """No page, table, feed or picture of the fixture holds a name that this site's data brings."""
    data = yaml.safe_load((ROOT / "data" / "facts.yml").read_text("utf-8"))
    titles = data["site"]["title"].values()
    labels = {label for entity in data["entities"] for label in entity["label"].values()}
    pages = {page.stem for page in (ROOT / "docs" / "en").glob("*-*.md")}
    words = {word for word in {*titles, *labels, *pages} if len(word) > 1}
    ends = r"(?<![A-Za-z])(?:{})(?![A-Za-z])"
    brought = re.compile(ends.format("|".join(map(re.escape, words))), re.IGNORECASE)
    for file in site.rglob("*"):
        if file.suffix in WRITTEN:
            found = brought.search(file.read_text("utf-8"))
            assert not found, f"{file.relative_to(site)}: {found and found[0]}"
