"""Zoomed, in high contrast, without motion, dark, and without a script."""

from __future__ import annotations

import re

import pytest
from browsing import CHAPTERS, PHONE, card_of, window
from playwright.sync_api import Browser, expect


def test_the_menu_of_a_phone_needs_no_script(browser: Browser, address: str) -> None:
    """On a phone without JavaScript the menu opens and leads to a page."""
    with window(browser, viewport=PHONE, java_script_enabled=False) as (page, _):
        page.goto(address)
        link = page.locator(".t-nav a[href='findings.html']")
        expect(link).to_be_hidden()
        page.locator(".t-nav-button").click()
        link.click()
        page.wait_for_url(re.compile("findings.html$"))


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_dark_system_gets_a_dark_page(browser: Browser, address: str, scripts: bool) -> None:
    """Ground, ink and charts are dark where the system is, with and without JavaScript."""
    with window(browser, color_scheme="dark", java_script_enabled=scripts) as (page, _):
        page.goto(address + CHAPTERS[0])
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        ink = page.locator("figure svg text:visible").first
        assert ground == "rgb(20, 23, 28)"
        fill = ink.evaluate("text => getComputedStyle(text).fill")
        assert fill in ("rgb(231, 233, 236)", "rgb(164, 171, 181)")  # ink, or soft


def test_nothing_moves_where_no_motion_is_wanted(browser: Browser, address: str) -> None:
    """With reduced motion nothing has a transition or an animation."""
    with window(browser, reduced_motion="reduce") as (page, _):
        page.goto(address + CHAPTERS[0])
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].map(node => getComputedStyle(node))
            .filter(s => s.transitionDuration !== '0s' || s.animationName !== 'none').length"""
        )
        assert moving == 0


def test_forced_colours_leave_the_signs(browser: Browser, address: str) -> None:
    """In forced colours numbers are underlined, and ticks differ from the ground."""
    with window(browser, forced_colors="active") as (page, _):
        page.goto(address + CHAPTERS[0])
        number = page.locator("article p a.t-num").first
        assert number.evaluate("n => getComputedStyle(n).textDecorationLine") == "underline"
        tick = page.locator(".t-tick.t-v-contradicted").first
        ground, mark = tick.evaluate(
            """tick => [getComputedStyle(document.body).backgroundColor,
              getComputedStyle(tick, '::before').backgroundColor]"""
        )
        assert mark not in (ground, "rgba(0, 0, 0, 0)")


def test_zoom_to_twice_the_size(browser: Browser, address: str) -> None:
    """At 200 % on a small laptop a card stays in the window."""
    half = {"width": 640, "height": 400}
    with window(browser, viewport=half, device_scale_factor=2) as (page, _):
        page.goto(address + CHAPTERS[0])
        number = page.locator("article p a.t-num[data-card]").nth(3)
        number.press("Enter")
        box = card_of(page, number).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= half["width"]
