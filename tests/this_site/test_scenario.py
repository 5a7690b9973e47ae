"""Scenarios: read from a call, reckoned once, shown the same by Python and by the page's script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from accessible import violations
from opened import this_edition
from playwright.sync_api import Browser, Page, expect

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.expression import as_json, written
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import Unit
from macros.language.writing import Language
from macros.language.writing.rounding import power_below
from macros.pages.call import Call
from macros.pages.scenario.model import Illustration, Scenario, format_of
from macros.pages.voice import Voice
from macros.problems import TieoutError

PAGE = "what-could-change.html"
ROOTS: dict[Language, str] = {"en": "", "zh": "zh/"}


def voice(language: Language = "en") -> Voice:
    return this_edition(language).voice


def on_the_page(language: Language) -> Scenario:
    """Return the scenario that a language's page calls."""
    calls = [
        call
        for page in this_edition(language).pages
        for call in page.calls
        if call.name == "scenario"
    ]
    assert len(calls) == 1
    return scenario_of(language, calls[0])


def scenario_of(language: Language, call: Call) -> Scenario:
    """Return the scenario of a call.

    Raises:
        TieoutError: There is something wrong with it.
    """
    outcome = this_edition(language).interpret(call)
    if outcome.problem:
        raise outcome.problem
    assert isinstance(outcome.content, Scenario)
    return outcome.content


def made(**changes: Any) -> Scenario:
    """Return a small scenario, with some arguments changed."""
    given: dict[str, Any] = {
        "settings": [
            {"name": "part", "label": "Part", "unit": "percent"}
            | {"low": 0, "high": 100, "step": 10, "start": 0}
        ],
        "results": [
            {"name": "left", "label": "Left", "unit": "billion USD"}
            | {"formula": "all * (1 - part)", "equals": "azure_revenue[FY2025]"}
        ],
        "title": "T",
        "measure": "M",
        "text": "Without {part}, {left} is left.",
        "facts": {"all": "azure_revenue[FY2025]"},
    }
    return scenario_of("en", Call("scenario", (), {**given, **changes}))


@pytest.mark.parametrize("language", ROOTS)
def test_the_resting_state_is_the_facts(language: Language) -> None:
    """With nothing moved, the result is the reported growth to the last digit, and in words."""
    scenario, speaker = on_the_page(language), voice(language)
    growth = speaker.audit.book.fact("azure_growth[FY2025]")
    assert scenario.at(scenario.start)["total"] == speaker.audit.value(growth.key).quantity.value
    assert speaker.value(growth) in Illustration(speaker, scenario).sentence(scenario.start)
    assert scenario.cases[0] == scenario.start
    assert len(scenario.cases) == 5


def test_both_languages_reckon_alike() -> None:
    """Words apart, the two pages' scenarios are one."""
    one, other = on_the_page("en"), on_the_page("zh")
    assert [r.tree for r in one.results] == [r.tree for r in other.results]
    assert one.cases == other.cases
    assert one.constants == other.constants


def test_a_result_may_use_an_earlier_one() -> None:
    """A formula that names a result is written out to facts and settings."""
    results = [
        {"name": "left", "label": "L", "unit": "USD", "formula": "all * (1 - part)"},
        {"name": "ratio", "label": "R", "unit": "percent", "formula": "left / all"},
    ]
    scenario = made(results=results, text="{ratio}")
    assert scenario.at([Fraction(1, 4)]) == {
        "left": 75 * 10**9 * Fraction(3, 4),
        "ratio": Fraction(3, 4),
    }
    assert written(scenario.results[1].formula, {"left": "L", "all": "A"}) == "L ÷ A"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"facts": {"all": "azure_revenu[FY2025]"}}, "azure_revenu"),
        ({"text": "{nothing}"}, "the sentence names 'nothing'"),
        ({"text": "{left"}, "the sentence cannot be read"),
        ({"text": "{left:.2f}"}, "the sentence names 'left'"),
        ({"cases": [[0, 0]]}, "needs one value per setting"),
        ({"cases": [["rest"]]}, "'rest' is not a number"),
        ({"results": []}, "at least one result"),
        ({"settings": [{"name": "part"}]}, "a setting lacks"),
        ({"settings": ["part"]}, "a setting is written"),
        ({"facts": {"all": "azure_revenue[FY2025]", "part": "azure_growth[FY2025]"}}, "same name"),
        ({"facts": {"all": "openai_azure_future_spend"}}, "no single value"),
        (
            {"facts": {"all": "azure_revenue[FY2025]", "more": "openai_azure_payment"}},
            "mixes bases",
        ),
    ],
)
def test_what_is_wrong_with_a_call_is_said(changes: dict[str, Any], message: str) -> None:
    """A mistake in a call is named."""
    with pytest.raises(TieoutError) as caught:
        made(**changes)
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"formula": "all * (1 - other)"}, "names 'other'"),
        ({"formula": "all / all"}, "does not give USD"),
        ({"formula": "all * (2 - part)"}, "at rest left is"),
        ({"formula": "all +"}, "column"),
        ({"name": "part"}, "is taken"),
        ({"unit": "rank"}, "cannot show a rank"),
        ({"colour": "red"}, "takes no 'colour'"),
    ],
)
def test_what_is_wrong_with_a_result_is_said(change: dict[str, Any], message: str) -> None:
    """A formula of unknown names, of another unit, or not resting on the facts is refused."""
    result = {"name": "left", "label": "Left", "unit": "billion USD"}
    result |= {"formula": "all * (1 - part)", "equals": "azure_revenue[FY2025]"}
    with pytest.raises(TieoutError) as caught:
        made(results=[result | change], text="")
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"low": 100}, "low must lie below high"),
        ({"start": 5}, "whole steps"),
        ({"start": 200}, "whole steps"),
        ({"start": True}, "start must be text or a number, not True"),
        ({"start": "azure_revenue[FY2025]"}, "not in percent"),
    ],
)
def test_what_is_wrong_with_a_setting_is_said(change: dict[str, Any], message: str) -> None:
    """A range that a slider could not be set to is refused."""
    setting = {"name": "part", "label": "P", "unit": "percent", "low": 0, "high": 100}
    setting |= {"step": 10, "start": 0}
    with pytest.raises(TieoutError) as caught:
        made(settings=[setting | change])
    assert message in caught.value.message


@pytest.fixture
def page(browser: Browser, own_address: str) -> Iterator[Page]:
    """Open the page that has the scenario, and let it not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, complaints = context.new_page(), []
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda r: None if r.url.startswith(own_address) else complaints.append(r.url)
    )
    page.goto(own_address + PAGE)
    yield page
    assert not complaints
    context.close()


SET_ALL = """(states) => {
  const root = document.querySelector('.t-scenario'), said = [];
  for (const state of states) {
    for (const [name, value] of Object.entries(state)) {
      const field = root.querySelector(`[type=number][data-set="${name}"]`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    said.push(root.querySelector('output').textContent);
  }
  return said;
}"""


@pytest.mark.parametrize("language", ROOTS)
def test_the_script_says_what_python_says(page: Page, own_address: str, language: Language) -> None:
    """On a grid over all settings the page's sentence is Python's, character by character."""
    page.goto(own_address + ROOTS[language] + PAGE)
    scenario, speaker = on_the_page(language), voice(language)
    grid = [(Fraction(x), Fraction(y)) for x in range(0, 101, 4) for y in range(0, 61, 3)]
    grid += [(Fraction(1, 2), Fraction(333, 10)), (Fraction(999, 10), Fraction(1, 100))]
    names = [setting.name for setting in scenario.settings]
    states = [dict(zip(names, (f"{float(v):g}" for v in at), strict=True)) for at in grid]
    wanted = [Illustration(speaker, scenario).sentence([v / 100 for v in at]) for at in grid]
    assert page.evaluate(SET_ALL, states) == wanted


UNITS = ["billion USD", "USD", "million USD", "percent", "times", "year", "percentage_point", "GW"]


@pytest.mark.parametrize("language", ROOTS)
def test_the_script_writes_amounts_as_the_wording_does(page: Page, language: Language) -> None:
    """The script's formatter gives the wording's text for every unit, place, sign and tie."""
    speaker, asked, wanted = voice(language), [], []
    for unit in map(speaker.audit.book.units.read, UNITS):
        for decimals in (0, 1, 3):
            place = unit.scale / 10**decimals
            for value in amounts(unit, place):
                asked.append([str(value), format_of(speaker, unit, place)])
                shown = Quantity(value, unit.id, place=power_below(place))
                wanted.append(speaker.quantity(shown, unit, spelled=False))
    said = page.evaluate(
        "(asked) => asked.map(([value, format]) =>"
        " tieoutScenario.words(tieoutScenario.read(value), format))",
        asked,
    )
    assert said == wanted


def amounts(unit: Unit, place: Fraction) -> Iterator[Fraction]:
    """Yield values around zero, one, ties, and the ends of the scales."""
    for number in (0, 1, 2, 9, 10, 34, 99, 100, 1000, 9999, 10000, 123456789, 10**12):
        for more in (Fraction(0), place / 2, -place / 2, place / 3, place):
            yield number * unit.scale + more
            yield -(number * unit.scale + more)


FORMULAS = ["a + b * c", "(a - b) / c - 1", "rank(a, b, c)", "points(a / b - c)", "-a * 2.5", "a"]


def test_the_script_reckons_as_python_does(page: Page) -> None:
    """Every kind of formula has the same exact value in both."""
    values = (Fraction(-3), Fraction(1, 3), Fraction(7, 2), Fraction(75 * 10**9), Fraction(17, 50))
    asked, wanted = [], []
    for tree in map(parse_formula, FORMULAS):
        compiled = as_json(tree, {"a": Fraction(5, 7)})
        for b in values:
            for c in values:
                asked.append([compiled, {"b": str(b), "c": str(c)}])
                wanted.append(str(value_at(tree, {"a": Fraction(5, 7), "b": b, "c": c})))
    said = page.evaluate(
        """(asked) => asked.map(([tree, set]) => {
          const { read, value } = tieoutScenario;
          const given = Object.fromEntries(Object.entries(set).map(([n, v]) => [n, read(v)]));
          const [n, d] = value(tree, given);
          return d === 1n ? `${n}` : `${n}/${d}`;
        })""",
        asked,
    )
    assert said == wanted


def test_a_reader_moves_it_by_keyboard_resets_and_shares_it(page: Page) -> None:
    """Keys move a slider, field and sentence follow; the link brings it back; reset undoes."""
    root = page.locator(".t-scenario")
    slider = root.get_by_label("Share of", exact=False).and_(root.locator("[type=range]"))
    number = root.locator("[type=number][data-set=leaves]")
    output = root.locator("output[aria-live=polite]")
    before = output.text_content()
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(number).to_have_value("10")
    assert slider.get_attribute("aria-valuetext") == "10%"
    expect(output).to_contain_text("10%")
    moved = output.text_content()
    link = str(root.locator("[data-share]").get_attribute("href"))
    assert "leaves=10" in link
    assert "leaves=10" in page.url
    page.goto(page.url.split("/sub/")[0] + link)
    expect(output).to_have_text(str(moved))
    root.locator("[data-reset]").click()
    expect(output).to_have_text(str(before))
    assert "leaves" not in page.url


def test_what_is_typed_stays_in_range(page: Page) -> None:
    """A number out of range is taken as the nearest end, and no number changes nothing."""
    number = page.locator("[type=number][data-set=leaves]")
    output = page.locator(".t-scenario output")
    number.fill("250")
    expect(output).to_contain_text("100%")
    number.blur()
    expect(number).to_have_value("100")
    number.fill("")
    expect(output).to_contain_text("100%")
    number.blur()
    expect(number).to_have_value("100")


def test_a_foreign_address_does_no_harm(page: Page, own_address: str) -> None:
    """Settings in the address that are no numbers are left out."""
    page.goto(f"{own_address}{PAGE}?leaves=%3Cb%3E&pace=1e9&x=1")
    expect(page.locator(".t-scenario output")).to_contain_text("34%")
    assert "x=1" in str(page.locator("[data-share]").get_attribute("href"))


@pytest.mark.parametrize("language", ROOTS)
def test_the_scenario_is_accessible_and_says_what_it_is(
    page: Page, own_address: str, language: Language
) -> None:
    """Axe finds nothing in it, and its first word says that it is an illustration."""
    page.goto(own_address + ROOTS[language] + PAGE)
    expect(page.locator(".t-scenario form")).to_be_visible()
    assert not violations(page, within=".t-scenario")
    kind = page.locator(".t-scenario__kind").text_content()
    assert kind == {"en": "Illustration", "zh": "示意"}[language]


def test_without_script_there_is_a_table_of_cases(browser: Browser, own_address: str) -> None:
    """Without JavaScript the fields are not there, and the cases and the sentence are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(own_address + PAGE)
    expect(page.locator(".t-scenario form")).to_be_hidden()
    expect(page.locator(".t-scenario [data-share]")).to_be_hidden()
    expect(page.locator(".t-scenario tbody tr")).to_have_count(5)
    expect(page.locator(".t-scenario output")).to_contain_text("34%")
    context.close()


def test_the_payload_is_data(page: Page) -> None:
    """What the script reads is JSON in a template: names, trees and words, and nothing to run."""
    text = page.locator(".t-scenario > template").evaluate("node => node.content.textContent")
    assert set(json.loads(text)) == {"settings", "results", "text", "drawn"}
