"""A chart that stands on one page shown on another, with its call as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.pages.edition import Edition
from macros.pages.source import Call, Page, texts_in
from macros.problems import TieoutError, nearest


def example(
    edition: Edition, forms: Collection[str], form: str, fact: str = ""
) -> tuple[Page, Call]:
    """Return the first call of a form on an edition's pages, with its page.

    Args:
        edition: The explainer in one language.
        forms: All forms there are.
        form: Which to show.
        fact: An id that the call has to name, where the first call of all will not do.

    Raises:
        TieoutError: There is no such form, or no page calls it so.
    """
    if form not in forms:
        raise TieoutError(f"no chart form is called {form!r}", nearest(form, forms))
    found = list(_calls(edition, form))
    for page, call in found:
        if not fact or fact in texts_in([*call.args]):
            return page, call
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


def _calls(edition: Edition, form: str) -> Iterator[tuple[Page, Call]]:
    for page in edition.pages:
        yield from ((page, call) for call in page.calls if call.name == form)
