"""What a page weighs, as a host sends it with gzip at level 6, in kB."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from opened import this_project

MOST = {"what-could-change": (65, 95)}
"""Until charts are there, and in all, where a page has more than others, as a scenario has."""
USUAL = (55, 85)


def _sent(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 6)) / 1000


@pytest.mark.parametrize("chapter", [c.page for c in this_project().book.site.chapters])
def test_a_chapter_is_light(own_site: Path, chapter: str) -> None:
    """Page and style sheets until its charts are there; with its scripts and cards in all."""
    page = own_site / f"{chapter}.html"
    html = page.read_text("utf-8")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    later = re.findall(r'<script src="([^"]+)"| data-cards="([^"]+)"', html)
    charts = _sent(page) + sum(_sent(own_site / path) for path in styles)
    total = charts + sum(_sent(own_site / (script or cards)) for script, cards in later)
    most = MOST.get(chapter, USUAL)
    assert len(styles) >= 3 and len(later) >= 2
    assert charts <= most[0]
    assert total <= most[1]
