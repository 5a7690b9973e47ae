"""Charts on request: drawn live from the page's own specification, under the site's policy."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from accessible import violations
from browsing import window
from built_pages import beside
from explainers import pages
from playwright.sync_api import Browser, Locator, Page, expect

from macros.charts.specification import script
from macros.pages.call import in_template

PATHS = ["ice.html", "charts.html", "zh/sea.html"]

TEXTS = """svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((text) => text.textContent).map((text) => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left - frame.left, box.top - frame.top];
  });
}"""


def open_page(page: Page, address: str, path: str) -> list[Locator]:
    """Open a page and return its figures."""
    page.goto(address + path)
    expect(page.locator(".t-live-button").first).to_be_visible()
    return page.locator("figure.t-figure").all()


def make_live(figure: Locator) -> Locator:
    """Press the figure's button and return what is drawn."""
    figure.locator(".t-live-button").click()
    host = figure.locator(".t-live:visible")
    expect(host.locator("svg")).to_be_visible()
    expect(figure.locator(".t-live-button")).not_to_have_attribute("aria-busy", "true")
    return host


@pytest.mark.parametrize("path", PATHS)
def test_the_live_chart_is_the_baked_one(browser: Browser, address: str, path: str) -> None:
    """Live, each chart has the same words at the same places; nothing is forbidden or warned of."""
    said: list[str] = []
    with window(browser) as (page, complaints):
        page.on("console", lambda m: said.append(m.text))
        figures = open_page(page, address, path)
        baked = {width: _texts(page, width, figures, "svg[role=img]") for width in (360, 1280)}
        for figure in figures:
            make_live(figure)
        for width, before in baked.items():
            drawn = _texts(page, width, figures, ".t-live svg")
            assert [text for text, *_ in drawn] == [text for text, *_ in before]
            assert _apart(drawn, before) < 2
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not complaints
        assert not said


def _texts(page: Page, width: int, figures: list[Locator], pictures: str) -> list[Any]:
    """Return the words of the figures' pictures, with their places, in a window of a width."""
    page.set_viewport_size({"width": width, "height": 800})
    shown = (figure.locator(f"{pictures}:visible") for figure in figures)
    return [text for picture in shown for text in sorted(picture.evaluate(TEXTS))]


def _apart(drawn: list[Any], baked: list[Any]) -> float:
    """Return the greatest distance, in px, between words and their like."""
    pairs = zip(drawn, baked, strict=True)
    return float(max(max(abs(a[1] - b[1]), abs(a[2] - b[2])) for a, b in pairs))


def test_the_script_is_asked_for_once_and_on_request_only(browser: Browser, address: str) -> None:
    """The large script comes with the first request, from the site's root, and not again."""
    asked: list[str] = []
    with window(browser) as (page, complaints):
        page.on("request", lambda r: asked.append(r.url))
        figures = open_page(page, address, "zh/sea.html")
        assert not [url for url in asked if "vega" in url or "live" in url or "charts." in url]
        for figure in figures[:3]:
            make_live(figure)
        for name in ("vega", "charts"):
            found = [url for url in asked if re.search(rf"/{name}\.\w+\.js$", url)]
            assert len(found) == 1 and found[0].startswith(f"{address}assets/kept/")
        assert all(url.startswith(address) for url in asked)
        assert not complaints


@pytest.mark.parametrize("path", ["ice.html", "zh/sea.html"])
def test_values_are_told_by_keyboard(browser: Browser, address: str, site: Path, path: str) -> None:
    """Arrow keys step through every value in the table's order; Escape puts the words away."""
    with window(browser) as (page, complaints):
        for figure in open_page(page, address, path):
            host = make_live(figure)
            expect(host).to_be_focused()
            name = figure.get_attribute("id")
            tips = list(json.loads(beside(site, path)["live"])[name]["tips"].values())
            seen = []
            for _ in tips:
                page.keyboard.press("ArrowRight")
                expect(host.locator(".t-live__tip")).to_be_visible()
                seen.append(host.locator("[role=status]").text_content())
            assert seen == tips
            page.keyboard.press("Home")
            assert host.locator(".t-live__tip").text_content() == tips[0]
            page.keyboard.press("Escape")
            expect(host.locator(".t-live__tip")).to_be_hidden()
        assert not complaints


def test_values_are_told_by_pointer(browser: Browser, address: str) -> None:
    """The mark under the pointer is told inside the window, and its neighbours step back."""
    with window(browser) as (page, complaints):
        figure = open_page(page, address, "ice.html")[0]
        host = make_live(figure)
        text = host.locator("svg text", has_text="3.41").first
        text.hover()
        tip = host.locator(".t-live__tip")
        expect(tip).to_be_visible()
        expect(tip).to_contain_text("NASA")
        expect(tip).to_contain_text("3.41")
        dimmed = host.locator("svg text", has_text="4.17").first
        assert float(dimmed.evaluate("node => getComputedStyle(node).opacity")) < 0.5
        tip.hover()
        expect(tip).to_be_visible()
        page.mouse.move(2, 2)
        expect(tip).to_be_hidden()
        assert not complaints


def test_the_picture_comes_back(browser: Browser, address: str) -> None:
    """The same button brings the picture back, and the live chart is gone from the page."""
    with window(browser) as (page, complaints):
        figure = open_page(page, address, "ice.html")[0]
        make_live(figure)
        assert figure.locator("svg[role=img]:visible").count() == 0
        figure.locator(".t-live-button").click()
        expect(figure.locator("svg[role=img]:visible")).to_have_count(1)
        assert figure.locator(".t-live").count() == 0
        make_live(figure)
        assert not complaints


def test_if_the_script_does_not_come_the_picture_stays(browser: Browser, address: str) -> None:
    """A failed request is said on the button, the picture stays, and one may try again."""
    with window(browser) as (page, _):
        page.route("**/vega.*.js", lambda route: route.abort())
        figure = open_page(page, address, "ice.html")[0]
        button = figure.locator(".t-live-button")
        button.click()
        expect(button).to_contain_text("did not load")
        expect(figure.locator("svg[role=img]:visible")).to_have_count(1)
        page.unroute("**/vega.*.js")
        make_live(figure)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_live_chart_is_accessible_and_follows_the_scheme(
    browser: Browser, address: str, scheme: str
) -> None:
    """Axe finds nothing in a live chart, and its ink is the scheme's."""
    with window(browser, color_scheme=scheme) as (page, complaints):
        for figure in open_page(page, address, "ice.html")[:3]:
            make_live(figure)
        assert not violations(page, within="figure")
        inks = page.locator(".t-live svg text:visible").evaluate_all(
            "nodes => nodes.map((node) => getComputedStyle(node).fill)"
        )
        assert {"light": "rgb(28, 31, 36)", "dark": "rgb(231, 233, 236)"}[scheme] in inks
        assert {"light": "rgb(231, 233, 236)", "dark": "rgb(28, 31, 36)"}[scheme] not in inks
        assert not complaints


def test_every_value_has_words_and_a_mark(site: Path) -> None:
    """Each figure has both widths, and words only for keys that are drawn."""
    for path in pages():
        for data in json.loads(beside(site, path).get("live", "{}")).values():
            assert set(data) == {"wide", "narrow", "tips"}
            assert data["tips"]
            for width in ("wide", "narrow"):
                drawn = json.dumps(data[width], ensure_ascii=False)
                assert all(json.dumps(key)[1:-1] in drawn for key in data["tips"]), path


def test_the_site_has_the_script_once(site: Path) -> None:
    """The script stands at the root, is one expression, and says whose work it is."""
    (file,) = site.rglob("vega.*")
    text = file.read_text("utf-8")
    assert text.startswith("/* Vega, Vega-Lite and Vega-Embed")
    assert text.endswith("})();\n")


def test_the_script_is_the_same_each_time(site: Path) -> None:
    """Made anew it is byte for byte what the site has."""
    (file,) = site.rglob("vega.*")
    assert script() == file.read_bytes()


def test_json_in_a_template_is_no_markup() -> None:
    """Signs of markup are escaped, and no braces stand in pairs."""
    assert in_template('{"a":{"b":"<i> & \\"q\\""}}') == '{"a":{"b":"&lt;i> &amp; \\"q\\""} }'
