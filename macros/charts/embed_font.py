"""The shipped font inside an SVG that stands alone: only the characters that it shows."""

from __future__ import annotations

import base64
import html
import io
import re

from fontTools import subset
from fontTools.ttLib import TTFont

from macros.charts.theme import FONT
from macros.charts.typeset import FONTS

_TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.DOTALL)
FACES = {"normal": "TieoutSans-Regular.otf", "bold": "TieoutSans-Bold.otf"}


def shown(svg: str) -> dict[str, set[str]]:
    """Return the characters that an SVG shows in each weight."""
    found: dict[str, set[str]] = {weight: set() for weight in FACES}
    for attributes, text in _TEXT.findall(svg):
        weight = "bold" if 'font-weight="bold"' in attributes else "normal"
        found[weight] |= set(html.unescape(text))
    return found


def _cut(face: str, characters: set[str]) -> bytes:
    font = TTFont(FONTS / face, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "calt"]
    options.name_IDs = [0, 1, 2, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def with_font(svg: str) -> str:
    """Return an SVG that carries its font, uncompressed so that the bytes are the same anywhere."""
    rules = []
    for weight, characters in shown(svg).items():
        if characters:
            data = base64.b64encode(_cut(FACES[weight], characters)).decode()
            source = f'url(data:font/otf;base64,{data}) format("opentype")'
            face = f'font-family:"{FONT}";font-weight:{weight};src:{source}'
            rules.append(f"@font-face{{{face}}}")
    end = svg.index(">") + 1
    return f"{svg[:end]}<style>{''.join(rules)}</style>{svg[end:]}"
