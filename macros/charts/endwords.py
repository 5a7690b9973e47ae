"""Names and last values at the right end of lines, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts.canvas import Sheet
from macros.charts.picture import Datum
from macros.charts.theme import Theme, ink_of, is_open, words_ink
from macros.charts.typeset import spread, widest, wrap

BESIDE = 13


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a series, with its name and px."""

    name: str
    datum: Datum
    x: float
    y: float

    def level(self, size: float) -> float:
        """Return the middle of its words, `size` px high, that puts the first line at its point."""
        return self.y + size / 2 - 10


def _lines(name: str, datum: Datum, theme: Theme) -> tuple[list[str], list[str]]:
    room = 96 if theme.narrow else 170
    names = wrap(name, theme.value, room, bold=True) if name else []
    return names, wrap(datum.words, theme.value, room, bold=True)


def end_room(name: str, datum: Datum, theme: Theme) -> float:
    """Return the px that a series' name and last value need."""
    names, values = _lines(name, datum, theme)
    return widest([*names, *values], theme.value, bold=True)


def write_ends(sheet: Sheet, ends: Sequence[End], top: float) -> float:
    """Name each series where it ends; return the px below the lowest words.

    Args:
        sheet: Has both axes.
        ends: The series' last points.
        top: Px above which no word may stand.
    """
    theme = sheet.theme
    assert sheet.x and sheet.y
    texts = [_lines(end.name, end.datum, theme) for end in ends]
    sizes = [theme.line(theme.value) * (len(a) + len(b)) + 4.0 for a, b in texts]
    wanted = [end.level(size) for end, size in zip(ends, sizes, strict=True)]
    ranks = [end.y for end in ends]
    places = spread(wanted, sizes, top, max(sheet.y.start + 8, top + sum(sizes)), ranks)
    x = sheet.x.stop + BESIDE
    for end, lines, size, middle in zip(ends, texts, sizes, places, strict=True):
        _write(sheet, end, lines, x, middle - size / 2 + theme.value)
    return max(middle + size / 2 for middle, size in zip(places, sizes, strict=True)) + 4


def _write(sheet: Sheet, end: End, lines: tuple[list[str], list[str]], x: float, y: float) -> None:
    theme, datum = sheet.theme, end.datum
    sheet.leader(end.x + 6, end.y, x - 2, y - theme.value * 0.36)
    color, bold = ink_of(datum.color), not is_open(datum)
    y = sheet.paragraph(lines[0], x, y, theme.value, color, bold=True, key=datum.key)
    sheet.paragraph(lines[1], x, y, theme.value, words_ink(datum), bold=bold, key=datum.key)
