"""Rows of values below one another, each with its label: the layout of bars and intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from macros.charts.canvas import Align, Sheet
from macros.charts.drawing import OPEN, Axis
from macros.charts.picture import Datum
from macros.charts.references import name_above
from macros.charts.theme import INK, ink_of
from macros.charts.typeset import widest, width, wrap

Item = TypeVar("Item")
INNER = 5
BESIDE = 9
LEAST = 0.3  # of the room beside labels is left for the axis where lines of words are broken
SHORTEST = 48.0  # px of an axis, however long a word


def rows_of(data: Sequence[Datum]) -> list[tuple[str, list[Datum]]]:
    """Group neighbours of the same label into rows."""
    return [(label, list(row)) for label, row in groupby(data, key=lambda d: d.label)]


def evenly(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """Break items into the fewest rows of at most `most`, of about equal length."""
    # Negative twice, the whole division rounds up.
    across = -(-len(items) // -(-len(items) // most))
    return [items[start : start + across] for start in range(0, len(items), across)]


def padded(sheet: Sheet) -> tuple[float, float]:
    """Return the ends of an axis that need not have zero: what is reached, and a little more."""
    low, high = sheet.picture.reach
    goes_on = any(datum.beyond for datum in sheet.picture.data)
    # Where all values are one, a tenth of it; where that is zero, one.
    pad = (high - low) * (0.08 if goes_on else 0.04) or abs(high) * 0.1 or 1.0
    return low - pad, high + pad


def label_ink(row: Sequence[Datum]) -> str:
    """Return the ink of a row's label: its entity's, if the row has one entity."""
    colors = {datum.color for datum in row}
    return ink_of(colors.pop()) if len(colors) == 1 else INK


def label_room(sheet: Sheet, most: float) -> float:
    """Return the px that labels need beside their rows: none on a phone, `most` a line at most."""
    theme = sheet.theme
    if theme.narrow:
        return 0.0
    lines = [wrap(datum.label, theme.label, most, bold=True) for datum in sheet.picture.data]
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
class WordedValue:
    """A value with its words.

    Attributes:
        turned: Whether they stand to the left of its mark, as those of a bar below zero do.
        beside: The px between its mark and them.
        middle: The px of its mark's middle.
    """

    datum: Datum
    lines: list[str]
    turned: bool
    beside: float
    middle: float = 0.0

    @property
    def goes_on(self) -> bool:
        """Whether it has no end where its words stand."""
        return self.datum.beyond == ("below" if self.turned else "above")

    def need(self, axis: Axis, size: float) -> tuple[float, float]:
        """Return the share of the axis at which its words begin, and the px that they need."""
        low, high = self.datum.extent
        end = low if self.turned else max(high, axis.low)
        px = widest(self.lines, size, bold=True) + self.beside + 6
        return (end - axis.low) / (axis.high - axis.low), px


def lay_out(
    sheet: Sheet, low: float, high: float, beside: float = BESIDE, from_zero: bool = False
) -> list[WordedValue]:
    """Place rows with labels, groups and words, on the longest axis that leaves room for them.

    The axis goes from `low` to `high`; words stand `beside` px to the right of their marks, or on
    the side that is turned away from zero if marks lead from there.
    """
    theme, picture = sheet.theme, sheet.picture
    labels = label_room(sheet, 210)
    labels += 0 if theme.narrow else 16
    groups = widest({d.group for d in picture.data}, theme.small)
    left = max(1, round(labels + (groups + 10 if groups else 0)))
    words = {e.datum: e for e in _worded(sheet, theme.width - left, beside, from_zero)}
    sheet.x = _axis(sheet, words.values(), Axis(low, high, left, theme.width))
    y, entries = name_above(sheet), list[WordedValue]()
    for _, row in rows_of(picture.data):
        y, end = label_above(sheet, row, y), _beside(sheet, row, y, labels)
        for datum in row:
            entries.append(_entry(sheet, words[datum], y, labels))
            y = entries[-1].middle * 2 - y + INNER
        y = max(y - INNER, end) + theme.gap
    for entry in entries:
        _write(sheet, entry)
    return entries


def _worded(sheet: Sheet, room: float, beside: float, from_zero: bool) -> Iterator[WordedValue]:
    """Yield each value with its words in lines, which leave room for an axis between them."""
    data, size = sheet.picture.data, sheet.theme.value
    turned = {d for d in data if from_zero and d.extent[0] < 0 >= d.extent[1]}
    # With words at both ends of the axis each side has half of what it leaves.
    both = 0 < len(turned) < len(data)
    most = room * (1 - LEAST) / 2 - beside - OPEN - 6 if both else room * 0.45
    for datum in data:
        lines = wrap(datum.words, size, most, bold=True)
        entry = WordedValue(datum, lines, datum in turned, beside)
        yield replace(entry, beside=beside + OPEN) if entry.goes_on else entry


def _axis(sheet: Sheet, entries: Iterable[WordedValue], whole: Axis) -> Axis:
    """Return the longest axis on which each value's words still fit beside its mark.

    Words that need room at one share of the axis, and others at another, bound its length between.
    """
    theme, ticks = sheet.theme, sheet.picture.ticks
    lefts, rights = [(0.0, 0.0)], [(1.0, 0.0)]
    for entry in entries:
        (lefts if entry.turned else rights).append(entry.need(whole, theme.value))
    room = whole.stop - whole.start
    fitting = ((room - m - n) / (q - p) for p, m in lefts for q, n in rights if q > p)
    long = max(SHORTEST, min(fitting))
    if ticks:
        # Half of the last tick’s word stands beyond the axis.
        long = min(long, room - width(ticks[-1][1], theme.small) / 2 + 4)
    start = whole.start + max(need - share * long for share, need in lefts)
    return replace(whole, start=round(start, 1), stop=round(start + long, 1))


def _beside(sheet: Sheet, row: Sequence[Datum], top: float, room: float) -> float:
    """Write a row's label to the left of its first bar, if there is room; return the px below."""
    theme, label = sheet.theme, row[0].label
    if theme.narrow or not label:
        return 0.0
    lines = wrap(label, theme.label, room - 16, bold=True)
    # Half of what capitals are tall: so far below the middle is their baseline.
    first = theme.bar / 2 + theme.label * 0.36
    return sheet.label(lines, 0, top + first, label_ink(row), row[0].key) - theme.label


def _entry(sheet: Sheet, entry: WordedValue, top: float, labels: float) -> WordedValue:
    theme, datum = sheet.theme, entry.datum
    tall = (len(entry.lines) - 1) * theme.line(theme.value) + theme.value
    middle = top + max(theme.bar, tall) / 2
    if datum.group:
        baseline = middle + theme.small * 0.36
        sheet.text(datum.group, labels, baseline, theme.small, ink_of(datum.color))
    return replace(entry, middle=middle)


def _write(sheet: Sheet, entry: WordedValue) -> None:
    """Write a value's words beside its mark."""
    theme, datum = sheet.theme, entry.datum
    low, high = datum.extent
    end = low if entry.turned else max(high, sheet.x.low)
    x = sheet.x.at(end) + (-entry.beside if entry.turned else entry.beside)
    first = entry.middle - (len(entry.lines) - 1) * theme.line(theme.value) / 2
    align: Align = "right" if entry.turned else "left"
    sheet.value(datum, entry.lines, x, first + theme.value * 0.36, align)
