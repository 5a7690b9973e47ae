"""With the thumb: from a number on the home page to its filing, and back."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from browsing import card_of, window
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

THUMB = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LEAST, MAIN = 24, 44
"""How high and wide a target must be, and how high one of a card, in px."""


@pytest.mark.parametrize("home", ["index.html", "zh/index.html"])
def test_a_number_leads_to_its_filing_and_back(browser: Browser, address: str, home: str) -> None:
    """Each tap leads on, to a place in view that shows the same thing; so does the way back."""
    with window(browser, **THUMB) as (page, complaints):
        page.goto(address + home)
        number = page.locator(".t-questions p a.t-num").filter(has=page.locator("[id]")).first
        label, value, outside = _opens_its_card(page, number)
        entry = _leads_to_its_entry(page, card_of(page, number), label, value)
        stood = _seen(page, entry.locator("tr").first)
        _leads_to_its_origin(page, entry, outside)
        page.go_back()
        expect(entry.locator("details")).to_have_attribute("open", "")
        assert _seen(page, entry.locator("tr").first)["y"] == pytest.approx(stood["y"], abs=2)
        entry.locator(f"dd a[href^='{home.removeprefix('zh/')}#']").tap()
        page.wait_for_url(f"{address}{home}#*")
        _seen(page, number)
        assert number.locator(":target").count() == 1
        assert not complaints


def _seen(page: Page, element: Locator) -> FloatRect:
    """Return where an element is; it is in the window whole, below the bar."""
    expect(element).to_be_visible()
    box, bar = element.bounding_box(), page.locator(".t-header").bounding_box()
    size = page.viewport_size
    assert box
    assert bar
    assert size
    assert bar["y"] + bar["height"] <= box["y"] <= box["y"] + box["height"] <= size["height"]
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    return box


def _reached(page: Page, target: Locator, height: int = LEAST) -> None:
    """A target is in view, large enough, and shows it when it has the focus."""
    box = _seen(page, target)
    assert box["height"] >= height
    assert box["width"] >= LEAST
    page.keyboard.press("Shift")  # whoever uses keys sees where the focus is
    target.focus()
    assert target.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


def _opens_its_card(page: Page, number: Locator) -> tuple[str, str, str]:
    """Return label and value on the card, and the address outside that it leads to."""
    number.tap()
    card = card_of(page, number)
    expect(card).to_be_visible()
    assert _seen(page, number)["y"] < _seen(page, card)["y"]
    for target in card.locator("a[href^='ledger'], [rel=external], button:visible").all():
        _reached(page, target, MAIN)
    outside = card.locator(".t-card__links [rel=external]")
    address = str(outside.get_attribute("href"))
    assert str(urlsplit(address).hostname).removeprefix("www.") in outside.inner_text()
    label = card.locator(".t-card__what > span").first.inner_text()
    return label, card.locator(".t-card__value").inner_text(), address


def _leads_to_its_entry(page: Page, card: Locator, label: str, value: str) -> Locator:
    """Return the ledger's entry, which is open and says what the card said."""
    card.locator(".t-card__links a[href^='ledger']").tap()
    page.wait_for_url("**/ledger.html#*")
    entry = page.locator(".t-entry:target")
    expect(entry.locator("th a")).to_have_text(label)
    expect(entry.locator("td.t-value")).to_have_text(value)
    expect(entry.locator("details")).to_have_attribute("open", "")
    return entry


def _leads_to_its_origin(page: Page, entry: Locator, outside: str) -> None:
    """The entry's origin is in view, with the document's address and the host it is at."""
    link = entry.locator("td a[href^='origins']").first
    _reached(page, link)
    link.tap()
    page.wait_for_url("**/origins.html#*")
    document = page.locator(f".t-origin:target a[href='{outside}']")
    _reached(page, document)
    assert str(urlsplit(outside).hostname).removeprefix("www.") in document.inner_text()
