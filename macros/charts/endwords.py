"""Names and last values at the right end of lines, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts.canvas import Sheet
from macros.charts.picture import Datum
from macros.charts.theme import Theme, ink_of
from macros.charts.typeset import spread, widest, wrap

BESIDE = 13


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a series, with its name and px."""

    name: str
    datum: Datum
    x: float
    y: float


def _lines(name: str, datum: Datum, theme: Theme) -> tuple[list[str], list[str]]:
    room = 96 if theme.narrow else 170
    names = wrap(name, theme.value, room, bold=True) if name else []
    return names, wrap(datum.words, theme.value, room, bold=True)


def end_room(name: str, datum: Datum, theme: Theme) -> float:
    """Return the px that a series' name and last value need."""
    names, values = _lines(name, datum, theme)
    return widest([*names, *values], theme.value, bold=True)


def write_ends(sheet: Sheet, ends: Sequence[End], top: float) -> float:
    """Name each series where it ends, below `top`; return the px below the lowest words."""
    theme, x = sheet.theme, sheet.x.stop + BESIDE
    texts = [_lines(end.name, end.datum, theme) for end in ends]
    sizes = [theme.line(theme.value) * (len(a) + len(b)) + 4.0 for a, b in texts]
    # The first line is level with its point.
    wanted = [end.y + size / 2 - 10 for end, size in zip(ends, sizes, strict=True)]
    low = max(sheet.y.start + 8, top + sum(sizes))
    places = spread(wanted, sizes, top, low, [end.y for end in ends])
    for end, (names, values), size, middle in zip(ends, texts, sizes, places, strict=True):
        y, datum = middle - size / 2 + theme.value, end.datum
        sheet.leader(end.x + 6, end.y, x - 2, y - theme.value * 0.36)
        ink = ink_of(datum.color)
        y = sheet.text(names, x, y, theme.value, ink, bold=True, key=datum.key)
        sheet.value(datum, values, x, y)
    return max(middle + size / 2 for middle, size in zip(places, sizes, strict=True)) + 4
