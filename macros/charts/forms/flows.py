"""Who gives what to whom: boxes in two columns, and one straight arrow per flow between them.

A box is as tall as its flows; a party is drawn again where its flows are not neighbours. So no
arrow ever bends, crosses another, or runs through words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from macros.charts.canvas import Sheet
from macros.charts.drawing import Row, across, head, known, outline
from macros.charts.picture import Datum, Link, Picture
from macros.charts.theme import GROUND, INK, Theme, ink_on
from macros.charts.typeset import widest, wrap

THICK = {False: 30.0, True: 22.0}
THIN = 2.0
PAD = {False: 14.0, True: 9.0}
BETWEEN = {False: 26.0, True: 24.0}
INSET = {False: 18, True: 8}  # px beside the words of a box
LEAST, MOST = {False: 130, True: 60}, {False: 190, True: 100}  # px of a box
OUTLINED = 7.0  # px; below this an outline would be all stroke
Corners = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Lane:
    """One flow's place: the boxes it joins."""

    link: Link
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow's arrow from `x1` to `x2` at the height `y`, `thick` px wide; either way round."""

    link: Link
    x1: float
    x2: float
    y: float
    thick: float

    @property
    def neck(self) -> float:
        """The px at which its head begins."""
        long = min(self.thick * 0.45 + 10, abs(self.x2 - self.x1) / 2)
        return self.x2 - long if self.x2 > self.x1 else self.x2 + long

    @property
    def head(self) -> Corners:
        """The corners of its head alone."""
        return head(self.neck, self.x2, self.y, self.thick + 10)

    @property
    def outline(self) -> Corners:
        """The corners of shaft and head."""
        half, y = self.thick / 2, self.y
        upper = [(self.x1, y - half), (self.neck, y - half), *self.head[:2]]
        return upper + [(x, 2 * y - b) for x, b in reversed(upper[:-1])]

    @property
    def known(self) -> Row:
        """What everybody may know of it."""
        link = self.link
        ends = {"key": link.key, "source": link.source, "target": link.target}
        return ends | known(link, value=link.value)


def draw(sheet: Sheet) -> float:
    """Draw flows; return the height in px."""
    wide, nodes = sheet.theme.width, {node.key: node for node in sheet.picture.nodes}
    lanes = _ordered(sheet.picture.links, _sides(sheet.picture))
    ends = [(lane.left, lane.right) for lane in lanes]
    columns = ([nodes[key] for key in column] for column in zip(*ends, strict=True))
    left, right = (_room(column, sheet.theme) for column in columns)
    extents, arrows = _place(sheet, lanes, left + 7, wide - right - 7)
    boxes = _boxes(sheet, ends, nodes, extents, 0.0, left)
    boxes += _boxes(sheet, [(key, key) for _, key in ends], nodes, extents, wide - right, right)
    sheet.rects(boxes, radius=4)
    _arrows(sheet, arrows)
    return extents[-1][1]


def _sides(picture: Picture) -> dict[str, int]:
    """Give each node a column: the one opposite to whom it deals with first."""
    sides: dict[str, int] = {}
    for link in picture.links:
        if link.source not in sides and link.target not in sides:
            sides[link.source] = 0
        if link.source in sides:
            sides.setdefault(link.target, 1 - sides[link.source])
        sides.setdefault(link.source, 1 - sides[link.target])
    return sides


def _ordered(links: Sequence[Link], sides: Mapping[str, int]) -> list[Lane]:
    """Turn links to lanes, the lanes of one box and of one pair next to one another."""
    ends = [sorted((link.source, link.target), key=sides.__getitem__) for link in links]
    lanes = [Lane(link, *pair) for link, pair in zip(links, ends, strict=True)]
    rights = list(dict.fromkeys(lane.right for lane in lanes))
    pairs = list(dict.fromkeys((lane.right, lane.left) for lane in lanes))
    return sorted(
        lanes, key=lambda lane: (rights.index(lane.right), pairs.index((lane.right, lane.left)))
    )


def _room(nodes: Iterable[Datum], theme: Theme) -> float:
    """Return the width of a column of boxes."""
    inset, most = INSET[theme.narrow], MOST[theme.narrow]
    names = (wrap(node.label, theme.label, most - 2 * inset, bold=True) for node in nodes)
    longest = max(widest(lines, theme.label, bold=True) for lines in names)
    return round(max(LEAST[theme.narrow], longest + 2 * inset))


def _place(
    sheet: Sheet, lanes: Sequence[Lane], start: float, stop: float
) -> tuple[list[tuple[float, float]], list[Arrow]]:
    """Write the words of each lane above its arrow; return the lanes' extents and the arrows."""
    theme, joint = sheet.theme, sheet.picture.joint
    most = max(lane.link.value or 0 for lane in lanes) or 1
    # Words of flows are sentences: a size between a value’s and a note’s.
    size = theme.small if theme.narrow else theme.label - 1
    pad = PAD[theme.narrow]
    # Where a box of the right column ends, lanes stand apart.
    ends = [one.right != other.right for one, other in pairwise(lanes)] + [True]
    y, extents, arrows = 0.0, [], []
    for lane, is_last in zip(lanes, ends, strict=True):
        top, link = y, lane.link
        lines = wrap(f"{link.label}{joint}{link.text}".strip(), size, stop - start - 8)
        x, first = (start + stop) / 2, y + pad + size
        end = sheet.text(lines, x, first, size, INK, align="center", key=link.key)
        thick = max(THIN, THICK[theme.narrow] * (link.value or 0) / most)
        half = max(thick * 0.5 + 5, 6)  # of the head
        middle = end - theme.line(size) + 6 + half
        x1, x2 = (start, stop) if link.source == lane.left else (stop, start)
        arrows.append(Arrow(link, x1, x2, middle, thick))
        y = middle + half + (pad if is_last else 2)
        extents.append((top, round(y, 1)))
        y += BETWEEN[theme.narrow] if is_last else 0
    return extents, arrows


def _boxes(
    sheet: Sheet, ends: Sequence[tuple[str, str]], nodes: Mapping[str, Datum],
    extents: Sequence[tuple[float, float]], x: float, room: float,
) -> list[Row]:  # fmt: skip
    """Return a column's boxes, each along the neighbouring lanes that it takes part in.

    `ends` are of each lane the box in this column and that in the right one.
    """
    rows = []
    for (key, right), group in groupby(range(len(ends)), key=lambda number: ends[number]):
        numbers = list(group)
        top, bottom = extents[numbers[0]][0], extents[numbers[-1]][1]
        # Boxes of two parties beside one of the right column would touch.
        top += 3 if numbers[0] and ends[numbers[0] - 1][1] == right else 0
        node = nodes[key]
        place = {"px": x, "px2": x + room, "y": top, "y2": bottom, "opacity": 1}
        look = {"fill": node.color, "stroke": node.color}
        rows.append({"key": key, "label": node.label, **place, **look})
        _inside(sheet, node, x + room / 2, (top + bottom) / 2, room)
    return rows


def _inside(sheet: Sheet, node: Datum, x: float, middle: float, room: float) -> None:
    theme, ink, inset = sheet.theme, ink_on(node.color), INSET[sheet.theme.narrow]
    lines = wrap(node.label, theme.label, room - 2 * inset + 1, bold=True)
    y = middle - theme.line(theme.label) * len(lines) / 2 + theme.label
    sheet.text(lines, x, y, theme.label, ink, align="center", bold=True, key=node.key)


def _arrows(sheet: Sheet, arrows: Sequence[Arrow]) -> None:
    """Draw arrows: filled, as a dashed outline, or as a dashed line with a head."""
    dashed = [arrow for arrow in arrows if arrow.link.dashed or arrow.link.value is None]
    filled = [arrow for arrow in arrows if arrow not in dashed]
    outlined = [arrow for arrow in dashed if arrow.thick >= OUTLINED]
    thin = [arrow for arrow in dashed if arrow.thick < OUTLINED]
    sheet.shapes(_shapes([(a, a.outline) for a in filled]))
    sheet.shapes(_shapes([(a, a.outline) for a in outlined], GROUND), 1.75, dash=(6, 3))
    shafts = [a.known | across(a.x1, a.neck, a.y, a.link.color) for a in thin]
    sheet.rules(shafts, thick=2.5, dash=(7, 4))
    sheet.shapes(_shapes([(a, a.head) for a in thin]))


def _shapes(outlines: Sequence[tuple[Arrow, Corners]], fill: str = "") -> list[Row]:
    """Return the corners of closed outlines, filled with their own colour if not another one."""
    return [
        arrow.known | place | {"fill": fill or arrow.link.color, "stroke": arrow.link.color}
        for number, (arrow, corners) in enumerate(outlines)
        for place in outline(corners, line=str(number))
    ]
