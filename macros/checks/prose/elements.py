"""Finds the raw HTML in pages that no check can read: what it shows comes from nowhere.

Styles write text, scripts write pages, frames show others, meters show a number as a length. The
look stands in style sheets, scripts in files, and what is drawn in charts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from macros.checks.prose.masking import masked
from macros.pages.source import Page, place_in
from macros.problems import Problems, Rule

_REFUSED: Final = re.compile(
    r"<(?P<tag>script|style|iframe|frame|object|embed|applet|svg|math|canvas|template|meter|progress"
    r"|link|meta|base|form|input|select|textarea)\b(?P<rest>[^>]*)",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(
    r"<[a-z][^<>]*?\s(?P<handler>on[a-z]+)\s*=|(?P<scheme>(?:javascript|vbscript|data):)(?=\S)",
    re.IGNORECASE,
)


def lint_elements(pages: Iterable[Page], problems: Problems) -> None:
    """Record elements that show what cannot be read, and attributes and links that run."""
    problems = problems.under(Rule.html)
    for page in pages:
        text = masked(page.text, page.calls)
        for found in _REFUSED.finditer(text):
            where = place_in(page.text, page.path, found.start())
            told = f"a page holds no <{found['tag'].lower()}>, for no check can read what it shows"
            problems.add(where, told, "write it in Markdown, or call a chart")
        for found in _RUNS.finditer(text):
            where = place_in(page.text, page.path, found.start())
            name = found["handler"] or found["scheme"]
            problems.add(where, f"{name!r} runs a script or hides an address", "link to a page")
