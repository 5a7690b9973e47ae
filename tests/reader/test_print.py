"""What a chapter is on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import CHAPTERS, FILLS, window
from playwright.sync_api import Browser, Page, expect

NOTED = """() => [...document.querySelectorAll("article .t-num[data-card]:not(.t-num--chart)")]
  .map((link) => getComputedStyle(link, "::after").content.replaceAll('"', ""))"""
NOTES = ".t-card:visible"
ARRIVED = ".t-notes[data-arrived=cards]"
"""Says that what the notes are made of is there, which comes once a page is at rest."""
SHEET = {"width": 660, "height": 980}  # the text area of an A4 page, in CSS pixels


@pytest.fixture(params=CHAPTERS)
def paper(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Lay a chapter out for print, in a browser that prefers dark."""
    with window(browser, viewport=SHEET, color_scheme="dark") as (page, _):
        page.goto(address + request.param)
        page.emulate_media(media="print")
        page.locator(ARRIVED).wait_for(state="attached")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        yield page


def test_each_number_has_its_note(paper: Page) -> None:
    """The note numbers in the text are those of the notes, each fact keeping its number."""
    called = paper.evaluate(NOTED)
    notes = paper.locator(NOTES).evaluate_all("all => all.map(card => card.id.split('-')[1])")
    assert set(called) == set(notes)
    assert notes == [str(n + 1) for n in range(len(notes))]
    assert len(called) >= len(notes) >= 30
    first: dict[str, int] = {}
    for number in called:
        first.setdefault(number, len(first) + 1)
    assert all(int(number) == order for number, order in first.items())


def test_a_note_says_value_origin_and_address(paper: Page) -> None:
    """Notes are shown, with the value in full, who says so, and the address to look it up."""
    expect(paper.locator(".t-endnotes__title")).to_be_visible()
    texts = paper.locator(NOTES).all_inner_texts()
    assert all(len(text) > 20 for text in texts)
    links = paper.locator(f"{NOTES} a:visible")
    shown = links.evaluate_all("all => all.map(a => getComputedStyle(a, '::after').content)")
    assert sum("https://" in address for address in shown) > len(texts) / 2
    expect(paper.locator(".t-from")).to_contain_text("sea.html")


def test_the_note_of_a_number_has_that_number(paper: Page) -> None:
    """A number in the text and its note show the same value."""
    pairs = paper.evaluate(
        """() => [
          ...document.querySelectorAll('article a.t-num[data-card]:not(.t-num--chart)')
        ].map(link => [
          link.textContent,
          document.querySelector(`#card-${link.dataset.card}-v`).textContent])"""
    )
    assert pairs
    digits = [[[c for c in text if c.isdigit()][:1] for text in pair] for pair in pairs]
    assert all(shown == noted for shown, noted in digits if shown and noted)


def test_without_script_paper_says_where_the_notes_are(browser: Browser, address: str) -> None:
    """Without JavaScript no number names a note, and the ledger's address is printed instead."""
    with window(browser, viewport=SHEET, java_script_enabled=False) as (page, _):
        page.goto(address + CHAPTERS[0])
        page.emulate_media(media="print")
        expect(page.locator(".t-endnotes")).to_contain_text("https://")
        expect(page.locator(".t-endnotes")).to_contain_text("ledger.html")
        assert {*page.evaluate(NOTED)} == {"none"}


def test_charts_are_light_and_wide(paper: Page) -> None:
    """Charts print in the wide form and in the colours of paper, whatever the screen's scheme."""
    for figure in paper.locator("figure.t-figure").all():
        expect(figure.locator(".t-figure__wide svg")).to_be_visible()
        expect(figure.locator(".t-figure__narrow svg")).to_be_hidden()
    ground, ink = paper.evaluate(
        """() => (({ backgroundColor, color }) => [backgroundColor, color])(
          getComputedStyle(document.body))"""
    )
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert ink == "rgb(28, 31, 36)"
    fills = paper.locator("figure svg text:visible").evaluate_all(FILLS)
    assert {"rgb(28, 31, 36)", "rgb(86, 93, 103)"} <= {*fills}  # ink, and soft
    assert not {"rgb(231, 233, 236)", "rgb(164, 171, 181)"} & {*fills}


def test_what_only_a_screen_can_do_is_not_printed(paper: Page) -> None:
    """Navigation, search, buttons, cards and downloads leave no mark on paper."""
    for selector in (
        "header.md-header",
        ".md-search",
        "button",
        ".t-card__links a:not([rel=external])",
        ".t-footer",
        ".t-check",
    ):
        assert paper.locator(f"{selector}:visible").count() == 0, selector


def test_nothing_is_cut(paper: Page) -> None:
    """No text or chart is wider than the sheet."""
    wide = paper.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(node =>
          node.getClientRects().length && node.getBoundingClientRect().right > innerWidth + 1
        ).map(node => node.outerHTML.slice(0, 80))"""
    )
    assert wide == []


def test_the_whole_ledger_prints(browser: Browser, address: str) -> None:
    """Entries that a screen leaves unrendered until they are near are all there on paper."""
    with window(browser, viewport=SHEET) as (page, _):
        page.goto(address + "ledger.html")
        page.emulate_media(media="print")
        kinds = page.locator(".t-entry").evaluate_all(
            "all => [...new Set(all.map(entry => getComputedStyle(entry).contentVisibility))]"
        )
        assert kinds == ["visible"]


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_chapter_makes_a_pdf(browser: Browser, address: str, path: str) -> None:
    """The browser prints a chapter to several pages, its notes among them."""
    with window(browser) as (page, _):
        page.goto(address + path)
        page.locator(ARRIVED).wait_for(state="attached")
        made = page.pdf(format="A4", prefer_css_page_size=True)
        assert page.locator(".t-card--note").count() >= 30
    assert made.startswith(b"%PDF")
    assert 3 < made.count(b"/Type /Page\n") < 30
