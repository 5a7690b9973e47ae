"""Search, as it is built and as it comes to a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import WORDS
from built_pages import search_index
from explainers import ROOTS
from opened import fixture_edition, fixture_project
from playwright.sync_api import Page, expect

from macros.edge.search import MENDED, add_entries
from macros.site.search import entries


def test_the_worker_parts_chinese_to_the_end(site: Path) -> None:
    """The theme’s search, of which the site has one, is the one that was mended."""
    (worker,) = [path.read_text("utf-8") for path in site.rglob("search.*.min.js")]
    assert all(right in worker for _, right in MENDED)
    (bundle,) = [path.read_text("utf-8") for path in site.rglob("bundle.*.min.js")]
    assert re.search(r"true\?\w+\(`\$\{new URL\(.search/search_index\.js", bundle)


def test_every_fact_can_be_found_once(site: Path) -> None:
    """The index of each language has one entry for each entry of its ledger."""
    for folder in ROOTS.values():
        index = search_index(site / folder)
        found = [doc["location"].partition("#")[2] for doc in index["docs"] if "boost" in doc]
        ledger = (site / folder / "ledger.html").read_text("utf-8")
        rows = re.findall(r'<tbody class="t-entry" id="([^"]+)"', ledger)
        assert sorted(found) == sorted(rows)


def test_without_a_search_nothing_is_added() -> None:
    """A site without a search plugin is built all the same."""
    add_entries({}, None, [("a", "A", "B")])


def test_what_is_found_is_text() -> None:
    """Names and values are shown as text, whatever they contain."""
    found = entries(fixture_edition("en"), "ledger.md", fixture_project().editions.values())
    assert found
    assert all("<" not in part for entry in found for part in entry)


def test_search_comes_when_somebody_searches(page: Page, address: str) -> None:
    """Its script, worker and index are not asked for before the field has the focus."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}sea.html", wait_until="networkidle")
    assert not [url for url in asked if "javascripts" in url or "search" in url]
    page.keyboard.press("/")
    page.keyboard.type("Greenland")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert [url for url in asked if url.endswith("search_index.js")]


def test_a_result_followed_marks_its_words(page: Page, address: str) -> None:
    """A page that was found is opened with what was looked for marked."""
    page.goto(f"{address}sea.html?h=somewhere")
    expect(page.locator("mark[data-md-highlight]").first).to_be_visible()


def test_the_palette_is_kept(page: Page, address: str) -> None:
    """A scheme that was chosen holds on the next page, in the other language, too."""
    page.goto(f"{address}index.html")
    for _ in range(2):
        page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}zh/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("root", ROOTS.values())
def test_results_are_set_alike_in_every_language(page: Page, address: str, root: str) -> None:
    """No heading of a page stands among the results in the size that it has on its page."""
    words = WORDS[f"{root}index.html"]
    page.goto(f"{address}{root}index.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type(words)
    headings = page.locator(".md-search-result__item :is(h1, h2, h3)")
    expect(headings.first).to_be_visible()
    sizes = headings.evaluate_all("all => all.map((each) => getComputedStyle(each).fontSize)")
    assert {*sizes} == {"15px"}
