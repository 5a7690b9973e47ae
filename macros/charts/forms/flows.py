"""Who gives what to whom: boxes in two columns, and one straight arrow per flow between them.

A box is as tall as its flows; a party is drawn again where its flows are not neighbours. So no
arrow ever bends, crosses another, or runs through words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from macros.charts.arrows import Arrow, add_arrows
from macros.charts.canvas import Row, Sheet
from macros.charts.picture import Datum, Link, Picture
from macros.charts.theme import INK, Theme, ink_on
from macros.charts.typeset import widest, wrap
from macros.problems import TieoutError, nearest

THICK = {False: 30.0, True: 22.0}
THIN = 2.0
PAD = {False: 14.0, True: 9.0}
BETWEEN = {False: 26.0, True: 24.0}


@dataclass(frozen=True, slots=True)
class Lane:
    """One flow's place: the boxes it joins, and which way it goes."""

    link: Link
    left: str
    right: str

    @property
    def forward(self) -> bool:
        """Whether it goes from left to right."""
        return self.link.source == self.left


def draw(picture: Picture, theme: Theme) -> dict[str, Any]:
    """Return the Vega-Lite specification of flows.

    Raises:
        TieoutError: A link names a node that is not there.
    """
    sheet = Sheet(theme)
    nodes = {node.key: node for node in picture.nodes}
    for link in picture.links:
        for end in (link.source, link.target):
            if end not in nodes:
                raise TieoutError(f"no node of the flows is called {end!r}", nearest(end, nodes))
    lanes = _ordered(picture.links, _sides(picture))
    left, right = _columns(lanes, nodes, theme)
    tops, arrows = _place(sheet, lanes, picture.joint, left, right)
    _boxes(sheet, lanes, nodes, tops, (left, right))
    add_arrows(sheet, arrows)
    return sheet.spec(picture, max(bottom for _, bottom in tops))


def _sides(picture: Picture) -> dict[str, int]:
    """Give each node a column: its group's, or the one opposite to whom it deals with first."""
    groups = list(dict.fromkeys(node.group for node in picture.nodes if node.group))
    sides = {n.key: groups.index(n.group) % 2 for n in picture.nodes if n.group}
    for link in picture.links:
        if link.source not in sides and link.target not in sides:
            sides[link.source] = 0
        if link.source in sides:
            sides.setdefault(link.target, 1 - sides[link.source])
        sides.setdefault(link.source, 1 - sides[link.target])
    return sides


def _ordered(links: Sequence[Link], sides: dict[str, int]) -> list[Lane]:
    """Turn links to lanes, the lanes of one box and of one pair next to one another."""
    lanes = []
    for link in links:
        ends = (link.source, link.target)
        swapped = sides[link.source] > sides[link.target]
        left, right = reversed(ends) if swapped else ends
        lanes.append(Lane(link, left, right))
    rights = list(dict.fromkeys(lane.right for lane in lanes))
    pairs = list(dict.fromkeys((lane.right, lane.left) for lane in lanes))
    return sorted(
        lanes, key=lambda lane: (rights.index(lane.right), pairs.index((lane.right, lane.left)))
    )


def _columns(
    lanes: Sequence[Lane], nodes: dict[str, Datum], theme: Theme
) -> tuple[float, float]:  # fmt: skip
    """Return the widths of both columns of boxes."""
    most = 100 if theme.narrow else 190

    def room(keys: set[str]) -> float:
        pad = 8 if theme.narrow else 18
        lines = [line for key in keys for line in _name(nodes[key], theme, most - 2 * pad)]
        least = 60 if theme.narrow else 130
        return round(max(least, widest(lines, theme.label, bold=True) + 2 * pad))

    return room({lane.left for lane in lanes}), room({lane.right for lane in lanes})


def _name(node: Datum, theme: Theme, room: float) -> list[str]:
    return wrap(node.label, theme.label, room, bold=True)


def _words(link: Link, joint: str) -> str:
    return f"{link.label}{joint}{link.text}".strip()


def _thick(link: Link, most: float, theme: Theme) -> float:
    return max(THIN, THICK[theme.narrow] * (link.value or 0) / most)


def _place(
    sheet: Sheet, lanes: Sequence[Lane], joint: str, left: float, right: float
) -> tuple[list[tuple[float, float]], list[Arrow]]:
    """Write the words of each lane above its arrow; return the lanes' extents and the arrows."""
    theme = sheet.theme
    most = max((lane.link.value or 0 for lane in lanes), default=0) or 1
    size = theme.small if theme.narrow else theme.label - 1
    start, stop = left + 7, theme.width - right - 7
    y = 0.0
    extents, arrows = [], []
    for number, lane in enumerate(lanes):
        before = lanes[number - 1] if number else None
        apart = before and before.right != lane.right
        y += BETWEEN[theme.narrow] if apart else 0
        top = y
        y += PAD[theme.narrow]
        lines = wrap(_words(lane.link, joint), size, stop - start - 8)
        end = sheet.paragraph(
            lines, (start + stop) / 2, y + size, size, INK, align="center",
            key=lane.link.key,
        )  # fmt: skip
        thick = _thick(lane.link, most, theme)
        head = max(thick * 0.5 + 5, 6)
        middle = end - theme.line(size) + 6 + max(head, thick / 2 + 2)
        ends = (start, stop) if lane.forward else (stop, start)
        arrows.append(Arrow(lane.link, ends[0], ends[1], middle, thick))
        y = middle + max(head, thick / 2)
        after = lanes[number + 1] if number + 1 < len(lanes) else None
        y += PAD[theme.narrow] if not after or after.right != lane.right else 2
        extents.append((top, round(y, 1)))
    return extents, arrows


def _boxes(
    sheet: Sheet, lanes: Sequence[Lane], nodes: dict[str, Datum],
    extents: Sequence[tuple[float, float]], widths: tuple[float, float],
) -> None:  # fmt: skip
    """Draw each box along the neighbouring lanes that it takes part in."""
    theme = sheet.theme
    rows: list[Row] = []
    for side, room in enumerate(widths):
        x = 0.0 if side == 0 else theme.width - room
        numbered = enumerate(lanes)
        for key, group in groupby(numbered, key=lambda p: p[1].right if side else p[1].left):
            numbers = [number for number, _ in group]
            for run in _unbroken(numbers, lanes):
                top, bottom = extents[run[0]][0], extents[run[-1]][1]
                top += 0 if run[0] == 0 or lanes[run[0] - 1].right != lanes[run[0]].right else 3
                node = nodes[key]
                span = {"px": x, "px2": x + room, "y": top, "y2": bottom, "opacity": 1}
                paints = {"fill": node.color, "stroke": node.color}
                rows.append({"key": key, "label": node.label, **span, **paints})
                _inside(sheet, node, x + room / 2, (top + bottom) / 2, room)
    sheet.rects(rows, "px", "px2", radius=4)


def _unbroken(numbers: Sequence[int], lanes: Sequence[Lane]) -> list[list[int]]:
    runs: list[list[int]] = [[numbers[0]]]
    for number in numbers[1:]:
        if lanes[number].right == lanes[number - 1].right:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _inside(sheet: Sheet, node: Datum, x: float, middle: float, room: float) -> None:
    theme, ink = sheet.theme, ink_on(node.color)
    pad = 8 if theme.narrow else 18
    lines = _name(node, theme, room - 2 * pad + 1)
    more = wrap(node.text, theme.small, room - pad) if node.text else []
    tall = theme.line(theme.label) * len(lines) + theme.line(theme.small) * len(more)
    y = middle - tall / 2 + theme.label
    y = sheet.paragraph(lines, x, y, theme.label, ink, align="center", bold=True, key=node.key)
    sheet.paragraph(more, x, y - 1, theme.small, ink, align="center", key=node.key)
