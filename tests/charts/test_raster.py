"""Words and bars as pixels: where they are, how they look, and how they end."""

from __future__ import annotations

from typing import Final

import pytest
from raster import differing, photographed, read_png

from macros.charts.raster import Bar, Lettering, mixed, png
from macros.charts.theme import INK, RED
from macros.charts.typeset import width

WIDE, HIGH = 400, 60
WHITE: Final = b"\xff\xff\xff"
TOLERANCE: Final = 24.0


def rows(*drawn: Lettering | Bar) -> list[list[bytes]]:
    """Return the colours of pixels, row by row."""
    made = read_png(png(WIDE, HIGH, drawn)).rows
    return [[row[at : at + 3] for at in range(0, len(row), 3)] for row in made]


def rgb(color: str) -> bytes:
    return bytes.fromhex(color[1:])


def test_a_bar_covers_its_pixels_and_parts_of_others() -> None:
    """What is covered whole has the bar's colour, what is in part a share of it, the rest none."""
    made = rows(Bar(10, 20.5, 3, 2, RED))
    assert made[21][9:14] == [WHITE, *[rgb(RED)] * 3, WHITE]
    assert made[20][11] == made[22][11] == rgb(mixed(RED, 0.5))
    assert {each for row in (*made[:20], *made[23:]) for each in row} == {WHITE}


def test_what_meets_does_not_take_away() -> None:
    """Of two bars that share a pixel neither is less for it, whichever is drawn first."""
    one, other = Bar(10, 20, 2, 2, RED), Bar(11.5, 20, 2, 2, RED)
    made = rows(one, other)
    assert made == rows(other, one)
    assert made[20][10:13] == [rgb(RED)] * 3


@pytest.mark.parametrize("words", ["AVATAR", "Kf. “So”", "微软的“云”", "标题 T"])
@pytest.mark.parametrize("bold", [False, True])
def test_words_look_as_a_browser_has_them(words: str, bold: bool) -> None:
    """Another rasteriser that shapes text puts the same letters at the same places."""
    weight = ' font-weight="bold"' if bold else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}"><rect '
        f'width="100%" height="100%" fill="#fff"/><text x="9.5" y="40" font-size="31" '
        f'font-family="Tieout Sans"{weight} fill="{INK}">{words}</text></svg>'
    )
    made = read_png(png(WIDE, HIGH, [Lettering(words, 9.5, 40, 31, INK, bold)]))
    assert differing(made, photographed(svg, 1), TOLERANCE) == []


@pytest.mark.parametrize("words", ["host.example", "截至2026年"])
def test_words_end_where_they_have_to(words: str) -> None:
    """Words up to a place end there, and are as long as they are measured."""
    made = rows(Lettering(words, 300, 40, 22, INK, end=True))
    inked = [at for row in made for at, color in enumerate(row) if color != WHITE]
    assert 295 <= max(inked) < 300
    assert abs(min(inked) - (300 - width(words, 22, slack=False))) < 4


def test_no_words_are_no_pixels() -> None:
    """A line without words, or of blanks, is drawn like any other."""
    assert rows(Lettering("", 9, 40, 22, INK), Lettering(" ", 9, 40, 22, INK)) == rows()
