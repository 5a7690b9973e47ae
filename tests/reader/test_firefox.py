"""A smoke set on Firefox: what readers do most, in both languages, with few page loads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import CHAPTERS, DESKTOP, LEDGERS, PHONE
from firefox import Firefox

SCENARIOS = CHAPTERS
FOCUSED = "document.activeElement"
NUMBER = "document.querySelector('article p a.t-num[data-card]')"
CARD = "document.querySelector('.t-card:popover-open')"
SHOWN = "[...document.querySelectorAll('.t-entry')]"
SCHEME = "document.querySelector('label[for^=__palette]:not([hidden])')"
INSIDE = f"""(() => {{
  const box = {CARD}.getBoundingClientRect(), {{ clientWidth }} = document.documentElement;
  return box.left >= 0 && box.top >= 0 && box.right <= clientWidth && box.bottom <= innerHeight;
}})()"""
TEXTS = """(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const all = [...document.querySelectorAll("figure svg[role=img] text")];
  const seen = all.filter((text) => text.getBoundingClientRect().width).map((text) => {
    const { fill, fontSize } = getComputedStyle(text);
    const [dark, bright] = [light(fill), ground].sort((one, other) => one - other);
    return [parseFloat(fontSize) * text.getScreenCTM().a, (bright + 0.05) / (dark + 0.05)];
  });
  return [seen.length, ...[0, 1].map((at) => Math.min(...seen.map((text) => text[at]))), ground];
})()"""
"""How many texts charts show, the smallest in px, the faintest contrast, the ground's light."""


@pytest.fixture
def fox(firefox: Firefox, address: str) -> Iterator[Firefox]:
    """Lend the browser; what its pages complained about or asked for elsewhere is a failure."""
    firefox.complaints.clear()
    firefox.requests.clear()
    yield firefox
    assert any(url.startswith(address) for url in firefox.requests)
    here = (address, "data:", "blob:")
    assert not [url for url in firefox.requests if not url.startswith(here)]
    assert not firefox.complaints


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_chapter_is_read_on_a_phone_and_checked_on_a_desktop(
    fox: Firefox, address: str, path: str
) -> None:
    """It fits, its cards open and close, its charts are legible, its numbers can be checked."""
    fox.goto(address + path, PHONE)
    assert fox.run("document.documentElement.scrollWidth <= innerWidth")
    _opens_cards(fox)
    _draws_charts(fox)
    fox.resize(DESKTOP)
    _opens_cards(fox)
    _checks_numbers(fox)


def _opens_cards(fox: Firefox) -> None:
    """Both by a click and by Enter; Escape closes the card and gives the focus back."""
    fox.click(NUMBER)
    assert fox.wait(f"{CARD} && {INSIDE}")
    fox.press("Escape")
    assert fox.run(f"!{CARD} && {FOCUSED} === {NUMBER}")
    fox.press("Enter")
    assert fox.wait(f"{CARD} && {INSIDE} && {FOCUSED} === {CARD}")
    value = f"{CARD}.querySelector('.t-card__value').textContent"
    assert fox.run(f"{NUMBER}.textContent.startsWith({value})")
    fox.press("Escape")
    assert fox.run(f"!{CARD} && {FOCUSED} === {NUMBER}")


def _draws_charts(fox: Firefox) -> None:
    """Their text is large and strong enough, and still so where a reader turns to dark."""
    many, size, contrast, light = fox.run(TEXTS)
    assert many > 20
    fox.click(SCHEME)
    fox.click(SCHEME)
    fox.wait("document.body.dataset.mdColorScheme === 'slate'")
    same, dark_size, dark_contrast, dark = fox.run(TEXTS)
    fox.run("localStorage.clear()")
    assert (same, dark_size) == (many, size)
    assert size >= 11
    assert min(contrast, dark_contrast) >= 4.5
    assert dark < 0.1
    assert light > 0.9


def _checks_numbers(fox: Firefox) -> None:
    """The view steps from number to number, counts them, and keeps its state in the address."""
    fox.click("document.querySelector('.t-check-toggle')")
    assert fox.wait("document.querySelector('.t-check:not([hidden])') !== null")
    fox.press("n", "n")
    many = fox.run("document.querySelectorAll('.t-num[data-card]:not(.t-num--chart)').length")
    now = "document.querySelector('.t-check__now').textContent"
    assert fox.run(now).startswith(f"2 / {many} · ")
    assert fox.run(f"{FOCUSED} === document.querySelectorAll('.t-num[data-card]')[1]")
    assert fox.run("location.search") == "?check=all&at=2"


@pytest.mark.parametrize("path", LEDGERS)
def test_the_ledger_filters(fox: Firefox, address: str, path: str) -> None:
    """A word and a filter leave the entries that have both, and stand in the address."""
    fox.goto(address + path, DESKTOP)
    word = {"ledger.html": "rise", "zh/ledger.html": "上升"}[path]
    every = fox.run(f"{SHOWN}.length")
    fox.click("document.querySelector('.t-filter [name=text]')")
    fox.press(*word)
    found = fox.run(f"{SHOWN}.map((entry) => entry.textContent.toLowerCase().includes('{word}'))")
    assert all(found)
    assert 0 < len(found) < every
    fox.run("document.querySelector('.t-filter [name=verdict]').focus()")
    fox.press("ArrowDown")
    verdicts = fox.run(f"{SHOWN}.map((entry) => entry.dataset.verdict)")
    assert 0 < len(verdicts) < len(found)
    assert fox.run("Object.fromEntries(new URLSearchParams(location.search))") == {
        "text": word,
        "verdict": verdicts[0],
    }
    assert len(set(verdicts)) == 1


@pytest.mark.parametrize("path", SCENARIOS)
def test_a_scenario_follows_and_a_word_is_found(fox: Firefox, address: str, path: str) -> None:
    """A key moves a slider, and field, sentence and address with it; search finds a page."""
    fox.goto(address + path, DESKTOP)
    said = "document.querySelector('.t-scenario output').textContent"
    before = fox.run(said)
    fox.run("document.querySelector('.t-scenario [type=range]').focus()")
    fox.press("ArrowRight")
    moved = fox.run("document.querySelector('.t-scenario [type=number]').value")
    assert f"{moved}%" in fox.run(said) != before
    assert fox.wait(f"location.search.endsWith('={moved}')")
    fox.click("document.querySelector('.md-search__input')")
    word = "格陵兰" if path.startswith("zh/") else "Greenland"
    fox.press(*word, "End")
    results = "[...document.querySelectorAll('.md-search-result__item a')]"
    told = f"{results}.some((each) => each.textContent.replaceAll('\u200b', '').includes('{word}'))"
    assert fox.wait(told)
    home = address + path.removesuffix(SCENARIOS[0])
    assert fox.run(f"{results}.every((each) => each.href.startsWith('{home}'))")
