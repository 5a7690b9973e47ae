"""Rows of values below one another, each with its label: the layout of bars and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.charts.canvas import Axis, Sheet
from macros.charts.picture import Datum, Picture
from macros.charts.theme import INK, Theme, ink_of, is_open, words_ink
from macros.charts.typeset import widest, wrap

INNER = 5
BESIDE = 9


def rows_of(data: Sequence[Datum]) -> list[tuple[str, list[Datum]]]:
    """Group neighbours of the same label into rows."""
    return [(label, list(row)) for label, row in groupby(data, key=lambda d: d.label)]


def label_ink(row: Sequence[Datum]) -> str:
    """Return the ink of a row's label: its entity's, if the row has one entity."""
    colors = {datum.color for datum in row}
    return ink_of(colors.pop()) if len(colors) == 1 else INK


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the group names and the bars begin, in px from the left, where labels do."""

    group: float
    plot: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A datum with its place: the px of its bar's middle and the lines of its words."""

    datum: Datum
    middle: float
    words: list[str]


def columns(picture: Picture, theme: Theme, grouped: bool) -> Columns:
    """Measure the columns: on a phone labels stand above their rows."""
    label = 0.0
    if not theme.narrow:
        lines = [wrap(d.label, theme.label, 210, bold=True) for d in picture.data]
        label = max(widest(ls, theme.label, bold=True) for ls in lines) + 16
    names = {d.group for d in picture.data} if grouped else set()
    group = widest(names, theme.small) + 10 if any(names) else 0.0
    return Columns(label, max(1, round(label + group)))


def fit(
    picture: Picture, theme: Theme, left: float, low: float, high: float, beside: float = BESIDE
) -> Axis:
    """Return the longest axis on which each value's words still fit beside its mark."""
    room = theme.width - left
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


def place(picture: Picture, sheet: Sheet, cols: Columns, grouped: bool) -> list[Entry]:
    """Write the labels and return the entries; the last one's bar ends the picture."""
    theme, y, entries = sheet.theme, 0.0, []
    for label, row in rows_of(picture.data):
        top = y
        room = theme.width if theme.narrow else cols.group - 16
        lines = wrap(label, theme.label, room, bold=True) if label else []
        baseline = top + (theme.label + 1 if theme.narrow else theme.bar / 2 + theme.label * 0.36)
        end = sheet.paragraph(
            lines, 0, baseline, theme.label, label_ink(row), bold=True, key=row[0].key
        )
        if theme.narrow and lines:
            y = end - theme.label + 6
        for datum in row:
            entry = _entry(sheet, cols, datum, y, grouped)
            entries.append(entry)
            y = entry.middle * 2 - y + INNER
        y = max(y - INNER, 0 if theme.narrow else end - theme.label) + theme.gap
    return entries


def _entry(sheet: Sheet, cols: Columns, datum: Datum, top: float, grouped: bool) -> Entry:
    theme = sheet.theme
    words = wrap(datum.words, theme.value, (theme.width - cols.plot) * 0.45, bold=True)
    height = max(theme.bar, (len(words) - 1) * theme.line(theme.value) + theme.value)
    middle = top + height / 2
    if grouped:
        baseline = middle + theme.small * 0.36
        sheet.text(datum.group, cols.group, baseline, theme.small, ink_of(datum.color))
    return Entry(datum, middle, words)


def write_words(sheet: Sheet, entries: Sequence[Entry], beside: float = BESIDE) -> None:
    """Write each value's words to the right of its mark."""
    theme = sheet.theme
    assert sheet.x
    for entry in entries:
        left = sheet.x.at(max(entry.datum.extent[1], sheet.x.low)) + beside
        first = entry.middle - (len(entry.words) - 1) * theme.line(theme.value) / 2
        baseline = first + theme.value * 0.36
        ink, bold = words_ink(entry.datum), not is_open(entry.datum)
        sheet.paragraph(
            entry.words, left, baseline, theme.value, ink, bold=bold, key=entry.datum.key
        )
