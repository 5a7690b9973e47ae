"""The tie-out strip as a drawing: the same heights and fills as on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from macros.charts.raster import Bar, Lettering, mixed
from macros.charts.theme import INK, RED, RULE, SOFT
from macros.charts.typeset import width, wrap
from macros.pages.strip import Group

TICK: Final = "#b4b8be"
_AMBER: Final = "#8a6a00"
_HOLLOW: Final = "#767c85"
_HEIGHT: Final = {"contradicted": 1.0, "misdescribed": 0.7, "outdated": 0.7}
_LOW: Final = 0.34
_LINE: Final = 1.4
_FAINT: Final = 0.35
_GAP, _APART = 4.0, 34.0


def stripes(
    groups: Sequence[Group], left: float, room: float, base: float, tall: float
) -> Iterator[Lettering | Bar]:
    """Yield the strip's shapes.

    Args:
        groups: The strip's groups, as for a page.
        left: Left edge, in px.
        room: Width, in px.
        base: Where the ticks stand, in px.
        tall: Height of the tallest, in px.
    """
    groups = [group for group in groups if group.ticks]
    count = sum(len(group.ticks) for group in groups)
    gaps = sum(each.gap_before for group in groups for each in group.ticks)
    apart = _APART * (len(groups) - 1)
    wide = min(10.0, (room - apart - gaps * _GAP) / max(count, 1))
    part = any(not each.current for group in groups for each in group.ticks)
    spare = room - apart - gaps * _GAP - count * wide
    apart = _APART + (spare / (len(groups) - 1) if len(groups) > 1 else 0)
    x = left
    for group in groups:
        end, bars = _run(group, x, wide, base, tall)
        faded = part and not group.current
        yield from (bar._replace(color=mixed(bar.color, _FAINT)) if faded else bar for bar in bars)
        yield Bar(x, base, end - x, 1, RULE if faded else INK)
        yield from _label(group.label, x, end - x + apart - 6, base, part, faded)
        x = end + apart


def _run(group: Group, x: float, wide: float, base: float, tall: float) -> tuple[float, list[Bar]]:
    bars = list[Bar]()
    for each in group.ticks:
        x += _GAP if each.gap_before else 0
        bars += tick(each.verdict, x + 0.8, wide - 1.6, base, tall)
        x += wide
    return x, bars


def tick(verdict: str, x: float, wide: float, base: float, tall: float) -> Iterator[Bar]:
    """Yield a tick from `x` on that stands on `base`; that of what is refuted is `tall`."""
    high, wide = tall * _HEIGHT.get(verdict, _LOW), max(wide, 0.2)
    if verdict in ("not_found", "outdated"):
        yield from _outline(x, base - high, wide, high, RED if verdict == "outdated" else _HOLLOW)
        return
    yield Bar(x, base - high, wide, high, RED if verdict in _HEIGHT else TICK)
    if verdict == "imprecise":
        yield Bar(x, base - high * 1.62, wide, high * 0.56, _AMBER)


def _outline(x: float, y: float, wide: float, high: float, color: str) -> Iterator[Bar]:
    line = min(_LINE, wide)
    yield Bar(x, y, wide, line, color)
    for left in (x, x + wide - line):
        yield Bar(left, y, line, high, color)
    yield Bar(x, y + high - line, wide, line, color)


def _label(
    label: str, x: float, room: float, base: float, part: bool, faded: bool
) -> Iterator[Lettering]:
    bold = part and not faded
    fits = (n for n in (18, 17, 16, 15) if width(label, n, bold, slack=False) <= room)
    size = next(fits, 0)
    if not size:
        size, label = 15, wrap(label, 15, room, bold)[0]
    yield Lettering(label, x, base + 24, size, INK if bold else SOFT, bold)
