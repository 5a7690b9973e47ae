"""Values and names beside the outer columns of slopes, moved apart."""

from __future__ import annotations

from collections.abc import Sequence

from macros.charts.canvas import Align, Sheet
from macros.charts.picture import Datum
from macros.charts.theme import Theme, ink_of, words_ink
from macros.charts.typeset import spread, widest, wrap

APART = 12
BELOW = 5
ROOM = {False: 190.0, True: 104.0}


def _values(datum: Datum, theme: Theme) -> list[str]:
    return wrap(datum.words, theme.value, ROOM[theme.narrow], bold=True)


def _names(datum: Datum, theme: Theme, named: bool) -> list[str]:
    return wrap(datum.label, theme.small, ROOM[theme.narrow]) if named and datum.label else []


def side_room(column: Sequence[Datum], theme: Theme, named: bool) -> float:
    """Return the px that a column's words need beside it."""
    values = [line for datum in column for line in _values(datum, theme)]
    names = [line for datum in column for line in _names(datum, theme, named)]
    return max(widest(values, theme.value, bold=True), widest(names, theme.small))


def write_side(sheet: Sheet, column: Sequence[Datum], x: float, align: Align, named: bool) -> float:
    """Write a column's values, and names if wanted, beside its dots; return the px below them.

    Args:
        sheet: Has the value axis.
        column: The column's data.
        x: The column's px.
        align: `left` for words to its right, `right` for words to its left.
        named: Whether the rows are named here.
    """
    theme = sheet.theme
    assert sheet.y
    shown = [datum for datum in column if datum.value is not None]
    levels = [sheet.y.at(datum.value or 0) for datum in shown]
    sizes = [_tall(datum, theme, named) for datum in shown]
    wanted = [y + (theme.line(theme.small) / 2 if named else 0) for y in levels]
    low = theme.small + 10
    places = spread(wanted, sizes, low, max(sheet.y.start + 30, low + sum(sizes)), levels)
    for datum, level, size, middle in zip(shown, levels, sizes, places, strict=True):
        _write(sheet, datum, (x, level), align, middle - size / 2 + theme.value, named)
    return max((m + s / 2 for m, s in zip(places, sizes, strict=True)), default=0.0)


def _tall(datum: Datum, theme: Theme, named: bool) -> float:
    values, names = _values(datum, theme), _names(datum, theme, named)
    return theme.line(theme.value) * len(values) + theme.line(theme.small) * len(names) + BELOW


def _write(
    sheet: Sheet, datum: Datum, dot: tuple[float, float], align: Align, y: float, named: bool
) -> None:
    theme, key, side = sheet.theme, datum.key, 1 if align == "left" else -1
    at = dot[0] + side * APART
    sheet.leader(dot[0] + side * 6, dot[1], at - side * 2, y - theme.value * 0.36)
    values, names = _values(datum, theme), _names(datum, theme, named)
    end = sheet.paragraph(
        values, at, y, theme.value, words_ink(datum), align=align, bold=True, key=key
    )
    y = end - theme.line(theme.value) + theme.line(theme.small)
    sheet.paragraph(names, at, y, theme.small, ink_of(datum.color), align=align, key=key)
