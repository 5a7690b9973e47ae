"""Where each call of a page stands, and a page as the engine gets it, which runs nothing of it."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
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
    front = front_of(text).end
    # A bracket or a quote in a call is none of Markdown’s.
    masked = refilled(text, ((c.start, c.end, _MASK * (c.end - c.start)) for c in calls))
    alone = [match.span() for match in _WORDS_ALONE.finditer(masked, front)]
    for call in calls:
        last = bisect(alone, call.start, key=itemgetter(0)) - 1
        inside = last >= 0 and call.start < alone[last][1]
        yield call, "title" if call.start < front else "alternative" if inside else "page"


def with_alternatives(edition: Edition, markdown: str) -> str:
    """Return a page whose calls in text alternatives are words: the engine knows no places."""
    calls = tuple(calls_in(markdown, "", Problems()))
    alone = (call for call, context in contexts(markdown, calls) if context == "alternative")
    words = ((c, escape(edition.interpret(c, "alternative").text)) for c in alone)
    return refilled(markdown, ((call.start, call.end, str(said)) for call, said in words))


def accepted(markdown: str, macros: Mapping[str, Callable[..., str]]) -> str:
    """Return a page with its calls of macros run, of which the template engine runs nothing more.

    Whatever else it would take for its own is text: what a check refuses must not run either.
    Left to the engine, each page would be a program of its own that runs once.

    Args:
        markdown: The page without its front matter.
        macros: The macros by their names, as the engine has them.
    """
    made = {
        (call.start, call.end): _inert(macros[call.name](*call.args, **call.kwargs))
        for call in calls_in(markdown, "", Problems())
        if call.name in macros
    }
    made |= {span: _quoted(markdown[slice(*span)]) for span in code_in(markdown)}
    return refilled(markdown, ((*span, made[span]) for span in sorted(made)), _inert)


def _inert(text: str) -> str:
    return _OPENS.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", _REMARK.sub("", text))


def _quoted(code: str) -> str:
    """Return code in which the engine prints each sign that it would begin at: no entity can."""
    return _OPENS.sub(lambda found: f'{{{{ "{found[0]}" }}}}', code)
