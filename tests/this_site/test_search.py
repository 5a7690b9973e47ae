"""Search, in a real browser: what readers type leads where they want to go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from browsing import window
from opened import this_edition, this_project
from playwright.sync_api import Browser, Page, expect

from macros.edge.search import MENDED, add_entries
from macros.site.search import entries

QUERIES: Final[dict[str, dict[str, list[list[str]]]]] = yaml.safe_load(
    (Path(__file__).parent / "search_queries.yml").read_text(encoding="utf-8")
)
FOLDERS: Final = {"en": "", "zh": "zh/"}
LINKS: Final = """items => items.slice(0, 1).flatMap(item =>
  [...item.querySelectorAll("a.md-search-result__link")].map(a => a.getAttribute("href")))"""


@pytest.fixture(params=["en", "zh"])
def searching(request: pytest.FixtureRequest, browser: Browser, own_address: str) -> Iterator[Any]:
    """Open a language's home page, with its search."""
    with window(browser) as (page, complaints):
        page.goto(own_address + FOLDERS[request.param])
        page.locator("input.md-search__input").click()
        yield request.param, page
        assert not complaints


def first(page: Page, query: str) -> list[str]:
    """Return where the first result leads: its page, then the sections of it that are shown."""
    items = page.locator(".md-search-result__item")
    _type(page, "")
    expect(items).to_have_count(0)
    _type(page, query)
    items.first.wait_for(timeout=5_000)
    links = items.evaluate_all(LINKS)
    return [link.split("?")[0].rpartition("/")[2] + _anchor(link) for link in links]


def _type(page: Page, text: str) -> None:
    page.locator("input.md-search__input").fill(text)
    page.keyboard.press("End")  # the theme listens for keys, which a filled field has none of


def _anchor(link: str) -> str:
    return "#" + link.partition("#")[2] if "#" in link else ""


def misses(page: Page, queries: list[list[str]]) -> list[str]:
    """Return the queries that do not lead where they must, and where they lead instead."""
    found = [(query, wanted, first(page, query)) for query, wanted in queries]
    return [
        f"{query}: {links[:3]}, not {wanted}"
        for query, wanted, links in found
        if not wanted_first(wanted, links)
    ]


def wanted_first(wanted: str, links: list[str]) -> bool:
    """Whether a result leads to a page or, if a section is wanted, shows that section first."""
    page, _, section = wanted.partition("#")
    return links[:1] == [page] and (not section or links[1:2] == [wanted])


@pytest.mark.parametrize("kind", ["pages", "facts"])
def test_queries_lead_to_their_page(searching: tuple[str, Page], kind: str) -> None:
    """What readers type shows the page that answers it first; facts are found by name and value."""
    language, page = searching
    assert misses(page, QUERIES[language][kind]) == []


def test_there_are_enough_queries() -> None:
    """There are at least thirty queries for pages in each language."""
    assert min(len(kinds["pages"]) for kinds in QUERIES.values()) >= 30


def test_the_worker_parts_chinese_to_the_end(own_site: Path) -> None:
    """The theme’s search, of which the site has one, is the one that was mended."""
    (worker,) = [path.read_text("utf-8") for path in own_site.rglob("search.*.min.js")]
    assert all(right in worker for _, right in MENDED)


def test_every_fact_can_be_found_once(own_site: Path) -> None:
    """The index of each language has one entry for each entry of its ledger."""
    for folder in FOLDERS.values():
        index = json.loads((own_site / folder / "search" / "search_index.json").read_text("utf-8"))
        found = [doc["location"].partition("#")[2] for doc in index["docs"] if "boost" in doc]
        ledger = (own_site / folder / "ledger.html").read_text("utf-8")
        rows = re.findall(r'<tbody class="t-entry" id="([^"]+)"', ledger)
        assert sorted(found) == sorted(rows)


def test_without_a_search_nothing_is_added() -> None:
    """A site without a search plugin is built all the same."""
    add_entries({}, None, [("a", "A", "B")])


def test_what_is_found_is_text() -> None:
    """Names and values are shown as text, whatever they contain."""
    found = entries(this_edition("en"), this_project().editions.values())
    assert all("<" not in part for entry in found for part in entry)


def test_search_comes_when_somebody_searches(page: Page, address: str) -> None:
    """Its script, worker and index are not asked for before the field has the focus."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}background.html", wait_until="networkidle")
    assert not [url for url in asked if "javascripts" in url or "search" in url]
    page.keyboard.press("/")
    page.keyboard.type("capacity")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert [url for url in asked if url.endswith("search_index.json")]


def test_a_result_followed_marks_its_words(page: Page, address: str) -> None:
    """A page that was found is opened with what was looked for marked."""
    page.goto(f"{address}background.html?h=alliance")
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
