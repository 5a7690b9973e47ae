"""Search, in a real browser: what readers type leads where they want to go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from browsing import window
from corpora import parsed
from playwright.sync_api import Browser, Page, expect

QUERIES: Final[dict[str, dict[str, list[list[str]]]]] = parsed(
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
