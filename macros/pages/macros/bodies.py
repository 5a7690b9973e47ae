"""What fills a page, or a place of its own in one: the strip, the ledger and the other bodies."""

from __future__ import annotations

from typing import Annotated

from macros.pages.call import texts_in
from macros.pages.macros.interpret import Body, Example
from macros.pages.macros.macro import declared, macro
from macros.pages.macros.shape import Note
from macros.pages.source import Page
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest


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
