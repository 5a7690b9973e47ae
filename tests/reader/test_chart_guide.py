"""The page that shows authors every form, and what a chart says of itself wherever it stands."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from browsing import card_of, window
from built_pages import beside
from explainers import FIXTURE, ROOTS
from opened import fixture_edition, fixture_project
from playwright.sync_api import Browser, expect
from test_figures import LANGUAGES, figures

from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.macros.registry import kind_of, registry
from macros.pages.source import calls_in
from macros.problems import Problems

EXAMPLE = re.compile(r'<div class="t-example">.*?</div>', re.DOTALL)
GUIDES = [f"{root}charts.html" for root in ROOTS.values()]


@pytest.mark.parametrize("path", GUIDES)
def test_every_form_is_shown_with_the_call_that_drew_it(site: Path, path: str) -> None:
    """Below each chart stands its call, letter for letter as in the file at the place named."""
    html = (site / path).read_text("utf-8")
    drawn = {name.partition("-")[0] for page, name, _ in figures(site) if page == path}
    shown = set()
    for example in EXAMPLE.findall(html):
        code = unescape(re.findall(r"<code>(.*?)</code>", example, re.DOTALL)[0])
        file, line = re.findall(r">(docs/\S+):(\d+)</a>", example)[0]
        rest = (FIXTURE / file).read_text("utf-8").split("\n", int(line) - 1)[-1]
        assert rest.startswith(code)
        [call] = calls_in(code, "", Problems())
        shown.add(call.name)
    assert shown == drawn == {name for name, macro in registry().items() if macro.kind == "chart"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_that_cannot_be_is_refused(language: Language) -> None:
    """A form or fact that no page charts is told with the nearest that one does."""
    for args, kwargs, words in (
        (("bar",), {}, "no chart form is called 'bar' .*bars"),
        (
            ("dumbbell",),
            {"fact": "arctic_recrd_drop_share"},
            "with 'arctic_recrd_drop_share' ",
        ),
        (("bars",), {"facts": "x"}, "takes no argument 'facts' .*fact"),
    ):
        told = fixture_edition(language).interpret(Call("example", args, kwargs)).problem
        assert told and re.search(words, f"{told.message} {told.hint}")


@pytest.mark.parametrize(
    ("form", "args", "words"),
    [
        ("waffle", (["port_losses"],), "shows shares"),
        ("waffle", (["swiss_loss_2022", "port_losses"],), "different units"),
        ("multiples", (["arctic_low", "anomaly"],), "different units"),
        ("lines", (["arctic_low", "anomaly"],), "different units"),
        ("multiples", (["anomaly", "anomaly_nooa"],), "there is no series"),
        ("multiples", (["co2_peak"],), "cannot mark a new definition"),
    ],
)
def test_what_a_form_cannot_show_is_refused(form: str, args: tuple[list[str]], words: str) -> None:
    """A form says in words what it does not take."""
    call = Call(form, args, {"title": "T", "measure": "M"})
    told = fixture_edition("en").interpret(call).problem
    assert told and words in told.message


def test_a_misspelt_argument_gets_the_nearest_right_one() -> None:
    """The new forms, too, refuse an argument that they do not know."""
    for form in ("waffle", "multiples"):
        told = fixture_edition("en").interpret(Call(form, ([],), {"tilte": "T"})).problem
        assert told and "title" in told.hint


def test_a_chart_alone_says_where_it_is_from(site: Path) -> None:
    """A chart's download has source, day, address and licence in it; the address is its page."""
    for root in ROOTS.values():
        for file in sorted((site / root / "assets/charts").glob("*.svg")):
            text = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", file.read_text("utf-8")))
            assert f"meltwater.example/{root}embed/{file.stem}.html" in text
            assert "CC\u00a0BY\u00a04.0" in text
            assert re.search(r"As\sof\s\d|截至2", text)
            assert re.search(r"Source: |来源：", text)


def test_a_chart_on_a_page_says_its_site_and_licence(site: Path) -> None:
    """A screenshot of a figure keeps source, day, site and licence."""
    for path, _, html in figures(site):
        source = unescape(re.findall(r't-figure__source">(.*?)</span>', html)[0])
        assert source.endswith(
            f"meltwater.example{'/zh' * path.startswith('zh/')}\u00a0· CC\u00a0BY\u00a04.0"
        )


def test_every_value_of_a_table_has_a_card(site: Path) -> None:
    """In the table of each chart the value of every row is a control with a card."""
    for path, name, _ in figures(site):
        later = beside(site, path)["cards"]
        table = re.findall(rf'<template data-for="{name}-table">(.*?)</template>', later, re.DOTALL)
        rows = re.findall(r'<tr><th scope="row">.*?</tr>', table[0], re.DOTALL)
        cards = re.findall(r't-num--chart" href="ledger\.html#[^"]+" data-card="(\d+)"', table[0])
        assert len(rows) == len(cards) > 0, (path, name)
        assert all(f'id="card-{card}"' in later for card in cards)


def test_a_value_in_a_table_opens_its_card_by_keyboard(browser: Browser, address: str) -> None:
    """From the table under a chart a reader comes to who says the number, and back."""
    with window(browser) as (page, complaints):
        page.goto(f"{address}ice.html")
        figure = page.locator("figure.t-figure").nth(1)
        figure.locator("summary").first.press("Enter")
        value = figure.locator("a.t-num").first
        value.focus()
        page.keyboard.press("Enter")
        card = card_of(page, value)
        expect(card).to_be_visible()
        expect(card.locator(".t-card__value")).to_have_text(str(value.text_content()))
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(value).to_be_focused()
        assert not complaints


def test_no_chart_costs_a_second_address() -> None:
    """The charts of the guide that stand on other pages are not made a second time."""
    calls = [c for p in fixture_project().pages if p.name == "charts" for c in p.calls]
    own = [call.name for call in calls if kind_of(call) == "chart"]
    assert sorted(own) == sorted(2 * ["bars", "moves", "shares", "timeline", "waffle"])
