"""Rows of values below one another, each with its label: the layout of bars and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from macros.charts.canvas import Axis, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.theme import INK, Theme, ink_of
from macros.charts.typeset import widest, wrap

Item = TypeVar("Item")
INNER = 5
BESIDE = 9


def rows_of(data: Sequence[Datum]) -> list[tuple[str, list[Datum]]]:
    """Group neighbours of the same label into rows."""
    return [(label, list(row)) for label, row in groupby(data, key=lambda d: d.label)]


def evenly(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """Break items into the fewest rows of at most `most`, of about equal length."""
    across = -(-len(items) // -(-len(items) // most))
    return [items[start : start + across] for start in range(0, len(items), across)]


def padded(picture: Picture) -> tuple[float, float]:
    """Return the ends of an axis that need not have zero: what is reached, and a little more."""
    low, high = picture.reach
    pad = (high - low) * 0.04 or abs(high) * 0.1 or 1.0
    return low - pad, high + pad


def label_ink(row: Sequence[Datum]) -> str:
    """Return the ink of a row's label: its entity's, if the row has one entity."""
    colors = {datum.color for datum in row}
    return ink_of(colors.pop()) if len(colors) == 1 else INK


def label_room(picture: Picture, theme: Theme, most: float) -> float:
    """Return the px that labels need beside their rows: none on a phone, `most` a line at most."""
    if theme.narrow:
        return 0.0
    lines = [wrap(datum.label, theme.label, most, bold=True) for datum in picture.data]
    return max(widest(each, theme.label, bold=True) for each in lines)


def label_above(sheet: Sheet, row: Sequence[Datum], y: float) -> float:
    """Write a row's label above it, if there is no room beside it; return the px below."""
    theme, label = sheet.theme, row[0].label
    if not theme.narrow or not label:
        return y
    lines = wrap(label, theme.label, theme.width, bold=True)
    end = sheet.label(lines, 0, y + theme.label + 1, label_ink(row), row[0].key)
    return end - theme.label + 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A datum with the px of its bar's middle."""

    datum: Datum
    middle: float


def lay_out(
    picture: Picture, sheet: Sheet, low: float, high: float, beside: float = BESIDE
) -> list[Entry]:  # fmt: skip
    """Place rows with labels, groups and words, on the longest axis that leaves room for them.

    The axis goes from `low` to `high`; words stand `beside` px to the right of their marks.
    """
    theme = sheet.theme
    labels = label_room(picture, theme, 210)
    labels += 0 if theme.narrow else 16
    groups = widest({d.group for d in picture.data}, theme.small)
    left = max(1, round(labels + (groups + 10 if groups else 0)))
    sheet.x = _axis(picture, theme, left, (low, high), beside)
    y, entries = 0.0, list[Entry]()
    for _, row in rows_of(picture.data):
        y, end = label_above(sheet, row, y), _beside(sheet, row, y, labels)
        for datum in row:
            entries.append(_entry(sheet, datum, y, labels))
            y = entries[-1].middle * 2 - y + INNER
        y = max(y - INNER, end) + theme.gap
    for entry in entries:
        _write(sheet, entry, beside)
    return entries


def _words(datum: Datum, theme: Theme, left: float) -> list[str]:
    return wrap(datum.words, theme.value, (theme.width - left) * 0.45, bold=True)


def _axis(
    picture: Picture, theme: Theme, left: float, ends: tuple[float, float], beside: float
) -> Axis:
    """Return the longest axis on which each value's words still fit beside its mark."""
    (low, high), room = ends, theme.width - left
    stop = left + room
    for datum in picture.data:
        share = (max(datum.extent[1], low) - low) / (high - low)
        need = widest(_words(datum, theme, left), theme.value, bold=True) + beside + 6
        if share > 0:
            stop = min(stop, left + max(room * 0.3, (room - need) / share))
    if picture.ticks:
        last = widest([picture.ticks[-1][1]], theme.small)
        stop = min(stop, theme.width - last / 2 + 4)
    return Axis(low, high, left, round(stop, 1))


def _beside(sheet: Sheet, row: Sequence[Datum], top: float, room: float) -> float:
    """Write a row's label to the left of its first bar, if there is room; return the px below."""
    theme, label = sheet.theme, row[0].label
    if theme.narrow or not label:
        return 0.0
    lines = wrap(label, theme.label, room - 16, bold=True)
    first = theme.bar / 2 + theme.label * 0.36
    return sheet.label(lines, 0, top + first, label_ink(row), row[0].key) - theme.label


def _entry(sheet: Sheet, datum: Datum, top: float, labels: float) -> Entry:
    theme = sheet.theme
    lines = len(_words(datum, theme, sheet.x.start))
    middle = top + max(theme.bar, (lines - 1) * theme.line(theme.value) + theme.value) / 2
    if datum.group:
        baseline = middle + theme.small * 0.36
        sheet.text(datum.group, labels, baseline, theme.small, ink_of(datum.color))
    return Entry(datum, middle)


def _write(sheet: Sheet, entry: Entry, beside: float) -> None:
    """Write a value's words to the right of its mark."""
    theme, datum = sheet.theme, entry.datum
    words = _words(datum, theme, sheet.x.start)
    left = sheet.x.at(max(datum.extent[1], sheet.x.low)) + beside
    first = entry.middle - (len(words) - 1) * theme.line(theme.value) / 2
    sheet.value(datum, words, left, first + theme.value * 0.36)
