"""Signs that the source of the chart font lacks, drawn of those that it has."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

Draw = Callable[[TTFont, Any], int]
"""Draws a sign with a pen, and returns its advance."""


def draw_questioned_equal(font: TTFont, pen: Any) -> int:
    """Draw ≟ as “=” with a small “?” above it; return its advance."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    equal, question = names[ord("=")], names[ord("?")]
    glyphs[equal].draw(TransformPen(pen, Transform().translate(0, -110)))
    bounds = BoundsPen(glyphs)
    glyphs[question].draw(bounds)
    left, bottom, right, _ = bounds.bounds
    width = int(font["hmtx"][equal][0])
    place = Transform().translate(width / 2, 480).scale(0.52)
    glyphs[question].draw(TransformPen(pen, place.translate(-(left + right) / 2, -bottom)))
    return width


def draw_return(font: TTFont, pen: Any) -> int:
    """Draw ↺ as an open ring with a head at its upper left; return its advance."""
    half = 52 if font["OS/2"].usWeightClass > 500 else 36
    steps = [-160 + 10 * n for n in range(28)]
    ring = [(d, 290 + half) for d in steps] + [(d, 290 - half) for d in reversed(steps)]
    for shape in (ring, [(110, 460), (150, 290), (110, 120)]):
        turns = [(math.radians(degrees), distance) for degrees, distance in shape]
        first, *more = [(400 + r * math.cos(a), 370 + r * math.sin(a)) for a, r in turns]
        pen.moveTo(first)
        for point in more:
            pen.lineTo(point)
        pen.closePath()
    return 800


DRAWN: dict[str, Draw] = {"≟": draw_questioned_equal, "↺": draw_return}
"""Our own signs."""
SPARE = {*"〠〄", *map(chr, range(0x3400, 0x4DB6))}
"""Signs of the source in whose places others can be drawn."""
MARKED = {
    "\u0300": "à", "\u0301": "á", "\u0302": "â", "\u0303": "ã", "\u0304": "ā", "\u0306": "ă",
    "\u0307": "i", "\u0308": "ä", "\u030a": "å", "\u030c": "ǎ",
}  # fmt: skip
"""A letter of the source from which each mark can be taken: it is what stands above the rest."""
BELOW = {"\u0327": "¸"}
RAISED, LOWERED, SMALL = 330, -130, 0.62


def composed(font: TTFont, keep: set[str]) -> dict[str, Draw]:
    """Return what draws each sign that the source lacks and Unicode makes of signs that it has."""
    known, found = font.getBestCmap(), dict[str, Draw]()
    for sign in sorted(keep - {chr(number) for number in known}):
        how, _, rest = f" {unicodedata.decomposition(sign)}".rpartition("> ")
        parts = [chr(int(each, 16)) for each in rest.split()]
        if how.endswith(("<super", "<sub", "<fraction")):
            small = [part for part in parts if part != "⁄"]
            if small and all(ord(part) in known for part in small):
                found[sign] = partial(draw_small, parts, how.rpartition("<")[2])
        elif not how and parts[1:] and parts[1] in {*MARKED, *BELOW} and ord(parts[0]) in known:
            found[sign] = partial(draw_marked, *parts)
    return found


def draw_small(parts: list[str], how: str, font: TTFont, pen: Any) -> int:
    """Draw small digits: raised, lowered, or those of a fraction on both sides of a stroke."""
    glyphs, names, x, behind = font.getGlyphSet(), font.getBestCmap(), 0.0, how == "sub"
    for part in parts:
        glyph, scale = names[ord("/" if part == "⁄" else part)], 0.8 if part == "⁄" else SMALL
        rise = 0 if part == "⁄" else LOWERED if how == "sub" else 0 if behind else RAISED
        glyphs[glyph].draw(TransformPen(pen, Transform().translate(x, rise).scale(scale)))
        x += font["hmtx"][glyph][0] * scale
        behind = behind or part == "⁄"
    return round(x)


def draw_marked(letter: str, mark: str, font: TTFont, pen: Any) -> int:
    """Draw a letter with a mark, which is taken from another letter and set above this one."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    base = names[ord(letter)]
    dotted = letter in "ij" and mark not in BELOW
    own = [each for each in contours(glyphs, base) if not (dotted and each.bottom > HEIGHT)]
    left, right, top = (f(getattr(e, n) for e in own) for f, n in ENDS)
    if mark in BELOW:
        marks, rise = contours(glyphs, names[ord(BELOW[mark])]), 0.0
    else:
        source = MARKED[mark]
        marks = [e for e in contours(glyphs, names[ord(source)]) if e.bottom > HEIGHT]
        rise = max(0.0, top - HEIGHT) - (20 if top > HEIGHT + 50 else 0)
    middle = (min(e.left for e in marks) + max(e.right for e in marks)) / 2
    for each in own:
        each.lines.replay(pen)
    moved = TransformPen(pen, Transform().translate((left + right) / 2 - middle, rise))
    for each in marks:
        each.lines.replay(moved)
    return int(font["hmtx"][base][0])


HEIGHT = 560  # above small letters, in thousandths of an em
ENDS = ((min, "left"), (max, "right"), (max, "top"))


@dataclass(frozen=True)
class Contour:
    """A closed line of a glyph, with its ends."""

    lines: RecordingPen
    left: float
    bottom: float
    right: float
    top: float


def contours(glyphs: Any, name: str) -> list[Contour]:
    """Return the closed lines of a glyph."""
    whole, found = RecordingPen(), []
    glyphs[name].draw(whole)
    part = RecordingPen()
    for told in whole.value:
        part.value.append(told)
        if told[0] in ("closePath", "endPath"):
            bounds = BoundsPen(None)
            part.replay(bounds)
            found.append(Contour(part, *bounds.bounds))
            part = RecordingPen()
    return found


def redraw(font: TTFont, place: str, sign: str, draw: Draw) -> None:
    """Draw a sign in the place of another, which is no longer there."""
    glyph = font.getBestCmap()[ord(place)]
    old = font["CFF "].cff.topDictIndex[0].CharStrings[glyph]
    width = draw(font, T2CharStringPen(0, None))
    pen = T2CharStringPen(width - old.private.nominalWidthX, None)
    draw(font, pen)
    new = pen.getCharString(old.private, old.globalSubrs)
    old.program, old.bytecode = new.program, None
    font["hmtx"][glyph] = (width, 0)
    for table in font["cmap"].tables:
        if table.cmap.pop(ord(place), None):
            table.cmap[ord(sign)] = glyph
