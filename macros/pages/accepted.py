"""What of a page may reach the template engine: calls of macros, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from macros.pages.source import calls_in, code_in
from macros.problems import Problems

_REMARK: Final = re.compile(r"<!--#.*?#-->", re.DOTALL)
# A single brace at the end of a piece may meet another at the beginning of the next.
_OPENS: Final = re.compile(r"\{(?=[{%]|\Z)|<!--(?=#)")


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
