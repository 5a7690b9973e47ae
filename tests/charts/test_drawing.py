"""The bytes: the same everywhere, and fit for a page."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from svgs import SPACE, svgs, texts_of

import macros
from macros.charts import Datum, Picture, draw, signs, standalone, svg
from macros.charts.font_subset import faces
from macros.problems import TieoutError

ROOT = Path(macros.__file__).parents[1]
PROBE = """
import hashlib
from macros.charts import Datum, Picture, draw, standalone
from macros.charts.raster import Lettering, png
picture = Picture("bars", "标题 T", "M", (Datum("k", "标签 label", "130亿美元", 13),), footer="F")
alone = standalone(draw(picture, "wide"))
words = [Lettering(words, 9.5, 40, 31, "#1c1f24") for words in ("“标题” T", "AVATAR")]
print(hashlib.sha256(alone.encode() + png(400, 60, words)).hexdigest())
"""


def alone(picture: Picture) -> str:
    """Return a picture as it is downloaded."""
    return standalone(draw(picture, "wide"))


def probe(**environment: str) -> str:
    env = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), **environment}
    run = [sys.executable, "-c", PROBE]
    return subprocess.run(run, env=env, check=True, capture_output=True, text=True).stdout


def test_same_bytes_in_another_process_without_fonts(tmp_path: Path) -> None:
    """Home, fonts, time zone and hash seed of the machine make no difference."""
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    one = probe(HOME=os.environ.get("HOME", "/"), TZ="Asia/Shanghai", PYTHONHASHSEED="1")
    two = probe(
        HOME=str(tmp_path), FONTCONFIG_FILE=str(empty), TZ="America/Chicago", PYTHONHASHSEED="2"
    )
    assert one == two


def test_drawing_needs_no_library(some_picture: Picture) -> None:
    """A chart is drawn for a page without a library for charts, fonts or pixels."""
    asked = "import sys; from macros.charts import draw, svg; svg(draw(*eval(sys.argv[1])))"
    told = "print({'altair', 'vl_convert', 'uharfbuzz', 'fontTools'} & {*sys.modules})"
    code = f"import datetime; from macros.charts.picture import *; {asked}; {told}"
    run = [sys.executable, "-c", code, repr((some_picture, "narrow"))]
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


def test_a_character_without_a_glyph_is_refused() -> None:
    """A character that a font of the machine would have to draw stops the build, by its name."""
    odd = Picture("bars", "T", "M", (Datum("k", "\u0e01", "1", 1),))
    with pytest.raises(TieoutError, match=r"U\+0E01.*“\u0e01”"):
        draw(odd, "wide")


def test_colours_are_written_as_a_page_asks(picture: Picture) -> None:
    """Every colour of a picture goes through its page's hand."""
    page = svg(draw(picture, "wide"), "", lambda color: f"var(--t,{color})")
    assert 'fill="var(--t,#' in page
    assert not re.search(r'"#[0-9a-f]{6}"', page)


def test_a_picture_has_nothing_that_pages_would_share(svg: str) -> None:
    """Two charts on a page have no id in common, and neither has a style of its own."""
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own bytes)
    given = {name for element in root.iter() for name in element.attrib}
    assert not given & {"id", "style", "class", "role", "clip-path"}


def test_a_group_has_only_what_it_hands_down(svg: str) -> None:
    """What marks do not inherit, such as round corners, stands on each of them."""
    groups = ElementTree.fromstring(svg).iter(f"{SPACE}g")  # noqa: S314 (our own bytes)
    given = {name for group in groups for name in group.attrib}
    assert not given & {"rx", "x", "y", "r", "d", "width", "height"}


def test_the_page_copy_is_small(svg: str) -> None:
    """A chart costs a page less than 6 kB before compression."""
    assert len(svg.encode()) < 6_000


def test_a_download_stands_alone(some_picture: Picture) -> None:
    """A downloaded SVG has title, measure and footer inside, and asks nobody for anything."""
    made = alone(replace(some_picture, footer="来源 & 网址\n许可"))
    written = [text.words for text in texts_of(made)]
    assert {"来源 & 网址", "许可", some_picture.title, some_picture.measure} <= set(written)
    assert 'font-family="Tieout Sans,' in made and "url(" not in made
    assert "http" not in made.replace("http://www.w3.org/", "")


def test_a_download_s_font_has_every_sign_in_its_weight(picture: Picture) -> None:
    """All that is written is in the subset of its weight, under the name that it is asked by."""
    drawing = draw(replace(picture, footer="Source · 来源"), "wide")
    made, rules = standalone(drawing), faces(signs(drawing))
    found = re.findall(r"font-weight:(\w+);src:url\(data:font/otf;base64,([^)]+)\)", rules)
    fonts = {weight: TTFont(BytesIO(b64decode(data))) for weight, data in found}
    for text in texts_of(made):
        face = fonts[text.look.get("font-weight", "normal")]
        assert {ord(sign) for sign in text.words} <= face.getBestCmap().keys()
        assert face["name"].getDebugName(1) == "Tieout Sans"


def test_title_and_footer_are_not_in_the_page_copy(some_picture: Picture) -> None:
    """A page has the title in text above the picture."""
    assert some_picture.title not in svgs(some_picture)[0]


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_font_is_one_of_our_own(style: str) -> None:
    """The shipped font has a name of its own and stays small."""
    path = ROOT / "macros/charts/fonts" / f"TieoutSans-{style}.otf"
    names = TTFont(path)["name"]
    assert names.getDebugName(1) == "Tieout Sans"
    assert path.stat().st_size < 1_500_000
    assert hashlib.sha256(path.read_bytes()).hexdigest()
