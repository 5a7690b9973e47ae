"""Finds the raw HTML in pages that no check can read: what it shows comes from nowhere.

Styles write text, scripts write pages, frames show others, meters show a number as a length. The
look stands in style sheets, scripts in files, and what is drawn in charts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final

from macros.checks.prose.masking import masked
from macros.data.tree import is_without_unseen
from macros.pages.source import Page
from macros.problems import Problems, Rule

LOADED: Final = (
    r"script|style|iframe|frame|object|embed|applet|template|link|meta|base|form|textarea"
)
_READ: Final = (
    r"a|abbr|address|article|aside|b|blockquote|br|caption|center|cite|code|col|colgroup|data|dd"
    r"|details|dfn|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|img|kbd|li|main|mark"
    r"|nav|ol|p|pre|q|ruby|rt|samp|section|small|span|strong|su[bp]|summary|table|t(?:body|foot"
    r"|head|[dhr])|time|ul?|var|wbr"
)
"""Elements that show what stands in them as it is read; others hide, strike out, draw or run."""
_GIVEN: Final = (
    r"abbr|align|alt|aria-(?:label|labelledby|describedby)|cite|class|colspan|datetime|headers"
    r"|height|href|id|lang|loading|markdown|name|open|rel|rowspan|scope|src|start|summary|target"
    r"|title|type|value|width"
)
RUN: Final = r"(?:javascript|vbscript|data):(?=\S)"
_ENTITY: Final = re.compile(r"&#?\w{2,32};")
_LEFT_OUT: Final = "leave it out"
_BEFORE: Final = r"(?:[^<>{}\"']|\"[^\"]{0,500}\"|'[^']{0,500}')*?"
_WITHIN: Final = rf"(?:<[a-z]|\{{){_BEFORE}"
_OUR_CLASSES: Final = (
    r"((?:md-(?!button)|t-(?!(?:lede|kicker|answer|n|questions)(?![\w-])))[\w-]+"
    r"|headerlink|footnote-backref|tabbed-[\w-]+|giscus|__\w+)"
)
_SHOWN: Final = "{!r} shows text otherwise than it is read"
_RUNS: Final = "{!r} runs a script or hides an address"
_COMMENT: Final = (
    "begin it on a line of its own, with no blank line and no other `--`, and end it with `-->`"
)
_KINDS: Final = {
    rf"<(?!(?:{_READ})[\s/>])([a-z][\w.-]*)(?=[\s/>])": (
        "a page holds no <{}>, for no check can read what it shows",
        "write it in Markdown, or call a chart",
    ),
    rf"{_WITHIN}(?<=[\s\"'/:{{])(on[a-z]+)\s*=": (_RUNS, "link to a page"),
    rf"({RUN})": (_RUNS, "link to a page"),
    rf"<(?=(?:{_READ})[\s/])[a-z]{_BEFORE}(?<=[\s\"'/])"
    rf"(?!(?:{_GIVEN}|on[a-z]+)[\s=/>])([a-z][\w:.-]*)(?=[\s=/>])": (
        _SHOWN,
        _LEFT_OUT,
    ),
    rf"\{{{_BEFORE}(?<=[\s\"':{{])(?!(?:{_GIVEN}|on[a-z]+)\s*=)([a-z][\w:.-]*)\s*=": (
        _SHOWN,
        _LEFT_OUT,
    ),
    rf"\{{{_BEFORE}(?<![\w.#-])(hidden|inert|popover)(?=[\s}}])": (_SHOWN, _LEFT_OUT),
    rf"(?:{_WITHIN}\b(?:class|id)\s*=[^<>{{}}=]*?(?<![\w-])|\{{:?[^{{}}\n]*?[.#]){_OUR_CLASSES}": (
        "the class {!r} is the theme’s own, and may hide what is read",
        _LEFT_OUT,
    ),
    r"^[ \t]*(`{3,}|~{3,})": ("{} opens code that is never closed", "close it with the same signs"),
    r"^[ \t]*(-+8<-+)": ("{!r} brings in nothing: snippets are not read", "write their text here"),
    # The letter first, of which Python looks for the next at once.
    r"([\u0400-\u052f])(?:(?=[A-Za-z\d\u4e00-\u9fff])|(?<=[A-Za-z\d\u4e00-\u9fff].))": (
        "{!r} passes for another letter",
        "write that of the language, or part the words",
    ),
    "(<!--)": ("{} opens what not everyone takes for a comment", _COMMENT),
}
_REFUSED: Final = {
    re.compile(pattern, re.IGNORECASE | re.MULTILINE): told for pattern, told in _KINDS.items()
}


def lint_elements(pages: Iterable[Page], problems: Problems) -> None:
    """Record elements that show what cannot be read, attributes and links that run."""
    problems = problems.under(Rule.html)
    for page in pages:
        text = masked(page.text, page.calls)
        for pattern, (message, hint) in _REFUSED.items():
            for found in pattern.finditer(text):
                where = page.place(found.start())
                problems.add(where, message.format(found[1].lower()), hint)
        for entity in _ENTITY.finditer(text):
            if not is_without_unseen(unescape(entity[0]), page.path, Problems(rule=Rule.html)):
                problems.add(page.place(entity.start()), _SHOWN.format(entity[0]), _LEFT_OUT)
