"""The words in a call that readers come to see: titles, labels, the text of a claim."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

_SHOWN_ARGUMENTS: Final = frozenset(
    {"title", "measure", "why", "labels", "label", "groups", "rows", "columns", "rest", "text"}
)
_SECOND_IS_TEXT: Final = frozenset({"claim", "statement", "cite"})
# Not the digits in a fact's key, such as a[2024-07/2025-06].
_NUMBER: Final = re.compile(r"(?<![\w.\[/-])\d+(?:\.\d+)?(?![\w\]/-])")


def compares_number(comparison: object) -> bool:
    """Whether a comparison holds a number, so that one in the claim's text is decided by it."""
    return bool(_NUMBER.search(str(comparison)))


def shown_words(segment: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the two offsets of each text in a call that readers come to see.

    Args:
        segment: The call as written, braces included.
        name: The macro's name.
    """
    source = re.sub(r"[\r\n\t]", " ", segment[2:-2])
    body = source.strip(" -+")
    shift = 2 + source.index(body)
    try:
        node = ast.parse(body, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    if not isinstance(node, ast.Call):
        return
    shown = [keyword.value for keyword in node.keywords if keyword.arg in _SHOWN_ARGUMENTS]
    shown += node.args[1:2] if name in _SECOND_IS_TEXT else []
    shown += node.args[:1] if name == "editorial" else []
    for found in (*shown, *(_labels(arg) for arg in node.args)):
        for literal in _literals(found):
            start, end = _columns(body, literal)
            yield shift + start, shift + end


def _labels(node: ast.expr) -> ast.List:
    """Return the texts under `label` in lists of dictionaries."""
    pairs = (
        (key, value)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Dict)
        for key, value in zip(inner.keys, inner.values, strict=True)
    )
    wanted = [
        value for key, value in pairs if isinstance(key, ast.Constant) and key.value == "label"
    ]
    return ast.List(wanted, ast.Load())


def _literals(node: ast.expr) -> Iterator[ast.Constant]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner


def _columns(body: str, node: ast.Constant) -> tuple[int, int]:
    """Return where a literal stands between its quotes; the parser counts in bytes of UTF-8."""
    encoded = body.encode()
    start = len(encoded[: node.col_offset].decode())
    end = len(encoded[: node.end_col_offset].decode())
    return start + 1, end - 1
