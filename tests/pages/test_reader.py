"""What a reader can do from disk, with a card, by keyboard, and on any screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from accessible import violations
from browsing import (
    CHAPTERS,
    DESKTOP,
    LEDGERS,
    PHONE,
    WORDS,
    altered,
    card_of,
    clipboard,
    reading,
    search,
    window,
)
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that may use the clipboard, and in which nothing may go wrong."""
    with reading(browser) as page:
        yield page


class TestFromDisk:
    """The site works from a folder, without a server."""

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            *WORDS.items(),
            ("ledger.html", "13.5"),
            ("zh/ledger.html", "13.5毫米"),
        ],
    )
    def test_search(self, page: Page, site: Path, path: str, words: str) -> None:
        """Search from disk finds words and values, in the language of the page."""
        page.goto((site / path).as_uri())
        found = urlparse(search(page, words))
        assert found.scheme == "file"
        assert Path(found.path).is_file()
        assert ("/zh/" in found.path) == path.startswith("zh/")

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_a_chapter(self, page: Page, site: Path, path: str) -> None:
        """Cards, charts, the check view and the language switch work from disk."""
        page.goto((site / path).as_uri())
        expect(page.locator("figure.t-figure svg:visible").first).to_be_visible()
        number = page.locator("article p a.t-num[data-card]").first
        number.press("Enter")
        expect(card_of(page, number)).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".t-check-toggle").click()
        expect(page.locator(".t-check")).to_be_visible()
        page.locator(".t-language__link").click()
        expect(page.locator("html")).to_have_attribute("lang", "en" if "zh/" in path else "zh")
        expect(page.locator(".t-check")).to_be_visible()

    @pytest.mark.parametrize("path", LEDGERS)
    def test_the_ledger(self, page: Page, site: Path, path: str) -> None:
        """The ledger filters from disk, and an entry opens at its address."""
        page.goto((site / path).as_uri())
        all_of_them = page.locator(".t-entry").count()
        page.locator("select[name=verdict]").select_option("contradicted")
        assert 0 < page.locator(".t-entry:visible").count() < all_of_them
        name = page.locator(".t-entry").last.get_attribute("id")
        page.goto(f"{(site / path).as_uri()}#{name}")
        expect(page.locator(f"[id='{name}'] details")).to_have_attribute("open", "")


class TestCard:
    """A card's value and citation can be copied, and an error reported."""

    def opened(self, page: Page, address: str) -> tuple[Locator, str]:
        """Open a card by keyboard, and return it with the value it shows."""
        page.goto(address)
        number = page.locator("article p a.t-num[data-card]").first
        number.press("Enter")
        card = card_of(page, number)
        return card, str(card.locator(".t-card__value").text_content())

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_value_and_citation(self, page: Page, address: str, path: str) -> None:
        """The value is copied as shown, the citation with the address of this site."""
        card, value = self.opened(page, address + path)
        card.locator("[data-act=value]").click()
        assert clipboard(page) == value
        card.locator("[data-act=citation]").click()
        assert value in clipboard(page)
        root = address + "zh/" * path.startswith("zh/")
        assert "ledger.html#" in clipboard(page)
        assert clipboard(page).count("http") == 1
        assert urlparse(root).netloc

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_an_error_can_be_reported(self, page: Page, address: str, path: str) -> None:
        """Without a place for issues the report is copied: what, shown how, where, why."""
        card, value = self.opened(page, address + path)
        card.locator("[data-act=report]").click()
        report = clipboard(page)
        assert value in report
        assert page.url in report
        assert "ledger.html#" in report
        assert "{" not in report
        expect(page.locator("[role=status].t-hidden")).not_to_be_empty()

    @pytest.mark.parametrize(
        ("tracker", "title", "text"),
        [
            ("https://tracker.example/o/r/issues/new?labels=a%26b&amp;x=1", "title", "body"),
            ("https://tracker.example/o/r/-/issues/new", "issue[title]", "issue[description]"),
        ],
        ids=["github", "gitlab"],
    )
    @pytest.mark.parametrize("path", CHAPTERS)
    def test_an_error_goes_to_the_issue_tracker(
        self, page: Page, address: str, path: str, tracker: str, title: str, text: str
    ) -> None:
        """With a place for issues configured, one opens there with title and text filled in."""
        page.context.route("https://tracker.example/**", lambda route: route.fulfill(body="ok"))
        header = 'data-md-component="header"'
        with altered(
            page,
            f"**/{path}*",
            lambda html: html.replace(header, f'{header} data-issues="{tracker}"'),
        ):
            card, value = self.opened(page, f"{address}{path}?a=<&b={'说' * 900}")
        with page.expect_popup() as popup:
            card.locator("[data-act=report]").click()
        assert len(popup.value.url) < 8000
        asked = parse_qs(urlparse(popup.value.url).query)
        assert asked.keys() == {title, text} | ({"labels", "x"} if "?" in tracker else set())
        assert asked.get("labels", ["a&b"]) == ["a&b"]
        assert value in asked[text][0]
        assert f"{path.removeprefix('zh/')}?a=%3C&b=%E8%AF%B4" in asked[text][0]
        assert asked[text][0].startswith(f"{asked[title][0]}\n")
        assert "{" not in asked[text][0]


class TestByKeyboardAndEar:
    """What a screen reader is told, and what keys do."""

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_numbers_say_that_they_open_a_dialog(self, page: Page, address: str, path: str) -> None:
        """A number names its card and whether it is open; the card has a name."""
        page.goto(address + path)
        number = page.locator("article p a.t-num[data-card]").first
        card = card_of(page, number)
        expect(number).to_have_attribute("aria-haspopup", "dialog")
        expect(number).to_have_attribute("aria-expanded", "false")
        number.press("Enter")
        expect(number).to_have_attribute("aria-expanded", "true")
        expect(number).to_have_attribute("aria-controls", str(card.get_attribute("id")))
        expect(card).to_have_role("dialog")
        expect(card).to_have_accessible_name(re.compile(r"\S"))
        expect(card).to_be_focused()

    @pytest.mark.parametrize(("path", "size"), [*zip(CHAPTERS, (DESKTOP, PHONE), strict=True)])
    def test_open_things_are_accessible(
        self, browser: Browser, address: str, path: str, size: dict[str, int]
    ) -> None:
        """With the check view and a card open, axe finds nothing."""
        with window(browser, viewport=size, color_scheme="dark") as (page, complaints):
            page.goto(f"{address}{path}?check=all&at=2")
            expect(page.locator(".t-card:popover-open")).to_have_count(1)
            for opened in (".t-card:popover-open", ".t-check"):
                assert not violations(page, within=opened)
            assert not complaints

    def test_the_strip_is_one_tab_stop(self, page: Page, address: str) -> None:
        """Arrow keys, Home and End move along the strip; one tick alone can be tabbed to."""
        page.goto(address)
        ticks = page.locator(".t-strip .t-tick")
        stops = page.locator(".t-strip .t-tick[tabindex='0']")
        expect(stops).to_have_count(1)
        ticks.first.focus()
        moves = (("ArrowRight", 1), ("ArrowLeft", 0), ("End", ticks.count() - 1), ("Home", 0))
        for key, at in moves:
            page.keyboard.press(key)
            expect(ticks.nth(at)).to_be_focused()
            expect(stops).to_have_count(1)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        assert page.locator(".t-tick:focus").count() == 0
        page.keyboard.press("Shift+Tab")
        expect(ticks.nth(1)).to_be_focused()
        expect(ticks.nth(1)).to_have_accessible_name(re.compile("¶"))

    def test_a_paragraph_is_one_tab_stop(self, page: Page, address: str) -> None:
        """Tab passes a paragraph in one step; arrows go through its numbers, each with its card."""
        page.goto(address + CHAPTERS[0])
        paragraph = page.locator("article p", has=page.locator(".t-num[data-card]").nth(3)).first
        numbers = paragraph.locator(".t-num[data-card]")
        expect(paragraph.locator(".t-num[data-card][tabindex='0']")).to_have_count(1)
        numbers.first.focus()
        page.keyboard.press("ArrowRight")
        expect(numbers.nth(1)).to_be_focused()
        card = card_of(page, numbers.nth(1))
        expect(card).to_be_visible()
        expect(card.locator(".t-card__keys")).to_be_visible()
        page.keyboard.press("Tab")
        assert paragraph.locator(".t-num:focus").count() == 0
        page.keyboard.press("Shift+Tab")
        expect(numbers.nth(1)).to_be_focused()

    def test_the_language_switch_keeps_the_place(self, page: Page, address: str) -> None:
        """The other language opens at the same entry, with the same filter."""
        page.goto(address + "ledger.html?verdict=contradicted#top")
        page.locator(".t-language__link").click()
        page.wait_for_url(address + "zh/ledger.html?verdict=contradicted#top")
