"""Pictures as pixels: reads and writes PNGs, and compares two by the colour of small blocks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import vl_convert

from macros.charts.typeset import FONTS

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BLOCK = 4
CHANNELS = {2: 3, 3: 1, 6: 4}


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels of red, green and blue, row by row; what is transparent is white."""

    width: int
    rows: tuple[bytes, ...]

    def blocks(self) -> dict[tuple[int, int], tuple[float, ...]]:
        """Return the mean colour of each block, by its column and row."""
        found = {}
        for top in range(0, len(self.rows) - BLOCK + 1, BLOCK):
            for left in range(0, self.width - BLOCK + 1, BLOCK):
                parts = b"".join(r[3 * left : 3 * (left + BLOCK)] for r in self.rows[top:][:BLOCK])
                found[left // BLOCK, top // BLOCK] = tuple(
                    sum(parts[channel::3]) / BLOCK**2 for channel in range(3)
                )
        return found


def differing(one: Raster, other: Raster, tolerance: float) -> list[tuple[int, int]]:
    """Return the blocks in which two pictures differ; if their sizes do, all of them.

    Args:
        one: A picture.
        other: Another.
        tolerance: How far a block's mean may be off in one channel, of 255.
    """
    mine, theirs = one.blocks(), other.blocks()
    if mine.keys() != theirs.keys():
        return sorted(mine.keys() | theirs.keys())
    return sorted(
        at
        for at, mean in mine.items()
        if max(abs(a - b) for a, b in zip(mean, theirs[at], strict=True)) > tolerance
    )


@cache
def _register() -> None:
    vl_convert.register_font_directory(str(FONTS))


def photographed(svg: str, scale: float) -> Raster:
    """Return an SVG in literal colours as pixels, at `scale` pixels per px, in the chart font."""
    _register()
    return read_png(vl_convert.svg_to_png(svg, scale=scale))


def read_png(data: bytes) -> Raster:
    """Return the pixels of a PNG of eight bits a channel that is not interlaced."""
    assert data.startswith(SIGNATURE)
    parts: dict[bytes, bytes] = {}
    for kind, body in _chunks(data):
        parts[kind] = parts.get(kind, b"") + body
    head = parts[b"IHDR"]
    width, height = (int.from_bytes(head[n : n + 4], "big") for n in (0, 4))
    assert head[8] == 8 and head[12] == 0
    depth = CHANNELS[head[9]]
    lines = _unfiltered(zlib.decompress(parts[b"IDAT"]), width * depth, depth)
    if palette := parts.get(b"PLTE"):
        colors = [palette[at : at + 3] for at in range(0, len(palette), 3)]
        lines = (b"".join(map(colors.__getitem__, line)) for line in lines)
        depth = 3
    rows = tuple(_on_white(line, depth) for line in lines)
    assert len(rows) == height
    return Raster(width, rows)


def written_png(picture: Raster) -> bytes:
    """Return a picture as a small PNG: its colours in steps of sixteen, each pixel as it stands."""
    coarse = bytes(min(255, (value + 8) // 16 * 16) for value in range(256))
    lines = b"".join(b"\0" + row.translate(coarse) for row in picture.rows)
    head = b"".join(n.to_bytes(4, "big") for n in (picture.width, len(picture.rows)))
    body = {b"IHDR": head + b"\x08\x02\0\0\0", b"IDAT": zlib.compress(lines, 9), b"IEND": b""}
    return SIGNATURE + b"".join(
        len(part).to_bytes(4, "big") + kind + part + zlib.crc32(kind + part).to_bytes(4, "big")
        for kind, part in body.items()
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(data):
        long = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + long]
        at += long + 12


def _unfiltered(data: bytes, long: int, depth: int) -> Iterator[bytes]:
    above = bytes(long)
    for start in range(0, len(data), long + 1):
        kind, line = data[start], bytearray(data[start + 1 : start + 1 + long])
        if kind == 2:  # what stands above, which is known at once
            line = bytearray((a + b) & 255 for a, b in zip(line, above, strict=True))
        elif kind:
            _add_guesses(kind, line, above, depth)
        above = bytes(line)
        yield above


def _add_guesses(kind: int, line: bytearray, above: bytes, depth: int) -> None:
    """Add to each byte what is guessed of those to the left and above, which are pixels by then."""
    left_out = bytes(depth)
    lefts, corners = [*left_out], left_out + above
    for n, (value, up) in enumerate(zip(line, above, strict=True)):
        left = lefts[n]
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + up) // 2
        else:
            guess = _paeth(left, up, corners[n])
        line[n] = made = (value + guess) & 255
        lefts.append(made)


def _paeth(left: int, up: int, corner: int) -> int:
    if up == corner:  # as on plain ground, so most of the time
        return left
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def _on_white(line: bytes, depth: int) -> bytes:
    if depth == 3:
        return line
    if line[3::4].count(255) == len(line) // 4:
        opaque = bytearray(line)
        del opaque[3::4]
        return bytes(opaque)
    parts = bytearray()
    for n in range(0, len(line), depth):
        cover = line[n + 3] / 255
        parts += bytes(round(255 + (c - 255) * cover) for c in line[n : n + 3])
    return bytes(parts)
