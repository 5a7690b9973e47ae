"""All facts can be searched, filtered, ordered and taken along."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import LEDGERS, clipboard, reading
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that may use the clipboard, and in which nothing may go wrong."""
    with reading(browser) as page:
        yield page


@pytest.mark.parametrize("path", LEDGERS)
@pytest.mark.parametrize("name", ["verdict", "entity", "concept", "basis", "chapter"])
def test_filters(page: Page, address: str, path: str, name: str) -> None:
    """A filter shows all entries that fit and no other, and is kept in the address."""
    page.goto(address + path)
    choice = page.locator(f"select[name={name}]")
    value = str(choice.locator("option").nth(1).get_attribute("value"))
    fits, every = (
        page.locator(f".t-entry[data-{name}~='{value}']").count(),
        page.locator(".t-entry").count(),
    )
    choice.select_option(value)
    shown = page.locator(".t-entry")
    assert 0 < shown.count() == fits < every
    assert page.locator(f".t-entry[data-{name}~='{value}']").count() == fits
    assert page.url.endswith(f"?{name}={value}")
    page.reload()
    expect(shown).to_have_count(fits)
    page.locator(".t-filter [type=reset]").click()
    expect(shown).to_have_count(every)


def test_search_as_you_type(page: Page, address: str) -> None:
    """Every word typed must be in an entry, wherever in it."""
    page.goto(address + LEDGERS[0])
    page.locator("input[name=text]").press_sequentially("rise 13.5")
    shown = page.locator(".t-entry")
    texts = shown.evaluate_all("all => all.map(entry => entry.textContent.toLowerCase())")
    assert texts
    assert all("rise" in text and "13.5" in text for text in texts)
    page.locator("input[name=text]").fill("no such thing")
    expect(page.locator(".t-ledger__none")).to_be_visible()


@pytest.mark.parametrize("path", LEDGERS)
def test_order(page: Page, address: str, path: str) -> None:
    """Entries can be put in order by paragraph, verdict, value within a unit, and back."""
    page.goto(address + path)
    order = page.locator("select[name=sort]")
    rows = page.locator(".t-entry")

    def column(name: str) -> list[str]:
        found: list[str] = rows.evaluate_all(f"all => all.map(row => row.dataset.{name} || '')")
        return found

    former = rows.evaluate_all("all => all.map(row => row.id)")
    order.select_option("paragraph")
    told = [int(text or 999) for text in column("paragraph")]
    assert told == sorted(told)
    order.select_option("verdict")
    verdicts = list(dict.fromkeys(column("verdict")))
    assert len(verdicts) == len(set(column("verdict")))
    assert (verdicts[0], verdicts[-1]) == ("contradicted", "")
    order.select_option("value")
    units = [unit for unit in column("unit") if unit]
    assert len(list(dict.fromkeys(units))) == len(set(units))
    dollars = [
        float(n) for n, u in zip(column("number"), column("unit"), strict=True) if u == "USD" and n
    ]
    assert dollars == sorted(dollars, reverse=True)
    order.select_option("")
    assert rows.evaluate_all("all => all.map(row => row.id)") == former


def test_the_selection_can_be_saved(page: Page, address: str) -> None:
    """The file holds the entries that are listed, in their order, with full addresses."""
    page.goto(f"{address}{LEDGERS[0]}?verdict=contradicted&sort=paragraph")
    with page.expect_download() as download:
        page.locator(".t-filter__save").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    listed = page.locator(".t-entry")
    ids = listed.evaluate_all("all => all.map(entry => entry.id)")
    assert [row["address"] for row in rows] == [f"{address}{LEDGERS[0]}#{id_}" for id_ in ids]
    assert {row["verdict"] for row in rows} == {"contradicted"}
    assert all(row["label"] and row["printed"] for row in rows)


def test_the_history_of_a_fact(page: Page, address: str) -> None:
    """An entry lists its reports, marks the one that is used, and gives its address."""
    page.goto(address + LEDGERS[0])
    entry = page.locator(".t-entry:has(.t-preferred)").first
    entry.locator("summary").click()
    expect(entry.locator(".t-preferred")).to_be_visible()
    assert entry.locator("dd:has(b)").count() > 1
    entry.locator(".t-copy").click()
    name = entry.get_attribute("id")
    assert clipboard(page) == f"{address}{LEDGERS[0]}#{name}"
