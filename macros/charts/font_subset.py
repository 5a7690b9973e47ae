"""The font of charts, cut to what they need of it."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import cache
from typing import Final

import uharfbuzz

from macros.charts.theme import FONT
from macros.charts.typeset import FONTS

FACES: Final = {False: ("normal", "TieoutSans-Regular.otf"), True: ("bold", "TieoutSans-Bold.otf")}
# Kerning, and the forms by which Chinese quotes are narrow beside Latin letters.
_FEATURES: Final = (b"kern", b"calt")
_NAMES: Final = (0, 1, 2, 13, 14)  # whose it is, what it is called, and its licence


def faces(needed: Iterable[tuple[str, bool]]) -> str:
    """Return the rules that bring the font along, as much of it as some signs need."""
    rules, each = [], {*needed}
    for is_bold, (weight, file) in FACES.items():
        if found := {ord(sign) for sign, bold in each if bold == is_bold}:
            data = base64.b64encode(_cut(file, found)).decode()
            source = f'url(data:font/otf;base64,{data}) format("opentype")'
            rules.append(f'@font-face{{font-family:"{FONT}";font-weight:{weight};src:{source}}}')
    return "".join(rules)


@cache
def face(file: str) -> uharfbuzz.Face:
    """Return a face of the font, read once."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(FONTS / file))


def _cut(file: str, needed: set[int]) -> bytes:
    asked = uharfbuzz.SubsetInput()
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    asked.unicode_set.update(needed)
    asked.layout_feature_tag_set.clear()
    asked.layout_feature_tag_set.update(int.from_bytes(tag) for tag in _FEATURES)
    asked.name_id_set.clear()
    asked.name_id_set.update(_NAMES)
    return bytes(uharfbuzz.subset(face(file), asked).blob.data)
