"""The check view colours numbers by verdict and steps through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlparse

import pytest
from browsing import CHAPTERS, card_of, reading
from playwright.sync_api import Browser, Page, expect

NUMBERS = "article .t-num[data-card]:not(.t-num--chart)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that may use the clipboard, and in which nothing may go wrong."""
    with reading(browser) as page:
        yield page


def _turn_on(page: Page) -> None:
    """Press the button of the check view, and wait for what it brings."""
    page.locator(".t-check-toggle").click()
    expect(page.locator(".t-check")).to_be_visible()


@pytest.mark.parametrize("path", CHAPTERS)
def test_the_legend_counts_all_numbers(page: Page, address: str, path: str) -> None:
    """The counts in the legend are those of the page and add up to all its numbers."""
    page.goto(address + path)
    _turn_on(page)
    shown = page.locator(".t-check__legend button:visible")
    counts = [int(text) for text in shown.locator("b").all_inner_texts()]
    assert sum(counts) == page.locator(NUMBERS).count()
    wrong = shown.filter(has_text=re.compile("misdescribed|张冠李戴"))
    marked = page.locator(f"{NUMBERS}.t-v-misdescribed").count()
    assert int(str(wrong.locator("b").text_content())) == marked


def test_keys_step_through_the_numbers(page: Page, address: str) -> None:
    """The keys n and p go to the next and the previous number, round the ends."""
    page.goto(address + CHAPTERS[0])
    numbers = page.locator(NUMBERS)
    _turn_on(page)
    for key, at in (("n", 0), ("n", 1), ("p", 0), ("p", numbers.count() - 1)):
        page.keyboard.press(key)
        expect(numbers.nth(at)).to_be_focused()
        expect(page.locator(".t-check__now")).to_contain_text(f"{at + 1} / {numbers.count()}")
    page.keyboard.press("Escape")
    expect(page.locator(".t-card:popover-open")).to_have_count(0)
    expect(page.locator(".t-check")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".t-check")).to_be_hidden()


def test_buttons_step_and_keep_the_focus(page: Page, address: str) -> None:
    """The arrows open the next number's card above the bar, and stay under the finger."""
    page.goto(address + CHAPTERS[0])
    _turn_on(page)
    forward = page.locator(".t-check [data-step='1']")
    for at in (0, 1):
        forward.click()
        expect(card_of(page, page.locator(NUMBERS).nth(at))).to_be_visible()
        expect(page.locator(".t-card:popover-open")).to_have_count(1)
        expect(forward).to_be_focused()
    card = page.locator(".t-card:popover-open").bounding_box()
    bar = page.locator(".t-check").bounding_box()
    assert card
    assert bar
    assert card["y"] + card["height"] <= bar["y"]


def test_the_address_keeps_the_state(page: Page, address: str) -> None:
    """Verdict and place are in the address, and whoever opens it sees the same."""
    page.goto(address + CHAPTERS[0])
    _turn_on(page)
    assert parse_qs(urlparse(page.url).query) == {"check": ["all"]}
    page.locator(".t-check__legend [data-kind=misdescribed]").click()
    page.keyboard.press("n")
    assert parse_qs(urlparse(page.url).query) == {"check": ["misdescribed"], "at": ["2"]}
    told = page.locator(".t-check__now").inner_text()
    page.reload()
    expect(page.locator(".t-check__now")).to_have_text(told)
    chosen = page.locator(".t-check__legend [aria-pressed=true]")
    expect(chosen).to_have_attribute("data-kind", "misdescribed")
    page.locator(".t-check__off").click()
    assert not urlparse(page.url).query
