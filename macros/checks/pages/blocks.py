"""The blocks of a page, such as headings and tables, by which two languages are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.checks.prose.masking import masked
from macros.pages.front import front_of
from macros.pages.source import Page
from macros.problems import Location

_ID: Final = re.compile(r"\{:?[^{}]*?#([\w:.-]+)[^{}]*\}\s*$|<h[1-6][^>]*\bid=[\"']?([\w:.-]+)")
_LINE: Final = r"[^\n]*\S[^\n]*(?:\n|\Z)"
_BLOCK: Final = re.compile(
    rf"^(?:[ \t]*#{{1,6}}[ \t]{_LINE}|(?:(?![ \t]*#{{1,6}}[ \t]){_LINE})+)", re.MULTILINE
)
_KINDS: Final = re.compile(
    r"(?P<atx>#{1,6})[ \t]+\S|[^\n]+\n(?P<setext>=+|-+)[ \t]*$|<h(?P<level>[1-6])\b"
    r"|(?P<table>\|)|(?P<list>(?:[-*+]|\d+[.)])[ \t])|(?P<quotation>>)"
    r"|(?P<other></?[A-Za-z]|\{)",
    re.MULTILINE,
)
_ROWS: Final = {
    "table": re.compile(r"^[ \t]*\|", re.M),
    "list": re.compile(r"^\s*(?:[-*+]|\d+[.)])\s", re.M),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page.

    Attributes:
        text: What it is called, which is the same in all languages.
        words: What is said in it, each call a mark.
        where: Where it begins.
        end: The line behind it.
    """

    text: str
    words: str
    where: Location
    end: int

    def __str__(self) -> str:
        return self.text


def blocks(page: Page) -> Iterator[Block]:
    """Yield the blocks of a page that hold words; what calls and elements are is compared apart."""
    text, start = masked(page.text, page.calls), front_of(page.text).end
    calls = {call.start: call.end for call in page.calls}
    for found in _BLOCK.finditer(text, start):
        words = found[0].strip()
        kind = _KINDS.match(words)
        at = found.start() + len(found[0]) - len(found[0].lstrip())
        other = (kind and kind.lastgroup == "other") or calls.get(at) == at + len(words)
        if words and not other:
            where = page.place(at)
            end = where.line + words.count("\n") + 1
            yield Block(_named(kind, words), words, where, end)


def _named(kind: re.Match[str] | None, words: str) -> str:
    """Return what a block is called."""
    if kind is None:
        return "a paragraph"
    if kind["atx"] or kind["setext"] or kind["level"]:
        level = len(kind["atx"] or "") or int(kind["level"] or "=-".index(kind["setext"][0]) + 1)
        named = _ID.search(words)
        return f"the heading {'#' * level}" + (f" {{#{named[1] or named[2]}}}" if named else "")
    if rows := _ROWS.get(kind.lastgroup or ""):
        return f"a {kind.lastgroup} of {len(rows.findall(words))} rows"
    return f"a {kind.lastgroup}"
