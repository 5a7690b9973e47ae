"""How English says a size of which no more is known."""

from __future__ import annotations

from typing import Final

from macros.arithmetic.units import Unit

_THOUSANDS: Final = ("thousands", "millions", "billions", "trillions", "thousands of trillions")


def vague(power: int, _: bool, noun: str, unit: Unit) -> str:
    """Return “tens of billions of dollars”, “decades” or “several customers”."""
    if power == 0:
        return f"several {noun}"
    if power == 1 and unit.id == "year":
        return "decades"
    thousands, rest = divmod(power, 3)
    parts = [("", "tens", "hundreds")[rest], ("", *_THOUSANDS)[thousands]]
    if power == 1 and unit.kind != "money":
        parts = ["dozens"]
    return " of ".join([word for word in (*parts, noun) if word])
