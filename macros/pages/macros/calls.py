"""What pages call besides charts: in a sentence values, comparisons, links; and bodies of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, get_args

from markupsafe import Markup

from macros.audit.audit import Audit
from macros.audit.claims import decide, expect_origin
from macros.audit.verdict import AGREEING, NO_FINDING
from macros.data.schema.declarations import Verdict
from macros.pages import numbers
from macros.pages.addresses import anchor
from macros.pages.call import texts_in
from macros.pages.macros.interpret import Body, Example, Inline
from macros.pages.macros.macro import declared, macro
from macros.pages.macros.shape import Note
from macros.pages.source import Page
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest, unknown

FactId = Annotated[str, Note("ids", "a fact")]
ReadWords = Annotated[str, Note("words", "what readers read")]
BoundSwitch = Annotated[bool, Note("wording", "`false` where the sentence says “more than” itself")]
Short = Annotated[bool, Note("wording", "`true` for the short form, as in charts")]


@macro("value", 'fact("sales[2024]")')
def fact(voice: Voice, key: FactId, bound: BoundSwitch = True, short: Short = False) -> Inline:
    """The best value of a fact that has an origin, in the page's language, with its card."""
    found = voice.audit.book.fact(key)
    expect_origin(voice.audit, key)
    text = voice.value(found, bound=bound, short=short)
    return Inline(text, shown=numbers.best(voice, found, text))


@macro("value", 'printed("margin", at="¶2")', reviews=True)
def printed(
    voice: Voice,
    key: FactId,
    at: Annotated[str, Note("choice", "where, if the article prints it in several places")] = "",
    bound: BoundSwitch = True,
) -> Inline:
    """What the article printed of a fact, marked with the verdict on it."""
    found = voice.audit.book.fact(key)
    report = voice.audit.sources.print_of(found, at)
    text = voice.printed(found, report, bound=bound)
    return Inline(text, shown=numbers.printed(voice, found, report, text))


@macro("comparison", 'claim("sales[2024] > sales[2023]", "rose")')
def claim(
    voice: Voice,
    comparison: Annotated[
        str, Note("comparison", "facts with `>`, `<`, `>=`, `<=`, `~` (meets), and `and` between")
    ],
    text: ReadWords,
    mixes: Annotated[str, Note("choice", "bases or measures that may differ, with commas")] = "",
    takes: Annotated[
        str, Note("choice", "facts of which the article's own figure may stand, with commas")
    ] = "",
) -> Inline:
    """Words that compare, if the facts bear them out; otherwise the build stops."""
    html = Markup('<span class="t-claim" data-claim="{}">{}</span>').format(comparison, text)
    try:
        decide(voice.audit, comparison, _split(mixes), _split(takes))
    except TieoutError as error:
        # Its words can be read all the same: `serve` shows them with what is wrong.
        return Inline(text, html, problem=error)
    return Inline(text, html)


def _split(text: str) -> list[str]:
    return text.replace(",", " ").split()


@macro("opinion", 'editorial("well ahead", why="the margin is for readers to judge")')
def editorial(
    voice: Voice,
    text: ReadWords,
    why: Annotated[str, Note("reason", "why no fact decides it; `check --claims` lists it")],
) -> Inline:
    """Words that compare, but not numbers, and so stand without a claim."""
    if not (text.strip() and why.strip()):
        raise TieoutError("editorial() needs a text, and a reason: why", 'why="…"')
    return Inline(text)


@macro("quotation", 'cite("filing")')
def cite(
    voice: Voice,
    origin: Annotated[str, Note("ids", "an origin")],
    text: Annotated[str, Note("words", "what readers read, if not its publisher and date")] = "",
) -> Inline:
    """A link to an origin."""
    book = voice.audit.book
    if origin not in book.origins:
        hint = book.now("origin", origin, book.origins)
        raise unknown("origin", origin, hint)
    shown = text or voice.origin(book.origins[origin])
    link = Markup('<a class="t-cite" href="{}">{}</a>').format(voice.link("origins", origin), shown)
    return Inline(shown, link)


@macro("quotation", 'statement("seat", "an observer")', reviews=True)
def statement(
    voice: Voice,
    statement: Annotated[str, Note("ids", "an assertion of the article's")],
    text: ReadWords,
) -> Inline:
    """Words that stand for an assertion of the article's, marked with the verdict on it."""
    statements = voice.audit.book.statements
    if statement not in statements:
        raise TieoutError(f"there is no statement {statement!r}", nearest(statement, statements))
    verdict, link = statements[statement].verdict, voice.link("ledger", anchor(statement))
    marked = Markup('<span class="t-statement t-v-{}"><a href="{}">{}</a></span>')
    return Inline(text, marked.format(verdict, link, text))


@macro("count", 'count("figures")')
def count(
    voice: Voice,
    what: Annotated[
        str, Note("choice", "`figures`, `tied_out`, `findings`, `facts`, `origins`, a verdict, …")
    ],
) -> Inline:
    """How many figures of the article have a verdict, or how many things there are."""
    counts = _counts(voice.audit)
    if what not in counts:
        raise TieoutError(f"nothing is counted as {what!r}", nearest(what, counts))
    number = str(counts[what])
    return Inline(number, shown=numbers.Shown("count", what, number, number))


def _counts(audit: Audit) -> Mapping[str, int]:
    book, judged = audit.book, audit.judgements
    # A verdict that was never given is counted as well: as none.
    by_verdict = Counter(dict.fromkeys(get_args(Verdict), 0))
    by_verdict.update(j.verdict for j in judged)
    statements = [s for s in book.statements.values() if s.verdict not in NO_FINDING]
    findings = sum(j.is_finding for j in judged)
    things = {what: len(getattr(book, what)) for what in ("facts", "origins", "developments")}
    if not book.site.article:
        return things
    return things | {
        **by_verdict,
        "figures": len(judged),
        "tied_out": sum(by_verdict[verdict] for verdict in AGREEING),
        "findings": findings + len(statements),
        "figure_findings": findings,
        "statements": len(book.statements),
        "paragraphs": len({p for j in judged for p in j.report.paragraphs}),
    }


@macro("date", "as_of()")
def as_of(voice: Voice) -> Inline:
    """The day up to which the evidence was read."""
    day = voice.audit.book.site.as_of
    text = voice.day(day)
    return Inline(text, Markup('<time datetime="{}">{}</time>').format(day.text, text))


@macro("body", "strip()", reviews=True)
def strip(
    voice: Voice,
    here: Annotated[str, Note("choice", "the page whose figures are in ink, such as `one`")] = "",
) -> Body:
    """The tie-out strip: all figures of the article, one tick each."""
    return Body(here)


def _whole(name: str, about: str, *, reviews: bool = False) -> None:
    """Declare the body of a page that is generated as a whole, from no arguments."""

    def run(voice: Voice) -> Body:
        return Body()

    run.__name__, run.__doc__ = name, about
    macro("body", f"{name}()", reviews=reviews)(run)


_whole(
    "ledger", "The ledger of all facts, to be searched and filtered; on several pages from 500 on."
)
_whole("findings", "Where the article does not tie out, by consequence.", reviews=True)
_whole("origins", "All origins by tier.")
_whole("developments", "What has happened since the article, by date.")
_whole("changes", "What was corrected in the data, the newest first.")


@macro("body", 'example("bars")')
def example(
    voice: Voice,
    form: Annotated[str, Note("choice", "a form of chart")],
    fact: Annotated[str, Note("ids", "what its call has to name, if not the first will do")] = "",
) -> Example:
    """The first chart of a form on these pages, with its call as it is written.

    Raises:
        TieoutError: There is no such form, or no page calls it so.
    """
    forms = [name for name, macro in declared().items() if macro.kind == "chart"]
    if form not in forms:
        raise TieoutError(f"no chart form is called {form!r}", nearest(form, forms))
    # In the order of pages, so that the guide shows what a reader met first.
    found = [(page, call) for page in voice.pages for call in page.calls if call.name == form]
    for page, call in found:
        if not fact or fact in texts_in([*call.args]):
            return Example(page, call, fact)
    named = dict.fromkeys(text for _, call in found for text in texts_in([*call.args]))
    if not named:
        told = f"no page calls {form}(…), so there is no example of it"
        raise TieoutError(told, kind="page")
    raise TieoutError(f"no page calls {form}(…) with {fact!r}", nearest(fact, named))


def is_beside(page: Page, form: str, fact: str) -> bool:
    """Say whether a page that has a chart asks for the example of it, too."""
    return any(
        call.name == "example" and call.args[:1] == (form,) and call.kwargs.get("fact", "") == fact
        for call in page.calls
    )
