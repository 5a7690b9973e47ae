"""Words at points: near them where there is room, or beside them, moved apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from macros.charts.canvas import Align, Sheet, text_box
from macros.charts.drawing import DOT, Axis, Plot, Point, Row, known, outline
from macros.charts.picture import Datum
from macros.charts.references import lie
from macros.charts.theme import NONE, PALE, RULE, Theme, ink_of, paint
from macros.charts.typeset import Box, spread, widest, wrap

TextPlace = tuple[float, float, Align]
NEAR = 40.0
ALONE = 50.0
FAR = 30.0
BESIDE = 13  # px between the end of a line and its words
BAND = 5.0  # px on either side of a point that the range takes in which it may lie
_ABOVE: Final[Sequence[TextPlace]] = ((0, 4, "center"), (-8, 2, "right"), (8, 2, "left"))
_BELOW: Final[Sequence[TextPlace]] = ((0, 0, "center"), (8, 3, "left"), (-8, 3, "right"))
"""Where words may stand at a point: px to the right, px up, and how they are aligned."""
APART = 12  # px between the dots of an outer column and their words


def add_ranges(sheet: Sheet, points: Sequence[Point], axis: Axis) -> None:
    """Draw how far each value may lie from its dot, and where it has no end."""
    look = {"stroke": NONE, "opacity": PALE}
    least = {True: BAND, False: 0.0}  # a range without a dot is as tall as one at least
    bands = [
        known(p.datum, px=p.x - BAND, px2=p.x + BAND, fill=paint(p.datum), **look)
        | {"y": min(p.reach[0], p.y - least[bare]), "y2": max(p.reach[1], p.y + least[bare])}
        for p in points
        if (bare := p.datum.value is None) or p.reach[1] - p.reach[0] > 2 * DOT
    ]
    sheet.rects(bands, radius=2)
    sheet.open_ends([(point.datum, point.x) for point in points], DOT, axis)


def write_points(
    sheet: Sheet, plot: Plot, points: Sequence[Point], others: Sequence[Point],
    pairs: Iterable[tuple[Point, Point]],
) -> None:  # fmt: skip
    """Draw what lies across a plot, then write each value near its point, away from other lines.

    It keeps clear of the marks of all points, of the lines between pairs, of text that stands so
    far, and of what is below the plot.
    """
    theme, dots, bottom = sheet.theme, [point.dot for point in others], plot.bottom
    lines = trails(pairs, sheet.picture.steps)
    lines += [*lie(sheet, plot, [*lines, *dots]), *plot.walls]
    # Who must be written chooses first, then forecasts.
    for point in sorted(points, key=lambda p: (not p.needed, not p.datum.is_open)):
        datum = point.datum
        foreign = [o for o in others if o.datum.group != datum.group]
        near = [o.y for o in foreign if abs(o.x - point.x) < NEAR]
        # Where most others are above, there is more room below.
        down = bool(near) and sum(y < point.y for y in near) * 2 > len(near)
        alone = all(abs(y - point.y) > ALONE for y in near)
        clear = [*sheet.boxes, *lines, *dots]
        place = _free(sheet, _around(point, theme, down, alone), datum, clear, bottom)
        moved = place is None and point.needed
        if moved:
            away = list(_away(point, theme, down))
            place = _free(sheet, away, datum, clear, bottom)
            place = place or _free(sheet, away, datum, [*sheet.boxes, *dots], bottom)
        if place is None:
            continue
        x, y, align = place
        if moved and abs(y - point.y) > FAR:
            end, start = (y - theme.value, 6) if y > point.y else (y + 4, -6)
            sheet.leader(point.x, point.y + start, x, end)
        ink, bold = ink_of(datum.color), not datum.is_open
        sheet.text(datum.words, x, y, theme.value, ink, align=align, bold=bold, key=datum.key)


def _around(point: Point, theme: Theme, down: bool, alone: bool) -> Iterator[TextPlace]:
    above, below = (point.dot.top, _ABOVE), (point.dot.bottom + theme.value + 2, _BELOW)
    both = (below, above) if down else (above, below)
    for y, places in both if alone or point.needed or point.datum.is_open else both[:1]:
        yield from ((point.x + right, y - up, align) for right, up, align in places)


def _away(point: Point, theme: Theme, down: bool) -> Iterator[TextPlace]:
    way = 4 if down else -4
    # Four px a step: 240 px away is as far as any chart is tall.
    for step in range(1, 60):
        for x, y, align in _around(point, theme, down, alone=False):
            yield x, y + way * step, align
            yield x, y - way * step, align


def _free(
    sheet: Sheet, places: Iterable[TextPlace], datum: Datum, taken: Sequence[Box], bottom: float
) -> TextPlace | None:
    theme = sheet.theme
    for place in places:
        box = text_box(datum.words, *place[:2], theme.value, place[2], not datum.is_open)
        inside = box.left >= 0 and box.right <= theme.width and box.top >= 0
        if inside and box.bottom < bottom and not any(box.meets(other) for other in taken):
            return place
    return None


def add_lines(sheet: Sheet, pairs: Iterable[tuple[Point, Point]], front: bool = True) -> None:
    """Draw lines between points, dashed to what is a guess: in their colour, or faint behind."""
    parts: dict[bool, list[Row]] = {False: [], True: []}
    for one, two in pairs:
        whose = {"line": f"{one.datum.key} {two.datum.key}", "series": one.datum.group}
        whose |= {"key": one.datum.key if front else ""}
        whose |= {"stroke": paint(two.datum) if front else RULE}
        way = corners(one, two, sheet.picture.steps)
        parts[one.datum.is_vague or two.datum.is_vague] += outline(way, **whose)
    sheet.lines(parts[False], parts[True], thick=(2.5, 2.0) if front else (1.5, 1.0))


def corners(one: Point, two: Point, steps: bool) -> list[tuple[float, float]]:
    """Return the px that a line leads over: straight, or level as long as `one` holds."""
    return [(one.x, one.y), *([(two.x, one.y)] if steps else []), (two.x, two.y)]


def trails(pairs: Iterable[tuple[Point, Point]], steps: bool) -> list[Box]:
    """Return small boxes along the lines between points, which words keep clear of."""
    boxes = []
    lines = (line for one, two in pairs for line in pairwise(corners(one, two, steps)))
    for (x1, y1), (x2, y2) in lines:
        # Every six px or so: nothing that is written could slip through.
        parts = max(int(abs(x2 - x1) + abs(y2 - y1)) // 6, 1)
        for n in range(parts + 1):
            x, y = x1 + (x2 - x1) * n / parts, y1 + (y2 - y1) * n / parts
            boxes.append(Box(x - 1.5, y - 1.5, x + 1.5, y + 1.5))
    return boxes


def _ends(datum: Datum, theme: Theme) -> tuple[list[str], list[str]]:
    """Return the lines of a series' name and of its last value."""
    room = 96 if theme.narrow else 170
    names = wrap(datum.group, theme.value, room, bold=True) if datum.group else []
    return names, wrap(datum.words, theme.value, room, bold=True)


def end_room(datum: Datum, theme: Theme) -> float:
    """Return the px that the words at the end of a line need, with what is left before them."""
    names, values = _ends(datum, theme)
    return widest([*names, *values], theme.value, bold=True) + BESIDE


def write_ends(sheet: Sheet, ends: Sequence[Point], top: float) -> float:
    """Name each series where it ends, below `top`; return the px below the lowest words."""
    theme, x = sheet.theme, sheet.x.stop + BESIDE
    texts = [_ends(end.datum, theme) for end in ends]
    sizes = [theme.line(theme.value) * (len(a) + len(b)) + 4.0 for a, b in texts]
    # The first line is level with its point.
    wanted = [end.y + size / 2 - 10 for end, size in zip(ends, sizes, strict=True)]
    firsts, bottom = _apart(sheet, ends, sizes, wanted, (top, sheet.y.start + 8))
    for end, (names, values), y in zip(ends, texts, firsts, strict=True):
        ink, key = ink_of(end.datum.color), end.datum.key
        sheet.leader(end.x + 6, end.y, x - 2, y - theme.value * 0.36)
        last = sheet.text(names, x, y, theme.value, ink, bold=True, key=key)
        sheet.value(end.datum, values, x, last)
    return bottom + 4


def _apart(
    sheet: Sheet, points: Sequence[Point], sizes: Sequence[float], wanted: Sequence[float],
    room: tuple[float, float],
) -> tuple[list[float], float]:  # fmt: skip
    """Return the first baselines of words that are moved apart, and the px below the lowest."""
    low, high = room
    places = spread(wanted, sizes, low, max(high, low + sum(sizes)), [p.y for p in points])
    both = list(zip(places, sizes, strict=True))
    firsts = [middle - size / 2 + sheet.theme.value for middle, size in both]
    return firsts, max((middle + size / 2 for middle, size in both), default=0.0)


def _sides(datum: Datum, theme: Theme, named: bool) -> tuple[list[str], list[str]]:
    """Return the lines of a value in an outer column, and of its name if it is named there."""
    room = 104.0 if theme.narrow else 190.0
    names = wrap(datum.label, theme.small, room) if named and datum.label else []
    return wrap(datum.words, theme.value, room, bold=True), names


def side_room(column: Sequence[Datum], theme: Theme, named: bool) -> float:
    """Return the px that a column's words need beside it, with what is left before them."""
    lines = [_sides(datum, theme, named) for datum in column]
    values = [widest(each, theme.value, bold=True) for each, _ in lines]
    return max(*values, *(widest(names, theme.small) for _, names in lines)) + APART


def write_side(sheet: Sheet, column: Sequence[Point], align: Align, named: bool) -> float:
    """Write a column's values, and names if wanted, beside its dots; return the px below them.

    Words that are aligned `left` stand to the right of the dots.
    """
    theme, side = sheet.theme, 1 if align == "left" else -1
    small, high = theme.line(theme.small), theme.line(theme.value)
    texts = [_sides(point.datum, theme, named) for point in column]
    sizes = [high * len(values) + small * len(names) + 5 for values, names in texts]
    wanted = [point.y + (small / 2 if named else 0) for point in column]
    room = theme.small + 10, sheet.y.start + 30
    firsts, bottom = _apart(sheet, column, sizes, wanted, room)
    for point, (values, names), y in zip(column, texts, firsts, strict=True):
        datum, at = point.datum, point.x + side * APART
        sheet.leader(point.x + side * 6, point.y, at - side * 2, y - theme.value * 0.36)
        look: dict[str, Any] = {"align": align, "key": datum.key}
        last = sheet.text(values, at, y, theme.value, bold=True, **look)
        sheet.text(names, at, last - high + small, theme.small, ink_of(datum.color), **look)
    return bottom
