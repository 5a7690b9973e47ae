"""Rows of bars: wherever their values lie, words keep clear of their marks."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.charts import Datum, Picture, Width
from macros.charts.canvas import Sheet
from macros.charts.rows import lay_out
from macros.charts.theme import THEMES

ENDS = st.tuples(*[st.integers(-999, 999)] * 2).map(sorted)


@given(st.lists(ENDS, min_size=1, max_size=8), st.sampled_from(get_args(Width)))
def test_words_stand_outside_their_bar(ends: list[list[int]], width: Width) -> None:
    """A value is written beyond the end of its bar, on either side of zero, and in the picture."""
    data = tuple(
        Datum(f"k{n}", f"Row {n}", f"{low} to {high} GWh", None, low, high)
        for n, (low, high) in enumerate(ends)
    )
    sheet = Sheet(Picture("bars", "T", "M", data), THEMES[width])
    low, high = min(0.0, *map(min, ends)), max(0.0, *map(max, ends))
    entries = lay_out(sheet, low, max(high, low + 1), from_zero=True)
    assert 0 <= sheet.x.start < sheet.x.stop <= sheet.theme.width
    for entry in entries:
        bar = [sheet.x.at(at) for at in (0, *entry.datum.extent)]
        own = [box for box in sheet.boxes if box.top < entry.middle < box.bottom][
            -len(entry.lines) :
        ]
        for box in own:
            assert box.right <= min(bar) if entry.turned else box.left >= max(bar)
            assert box.left >= 0 and box.right <= sheet.theme.width


@pytest.mark.parametrize(
    ("low", "high", "turned"),
    [(-3, -1, True), (-3, 0, True), (-3, 1, False), (0, 0, False), (1, 3, False)],
)
def test_words_are_turned_away_from_zero(low: float, high: float, turned: bool) -> None:
    """Only what lies below zero as a whole has its words to the left of it."""
    datum = Datum("k", "Row", "some", None, low, high)
    sheet = Sheet(Picture("bars", "T", "M", (datum,)), THEMES["wide"])
    (entry,) = lay_out(sheet, -4, 4, from_zero=True)
    assert entry.turned is turned
    (level,) = lay_out(Sheet(Picture("intervals", "T", "M", (datum,)), THEMES["wide"]), -4, 4)
    assert not level.turned
