"""Where each call of a page stands, and what of it the engine of macros gets to see."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from markupsafe import escape

from macros.pages.call import Call, refilled
from macros.pages.edition import Edition
from macros.pages.front import front_of
from macros.pages.macros.interpret import Context
from macros.pages.source import calls_in, code_in
from macros.problems import Problems

_MASK: Final = "\ue000"
_WORDS_ALONE: Final = re.compile(
    r"!\[[^\]\[\n]{0,2000}\]|\]\([^()\n]*\)|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|^[ \t]*\[(?!\^)[^\]\n]+\]:[^\n]*$|^\*\[[^\]\n]+\]:[^\n]*$|\{:?[ \t]*[#.\w][^{}\n]*\}",
    re.MULTILINE,
)
"""Text alternatives, addresses, elements, definitions and attribute lists."""
_REMARK: Final = re.compile(r"<!--#.*?#-->", re.DOTALL)
# A single brace at the end of a piece may meet another at the beginning of the next.
_OPENS: Final = re.compile(r"\{(?=[{%]|\Z)|<!--(?=#)")


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
    alone = (call for call, context in contexts(markdown, calls) if context == "alternative")
    words = ((c, escape(edition.interpret(c, "alternative").text)) for c in alone)
    return refilled(markdown, ((call.start, call.end, str(said)) for call, said in words))


def accepted(markdown: str, names: Container[str]) -> str:
    """Return a page of which the template engine runs the calls of macros and nothing else.

    Whatever else it would take for its own is text: what a check refuses must not run either.

    Args:
        markdown: The page without its front matter.
        names: The macros' names.
    """
    kept = [(c.start, c.end, False) for c in calls_in(markdown, "", Problems()) if c.name in names]
    parts, position = [], 0
    for start, end, is_code in sorted([*kept, *((*span, True) for span in code_in(markdown))]):
        written = markdown[start:end]
        parts += [_inert(markdown[position:start]), _quoted(written) if is_code else written]
        position = end
    return "".join([*parts, _inert(markdown[position:])])


def _inert(text: str) -> str:
    return _OPENS.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", _REMARK.sub("", text))


def _quoted(code: str) -> str:
    """Return code in which the engine prints each sign that it would begin at: no entity can."""
    return _OPENS.sub(lambda found: f'{{{{ "{found[0]}" }}}}', code)
