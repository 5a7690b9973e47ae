"""What this site holds, read as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_pages import Reader, dead_links, read, search_index
from explainers import ROOTS, pages
from opened import this_project
from repository import ROOT

from macros.checks.review import review
from macros.checks.site.built import check_site
from macros.pages.macros.registry import kind_of


@pytest.fixture(scope="session")
def built(own_site: Path) -> dict[str, Reader]:
    """Read every page of this site once."""
    return read(own_site)


def test_this_site_passes_the_check() -> None:
    """Its data and pages are without a problem."""
    assert [str(problem) for problem in review(this_project())[0].errors] == []


def test_the_built_site_has_no_problem(own_site: Path) -> None:
    """Each number and link of the built pages is read over and found good."""
    assert [str(problem) for problem in check_site(own_site, this_project())] == []


def test_both_languages_have_every_page(built: dict[str, Reader]) -> None:
    """English stands at the root, Chinese under zh/, and there is one 404 page."""
    charts = {path for path in built if "embed" in path.split("/")}
    assert set(built) - charts == {*pages(ROOT), "404.html"}


def test_internal_links_lead_somewhere(own_site: Path, built: dict[str, Reader]) -> None:
    """Every internal link names a file that exists, and an id that is on that page."""
    assert not list(dead_links(own_site, built))


def test_charts_are_many_and_of_many_forms() -> None:
    """Each language's pages call at least ten charts of at least six forms, the same in both."""
    calls = {
        language: [
            (page.name, call.name)
            for page in this_project().pages
            if page.language == language
            for call in page.calls
            if kind_of(call) == "chart"
        ]
        for language in ROOTS
    }
    assert calls["en"] == calls["zh"]
    assert len(calls["en"]) >= 10
    assert len({form for _, form in calls["en"]}) >= 6


SEARCHES = {
    "en": ("run-rate", "Trainium", "Stargate", "observer", "116.4"),
    "zh": ("亚马逊", "自研芯片", "Trainium", "星际之门", "1164亿"),
}


@pytest.mark.parametrize("language", ROOTS)
def test_the_search_index_holds_the_words_readers_type(own_site: Path, language: str) -> None:
    """Words of the subject are in the index of their language."""
    index = search_index(own_site / ROOTS[language])
    text = json.dumps(index, ensure_ascii=False).replace("\u200b", "")
    for word in SEARCHES[language]:
        assert word in text
