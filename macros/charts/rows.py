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
    """A datum with its place: the px of its bar's middle and the lines of its words."""

    datum: Datum
    middle: float
    words: list[str]


def lay_out(
    picture: Picture, sheet: Sheet, low: float, high: float, beside: float = BESIDE
) -> list[Entry]:  # fmt: skip
    """Place rows with labels, groups and words, on the longest axis that leaves room for them.

    Args:
        picture: Its data.
        sheet: Gets the axis and all the words.
        low: Where the axis begins.
        high: Where it ends.
        beside: Px between a mark and its words.
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
            entry = _entry(sheet, datum, y, labels, left)
            entries.append(entry)
            y = entry.middle * 2 - y + INNER
        y = max(y - INNER, end) + theme.gap
    for entry in entries:
        _write(sheet, entry, beside)
    return entries


def _axis(
    picture: Picture, theme: Theme, left: float, ends: tuple[float, float], beside: float
) -> Axis:
    """Return the longest axis on which each value's words still fit beside its mark."""
    (low, high), room = ends, theme.width - left
    stop = left + room
    for datum in picture.data:
        words = wrap(datum.words, theme.value, room * 0.45, bold=True)
        share = (max(datum.extent[1], low) - low) / (high - low)
        need = widest(words, theme.value, bold=True) + beside + 6
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


def _entry(sheet: Sheet, datum: Datum, top: float, labels: float, left: float) -> Entry:
    theme = sheet.theme
    words = wrap(datum.words, theme.value, (theme.width - left) * 0.45, bold=True)
    height = max(theme.bar, (len(words) - 1) * theme.line(theme.value) + theme.value)
    middle = top + height / 2
    if datum.group:
        baseline = middle + theme.small * 0.36
        sheet.text(datum.group, labels, baseline, theme.small, ink_of(datum.color))
    return Entry(datum, middle, words)


def _write(sheet: Sheet, entry: Entry, beside: float) -> None:
    """Write a value's words to the right of its mark."""
    theme = sheet.theme
    left = sheet.x.at(max(entry.datum.extent[1], sheet.x.low)) + beside
    first = entry.middle - (len(entry.words) - 1) * theme.line(theme.value) / 2
    sheet.value(entry.datum, entry.words, left, first + theme.value * 0.36)
