"""Full-width and exotic digits as ASCII ones, so that all that looks for numbers sees the same."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_KEPT_WIDE: Final = "，：；！？（）"
_LIST_MARKS: Final = "①②③④⑤⑥⑦⑧⑨⑩"
_NOTE: Final = re.compile("[⁰¹²³⁴-⁹](?<!.[⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]?(?![0-9⁰¹²³⁴-⁹.,])")
"""A raised digit, before which its line has nothing: the mark of a note."""
_SPACES: Final = "\u3000\xa0\u202f\u2009"
_NARROW: Final = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F) if chr(wide) not in _KEPT_WIDE},
    **dict.fromkeys(map(ord, _SPACES), ord(" ")),
}
_WIDE: Final = re.compile(f"[{''.join(map(chr, _NARROW))}]")


def narrowed(text: str) -> str:
    """Return a text with full-width and exotic digits as ASCII ones, character by character."""
    if text.isascii():
        return text
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    text = _NOTE.sub(lambda mark: " " * len(mark[0]), text)
    exotic = {c for c in set(text) if c > "\x7f" and unicodedata.category(c)[0] == "N"}
    exotic -= set(_LIST_MARKS)
    return text.translate({ord(char): _digit(char) for char in exotic}) if exotic else text


def _digit(char: str) -> str:
    """Return an ASCII digit for any sign of a number; for ½ and the like any digit will do."""
    return char if char == "〇" else str(int(unicodedata.numeric(char, 1)) or 1)[0]
