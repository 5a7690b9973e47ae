"""Zoomed, turned, in high contrast, without motion, dark, without a script, in an old browser."""

from __future__ import annotations

import re

import pytest
from browsing import CHAPTERS, FILLS, PHONE, altered, card_of, window
from playwright.sync_api import Browser, Page, ViewportSize, expect


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
        inks = page.locator("figure svg text:visible").evaluate_all(FILLS)
        assert ground == "rgb(20, 23, 28)"
        assert {"rgb(231, 233, 236)", "rgb(164, 171, 181)"} <= {*inks}  # ink, and soft
        assert not {"rgb(28, 31, 36)", "rgb(86, 93, 103)"} & {*inks}


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
        page.locator(".t-check-toggle").click()
        for shown in (".t-check", ".t-check-toggle"):
            bar = page.locator(shown).evaluate(
                "(bar) => (({ backgroundColor, color }) => [backgroundColor, color])"
                "(getComputedStyle(bar))"
            )
            assert ground in bar
            assert len(set(bar)) == 2


def test_zoom_to_twice_the_size(browser: Browser, address: str) -> None:
    """At 200 % on a small laptop a card stays in view."""
    half: ViewportSize = {"width": 640, "height": 400}
    with window(browser, viewport=half, device_scale_factor=2) as (page, _):
        page.goto(address + CHAPTERS[0])
        number = page.locator("article p a.t-num[data-card]").nth(3)
        number.press("Enter")
        box = card_of(page, number).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= half["width"]


def test_a_phone_in_landscape(browser: Browser, address: str) -> None:
    """Cards leave their number and the bars free, and the menu scrolls to its end."""
    size = {"width": 844, "height": 390}
    with window(browser, viewport=size, has_touch=True, is_mobile=True) as (page, _):
        page.goto(address + CHAPTERS[0])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        numbers = page.locator("article p a.t-num[data-card]")
        for at in (2, 8):
            numbers.nth(at).tap()
            number, (top, bottom) = numbers.nth(at).bounding_box(), _open_card(page)
            assert number
            assert number["y"] >= bottom or top >= number["y"] + number["height"]
            page.locator(".t-card:popover-open .t-card__close").tap()
        page.locator(".t-nav-button").tap()
        page.locator(".t-check-toggle").tap()  # the last of the menu
        page.locator(".t-check [data-step='1']").tap()
        bar = page.locator(".t-check").bounding_box()
        assert bar
        assert _open_card(page)[1] <= bar["y"]


def _open_card(page: Page) -> tuple[float, float]:
    """Return where the open card begins and ends: below the header, in the window, not tiny."""
    box = page.locator(".t-card:popover-open").bounding_box()
    header = page.locator(".t-header").bounding_box()
    size = page.viewport_size
    assert box
    assert header
    assert size
    assert box["height"] > 120
    assert header["y"] + header["height"] <= box["y"]
    assert box["y"] + box["height"] <= size["height"]
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    return box["y"], box["y"] + box["height"]


OLD = """for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"])
  delete HTMLElement.prototype[name];
const { matches } = Element.prototype;
Element.prototype.matches = function (selector) {
  if (selector.includes(":popover-open")) throw new SyntaxError(selector);
  return matches.call(this, selector);
}"""


def test_a_browser_without_popovers(browser: Browser, address: str) -> None:
    """No card or menu lies open on the page, numbers lead to the ledger, nothing breaks."""
    with window(browser, viewport=PHONE) as (page, complaints):
        page.add_init_script(OLD)
        with (
            altered(page, "**/*.html", lambda html: re.sub(r" popover\w*(=\"[^\"]*\")?", "", html)),
            altered(page, "**/tieout.*.css", lambda css: css.replace(":popover-open", ":unknown")),
        ):
            page.goto(address + CHAPTERS[0])
            assert not page.locator(".t-card").count()
            for hidden in (".t-nav", ".t-nav-button", ".t-check-toggle"):
                assert page.locator(hidden).count()
                expect(page.locator(f"{hidden}:visible")).to_have_count(0)
            expect(page.locator("footer a[href='findings.html']").last).to_be_visible()
            page.locator("article p a.t-num").first.click()
            page.wait_for_url("**/ledger.html#*")
            expect(page.locator(".t-entry:target details")).to_have_attribute("open", "")
        assert not complaints
