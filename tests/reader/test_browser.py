"""What a reader meets in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from accessible import LOOKS, keep_one_of_a_kind, violations
from browsing import CHAPTERS, FORBIDDEN, WORDS, search
from explainers import pages
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
ZOOMED: tuple[ViewportSize, ...] = (
    {"width": 640, "height": 400},  # a small laptop's window at 200 %, and at 400 %
    {"width": 320, "height": 200},
)


class Visit:
    """A page, with everything it asked for and complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", lambda r: self.complaints.append(r.url) if r.status >= 400 else None)
        page.on("request", lambda r: self._asked(r.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)

    def open(self, path: str) -> Page:
        """Open a page."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a browser window; a test may ask for a size, a scheme or no script."""
    options: dict[str, Any] = {"viewport": DESKTOP, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    page = context.new_page()
    if options.get("java_script_enabled", True):
        page.add_init_script(FORBIDDEN)
    yield Visit(page, address)
    context.close()


@pytest.mark.parametrize("path", pages())
def test_a_page_is_quiet_accessible_and_fits(visit: Visit, path: str) -> None:
    """No axe violation, no error, nothing forbidden or asked for elsewhere, no sideways scroll.

    On a desktop in light, zoomed to 200 and 400 %, and on a phone in dark; with cards open, too.
    """
    _is_quiet(visit, path)


@pytest.mark.parametrize("path", ["index.html", "ledger.html", "origins.html"])
def test_one_language_without_a_reviewed_text_is_as_quiet(
    browser: Browser, tiny_address: str, path: str
) -> None:
    """The same holds where there is nothing to switch to, and nothing that was printed."""
    with browser.new_context(viewport=DESKTOP) as context:
        visit = Visit(context.new_page(), tiny_address)
        visit.page.add_init_script(FORBIDDEN)
        _is_quiet(visit, path)
        assert visit.page.locator(".t-language__link, .t-strip").count() == 0
        assert "原文" not in visit.page.content()
        assert visit.page.locator("html").get_attribute("lang") == "zh"


def test_a_number_without_a_reviewed_text_says_who_says_so(
    browser: Browser, tiny_address: str
) -> None:
    """Its card has the value and the origin, and search finds the page by what it is of."""
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(tiny_address + "index.html")
        page.locator("article p a.t-num[data-card]").first.press("Enter")
        card = page.locator(".t-card:popover-open")
        expect(card).to_contain_text("世界海事新闻")
        assert "原文" not in str(card.text_content())
        page.keyboard.press("Escape")
        assert search(page, "苏伊士").startswith(tiny_address)


def _is_quiet(visit: Visit, path: str) -> None:
    page = visit.open(path)
    _fits(page)
    _open_cards(page, 3)
    keep_one_of_a_kind(page, ".t-entry, .t-origin, .t-finding, .t-card")
    assert not violations(page)
    for size in ZOOMED:
        page.set_viewport_size(size)
        _fits(page)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 28)")
    _fits(page)
    assert not violations(page, rules=LOOKS)
    _open_cards(page, 1)
    assert not visit.complaints
    assert not visit.elsewhere


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _open_cards(page: Page, many: int) -> None:
    """Open a page's first cards one by one, and let axe read the last."""
    found = page.locator("article p a.t-num[data-card]")
    cards = found.evaluate_all("numbers => [...new Set(numbers.map((one) => one.dataset.card))]")
    numbers = [page.locator(f"article p a.t-num[data-card='{name}']") for name in cards[:many]]
    for number in numbers:
        page.keyboard.press("Escape")
        number.first.press("Enter")
        expect(page.locator(".t-card:popover-open")).to_have_count(1)
    assert not numbers or not violations(page, within=".t-card:popover-open")
    page.keyboard.press("Escape")


def test_the_404_page_speaks_both_languages(browser: Browser, root_address: str) -> None:
    """One 404 page carries both languages, is accessible, and asks nobody else."""
    context = browser.new_context(viewport=PHONE)
    visit = Visit(context.new_page(), root_address)
    page = visit.open("404.html")
    assert page.locator("article section").count() == 2
    assert not violations(page)
    assert not visit.complaints
    assert not visit.elsewhere
    context.close()


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_number_opens_its_card_by_keyboard(visit: Visit, path: str) -> None:
    """Enter opens the card of the focused number, Escape closes it and gives the focus back."""
    page = visit.open(path)
    number = page.locator("article a.t-num[data-card]").first
    card = page.locator(f"#card-{number.get_attribute('data-card')}")
    number.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    expect(card).to_contain_text(str(number.text_content()).replace("\u00a0", " ").split()[0])
    assert card.locator("a[href^='ledger.html#']").count() >= 1
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(number).to_be_focused()
    assert not visit.complaints


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_card_can_be_entered_with_the_pointer(visit: Visit, path: str) -> None:
    """Hovering opens the card inside the window, and it stays while the pointer is in it."""
    page = visit.open(path)
    number = page.locator("article p a.t-num[data-card]").nth(3)
    number.scroll_into_view_if_needed()
    number.hover()
    card = page.locator(f"#card-{number.get_attribute('data-card')}")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= DESKTOP["width"]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= DESKTOP["height"]
    card.hover()
    expect(card).to_be_visible()


@pytest.mark.parametrize(
    "visit",
    [{"viewport": PHONE, "has_touch": True, "is_mobile": True}],
    ids=["phone"],
    indirect=True,
)
@pytest.mark.parametrize("path", CHAPTERS)
def test_a_tap_opens_the_card_on_a_phone(visit: Visit, path: str) -> None:
    """A tap opens the card, whose ledger link leads to the fact's own entry."""
    page = visit.open(path)
    number = page.locator("article p a.t-num[data-card]").first
    number.tap()
    card = page.locator(f"#card-{number.get_attribute('data-card')}")
    expect(card).to_be_visible()
    card.locator("a[href^='ledger.html#']").first.tap()
    page.wait_for_url(re.compile(r"ledger\.html#"))
    fragment = page.url.split("#")[1]
    assert page.locator(f"[id='{fragment}']").count() == 1


def test_cards_come_at_rest_and_stay_offline(visit: Visit) -> None:
    """A page brings no card; its cards come once it is there, and open without a network."""
    with visit.page.expect_request(re.compile(r"/notes/sea\.cards\.\w+\.js$")):
        page = visit.open("sea.html")
    page.wait_for_load_state("networkidle")
    assert not page.locator(".t-card").count()
    page.context.set_offline(True)
    page.locator("article p a.t-num").first.press("Enter")
    expect(page.locator(".t-card:popover-open")).to_be_focused()
    assert not visit.complaints


def test_a_number_pressed_before_its_card_came(visit: Visit) -> None:
    """Focus and Enter while the cards are on their way lead into the card, as they do later."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visit.page.route("**/notes/*", hold)
    page = visit.open("sea.html")
    page.locator("article p a.t-num").first.press("Enter")
    expect(page.locator(".t-card")).to_have_count(0)
    held[0].continue_()
    expect(page.locator(".t-card:popover-open")).to_be_focused()


def test_if_cards_do_not_come_a_number_leads_to_the_ledger(visit: Visit) -> None:
    """Where the file of cards cannot be loaded, a number is the link that it was."""
    visit.page.route("**/notes/*", lambda route: route.abort())
    page = visit.open("sea.html")
    number = page.locator("article p a.t-num").first
    href = str(number.get_attribute("href"))
    number.click()
    page.wait_for_url(f"**/{href}")


@pytest.mark.parametrize(
    "visit", [{"java_script_enabled": False}], ids=["no-script"], indirect=True
)
@pytest.mark.parametrize("path", CHAPTERS)
def test_without_script_text_charts_and_links_are_there(visit: Visit, path: str) -> None:
    """Without JavaScript charts are visible and a number leads to its ledger entry."""
    page = visit.open(path)
    expect(page.locator("figure.t-figure svg:visible").first).to_be_visible()
    number = page.locator("article p a.t-num").first
    href = str(number.get_attribute("href"))
    number.click()
    page.wait_for_url(f"**/{href}")
    expect(page.locator(f"[id='{href.split('#')[1]}']")).to_be_visible()


@pytest.mark.parametrize("path", ["index.html", "zh/sea.html"])
def test_the_language_switch_stays_on_the_page(visit: Visit, path: str) -> None:
    """The switch leads to the same page in the other language, and back."""
    page = visit.open(path)
    other = path.removeprefix("zh/") if path.startswith("zh/") else f"zh/{path}"
    page.locator("header .t-language").first.click()
    page.wait_for_url(visit.address + other)
    page.locator("header .t-language").first.click()
    page.wait_for_url(visit.address + path)


@pytest.mark.parametrize(
    "visit", [{}, {"viewport": PHONE}], ids=["desktop", "phone"], indirect=True
)
def test_one_width_of_each_chart_is_shown_with_readable_text(visit: Visit) -> None:
    """Of a chart's two widths one is shown, and its smallest text is at least 11 px."""
    for path in (*CHAPTERS, "ice.html", "charts.html"):
        page = visit.open(path)
        for figure in page.locator("figure.t-figure").all():
            assert figure.locator("svg[role='img']:visible").count() == 1
        smallest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll('figure svg text')]
            .filter(text => text.getBoundingClientRect().width)
            .map(text => parseFloat(getComputedStyle(text).fontSize)
              * text.closest('svg').getScreenCTM().a))"""
        )
        assert smallest >= 11


@pytest.mark.parametrize(("path", "word"), WORDS.items(), ids=["en", "zh"])
def test_search_finds_words_of_its_language(visit: Visit, path: str, word: str) -> None:
    """Search finds the words readers type, in pages of the same language."""
    page = visit.open(path)
    page.locator("input.md-search__input").click()
    page.keyboard.insert_text(word)
    page.keyboard.press("End")  # the theme listens for keys, which an inserted text has none of
    first = page.locator(".md-search-result__item a").first
    expect(first).to_be_visible()
    first.click()
    page.wait_for_url(re.compile(r"\?h="))
    assert ("/zh/" in page.url) == path.startswith("zh/")
    assert not visit.complaints
