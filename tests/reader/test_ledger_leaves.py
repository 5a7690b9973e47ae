"""A large ledger stands on many pages, and is one to whoever follows a link or looks for a fact."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from accessible import violations
from browsing import window
from built_pages import Reader, dead_links, read
from explainers import EXPLAINERS, build, lay_out
from playwright.sync_api import Browser, Page, expect
from serving import serving

from macros.pages.addresses import LEAF, WHOLE

MANY = WHOLE + LEAF + 20
SERIES = """
- series: daily
  label: "每日航程"
  is: {{concept: distance, entity: arctic_route, unit: km, basis: estimate}}
  rows:
{}"""
"""A series, given its rows."""
LAST: Final = f"daily-{date(2000, 1, 1) + timedelta(MANY - 1)}"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a large ledger."""
    folder = lay_out(tmp_path_factory.mktemp("large") / "site", EXPLAINERS["tiny"].folder)
    data = folder / "data/facts.yml"
    row = "  - {{period: {}, origin: arctic_way, value: {}}}\n".format
    rows = "".join(row(date(2000, 1, 1) + timedelta(n), n + 1) for n in range(MANY))
    data.write_text(data.read_text("utf-8") + SERIES.format(rows), "utf-8")
    build(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def readers(large: Path) -> dict[str, Reader]:
    """Read every page."""
    return read(large)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window in which nothing may go wrong."""
    with window(browser) as (page, complaints):
        yield page
        assert not complaints


@pytest.fixture(scope="module")
def host(large: Path) -> Iterator[str]:
    """Serve the site."""
    with serving(large) as address:
        yield address


def leaves(site: Path) -> list[Path]:
    """Return the pages of the ledger in their order."""
    found = site.glob("ledger.*.html")
    return [site / "ledger.html", *sorted(found, key=lambda path: int(path.name.split(".")[1]))]


def test_each_entry_stands_on_one_leaf(large: Path) -> None:
    """No leaf has more entries than it may, and together they have all, in the data's order."""
    ids = [re.findall(r'class="t-entry" id="([^"]+)"', p.read_text("utf-8")) for p in leaves(large)]
    assert [len(each) for each in ids[:-1]] == [LEAF] * (len(ids) - 1) and len(ids) > 2
    facts = json.loads((large / "data/facts.json").read_text("utf-8"))
    anchors = [fact["page"].partition("#")[2] for fact in facts]
    assert [each for some in ids for each in some] == anchors


def test_links_lead_to_the_leaf_itself(large: Path, readers: dict[str, Reader]) -> None:
    """No link to an entry needs a script; its address for good is the first leaf's."""
    assert not list(dead_links(large, readers))
    facts = json.loads((large / "data/facts.json").read_text("utf-8"))
    home = EXPLAINERS["tiny"].address + "ledger.html"
    assert {fact["page"].partition("#")[0] for fact in facts} == {home}
    index = (large / "search/search_index.js").read_text("utf-8")
    found = json.loads(index.removeprefix("var __index=").rstrip(";\n"))["docs"]
    entries = [each["location"].split("#") for each in found if "ledger" in each["location"]]
    places = [(path, *anchor) for path, *anchor in entries if anchor and anchor != ["top"]]
    assert len(places) == len(facts)
    assert all(anchor in readers[path].ids for path, anchor in places)


def test_every_leaf_can_be_walked_to(large: Path) -> None:
    """Without a script the first leaf leads to all, and each to the next; one is indexed."""
    names = [path.name for path in leaves(large)]
    titles = set[str]()
    for name, after in zip(names, [*names[1:], ""], strict=True):
        html = (large / name).read_text("utf-8")
        walk = html[html.index('class="t-leaves"') :].partition("</nav>")[0]
        wanted = {*names} if name == names[0] else {names[0], name, after}
        assert wanted - {""} <= {*re.findall(r'<a href="([^"]+)"', walk)}
        assert (f'<a href="{after}" rel="next"' in html) == bool(after)
        assert ('content="noindex"' in html) == (name != names[0])
        titles |= {*re.findall(r"<title>(.*?)</title>", html)}
    assert len(titles) == len(names)


@pytest.mark.parametrize("served", [True, False])
def test_an_address_for_good_leads_to_its_entry(
    page: Page, host: str, large: Path, served: bool
) -> None:
    """With a script the first leaf's address leads to an entry on any, from disk, too."""
    root = host if served else large.as_uri() + "/"
    page.goto(f"{root}ledger.html#{LAST}")
    page.wait_for_url(re.compile(rf"ledger\.{len(leaves(large))}\.html#"))
    expect(page.locator(f"#{LAST} details[open]")).to_be_visible()
    page.goto(f"{root}ledger.html#no-such-entry")
    expect(page.locator("#suez_way")).to_be_visible()


def test_what_is_looked_for_is_found_on_all_leaves(page: Page, host: str) -> None:
    """A filter shows entries of all leaves, at most some hundred; without one the leaf is back."""
    page.goto(host + "ledger.2.html")
    shown = page.locator(".t-entry")
    expect(shown).to_have_count(LEAF)
    page.locator("select[name=entity]").select_option("suez_route")
    expect(shown).to_have_count(1)
    page.locator("select[name=entity]").select_option("arctic_route")
    expect(shown).to_have_count(WHOLE)
    expect(page.locator("output")).to_contain_text(str(MANY + 2))
    with page.expect_download() as download:
        page.locator(".t-filter__save").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == MANY + 2
    assert {row["address"].partition("#")[0] for row in rows} == {f"{host}ledger.html"}
    page.locator(".t-filter [type=reset]").click()
    expect(shown).to_have_count(LEAF)
    assert page.url == host + "ledger.2.html"


def test_nothing_moves_when_the_filters_come(browser: Browser, host: str) -> None:
    """The entries stand where they stood before the ledger's script has come."""
    top = "document.querySelector('.t-entry').getBoundingClientRect().top"
    with window(browser) as (page, _):
        page.route("**/kept/ledger.*.js", lambda route: route.abort())
        page.goto(host + "ledger.2.html")
        before = page.evaluate(top)
        assert not page.locator(".t-filter").is_visible()
        page.unroute("**/kept/ledger.*.js")
        page.reload()
        expect(page.locator(".t-filter")).to_be_visible()
        assert page.evaluate(top) == before


def test_a_leaf_is_accessible(page: Page, host: str) -> None:
    """A leaf breaks no rule, and is a table without a script."""
    page.goto(host + "ledger.2.html")
    assert not violations(page)
