"""Words and bars as pixels, the same on every machine."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import groupby
from math import ceil, floor
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz

from macros.charts.font_subset import FACES, face
from macros.charts.theme import GROUND
from macros.charts.typeset import FONTS

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SHADES: Final = 16
"""How many there are of a colour, from the ground's to its own: edges look alike with more."""


class Lettering(NamedTuple):
    """A line of text in the chart font: its baseline at `y` begins, or else ends, at `x`, in px."""

    words: str
    x: float
    y: float
    size: int
    color: str
    bold: bool = False
    end: bool = False


class Bar(NamedTuple):
    """An upright rectangle, in px."""

    x: float
    y: float
    wide: float
    high: float
    color: str


@cache
def maker() -> str:
    """Return the digest of all but what is drawn that shapes the bytes of its PNG."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update(f"{version('uharfbuzz')} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for font in sorted(FONTS.glob("*.otf")):
        digest.update(hashlib.sha256(font.read_bytes()).digest())
    return digest.hexdigest()


def png(width: int, height: int, drawn: Sequence[Lettering | Bar]) -> bytes:
    """Return a PNG of a size in px, on plain ground."""
    colors = dict.fromkeys(each.color for each in drawn)
    inks = {color: _ink(n) for n, color in enumerate(colors)}
    pixels = _Pixels(width, bytearray(width * height))
    for each in drawn:
        pixels.put(each, inks[each.color])
    rows = (pixels.cells[at : at + width] for at in range(0, width * height, width))
    size = b"".join(side.to_bytes(4, "big") for side in (width, height))
    parts = {
        b"IHDR": size + b"\x08\x03\0\0\0",  # a byte a pixel, which says where it is in the palette
        b"PLTE": _rgb(GROUND) + b"".join(map(_shades, colors)),
        b"IDAT": _packed(b"".join(b"\0" + row for row in rows)),
        b"IEND": b"",
    }
    return _SIGNATURE + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        for kind, body in parts.items()
    )


def _packed(rows: bytes) -> bytes:
    """Pack rows by their runs of one shade: other likenesses take long to find, and save little."""
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    return packer.compress(rows) + packer.flush()


def mixed(color: str, share: float) -> str:
    """Return a colour of which some of the ground's is taken instead."""
    pairs = zip(_rgb(GROUND), _rgb(color), strict=True)
    return "#" + bytes(round(ground + share * (own - ground)) for ground, own in pairs).hex()


def _rgb(color: str) -> bytes:
    return bytes.fromhex(color.removeprefix("#"))


def _shades(color: str) -> bytes:
    return b"".join(_rgb(mixed(color, (n + 1) / _SHADES)) for n in range(_SHADES))


def _ink(number: int) -> bytes:
    """Return where in the palette a colour is, for each share of a pixel that it covers."""
    shades = ((share * _SHADES + 127) // 255 for share in range(256))
    return bytes(shade and number * _SHADES + shade for shade in shades)


@dataclass(frozen=True, slots=True)
class _Pixels:
    """Pixels, row by row, as places in a palette."""

    width: int
    cells: bytearray

    def put(self, drawn: Lettering | Bar, ink: bytes) -> None:
        rows = _words(drawn) if isinstance(drawn, Lettering) else _bar(drawn)
        for x, y, shares in rows:
            there = slice(y * self.width + x, y * self.width + x + len(shares))
            under, row = self.cells[there], shares.translate(ink)
            is_bare = under.count(0) == len(under)  # else one of two shades of a pixel stays
            self.cells[there] = row if is_bare else bytes(map(max, under, row))


_Row = tuple[int, int, bytes]
"""Where a row of pixels begins, and what share of each is covered, of 255."""


def _words(line: Lettering) -> Iterator[_Row]:
    font = _font(line.bold)
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([*map(ord, line.words)])
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    scale, pen = line.size / font.face.upem, uharfbuzz.RasterDraw()
    glyphs = [*zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)]
    x = line.x - (sum(place.x_advance for _, place in glyphs) * scale if line.end else 0)
    for glyph, place in glyphs:
        left, up = x + place.x_offset * scale, place.y_offset * scale - line.y
        pen.transform = (scale, 0, 0, scale, left, up)
        pen.draw_glyph(font, glyph.codepoint)
        x += place.x_advance * scale
    image = pen.render()
    at, shares = image.extents, image.buffer
    for n in range(at.height):  # from below
        yield at.x_origin, -at.y_origin - n - 1, shares[n * at.stride :][: at.width]


@cache
def _font(bold: bool) -> uharfbuzz.Font:
    return uharfbuzz.Font(face(FACES[bold][1]))


def _bar(bar: Bar) -> Iterator[_Row]:
    across = _covered(bar.x, bar.wide)
    rows = groupby(enumerate(_covered(bar.y, bar.high), floor(bar.y)), lambda row: row[1])
    for share, alike in rows:
        shares = bytes(round(255 * share * each) for each in across)
        yield from ((floor(bar.x), y, shares) for y, _ in alike)


def _covered(start: float, long: float) -> list[float]:
    """Return the share of each pixel that a stretch covers."""
    pixels, end = range(floor(start), ceil(start + long)), start + long
    return [min(end, n + 1) - max(start, n) for n in pixels]
