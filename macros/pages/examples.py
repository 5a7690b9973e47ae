"""A chart that stands on one page shown on another, with its call as it is written."""

from __future__ import annotations

from macros.pages.call import texts_in
from macros.pages.macros.macro import declared
from macros.pages.macros.outcome import Example
from macros.pages.source import Page
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest


def example_of(voice: Voice, form: str, fact: str = "") -> Example:
    """Return the first call of a form on a language's pages, with its page.

    Args:
        voice: An edition's voice, with its pages.
        form: Which to show.
        fact: An id that the call has to name, where the first call of all will not do.

    Raises:
        TieoutError: There is no such form, or no page calls it so.
    """
    forms = [name for name, macro in declared().items() if macro.kind == "chart"]
    if form not in forms:
        raise TieoutError(f"no chart form is called {form!r}", nearest(form, forms))
    found = [(page, call) for page in voice.pages for call in page.calls if call.name == form]
    for page, call in found:
        if not fact or fact in texts_in([*call.args]):
            return Example(page, call, fact)
    named = dict.fromkeys(text for _, call in found for text in texts_in([*call.args]))
    if not named:
        raise TieoutError(f"no page calls {form}(…), so there is no example of it")
    raise TieoutError(f"no page calls {form}(…) with {fact!r}", nearest(fact, named))


def is_beside(page: Page, form: str, fact: str) -> bool:
    """Say whether a page that has a chart asks for the example of it, too."""
    return any(
        call.name == "example" and call.args[:1] == (form,) and call.kwargs.get("fact", "") == fact
        for call in page.calls
    )
