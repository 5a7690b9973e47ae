"""What authors call in Markdown. Every argument is a literal; what is wrong is said at once."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, get_args

from markupsafe import Markup, escape

from macros.audit.claims import decide_call, expect_origin
from macros.audit.verdict import AGREEING, NO_FINDING
from macros.charts.forms import MODULES
from macros.charts.picture import Picture
from macros.data.schema.declarations import Verdict
from macros.pages.edition import Edition
from macros.pages.examples import example
from macros.pages.numbers import element, element_of, printed_element
from macros.pages.pictures import Pictures
from macros.pages.scenario import Scenario, Scenarios
from macros.pages.slots import slot
from macros.pages.source import Call, Page
from macros.pages.voice import Voice, anchor
from macros.problems import TieoutError, nearest, unknown

CHARTS: Final = tuple(MODULES)
BODIES: Final = ("ledger", "findings", "origins", "developments", "changes", "strip", "example")


@dataclass(frozen=True)
class Shortcodes:
    """The calls of one language."""

    edition: Edition

    @property
    def voice(self) -> Voice:
        """How values are said."""
        return self.edition.voice

    def fact(
        self, key: str, bound: bool = True, as_text: bool = False, short: bool = False
    ) -> Markup:
        """Return the value of a fact; `bound=false` where the sentence says “more than” itself."""
        fact = self.voice.audit.book.fact(key)
        expect_origin(self.voice.audit, key)
        text = self.voice.value(fact, bound=bound, short=short)
        if as_text:
            return escape(text)
        return element_of(self.voice, fact, text)

    def printed(self, key: str, at: str = "", as_text: bool = False, bound: bool = True) -> Markup:
        """Return what the article printed, to be marked with its verdict."""
        fact = self.voice.audit.book.fact(key)
        report = self.voice.print_of(fact, at)
        text = self.voice.quantity(report.quantity, fact.unit, bound=bound)
        if as_text:
            return escape(text)
        return printed_element(self.voice, fact, report, text)

    def claim(self, comparison: str, text: str, mixes: str = "", takes: str = "") -> Markup:
        """Return the text of a comparison, if it is true."""
        decide_call(self.voice.audit, [comparison], {"mixes": mixes, "takes": takes})
        return Markup('<span class="t-claim" data-claim="{}">{}</span>').format(comparison, text)

    def editorial(self, text: str, why: str) -> Markup:
        """Return a text that compares, but not numbers; why is for those who check."""
        if not (text.strip() and why.strip()):
            raise TieoutError("editorial() needs a text, and a reason: why", 'why="…"')
        return escape(text)

    def cite(self, origin: str, text: str = "") -> Markup:
        """Return a link to an origin."""
        book = self.voice.audit.book
        origins = book.origins
        if origin not in origins:
            hint = book.now("origin", origin, origins)
            raise unknown("origin", origin, hint)
        shown = text or self.voice.origin(origins[origin])
        return Markup('<a class="t-cite" href="origins.html#{}">{}</a>').format(origin, shown)

    def statement(self, statement: str, text: str) -> Markup:
        """Return a text that stands for an assertion of the article, marked with its verdict."""
        statements = self.voice.audit.book.statements
        if statement not in statements:
            raise TieoutError(
                f"there is no statement {statement!r}", nearest(statement, statements)
            )
        verdict = statements[statement].verdict
        return Markup(
            '<span class="t-statement t-v-{}"><a href="ledger.html#{}">{}</a></span>'
        ).format(verdict, anchor(statement), text)

    def count(self, what: str) -> Markup:
        """Return how many figures of the article have a verdict, or how many things there are."""
        counts = self._counts
        if what not in counts:
            raise TieoutError(f"nothing is counted as {what!r}", nearest(what, counts))
        number = str(counts[what])
        return element(number, number, {"kind": "count", "count": what})

    def as_of(self) -> Markup:
        """Return the day up to which the evidence was read."""
        site = self.voice.audit.book.site
        return Markup('<time datetime="{}">{}</time>').format(
            site.as_of.text, self.voice.day(site.as_of)
        )

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        book, judged = self.voice.audit.book, self.voice.audit.judgements
        by_verdict = Counter(dict.fromkeys(get_args(Verdict), 0))
        by_verdict.update(j.verdict for j in judged)
        statements = [s for s in book.statements.values() if s.verdict not in NO_FINDING]
        findings = sum(j.is_finding for j in judged)
        return {
            **by_verdict,
            "figures": len(judged),
            "tied_out": sum(by_verdict[verdict] for verdict in AGREEING),
            "findings": findings + len(statements),
            "figure_findings": findings,
            "statements": len(book.statements),
            "facts": len(book.facts),
            "origins": len(book.origins),
            "developments": len(book.developments),
            "paragraphs": len({p for j in judged for p in j.report.paragraphs}),
        }

    @cached_property
    def registry(self) -> dict[str, Callable[..., Markup]]:
        """All calls by name."""
        inline: list[Callable[..., Markup]] = [self.fact, self.printed, self.claim]
        inline += [self.editorial, self.cite, self.statement, self.count, self.as_of]
        calls = {call.__name__: call for call in inline}
        return calls | {name: self._slot(name) for name in (*CHARTS, *BODIES, "scenario")}

    def _slot(self, name: str) -> Callable[..., Markup]:
        def call(*args: Any, **kwargs: Any) -> Markup:
            if name in CHARTS:
                self.picture(name, args, kwargs)
            elif name == "scenario":
                self.scenario(args, kwargs)
            elif name == "example":
                self.example(args, kwargs)
            elif args or kwargs.keys() - ({"here"} if name == "strip" else set()):
                raise TieoutError(f"{name}() takes no such argument")
            return slot(name, args, kwargs)

        return call

    def picture(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Picture:
        """Return the picture of a chart call.

        Raises:
            TieoutError: The call does not fit, or names what does not exist.
        """
        _fits(name, getattr(Pictures(self.voice), name), args, kwargs)
        return self.edition.picture(name, args, kwargs)

    def scenario(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Scenario:
        """Return what a reader can set, and what follows.

        Raises:
            TieoutError: The call does not fit, or what it says is wrong.
        """
        maker = Scenarios(self.voice).scenario
        _fits("scenario", maker, args, kwargs)
        return maker(*args, **kwargs)

    def example(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> tuple[Page, Call]:
        """Return the call of a chart, wherever it stands, and its page.

        Raises:
            TieoutError: The call does not fit, or there is no such chart.
        """

        def find(form: str, fact: str = "") -> tuple[Page, Call]:
            return example(self.edition, CHARTS, form, fact)

        _fits("example", find, args, kwargs)
        return find(*args, **kwargs)

    def run(self, call: Call) -> Markup:
        """Run a call that was read from a page.

        Raises:
            TieoutError: There is no such macro, the call does not fit, or what it says is wrong.
        """
        macro = self.registry.get(call.name)
        if macro is None:
            raise unknown("macro", call.name, nearest(call.name, self.registry))
        if call.name not in (*CHARTS, *BODIES, "scenario"):
            _fits(call.name, macro, call.args, call.kwargs)
        return macro(*call.args, **call.kwargs)


_KINDS: Final[dict[str, tuple[Any, str]]] = {
    "str": (str, "text"),
    "bool": (bool, "true or false"),
    "list": (list | None, "a list"),
}


def _fits(
    name: str, macro: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> None:
    """Accept arguments that a macro takes, each of its type."""
    signature = inspect.signature(macro)
    for key in kwargs:
        if key not in signature.parameters:
            raise TieoutError(
                f"{name}() takes no argument {key!r}", nearest(key, signature.parameters)
            )
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError as error:
        raise TieoutError(f"{name}(): {error}", f"{name}{signature}") from error
    for key, value in bound.arguments.items():
        annotation = str(signature.parameters[key].annotation).split("[")[0]
        kind, wanted = _KINDS.get(annotation, (object, ""))
        if not isinstance(value, kind):
            raise TieoutError(f"{name}(): {key} must be {wanted}, not {value!r}")
