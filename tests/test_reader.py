"""What a reader can do: check, filter, copy, report; from disk, on any screen, by keyboard."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from browsing import PHONE, search, window
from playwright.sync_api import Browser, Locator, Page, Route, expect
from test_site import EVERY_PAGE

CHAPTERS = ["amazon-anthropic.html", "zh/amazon-anthropic.html"]
LEDGERS = ["ledger.html", "zh/ledger.html"]
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that may use the clipboard, and in which nothing may go wrong."""
    with window(browser, permissions=CLIPBOARD) as (page, complaints):
        yield page
        assert not complaints


def card_of(page: Page, number: Locator) -> Locator:
    """Return the card of a number."""
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


class TestFromDisk:
    """The site works from a folder, without a server."""

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("index.html", "Stargate"),
            ("ledger.html", "116.4"),
            ("zh/index.html", "自研芯片"),
            ("zh/ledger.html", "1164亿"),
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


class TestCheckView:
    """The check view colours numbers by verdict and steps through them."""

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_the_legend_counts_all_numbers(self, page: Page, address: str, path: str) -> None:
        """The counts in the legend are those of the page and add up to all its numbers."""
        page.goto(address + path)
        page.locator(".t-check-toggle").click()
        shown = page.locator(".t-check__legend button:visible")
        counts = [int(text) for text in shown.locator("b").all_inner_texts()]
        assert sum(counts) == page.locator(".t-num[data-card]").count()
        wrong = shown.filter(has_text=re.compile("misdescribed|张冠李戴"))
        marked = page.locator(".t-num[data-card].t-v-misdescribed").count()
        assert int(str(wrong.locator("b").text_content())) == marked

    def test_keys_step_through_the_numbers(self, page: Page, address: str) -> None:
        """The keys n and p go to the next and the previous number, round the ends."""
        page.goto(address + CHAPTERS[0])
        numbers = page.locator(".t-num[data-card]")
        page.locator(".t-check-toggle").click()
        for key, at in (("n", 0), ("n", 1), ("p", 0), ("p", numbers.count() - 1)):
            page.keyboard.press(key)
            expect(numbers.nth(at)).to_be_focused()
            expect(page.locator(".t-check__now")).to_contain_text(f"{at + 1} / {numbers.count()}")
        page.keyboard.press("Escape")
        expect(page.locator(".t-card:popover-open")).to_have_count(0)
        expect(page.locator(".t-check")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".t-check")).to_be_hidden()

    def test_buttons_step_and_keep_the_focus(self, page: Page, address: str) -> None:
        """The arrows open the next number's card above the bar, and stay under the finger."""
        page.goto(address + CHAPTERS[0])
        page.locator(".t-check-toggle").click()
        forward = page.locator(".t-check [data-step='1']")
        for at in (0, 1):
            forward.click()
            expect(card_of(page, page.locator(".t-num[data-card]").nth(at))).to_be_visible()
            expect(page.locator(".t-card:popover-open")).to_have_count(1)
            expect(forward).to_be_focused()
        card = page.locator(".t-card:popover-open").bounding_box()
        bar = page.locator(".t-check").bounding_box()
        assert card
        assert bar
        assert card["y"] + card["height"] <= bar["y"]

    def test_the_address_keeps_the_state(self, page: Page, address: str) -> None:
        """Verdict and place are in the address, and whoever opens it sees the same."""
        page.goto(address + CHAPTERS[0])
        page.locator(".t-check-toggle").click()
        assert parse_qs(urlparse(page.url).query) == {"check": ["all"]}
        page.locator(".t-check__legend [data-kind=not_found]").click()
        page.keyboard.press("n")
        assert parse_qs(urlparse(page.url).query) == {"check": ["not_found"], "at": ["2"]}
        told = page.locator(".t-check__now").inner_text()
        page.reload()
        expect(page.locator(".t-check__now")).to_have_text(told)
        chosen = page.locator(".t-check__legend [aria-pressed=true]")
        expect(chosen).to_have_attribute("data-kind", "not_found")
        page.locator(".t-check__off").click()
        assert not urlparse(page.url).query


class TestLedger:
    """All facts can be searched, filtered, ordered and taken along."""

    @pytest.mark.parametrize("path", LEDGERS)
    @pytest.mark.parametrize("name", ["verdict", "entity", "concept", "basis", "chapter"])
    def test_filters(self, page: Page, address: str, path: str, name: str) -> None:
        """A filter shows all entries that fit and no other, and is kept in the address."""
        page.goto(address + path)
        choice = page.locator(f"select[name={name}]")
        value = str(choice.locator("option").nth(1).get_attribute("value"))
        choice.select_option(value)
        fits = page.locator(f".t-entry[data-{name}~='{value}']").count()
        shown = page.locator(".t-entry:not([hidden])")
        assert 0 < shown.count() == fits
        assert page.url.endswith(f"?{name}={value}")
        page.reload()
        expect(shown).to_have_count(fits)
        page.locator(".t-filter [type=reset]").click()
        expect(page.locator(".t-entry[hidden]")).to_have_count(0)

    def test_search_as_you_type(self, page: Page, address: str) -> None:
        """Every word typed must be in an entry, wherever in it."""
        page.goto(address + LEDGERS[0])
        page.locator("input[name=text]").press_sequentially("revenue 116.4")
        shown = page.locator(".t-entry:not([hidden])")
        texts = shown.evaluate_all("all => all.map(entry => entry.textContent.toLowerCase())")
        assert texts
        assert all("revenue" in text and "116.4" in text for text in texts)
        page.locator("input[name=text]").fill("no such thing")
        expect(page.locator(".t-ledger__none")).to_be_visible()

    @pytest.mark.parametrize("path", LEDGERS)
    def test_order(self, page: Page, address: str, path: str) -> None:
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
            float(n)
            for n, u in zip(column("number"), column("unit"), strict=True)
            if u == "USD" and n
        ]
        assert dollars == sorted(dollars, reverse=True)
        order.select_option("")
        assert rows.evaluate_all("all => all.map(row => row.id)") == former

    def test_the_selection_can_be_saved(self, page: Page, address: str) -> None:
        """The file holds the entries that are listed, in their order, with full addresses."""
        page.goto(f"{address}{LEDGERS[0]}?verdict=contradicted&sort=paragraph")
        with page.expect_download() as download:
            page.locator(".t-filter__save").click()
        text = Path(download.value.path()).read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        listed = page.locator(".t-entry:not([hidden])")
        ids = listed.evaluate_all("all => all.map(entry => entry.id)")
        assert [row["address"] for row in rows] == [f"{address}{LEDGERS[0]}#{id_}" for id_ in ids]
        assert {row["verdict"] for row in rows} == {"contradicted"}
        assert all(row["label"] and row["printed"] for row in rows)

    def test_the_history_of_a_fact(self, page: Page, address: str) -> None:
        """An entry lists its reports, marks the one that is used, and gives its address."""
        page.goto(address + LEDGERS[0])
        entry = page.locator(".t-entry:has(.t-preferred)").first
        entry.locator("summary").click()
        expect(entry.locator(".t-preferred")).to_be_visible()
        assert entry.locator("dd:has(b)").count() > 1
        entry.locator(".t-copy").click()
        name = entry.get_attribute("id")
        assert clipboard(page) == f"{address}{LEDGERS[0]}#{name}"

    def test_thousands_of_entries(self, page: Page, address: str) -> None:
        """With 5,000 entries a filter, a word or an order takes less than a second."""

        def swollen(html: str) -> str:
            start = '<tbody class="t-entry"'
            first, last = (
                html.index(start),
                html.rindex("</tbody>", 0, html.index("t-ledger__none")) + 8,
            )
            rows, many = html[first:last], html.count(start)
            more = [
                rows.replace(f'{start} id="', f'{start} id="n{n}-') for n in range(-(-5000 // many))
            ]
            return html[:first] + "".join(more) + html[last:]

        with altered(page, "**/ledger.html", swollen):
            page.goto(address + LEDGERS[0])
            expect(page.locator(".t-filter")).to_be_visible()
        assert page.locator(".t-entry").count() >= 5000
        taken = page.evaluate(
            """() => [["verdict", "contradicted"], ["text", "revenue"], ["sort", "value"]].map(
              ([name, value]) => Math.min(...[value, "", value, ""].map((given) => {
                const field = document.querySelector(`.t-filter [name=${name}]`);
                const start = performance.now();
                field.value = given;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                document.body.offsetHeight;
                return performance.now() - start;
              })))"""
        )
        assert max(taken) < 1000, taken


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

    def test_an_error_goes_to_the_issue_tracker(self, page: Page, address: str) -> None:
        """With a place for issues configured, one opens there with title and text filled in."""
        tracker = "https://tracker.example/new?labels=error"
        page.context.route("https://tracker.example/**", lambda route: route.fulfill(body="ok"))
        header = 'data-md-component="header"'
        with altered(
            page,
            "**/amazon-anthropic.html",
            lambda html: html.replace(header, f'{header} data-issues="{tracker}"'),
        ):
            card, value = self.opened(page, address + CHAPTERS[0])
        with page.expect_popup() as popup:
            card.locator("[data-act=report]").click()
        asked = parse_qs(urlparse(popup.value.url).query)
        assert asked["labels"] == ["error"]
        assert value in asked["body"][0]
        assert asked["title"][0] in asked["body"][0]


class TestByKeyboardAndEar:
    """What a screen reader is told, and what keys do."""

    @pytest.mark.parametrize("path", CHAPTERS)
    def test_numbers_say_that_they_open_a_dialog(self, page: Page, address: str, path: str) -> None:
        """A number names its card and whether it is open; the card has a name."""
        page.goto(address + path)
        number = page.locator("article p a.t-num[data-card]").first
        card = card_of(page, number)
        expect(number).to_have_attribute("aria-haspopup", "dialog")
        expect(number).to_have_attribute("aria-controls", str(card.get_attribute("id")))
        expect(number).to_have_attribute("aria-expanded", "false")
        number.press("Enter")
        expect(number).to_have_attribute("aria-expanded", "true")
        expect(card).to_have_role("dialog")
        expect(card).to_have_accessible_name(re.compile(r"\S"))
        expect(card).to_be_focused()

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

    def test_the_language_switch_keeps_the_place(self, page: Page, address: str) -> None:
        """The other language opens at the same entry, with the same filter."""
        page.goto(address + "ledger.html?verdict=contradicted#top")
        page.locator(".t-language__link").click()
        page.wait_for_url(address + "zh/ledger.html?verdict=contradicted#top")


class TestOnAnyScreen:
    """Zoomed, in high contrast, without motion, dark, and without a script."""

    def test_the_menu_of_a_phone_needs_no_script(self, browser: Browser, address: str) -> None:
        """On a phone without JavaScript the menu opens and leads to a page."""
        with window(browser, viewport=PHONE, java_script_enabled=False) as (page, _):
            page.goto(address)
            link = page.locator(".t-nav a[href='findings.html']")
            expect(link).to_be_hidden()
            page.locator(".t-nav-button").click()
            link.click()
            page.wait_for_url(re.compile("findings.html$"))

    @pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
    def test_a_dark_system_gets_a_dark_page(
        self, browser: Browser, address: str, scripts: bool
    ) -> None:
        """Ground, ink and charts are dark where the system is, with and without JavaScript."""
        with window(browser, color_scheme="dark", java_script_enabled=scripts) as (page, _):
            page.goto(address + CHAPTERS[0])
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            ink = page.locator("figure svg text:visible").first
            assert ground == "rgb(20, 23, 28)"
            fill = ink.evaluate("text => getComputedStyle(text).fill")
            assert fill in ("rgb(231, 233, 236)", "rgb(164, 171, 181)")  # ink, or soft

    def test_nothing_moves_where_no_motion_is_wanted(self, browser: Browser, address: str) -> None:
        """With reduced motion nothing has a transition or an animation."""
        with window(browser, reduced_motion="reduce") as (page, _):
            page.goto(address + CHAPTERS[0])
            moving = page.evaluate(
                """() => [...document.querySelectorAll('*')].map(node => getComputedStyle(node))
                .filter(s => s.transitionDuration !== '0s' || s.animationName !== 'none').length"""
            )
            assert moving == 0

    def test_forced_colours_leave_the_signs(self, browser: Browser, address: str) -> None:
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

    def test_zoom_to_twice_the_size(self, browser: Browser, address: str) -> None:
        """At 200 % on a small laptop no page scrolls sideways, and a card stays in the window."""
        half = {"width": 640, "height": 400}
        with window(browser, viewport=half, device_scale_factor=2) as (page, _):
            for path in EVERY_PAGE:
                page.goto(address + path)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            page.goto(address + CHAPTERS[0])
            number = page.locator("article p a.t-num[data-card]").nth(3)
            number.press("Enter")
            box = card_of(page, number).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= half["width"]
