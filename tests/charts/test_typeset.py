"""Measuring, breaking and moving text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.charts.theme import BLACK, GROUND, INK, contrast, ink_of, ink_on
from macros.charts.typeset import FONTS, spread, uncovered, widest, width, wrap

TOKENS = ["#0b4f8a", "#2596c8", "#8a3a00", "#d9751e", "#767c85", "#b3123d", "#8a6a00", "#565d67"]
colors = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))
prose = st.text(st.sampled_from("abc mno 中文字，。（）1234亿%"), max_size=60)


def test_widths_are_the_font_s() -> None:
    """A hanzi is one em wide, and bold Latin is wider than regular."""
    assert width("中文", 10) == 20
    assert width("Alder", 10, bold=True) > width("Alder", 10) > width("Alder", 10, slack=False)


def test_quotation_marks_are_narrow_beside_latin() -> None:
    """An apostrophe takes an apostrophe's room, and a Chinese quotation mark a hanzi's."""
    assert width("labs’ size", 10) < width("labs", 10) + width(" size", 10) + 4
    assert width("“云”", 10) == 30
    assert width("a · b", 10, slack=False) == width("a  b", 10, slack=False) + 5


def test_the_font_covers_what_charts_need() -> None:
    """Signs of the checks, arrows, currencies and full-width forms are all there."""
    assert (
        uncovered(["≠≈≟×−–—↺¶→←$€£¥％，。：；（）“”《》¹é…", "承诺额截至营收增速算力芯片"]) == set()
    )
    assert uncovered(["ก"]) == {"ก"}


@settings(deadline=None)
@given(prose, st.integers(30, 200))
def test_wrapping_loses_nothing(text: str, room: int) -> None:
    """Lines put together are the text, apart from spaces."""
    lines = wrap(text, 12, room)
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["ab", "中文", "abcd", "x"]), max_size=12), st.integers(60, 200))
def test_lines_fit(parts: list[str], room: int) -> None:
    """A line is no longer than its room if no word is."""
    assert widest(wrap(" ".join(parts), 12, room), 12) <= room


def test_a_value_is_not_torn() -> None:
    """A number stays with its unit, and a comma does not begin a line."""
    assert all("130亿" in "".join(wrap("承诺130亿美元", 12, r)).strip() for r in (40, 60))
    assert wrap("超过1163.9亿美元", 12, 80) == ["超过", "1163.9亿美元"]
    assert not any(line.startswith("，") for line in wrap("采购云服务，训练模型，", 12, 62))
    assert wrap("$13\u00a0billion more", 12, 60)[0] == "$13\u00a0billion"


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 30)), min_size=1, max_size=8))
def test_spreading_moves_apart(items: list[tuple[float, float]]) -> None:
    """Extents that fit end up apart, in their order, inside their range."""
    centers, sizes = [c for c, _ in items], [s for _, s in items]
    places = spread(centers, sizes, 0, 300)
    order = sorted(range(len(items)), key=lambda n: (centers[n], n))
    edges = [(places[n] - sizes[n] / 2, places[n] + sizes[n] / 2) for n in order]
    assert edges[0][0] >= -1e-6 and edges[-1][1] <= 300 + 1e-6
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(edges))


@settings(deadline=None)
@given(colors)
def test_words_on_and_about_any_colour_can_be_read(color: str) -> None:
    """Text in or on any entity's colour has a contrast of at least 4.5."""
    assert contrast(ink_on(color), color) >= 4.5
    assert contrast(ink_of(color), GROUND) >= 4.5


def test_marks_stand_out() -> None:
    """Each token used for marks has a contrast of at least 3 on the ground."""
    assert all(contrast(color, GROUND) >= 3 for color in TOKENS)
    assert ink_of("#d9751e") == INK and ink_on("#d9751e") == BLACK


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_signs_of_other_languages_are_drawn(face: str) -> None:
    """Letters with marks, other scripts of Europe, small digits and fractions have outlines."""
    signs = "ŠžćğřŮĤŞžйΩάấ₩₫₂⁶⁻⅓⅞Ⅳ≟↺"
    assert uncovered([signs]) == set()
    font = TTFont(FONTS / f"TieoutSans-{face}.otf")
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for sign in signs:
        bounds = BoundsPen(glyphs)
        glyphs[names[ord(sign)]].draw(bounds)
        assert bounds.bounds and bounds.bounds[0] + 30 >= 0 and bounds.bounds[2] > bounds.bounds[0]
        assert width(sign, 100) > 15


def test_what_the_font_lacks_is_known() -> None:
    """Signs that neither the source has nor can be made of what it has are told, each by itself."""
    assert uncovered(["镕 ₹ łódź", "Škoda"]) == {"镕", "₹", "ł"}
