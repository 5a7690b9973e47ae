"""The bytes: the same everywhere, and fit for a page."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from svgs import svgs

import macros
from macros.charts import Datum, Picture, baked, page_svg, png
from macros.charts.forms import MODULES, spec
from macros.problems import TieoutError

ROOT = Path(macros.__file__).parents[1]
TOKENS = {"#1c1f24": "--t-ink", "#0B4F8A": "t-one", "#b3123d": "--t-red"}
PROBE = """
import hashlib
from macros.charts import Datum, Picture, baked
picture = Picture("bars", "标题 T", "M", (Datum("k", "标签 label", "130亿美元", 13),), footer="F")
both = baked(picture, "download.svg", None) + baked(picture, "png", None)
print(hashlib.sha256(both).hexdigest())
"""


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


@pytest.mark.parametrize("form", MODULES)
def test_same_bytes_twice(form: str, pictures: dict[str, Picture], kept: Path) -> None:
    """Baking a form again, after other pictures, gives the same bytes as before."""
    assert svgs(pictures[f"{form}-en"]) == svgs(pictures[f"{form}-en"], kept)


def test_a_character_without_a_glyph_is_refused() -> None:
    """A character that a font of the machine would have to draw stops the build, by its name."""
    odd = Picture("bars", "T", "M", (Datum("k", "\u0e01", "1", 1),))
    with pytest.raises(TieoutError, match=r"U\+0E01.*“\u0e01”"):
        baked(odd, "wide.svg")


def test_the_page_copy(svg: str) -> None:
    """A page's copy is named, themed, in the page's font, and has no style or noise of its own."""
    page = page_svg(svg, TOKENS, "c1", 'Alder "added" 19.0 < 20')
    root = ElementTree.fromstring(page)  # noqa: S314 (our own bytes)
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'Alder "added" 19.0 < 20'
    assert root.get("font-family") == "inherit"
    assert page.count("role=") == page.count("aria-") == page.count("font-family") == 1
    assert "style=" not in page and "<style" not in page and "class=" not in page
    assert not re.search(r'"#(1c1f24|0b4f8a|b3123d)"', page)


def test_the_page_copy_keeps_the_literal(some_picture: Picture, kept: Path) -> None:
    """A token's custom property falls back on the light scheme's literal."""
    page = page_svg(svgs(some_picture, kept)[0], TOKENS, "c1", "x")
    assert 'fill="var(--t-one,#0b4f8a)"' in page
    assert 'stroke="var(--t-red,#b3123d)"' in page


def test_ids_are_the_page_s_own() -> None:
    """Ids and their references get the prefix, so that two charts do not share them."""
    svg = '<svg width="1" height="1"><g clip-path="url(#mark0)"><clipPath id="mark0"/></g></svg>'
    page = page_svg(svg, {}, "c7", "x")
    assert 'id="c7-mark0"' in page and "url(#c7-mark0)" in page


def test_no_ids_come_from_a_counter(svg: str) -> None:
    """Ids in baked pictures are numbered within the picture."""
    assert all(re.fullmatch(r"mark\d+", name) for name in re.findall(r'\bid="([^"]+)"', svg))


def test_the_page_copy_is_small(svg: str) -> None:
    """A chart costs a page less than 16 kB before compression."""
    assert len(page_svg(svg, TOKENS, "c1", "x").encode()) < 16_000


def test_a_download_stands_alone(some_picture: Picture, kept: Path) -> None:
    """A downloaded SVG has title, measure, footer and its font inside."""
    picture = replace(some_picture, footer="来源 & 网址\n许可")
    svg = baked(picture, "download.svg", kept).decode()
    assert ">来源 &amp; 网址</text>" in svg and ">许可</text>" in svg
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own bytes)
    text = "".join(root.itertext())
    assert all(word in text for word in (picture.title, picture.measure, "来源 & 网址"))
    assert svg.count("@font-face") == 2
    assert "http" not in svg.replace("http://www.w3.org/", "")


def test_title_and_footer_are_not_in_the_page_copy(some_picture: Picture, kept: Path) -> None:
    """A page has the title in text above the picture."""
    assert some_picture.title not in svgs(some_picture, kept)[0]


def test_png(some_picture: Picture, kept: Path) -> None:
    """A PNG can be made of a picture or of an SVG, and twice the scale is twice the size."""
    svg, two = baked(some_picture, "download.svg", kept).decode(), baked(some_picture, "png", kept)
    one = png(svg, 1)
    widths = [int.from_bytes(image[16:20], "big") for image in (one, two)]
    assert one[:4] == b"\x89PNG" and widths == [768, 1536]
    assert png(svg) == two


def test_the_downloaded_specification(some_picture: Picture, kept: Path) -> None:
    """The Vega-Lite download has the title that the page's copy leaves to the page."""
    text = baked(some_picture, "vl.json", kept).decode()
    assert some_picture.title in text and "title" not in spec(some_picture, "wide")


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_font_is_one_of_our_own(style: str) -> None:
    """The shipped font has a name of its own and stays small."""
    from fontTools.ttLib import TTFont

    path = ROOT / "macros/charts/fonts" / f"TieoutSans-{style}.otf"
    names = TTFont(path)["name"]
    assert names.getDebugName(1) == "Tieout Sans"
    assert path.stat().st_size < 1_500_000
    assert hashlib.sha256(path.read_bytes()).hexdigest()
