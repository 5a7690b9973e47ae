"""Windows of the browser for tests: each with its own size, scheme and rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
CHAPTERS = ["sea.html", "zh/sea.html"]
WORDS = {"index.html": "Greenland", "zh/index.html": "格陵兰"}
"""What readers of the fixture explainer search for, by the page on which they do."""
FILLS = "texts => texts.map((text) => getComputedStyle(text).fill)"
LEDGERS = ["ledger.html", "zh/ledger.html"]
FORBIDDEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error("forbidden: " + event.violatedDirective + " " + event.blockedURI))"""


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """Open a window, and collect what its pages complain about or are forbidden to do."""
    context = browser.new_context(**{"viewport": DESKTOP, **options})
    page, complaints = context.new_page(), list[str]()
    if options.get("java_script_enabled", True):
        page.add_init_script(FORBIDDEN)
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    context.close()


def search(page: Page, words: str) -> str:
    """Search by keyboard, and return the first result's address."""
    page.locator("input.md-search__input").click()
    page.keyboard.insert_text(words)
    page.keyboard.press("End")  # the theme listens for keys, which an inserted text has none of
    return str(page.locator(".md-search-result__item a").first.get_attribute("href"))


@contextmanager
def reading(browser: Browser) -> Iterator[Page]:
    """Open a window that may use the clipboard, and in which nothing may go wrong."""
    with window(browser, permissions=["clipboard-read", "clipboard-write"]) as (page, complaints):
        yield page
        assert not complaints


def card_of(page: Page, number: Locator) -> Locator:
    """Return the card of a number, which may be yet to come."""
    return page.locator(f"#card-{number.get_attribute('data-card')}")


def clipboard(page: Page) -> str:
    """Return what was copied last."""
    return str(page.evaluate("navigator.clipboard.readText()"))


@contextmanager
def altered(page: Page, pattern: str, alter: Callable[[str], str]) -> Iterator[None]:
    """Change the pages that match a pattern on their way to the browser."""

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=alter(answer.text()))

    page.route(pattern, change)
    yield
    page.unroute(pattern)
