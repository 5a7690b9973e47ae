"""Where each call of a page stands, and what of it the engine of macros gets to see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import escape

from macros.pages.call import Call
from macros.pages.edition import Edition
from macros.pages.front import front_of
from macros.pages.macros.interpret import Context
from macros.pages.source import calls_in
from macros.problems import Problems

_MASK: Final = "\ue000"
_WORDS_ALONE: Final = re.compile(
    r"!\[[^\]\[\n]{0,2000}\]|\]\([^()\n]*\)|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|^[ \t]*\[(?!\^)[^\]\n]+\]:[^\n]*$|^\*\[[^\]\n]+\]:[^\n]*$|\{:?[ \t]*[#.\w][^{}\n]*\}",
    re.MULTILINE,
)
"""Text alternatives, addresses, elements, definitions and attribute lists."""


def contexts(text: str, calls: Sequence[Call]) -> Iterator[tuple[Call, Context]]:
    """Yield the calls of a page with where each stands."""
    front, masked = front_of(text).end, text
    for call in calls:
        # A bracket or a quote in a call is none of Markdown’s.
        masked = masked[: call.start] + _MASK * (call.end - call.start) + masked[call.end :]
    alone = [match.span() for match in _WORDS_ALONE.finditer(masked, front)]
    for call in calls:
        inside = any(start <= call.start < end for start, end in alone)
        yield call, "title" if call.start < front else "alternative" if inside else "page"


def with_alternatives(edition: Edition, markdown: str) -> str:
    """Return a page whose calls in text alternatives are words: the engine knows no places."""
    calls = tuple(calls_in(markdown, "", Problems()))
    # From the last on, so that the places of those before stay.
    for call, context in reversed([*contexts(markdown, calls)]):
        if context == "alternative":
            words = str(escape(edition.interpret(call, context).text))
            markdown = markdown[: call.start] + words + markdown[call.end :]
    return markdown
