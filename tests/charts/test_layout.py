"""Words in pictures: large enough, apart from one another, inside the picture."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from opened import fixture_edition
from svgs import svgs, texts_of

import macros.charts
from macros.charts import Datum, Picture, Width, draw, standalone
from macros.charts.forms import MODULES
from macros.charts.picture import Link
from macros.language.writing import Language
from macros.pages.figures import charts_of

FONTS = Path(macros.charts.__file__).parent / "fonts"
WIDER = {"shipped font": 1.0, "a wide system font": 1.1}


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 (our own bytes)


class Word(NamedTuple):
    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


@cache
def face(bold: bool) -> tuple[dict[int, str], dict[str, tuple[int, int]]]:
    font = TTFont(FONTS / f"TieoutSans-{'Bold' if bold else 'Regular'}.otf")
    return font.getBestCmap(), font["hmtx"].metrics


def advance(text: str, bold: bool, wider: float) -> float:
    names, metrics = face(bold)
    ems = [metrics[names[ord(c)]][0] for c in text]
    return sum(em if em == 1000 else em * wider for em in ems) / 1000


def words(svg: str, wider: float = 1.0) -> list[Word]:
    found = []
    for text, x, y, look in texts_of(svg):
        size = float(look["font-size"])
        room = advance(text, look.get("font-weight") == "bold", wider) * size
        left = x - {"end": room, "middle": room / 2}.get(look.get("text-anchor", ""), 0)
        found.append(Word(text, size, left, y - 0.78 * size, left + room, y + 0.2 * size))
    return found


def overlaps(found: list[Word]) -> list[tuple[str, str]]:
    return [
        (a.text, b.text)
        for a, b in combinations(found, 2)
        if a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    ]


def outside(found: list[Word], svg: str) -> list[str]:
    box = parse(svg)
    width, height = float(box.get("width", "0")), float(box.get("height", "0"))
    return [
        w.text
        for w in found
        if w.left < -1 or w.right > width + 1 or w.top < -1 or w.bottom > height + 1
    ]


def test_no_text_is_small(svg: str, width: Width) -> None:
    """No text is smaller than 12 px; a wide picture may be scaled down, so there it is 13."""
    assert min(word.size for word in words(svg)) >= (12 if width == "narrow" else 13)


@pytest.mark.parametrize("font", WIDER)
def test_no_words_overlap(svg: str, font: str) -> None:
    """No two words overlap, in the shipped font or in a wider one that a page may show."""
    assert overlaps(words(svg, WIDER[font])) == []


@pytest.mark.parametrize("font", WIDER)
def test_no_words_are_cut_off(svg: str, font: str) -> None:
    """All words are inside the picture."""
    assert outside(words(svg, WIDER[font]), svg) == []


def test_the_size_is_what_a_page_expects(svg: str, width: Width) -> None:
    """A wide picture is 720 px wide and a narrow one 328 px."""
    assert parse(svg).get("width") == ("720" if width == "wide" else "328")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_the_site_s_own_charts(lang: Language) -> None:
    """In every chart of the site, wide, narrow and alone, words are apart, inside and large."""
    edition, wrong = fixture_edition(lang), []
    charts = charts_of(edition)
    assert {picture.form for picture in charts} == set(MODULES)
    for picture in charts:
        wide, narrow = svgs(picture)
        for svg, least in ((wide, 13), (narrow, 12)):
            found = words(svg, 1.1)
            told = [*overlaps(found), *outside(found, svg), *(w for w in found if w.size < least)]
            wrong += [(picture.title, each) for each in told]
        alone = standalone(draw(replace(picture, footer=f"{picture.footer} · {'a' * 60}"), "wide"))
        wrong += [(picture.title, each) for each in outside(words(alone), alone)]
    assert wrong == []


LONG = {
    "en": (
        "An unusually long label that nobody would have wished for",
        "about 13 billion US dollars",
    ),
    "zh": ("一个谁都不愿意看到的、长得不同寻常的行标签文字", "大约一百三十亿美元左右"),
}


def _stressed(form: str, lang: str) -> Picture:
    label, text = LONG[lang]
    data = tuple(
        Datum(f"k{n}", f"{label} {n // 2}", text, 10 + n / 3, 9, 12, group=("A", "B")[n % 2],
              wrong=n % 2 == 1)
        for n in range(6)
    )  # fmt: skip
    nodes = tuple(Datum(key, key * 9, "", None) for key in "ab")
    links = tuple(
        Link("ab"[n % 2], "ba"[n % 2], label, text, 5.0 if n else None, "#0b4f8a") for n in range(3)
    )
    return Picture(form, "T", "M", data, links, nodes, lang=lang)


@pytest.mark.parametrize("lang", LONG)
@pytest.mark.parametrize(
    "form", ["bars", "grouped", "dumbbell", "intervals", "shares", "slope", "flows", "waffle"]
)
def test_long_words_do_not_collide(form: str, lang: str) -> None:
    """Long labels and values wrap, stack or move apart."""
    for svg in svgs(_stressed(form, lang)):
        assert overlaps(words(svg, 1.1)) == []
        assert outside(words(svg, 1.1), svg) == []
