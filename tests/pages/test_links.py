"""Links know the page they stand on, and pages are found by the calls that they make."""

from __future__ import annotations

import books
import pytest

from macros.pages.addresses import settled
from macros.pages.call import Call
from macros.pages.edition import Edition
from macros.pages.source import Page


def page(name: str, address: str, *calls: str) -> Page:
    """Return a page that makes some calls."""
    made = tuple(Call(call, (), {}) for call in calls)
    return Page(f"docs/en/{name}.md", "en", name, "", made, address)


def test_a_page_is_found_by_its_call() -> None:
    """Whatever the ledger's page is named, links lead to it, each sign of its name escaped."""
    pages = (
        page("index", "index.html"),
        page("deep/a #1?", "deep/a #1?/index.html", "ledger"),
        page("第一", "第一.html", "origins"),
        page("later", "later.html", "ledger"),
    )
    voice = Edition(books.audit(), pages, "en").voice
    assert voice.link("ledger", "x-1") == "~/deep/a%20%231%3F/index.html#x-1"
    assert voice.address("origins") == "%E7%AC%AC%E4%B8%80.html"
    assert voice.link("changes") == "~/index.html"


@pytest.mark.parametrize(
    ("address", "href"),
    [("index.html", "a.html#x"), ("b/index.html", "../a.html#x"), ("b/c/d.html", "../../a.html#x")],
)
def test_a_link_starts_where_its_page_is(address: str, href: str) -> None:
    """From the root a link is as it was; from a folder it leads back first."""
    assert settled('<a href="~/a.html#x">', address) == f'<a href="{href}">'
