"""No page grows with the number of pages: its navigation lists what is near."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from repository import ROOT

from macros.edge.shared_theme import MANY, nearby

PARTIALS = ROOT / "macros/theme/partials"


def pages(count: int) -> list[Any]:
    """Return the pages of a site, the home page first."""
    return [
        SimpleNamespace(url=f"{n:04}.html", title=f"Page {n:04}", is_homepage=n == 0)
        for n in range(count)
    ]


@given(st.integers(1, 300), st.data())
def test_what_is_near_is_listed_in_order(count: int, data: st.DataObject) -> None:
    """A page lists itself, its neighbours, the first and the last, and never more than a dozen."""
    all_pages = pages(count)
    here = data.draw(st.integers(0, count - 1))
    shown = nearby(all_pages, all_pages[here])
    places = [all_pages.index(page) for page in shown]
    assert places == sorted(set(places))
    assert {0, here, count - 1, min(here + 1, count - 1)} <= set(places)
    assert len(shown) <= MANY or here == 0


def test_the_home_page_lists_all() -> None:
    """Every page can be found from one, and from a page that is none of the site the first."""
    all_pages = pages(100)
    assert nearby(all_pages, all_pages[0]) == all_pages
    assert nearby(all_pages, None)[0] is all_pages[0]


def rendered(name: str, count: int, here: int) -> str:
    """Return a part of the theme on one of many pages."""
    env = Environment(loader=FileSystemLoader(PARTIALS.parent), autoescape=True)
    env.filters |= {"nearby": nearby, "url": str}
    listed = pages(count)
    nav = SimpleNamespace(items=listed, pages=listed, homepage=listed[0])
    given_ = {"config": SimpleNamespace(extra={}, copyright=""), "features": [], "base_url": "."}
    lang = SimpleNamespace(t=lambda word: word)
    page = listed[here]
    page.meta, page.canonical_url = {}, ""
    return env.get_template(f"partials/{name}").render(nav=nav, page=page, lang=lang, **given_)


@pytest.mark.parametrize("name", ["nav.html", "footer.html"])
def test_a_part_of_the_theme_grows_no_further(name: str) -> None:
    """With ten times the pages it has as many bytes, and a way to the list of all."""
    few, many = (rendered(name, count, 20) for count in (40, 400))
    assert len(few) == len(many)
    assert '0000.html#t-pages"' in many
    assert "#t-pages" not in rendered(name, MANY, 5)


def test_the_list_of_all_is_on_the_home_page() -> None:
    """It stands where the links to it lead, with every page."""
    html = rendered("footer.html", 400, 0)
    assert html.count("<li>") == 400
    assert 'id="t-pages"' in html
