"""Code in Markdown, in blocks and spans: it is shown as it is written, and calls nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

COMMENT: Final = r"^[ \t]*<!--(?!-?>)(?:(?!--)(?:[^\n]|\n(?![ \t]*\n)))*-->[ \t]*$"
"""Only what Markdown and every browser take for a comment: the check refuses all others."""
FENCED: Final = r"^[ \t]*(?P<fence>`{3,}+|~{3,}+)[^`\n]*\n(?:.*?\n)??[ \t]*(?P=fence)[`~]*[ \t]*$"
SPAN: Final = r"(?<!`)(?P<tick>`++)(?:[^\n]|\n(?!\s*\n))+?(?<!`)(?P=tick)(?!`)"
_CODE: Final = re.compile(
    r"""\{\{(?:"[^"\n]*"|'[^'\n]*'|[^"'}`]|\}(?!\}))*\}\}|"""
    rf"{COMMENT}|(?P<code>{FENCED}|{SPAN})",
    re.DOTALL | re.MULTILINE,
)


def code_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of code, in blocks and spans: it is shown as written, and calls nothing."""
    if "`" in text or "~~~" in text:
        for match in _CODE.finditer(text):
            if match.lastgroup == "code":
                yield match.span()
