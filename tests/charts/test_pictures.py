"""Each form as a picture: small references that were looked at, compared with a tolerance.

After a change that is meant to be seen, renew them, and look at them, with

    TIEOUT_REGENERATE_GOLDEN=1 pytest tests/charts/test_pictures.py

The run of continuous integration never does (`test_regeneration_is_refused_…`).
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Final

import altair as alt
import pytest
import vl_convert
from jsonschema import Draft7Validator
from raster import Raster, differing, photographed, read_png, written_png

from macros.charts import draw, specification, standalone, svg
from macros.charts.forms import MODULES
from macros.charts.specification import VEGA_LITE

REFERENCES: Final = Path(__file__).parent / "pictures"
REGENERATE: Final = "TIEOUT_REGENERATE_GOLDEN"
SCALE: Final = 1 / 3
TOLERANCE: Final = 24.0
"""Of 255, for the mean of a block of pixels: edges may soften, as those of dots drawn as one stroke
do, but a mark may not move or change."""
NAMES: Final = (
    *MODULES,
    "steps",
    "below",
    "ranges",
    "bounds-bars",
    "bounds-intervals",
    "referred-lines",
    "referred-below",
)


def drawn(svg: str) -> Raster:
    """Return an SVG as small pixels."""
    return photographed(svg, SCALE)


@pytest.fixture
def bars(pictures: dict[str, Any]) -> str:
    """A picture of bars, alone."""
    return standalone(draw(pictures["bars-en"], "wide"))


@pytest.mark.parametrize("form", NAMES)
def test_each_form_looks_as_it_did(form: str, pictures: dict[str, Any]) -> None:
    """No mark or word of a form is missing, moved or painted otherwise than in its reference."""
    made = drawn(standalone(draw(pictures[f"{form}-en"], "wide")))
    path = REFERENCES / f"{form}.png"
    if os.environ.get(REGENERATE) and os.environ.get("CI") != "true":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written_png(made))
    assert differing(made, read_png(path.read_bytes()), TOLERANCE) == []


def test_references_are_small_and_in_use() -> None:
    """Each reference belongs to a form, and takes less than 8 kB."""
    assert {path.stem for path in REFERENCES.iterdir()} == set(NAMES)
    assert max(path.stat().st_size for path in REFERENCES.iterdir()) < 8_000


@pytest.mark.parametrize(
    ("what", "pattern", "instead"),
    [
        ("a bar is gone", r'<rect [^>]*fill="#0b4f8a"[^>]*/>', ""),
        ("a bar has another colour", r'(<rect [^>]*fill=")#0b4f8a"', r'\1#2596c8"'),
        ("a bar has moved", r'(<rect )([^>]*fill="#0b4f8a")', r'\1transform="translate(9,0)" \2'),
        ("a word is gone", r"<text [^>]*>\$13B</text>", ""),
    ],
)
def test_a_changed_mark_is_seen(bars: str, what: str, pattern: str, instead: str) -> None:
    """The comparison fails where a single mark is missing, moved or painted otherwise."""
    changed, count = re.subn(pattern, instead, bars, count=1)
    assert count, what
    assert differing(drawn(bars), drawn(changed), TOLERANCE), what


def test_softer_edges_are_not(bars: str) -> None:
    """A shift by a fraction of a pixel, as another rasteriser may make it, is no difference."""
    start, end = bars.index("<g "), bars.rindex("</svg>")
    shifted = f'{bars[:start]}<g transform="translate(0.3,0.3)">{bars[start:end]}</g></svg>'
    assert drawn(shifted) != drawn(bars)
    assert differing(drawn(bars), drawn(shifted), TOLERANCE) == []


@pytest.fixture(scope="module")
def vega_lite() -> Draft7Validator:
    """What knows whether a specification is Vega-Lite, without a chart being made of it."""
    return Draft7Validator(alt.load_schema())


def test_it_is_what_vega_draws(
    name: str, pictures: dict[str, Any], vega_lite: Draft7Validator
) -> None:
    """The specification is Vega-Lite, and drawn by Vega it is what we draw; each pair once."""
    drawing = draw(pictures[name], "wide" if name.endswith("en") else "narrow")
    spec = specification(drawing)
    assert vega_lite.is_valid(spec)
    theirs = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    ground = f'<rect width="{drawing.width}" height="{drawing.height}" fill="#fff"/>'
    given = ' xmlns="http://www.w3.org/2000/svg" font-family="Tieout Sans"'
    both = (each.replace("<g ", f"{ground}<g ", 1) for each in (svg(drawing, given), theirs))
    one, other = (photographed(each, 0.5) for each in both)
    assert differing(one, other, TOLERANCE) == []
