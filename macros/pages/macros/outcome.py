"""What a call comes to, in a page and where only words can stand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from macros.charts.picture import Picture
from macros.pages.call import Call
from macros.pages.numbers import Shown
from macros.pages.scenario.model import Scenario
from macros.pages.source import Page
from macros.problems import TieoutError


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
    """What a call comes to.

    Attributes:
        call: The call.
        content: What it shows; None if it cannot be shown.
        problem: What is wrong with it.
    """

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
    return Markup('<div class="t-slot" data-call="{}"></div>').format(named)
