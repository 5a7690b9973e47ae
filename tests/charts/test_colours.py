"""The colours of entities: apart for every eye, and clear of the ground in both schemes."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Final

import pytest
from browsing import window
from coloraide import Color
from opened import fixture_project
from playwright.sync_api import Browser
from repository import ROOT

from macros.charts.theme import PALE, contrast

APART: Final = 15.0
"""CIEDE2000 between marks; about 2 is what a trained eye can tell side by side."""
SIGHTS: Final = ("normal", "protan", "deutan", "tritan")
SCHEMES: Final = ("light", "dark")
STYLE: Final = (ROOT / "macros/theme/assets/tieout.css").read_text("utf-8")
PAGES: Final = ("charts.html", "ice.html", "sea.html")


EXEMPT: Final = {
    "rule": "hairlines, guides, empty squares and the series behind a panel: each repeats what "
    "a mark or a word says",
    "ground": "the inside of an open mark, which has a stroke, and the gaps between marks",
    "pale": "the reach of a value beyond its solid mark, which has an edge of its own",
}
"""What may be faint, and why."""
SHAPES: Final = """() => [...document.querySelectorAll('.t-figure__wide svg')].flatMap(svg => {
  const under = [];
  return [...svg.querySelectorAll('path, line, rect, circle, text')].flatMap(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    const clear = paint => paint === 'none' || /^rgba.*, 0\\)$/.test(paint);
    if (node.localName === 'text') {
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      const on = under.filter(({box: b}) => b.left < x && x < b.right && b.top < y && y < b.bottom);
      return [['text', style.fill, on.length ? on.at(-1).fill : '', 1]];
    }
    const solid = !clear(style.fill) && style.fillOpacity === '1' && node.localName !== 'line';
    if (solid) under.push({box, fill: style.fill});
    return [['fill', style.fill, '', Number(style.fillOpacity)], ['stroke', style.stroke, '', 1]]
      .filter(([, paint]) => !clear(paint));
  });
})"""


def token(name: str, scheme: str) -> str:
    """Return a colour of the style sheet, which sets the light scheme first."""
    found = re.findall(rf"--t-{name}:\s*(#[0-9a-f]+);", STYLE)
    return str(Color(found[SCHEMES.index(scheme)]).to_string(hex=True, compress=False))


def colours(scheme: str) -> dict[str, str]:
    """Return the colour of each entity that has one, and that of all others."""
    entities = fixture_project().book.entities.values()
    own = {e.id: getattr(e.color, scheme) for e in entities if e.color}
    first = {color: name for name, color in reversed(own.items())}
    return {name: color for color, name in first.items()} | {"others": token("other", scheme)}


def apart(one: str, other: str, sight: str) -> float:
    """Return how far apart two colours are for an eye with all cones, or without one kind."""
    seen = [Color(c) if sight == "normal" else Color(c).filter(sight, 1) for c in (one, other)]
    return float(seen[0].delta_e(seen[1], method="2000"))


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_entities_can_be_told_apart(scheme: str, sight: str) -> None:
    """Any two entities' colours differ for every kind of sight, so in any one picture, too."""
    known = colours(scheme)
    near = {
        (one, other): round(apart(known[one], known[other], sight), 1)
        for one, other in combinations(known, 2)
        if apart(known[one], known[other], sight) < APART
    }
    assert len(known) > 4
    assert near == {}


def test_the_measure_knows_dichromats() -> None:
    """A red and a green that most people tell apart are found to be alike for others."""
    assert apart("#b04a4a", "#6b6b2b", "normal") > APART > apart("#b04a4a", "#6b6b2b", "deutan")


def hex_of(paint: str) -> str:
    """Return a computed colour as a hex literal."""
    return str(Color(paint).to_string(hex=True, compress=False))


def faint(kind: str, paint: str, opacity: float, scheme: str) -> bool:
    """Whether a shape's paint is exempt."""
    if kind == "fill" and opacity == PALE:
        return True
    return paint in (token("rule", scheme), token("ground", scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_and_words_are_clear_of_the_ground(
    browser: Browser, address: str, scheme: str
) -> None:
    """By computed style every mark has 3:1 on the ground, and every word 4.5:1 on what it is on."""
    ground, seen = token("ground", scheme), set()
    with window(browser, color_scheme=scheme) as (page, _):
        for path in PAGES:
            page.goto(address + path)
            seen |= {tuple(each) for each in page.evaluate(SHAPES)}
    weak = []
    for kind, paint, on, opacity in seen:
        color, under = hex_of(paint), hex_of(on) if on else ground
        least = 4.5 if kind == "text" else 3
        if kind != "text" and faint(kind, color, opacity, scheme):
            continue
        if contrast(color, under) < least:
            weak.append((kind, color, under, round(contrast(color, under), 2)))
    inks = {hex_of(paint) for kind, paint, _, _ in seen if kind != "text"}
    assert set(colours(scheme).values()) <= inks
    assert any(on for kind, _, on, _ in seen if kind == "text")
    assert weak == []
