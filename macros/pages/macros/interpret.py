"""The one interpreter of calls, in pages, titles and texts of the data; what a call comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, cast, get_args

from markupsafe import Markup, escape

from macros.charts.picture import Picture
from macros.data.schema.declarations import Texts
from macros.pages.call import Call, refilled
from macros.pages.macros.macro import Macro, MacroKind
from macros.pages.macros.registry import registry
from macros.pages.numbers import Shown
from macros.pages.scenario.model import Scenario
from macros.pages.source import Page, calls_in
from macros.pages.voice import Voice
from macros.problems import Problems, TieoutError, nearest, unknown

Context = Literal["page", "title", "alternative", "remark", "label"]
"""Where a call stands: in a page; in a title or description; in a text alternative or an attribute;
in a note, caveat, impact, development or change of the data; in a name that the data gives."""

_SAID: Final[frozenset[MacroKind]] = frozenset({"value", "count", "comparison", "opinion", "date"})
ALLOWED: Final[Mapping[Context, frozenset[MacroKind]]] = {
    "page": frozenset(get_args(MacroKind)),
    "title": _SAID,
    "alternative": _SAID,
    "remark": _SAID,
    "label": frozenset(),
}
"""What may be called where. Where there are only words, nothing can be linked or drawn."""


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands in a sentence.

    Attributes:
        text: Its words.
        html: The same as an element, if it is more than its words.
        shown: The number that it is.
        problem: What is wrong with it, though it can be shown: a claim that is false.
    """

    text: str
    html: Markup = field(default=Markup())
    shown: Shown | None = None
    problem: TieoutError | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """The call of a chart, wherever it stands, and its page; `fact` is what was asked for."""

    page: Page
    call: Call
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a generated page; `here` is the page that a strip is on."""

    here: str = ""


Content = Inline | Picture | Scenario | Example | Body


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call comes to: what it shows, if it can be shown, and what is wrong with it."""

    call: Call
    content: Content | None
    problem: TieoutError | None = None

    @property
    def html(self) -> Markup:
        """What stands in the page: words, an element, or a slot that is filled at the end."""
        # A build stops at it; `serve` shows it where it stands.
        if self.problem:
            return Markup('<mark class="t-problem">{}</mark>').format(str(self.problem))
        if isinstance(self.content, Inline):
            shown = self.content.shown
            return shown.html if shown else self.content.html or escape(self.content.text)
        # Charts and bodies are filled in when the page is finished.
        return slot(self.call)

    @property
    def text(self) -> str:
        """What stands where only words can: nothing of a chart, dots for what cannot be said."""
        if isinstance(self.content, Inline):
            return self.content.text
        return "" if self.content else "…"


def slot(call: Call) -> Markup:
    """Return an empty element that names a call, filled when the page is finished.

    Its HTML would only slow Markdown and search down.
    """
    named = json.dumps([call.name, call.args, call.kwargs], sort_keys=True)
    return Markup('<div class="t-slot" data-call="%s"></div>') % named


def interpret(voice: Voice, call: Call, context: Context) -> Outcome:
    """Return what a call, as it was read, comes to where it stands."""
    try:
        macro = _allowed(call, context)
        if macro.reviews and not voice.audit.book.site.article:
            raise TieoutError(
                f"{call.name}() is of a reviewed text, and there is none",
                "name it in data/facts.yml under `site:`, as `article:`, or leave the call out",
            )
        content = cast(Content, macro.run(voice, **macro.bind(call)))
    except TieoutError as error:
        return Outcome(call, None, error)
    return Outcome(call, content, content.problem if isinstance(content, Inline) else None)


def _allowed(call: Call, context: Context) -> Macro:
    macro = registry().get(call.name)
    if macro is None:
        raise unknown("macro", call.name, nearest(call.name, registry()))
    if macro.kind not in ALLOWED[context]:
        known = [m.name for m in registry().values() if m.kind in ALLOWED[context]]
        listed = ", ".join(f"{name}(…)" for name in known) or "it is shown as it is written"
        # An alternative, but a title, a page.
        article = "an" if context[0] == "a" else "a"
        raise TieoutError(f"{article} {context} cannot call {call.name}()", listed)
    return macro


def worded(voice: Voice, text: str, context: Context) -> str:
    """Return a text with its calls put into words.

    Raises:
        TieoutError: It calls what cannot be called there. A false claim is told by the check.
    """
    pieces, problems = [], Problems()
    for call in calls_in(text, "", problems):
        outcome = interpret(voice, call, context)
        # A false claim has words, and these stand.
        if outcome.content is None and outcome.problem:
            raise outcome.problem
        pieces.append((call.start, call.end, outcome.text))
    if problems.errors:
        raise TieoutError(problems.errors[0].message, problems.errors[0].hint)
    return refilled(text, pieces)


def remark(voice: Voice, text: Texts | None) -> str:
    """Return a remark of the data in a language, with its numbers filled in."""
    return worded(voice, voice.text(text), "remark")
