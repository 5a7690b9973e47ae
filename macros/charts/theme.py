"""The look of all charts: an auditor's working paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from macros.charts.picture import Datum, Width

FONT = "Tieout Sans"
INK, SOFT, RULE, GROUND, RED = "#1c1f24", "#565d67", "#dfe2e6", "#ffffff", "#b3123d"
# Black is no token: it stays black on a fill that is light in both schemes.
BLACK = "#000000"
NONE = "transparent"
READABLE = 4.5
PALE = 0.28


@dataclass(frozen=True, slots=True)
class Theme:
    """Sizes in px of one width of picture; no text is smaller than 12 px where it is shown."""

    width: int
    narrow: bool
    label: int
    value: int
    small: int
    bar: int
    gap: int

    def line(self, size: float) -> float:
        """Distance between the baselines of two lines of text."""
        return round(size * 1.3)


THEMES: Final[Mapping[Width, Theme]] = {
    "wide": Theme(720, False, label=15, value=15, small=13, bar=22, gap=16),
    "narrow": Theme(328, True, label=13, value=13, small=12, bar=18, gap=16),
}
"""The sizes for a column and for a phone."""


def luminance(color: str) -> float:
    """Return the relative luminance (WCAG) of a hex literal."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    # The constants are those of sRGB and of WCAG 2.
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (WCAG) of two hex literals, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_of(color: str) -> str:
    """Return the colour for small text about something drawn in `color`."""
    return color if contrast(color, GROUND) >= READABLE else INK


def ink_on(color: str) -> str:
    """Return the colour for text on an area filled with `color`."""
    return GROUND if contrast(color, GROUND) >= READABLE else BLACK


def paint(datum: Datum) -> str:
    """Return the colour of a datum's mark."""
    return RED if datum.wrong else datum.color
