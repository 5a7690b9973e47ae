"""What the charts of this site say above their pictures, and where a unit stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from opened import this_edition

from macros.charts.picture import Picture
from macros.language.tongue import tongue
from macros.language.writing import Language
from macros.pages.figures import Figure, charts_of

UNITS = r"(?i)\b(dollars|per cent|percentage points|multiple|dates|years named)\b"
OWN_UNITS = {"checked", "timeline"}
"""Forms each of whose rows has a unit, or a date, of its own."""


def _charts(language: Language) -> list[Picture]:
    return list(charts_of(this_edition(language)))


def _texts(picture: Picture) -> Iterator[str]:
    yield from (datum.text for datum in picture.data)
    yield from (link.text for link in picture.links)
    yield from (words for _, words in picture.ticks)


def test_every_english_measure_names_its_unit() -> None:
    """Below the title stands in what the chart measures."""
    assert [p.measure for p in _charts("en") if not re.search(UNITS, p.measure)] == []


def test_a_chinese_unit_stands_in_the_subtitle_alone() -> None:
    """The measure begins with 单位, and neither points nor the axis repeat it."""
    line, _ = tongue("zh").unit_line
    for picture in _charts("zh"):
        if picture.form in OWN_UNITS:
            continue
        found = re.match(line, picture.measure)
        assert found, picture.title
        assert [text for text in _texts(picture) if found[1] in text] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_charts_say_the_same(language: Language) -> None:
    """Each title is a sentence of its own, without a full stop."""
    titles = [picture.title for picture in _charts(language)]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if title[-1] in ".。:："]


def test_a_flow_tells_without_its_picture_who_gives_whom() -> None:
    """The text alternative names both ends of every arrow."""
    edition = this_edition("en")
    for picture in _charts("en"):
        said, names = Figure(edition, picture).described, dict[str, str]()
        names |= {node.key: node.label for node in picture.nodes}
        for link in picture.links:
            assert f"{names[link.source]} → {names[link.target]}: {link.label}" in said
