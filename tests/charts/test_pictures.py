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

import pytest
from raster import Raster, differing, read_png, written_png

from macros.charts import baked, png
from macros.charts.forms import MODULES

REFERENCES: Final = Path(__file__).parent / "pictures"
REGENERATE: Final = "TIEOUT_REGENERATE_GOLDEN"
SCALE: Final = 1 / 3
TOLERANCE: Final = 18.0
"""Of 255, for the mean of a block of pixels: edges may soften, a mark may not move or change."""
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
    return read_png(png(svg, SCALE))


@pytest.fixture
def bars(pictures: dict[str, Any], kept: Path) -> str:
    """A picture of bars, alone."""
    return baked(pictures["bars-en"], "download.svg", kept).decode()


@pytest.mark.parametrize("form", NAMES)
def test_each_form_looks_as_it_did(form: str, pictures: dict[str, Any], kept: Path) -> None:
    """No mark or word of a form is missing, moved or painted otherwise than in its reference."""
    made = drawn(baked(pictures[f"{form}-en"], "download.svg", kept).decode())
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
        ("a bar is gone", r'<path [^>]*fill="#0b4f8a"[^>]*/>', ""),
        ("a bar has another colour", r'(<path [^>]*fill=")#0b4f8a"', r'\1#2596c8"'),
        ("a bar has moved", r'(<path )([^>]*fill="#0b4f8a")', r'\1transform="translate(9,0)" \2'),
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
