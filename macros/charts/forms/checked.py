"""As printed and as checked, row by row in words: each row may be of a unit of its own."""

from __future__ import annotations

from collections.abc import Sequence

from macros.charts.canvas import Sheet
from macros.charts.drawing import across, head, outline
from macros.charts.picture import Datum
from macros.charts.rows import label_above, label_ink, rows_of
from macros.charts.theme import RULE, SOFT, Theme
from macros.charts.typeset import widest, wrap

ARROW = 44.0  # px from the words of one side to those of the other
CLEAR = 9.0
HEAD = 7.0
BETWEEN = 12.0


def draw(sheet: Sheet) -> float:
    """Draw what was printed and what was checked; return the height in px."""
    theme, rows = sheet.theme, [row for _, row in rows_of(sheet.picture.data)]
    before, after = (_room(side, theme) for side in zip(*rows, strict=True))
    # On a phone labels stand above, so both sides begin at the left.
    start = before if theme.narrow else theme.width - after - ARROW
    printed, value = (datum.group for datum in rows[0])
    sheet.text(printed, start, theme.small + 1, theme.small, SOFT, align="right")
    y = sheet.text(value, start + ARROW, theme.small + 1, theme.small, SOFT) - theme.small + 3
    for row in rows:
        sheet.rules([across(0, theme.width, y, RULE)])
        y = _row(sheet, row, start, start - before - BETWEEN, y + BETWEEN) + BETWEEN
    return y


def _room(side: Sequence[Datum], theme: Theme) -> float:
    """Return the px that one side's words take at most, its head's among them."""
    lines = [line for datum in side for line in _lines(datum, theme)]
    return max(widest(lines, theme.value, bold=True), widest([side[0].group], theme.small))


def _lines(datum: Datum, theme: Theme) -> list[str]:
    most = (theme.width - ARROW) / 2 if theme.narrow else theme.width / 4
    return wrap(datum.words, theme.value, most, bold=True)


def _row(sheet: Sheet, row: Sequence[Datum], start: float, room: float, y: float) -> float:
    """Write a row's label, and its words on both sides of an arrow; return the px below."""
    theme, (printed, value) = sheet.theme, row
    y = label_above(sheet, row, y)
    base = y + theme.value
    end = max(
        sheet.value(printed, _lines(printed, theme), start, base, "right"),
        sheet.value(value, _lines(value, theme), start + ARROW, base),
    )
    if not theme.narrow:
        lines = wrap(value.label, theme.label, room, bold=True)
        end = max(end, sheet.label(lines, 0, base, label_ink([value]), value.key))
    tip, middle = start + ARROW - CLEAR, base - theme.value * 0.36
    sheet.rules([across(start + CLEAR, tip - HEAD, middle, SOFT)], thick=1.5)
    corners, line = head(tip - HEAD, tip, middle, HEAD), f"{value.key} {value.label}"
    sheet.shapes(outline(corners, key=value.key, line=line, fill=SOFT, stroke=SOFT))
    return end - theme.line(theme.value) + 4
