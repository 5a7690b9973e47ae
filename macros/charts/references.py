"""Lines to compare with: a value, or a range, across a whole chart and named on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from macros.charts.canvas import Sheet, text_box
from macros.charts.drawing import Plot, Row, across, down, known
from macros.charts.picture import Datum
from macros.charts.theme import GROUND, INK, NONE, SOFT
from macros.charts.typeset import Box, widest, wrap

DASH = (5, 3)
FAINT = 0.16


def name_above(sheet: Sheet) -> float:
    """Name what stands upright across the rows, each on lines of its own; return the px below."""
    theme, y = sheet.theme, 0.0
    for datum in sheet.picture.references:
        lines = wrap(sheet.picture.named(datum), theme.small, theme.width * 0.6)
        middle = sheet.within(sheet.x.at(datum.middle), widest(lines, theme.small) / 2)
        end = sheet.text(lines, middle, y + theme.small, theme.small, align="center", key=datum.key)
        y = end - theme.small + 2
    sheet.top = y
    return y + 4 if y else 0.0


def stand(sheet: Sheet, bottom: float) -> None:
    """Draw the lines down from their names to `bottom`: over the marks, and not through words."""
    for datum in sheet.picture.references:
        px, (low, high) = round(sheet.x.at(datum.middle), 1), map(sheet.x.at, datum.extent)
        if datum.value is None:
            _band(sheet, datum, Box(low, sheet.top, high, bottom))
        else:
            # Of the ground’s colour beneath, so that dashes stand off from the marks they cross.
            for dash, ink, thick in (((), GROUND, 3.5), (DASH, INK, 1.5)):
                cut = sheet.cut(px, sheet.top, bottom)
                rows = [down(px, start, end, ink) | known(datum) for start, end in cut]
                sheet.rules(rows, thick=thick, dash=dash)


def lie(sheet: Sheet, plot: Plot, taken: Sequence[Box]) -> list[Box]:
    """Draw the lines across a plot, and name them above or below where there is room.

    Where there is none, a name keeps clear of other words at least. Return the room of the lines.
    """
    axis, left, right = plot.y, plot.left, plot.right
    boxes, size, picture = [], sheet.theme.small, sheet.picture
    for datum in picture.references:
        high, low = sorted(map(axis.at, datum.extent))
        y = round(axis.at(datum.middle), 1)
        if datum.value is None:
            _band(sheet, datum, Box(left, high, right, low))
        else:
            sheet.rules([across(left, right, y, INK) | known(datum)], thick=1.5, dash=DASH)
            boxes.append(Box(left, y - 1.5, right, y + 1.5))
    for datum in picture.references if plot.named else ():
        lines = wrap(picture.named(datum), size, right - left - 12)
        places = list(_places(sheet, plot, datum, lines))
        free = [
            place
            for clear in ([*taken, *boxes, *sheet.boxes], sheet.boxes)
            for place in places
            if not any(box.meets(other) for box in _boxes(sheet, lines, *place) for other in clear)
        ]
        sheet.text(lines, *(free or places)[0], size, key=datum.key)
    return boxes


def _band(sheet: Sheet, datum: Datum, box: Box) -> None:
    row: Row = {"px": box.left, "px2": box.right, "y": box.top, "y2": box.bottom}
    sheet.rects([row | known(datum, fill=SOFT, stroke=NONE, opacity=FAINT)])


def _boxes(sheet: Sheet, lines: Sequence[str], x: float, y: float) -> Iterator[Box]:
    size = sheet.theme.small
    for number, line in enumerate(lines):
        yield text_box(line, x, y + number * sheet.theme.line(size), size, "left", bold=False)


def _places(
    sheet: Sheet, plot: Plot, datum: Datum, lines: Sequence[str]
) -> Iterator[tuple[float, float]]:
    """Yield where a name may begin: above its line or below, from the left to the right."""
    size, step = sheet.theme.small, sheet.theme.line(sheet.theme.small)
    top, bottom = sorted(map(plot.y.at, datum.extent))
    room = plot.right - plot.left - 12 - widest(lines, size)
    ys = (top - 5 - step * (len(lines) - 1), bottom + size + 3)
    # Ends first, where the eye looks for a name; the middle is crowded.
    for share, y in product((0, 1, 0.5, 0.25, 0.75), ys):
        yield plot.left + 6 + room * share, y
