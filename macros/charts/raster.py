"""An SVG as pixels, the same on every machine."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from macros.charts.typeset import FONTS

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@cache
def maker() -> str:
    """Return the digest of all but an SVG that shapes the bytes of its PNG."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update(f"{version('vl-convert-python')} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for font in sorted(FONTS.glob("*.otf")):
        digest.update(hashlib.sha256(font.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _register() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def png(svg: str, scale: float = 2) -> bytes:
    """Return the PNG of an SVG in literal colours, at `scale` pixels per px, in the chart font."""
    import vl_convert

    _register()
    return packed(vl_convert.svg_to_png(svg, scale=scale))


def packed(image: bytes) -> bytes:
    """Return a PNG with its pixels packed as one usually packs it: it was written in a hurry."""
    parts = list(_parts(image))
    pixels = b"".join(body for kind, body in parts if kind == b"IDAT")
    small = zlib.compress(zlib.decompress(pixels), 6)
    others = [(kind, body) for kind, body in parts if kind != b"IDAT"]
    return _SIGNATURE + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        for kind, body in [*others[:-1], (b"IDAT", small), others[-1]]
    )


def _parts(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(image):
        end = at + 8 + int.from_bytes(image[at : at + 4], "big")
        yield image[at + 4 : at + 8], image[at + 8 : end]
        at = end + 4
