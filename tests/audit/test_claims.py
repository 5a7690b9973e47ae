"""Claims that our own prose makes: comparisons over what holds."""

from __future__ import annotations

import books
import pytest
from books import MONEY, origin

from macros.audit.audit import Audit
from macros.audit.claims import decide
from macros.problems import TieoutError

NORTH = MONEY.replace("south", "north")
FACTS = (
    books.fact("big", MONEY, origin("116.4")),
    books.fact("middle", NORTH, origin("75")),
    books.fact("near", NORTH.replace("2024", "2025"), origin("75.3")),
    books.fact("forecast", MONEY.replace("recognised", "forecast"), origin("200")),
    books.fact("crowd", MONEY.replace("billion USD", "customer"), origin("53000")),
)
CLAIMS = [
    ("big > middle", ""),
    ("middle < big", ""),
    ("big > 1.5 * middle and big < 2 * middle", ""),
    ("middle < big < 2 * middle", ""),
    ("near ~ middle", ""),
    ("big - middle > near - middle", ""),
    ("middle > big", "is false"),
    ("big ~ middle", "is false"),
    ("big > 2 * middle", "is false"),
    ("near > middle", "is not decidable at the printed precision"),
    ("big >= big", "compares big with itself"),
    ("big ~ big", "compares big with itself"),
    ("2 * big > big", "compares big with itself"),
    ("big - big > -1", "compares big with itself"),
    ("big > middle and middle > big", "is false"),
    ("big > crowd", "subtracts USD and customer"),
    ("big < forecast", "mixes bases (forecast, recognised)"),
    ("big > bigg", "there is no fact 'bigg'"),
    ("1 < 2", "names no fact"),
    ("big", "a comparison such as > or < is missing"),
]


@pytest.fixture(scope="module")
def claimed() -> Audit:
    """Return the audit that claims are decided over."""
    return books.audit(*FACTS)


@pytest.mark.parametrize(("text", "refusal"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_claim(claimed: Audit, text: str, refusal: str) -> None:
    """A claim is accepted if the facts bear it out, and refused with the reason otherwise."""
    if not refusal:
        decide(claimed, text)
        return
    with pytest.raises(TieoutError) as caught:
        decide(claimed, text)
    assert refusal in caught.value.message


def test_a_claim_may_mix_bases_if_it_says_so(claimed: Audit) -> None:
    """A recognised revenue is compared with a forecast only on purpose."""
    decide(claimed, "big < forecast", ("recognised", "forecast"))
