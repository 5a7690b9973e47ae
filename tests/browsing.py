"""Windows of the browser for tests: each with its own size, scheme and rights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
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
