"""Values and names beside the outer columns of slopes, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.charts.canvas import Align, Sheet
from macros.charts.picture import Datum
from macros.charts.theme import Theme, ink_of, words_ink
from macros.charts.typeset import spread, widest, wrap

APART = 12
BELOW = 5
ROOM = {False: 190.0, True: 104.0}


def _lines(datum: Datum, theme: Theme, named: bool) -> tuple[list[str], list[str]]:
    """Return the lines of a value, and of its name if it is named here."""
    room = ROOM[theme.narrow]
    names = wrap(datum.label, theme.small, room) if named and datum.label else []
    return wrap(datum.words, theme.value, room, bold=True), names


def side_room(column: Sequence[Datum], theme: Theme, named: bool) -> float:
    """Return the px that a column's words need beside it."""
    lines = [_lines(datum, theme, named) for datum in column]
    return max(
        max(widest(values, theme.value, bold=True), widest(names, theme.small))
        for values, names in lines
    )


def write_side(sheet: Sheet, column: Sequence[Datum], x: float, align: Align, named: bool) -> float:
    """Write a column's values, and names if wanted, beside its dots; return the px below them.

    Words that are aligned `left` stand to the right of the column's px `x`.
    """
    theme = sheet.theme
    small, high = theme.line(theme.small), theme.line(theme.value)
    shown = [datum for datum in column if datum.value is not None]
    levels = [sheet.y.at(datum.middle) for datum in shown]
    texts = [_lines(datum, theme, named) for datum in shown]
    sizes = [high * len(values) + small * len(names) + BELOW for values, names in texts]
    wanted = [y + (small / 2 if named else 0) for y in levels]
    low = theme.small + 10
    places = spread(wanted, sizes, low, max(sheet.y.start + 30, low + sum(sizes)), levels)
    side = 1 if align == "left" else -1
    at = x + side * APART
    for datum, level, text, size, middle in zip(shown, levels, texts, sizes, places, strict=True):
        y = middle - size / 2 + theme.value
        sheet.leader(x + side * 6, level, at - side * 2, y - theme.value * 0.36)
        look: dict[str, Any] = {"align": align, "key": datum.key}
        y = sheet.text(text[0], at, y, theme.value, words_ink(datum), bold=True, **look)
        sheet.text(text[1], at, y - high + small, theme.small, ink_of(datum.color), **look)
    return max((m + s / 2 for m, s in zip(places, sizes, strict=True)), default=0.0)
