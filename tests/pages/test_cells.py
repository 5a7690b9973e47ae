"""Tables that spreadsheets open run nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.cells import cell


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+1 per cent", "+1 per cent"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("-SUM(A1)", "'-SUM(A1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-40多亿美元", "-40多亿美元"),
        ("-4.3", "-4.3"),
        ("+1,000", "+1,000"),
        (-4.3, -4.3),
        ("$4 billion", "$4 billion"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_is_text(value: object, shown: object) -> None:
    """A text that a spreadsheet would run is marked as text; numbers and all else stay."""
    assert cell(value) == shown


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a text is, its cell begins like no formula, or is a number."""
    made = str(cell(text))
    assert not made.startswith(("=", "@", "\t", "\r"))
    assert not made.startswith(("+", "-")) or (made[1:2].isdigit() and "(" not in made)
