"""What fills a page, or a place of its own in one: the strip, the ledger and the other bodies."""

from __future__ import annotations

from typing import Annotated

from macros.pages.examples import example_of
from macros.pages.macros.macro import macro
from macros.pages.macros.outcome import Body, Example
from macros.pages.macros.shape import Note
from macros.pages.voice import Voice


@macro("body", "strip()", reviews=True)
def strip(
    voice: Voice,
    here: Annotated[str, Note("choice", "the page whose figures are in ink, such as `one`")] = "",
) -> Body:
    """The tie-out strip: all figures of the article, one tick each."""
    return Body(here)


@macro("body", "ledger()")
def ledger(voice: Voice) -> Body:
    """The ledger of all facts, to be searched and filtered."""
    return Body()


@macro("body", "findings()", reviews=True)
def findings(voice: Voice) -> Body:
    """Where the article does not tie out, by consequence."""
    return Body()


@macro("body", "origins()")
def origins(voice: Voice) -> Body:
    """All origins by tier."""
    return Body()


@macro("body", "developments()")
def developments(voice: Voice) -> Body:
    """What has happened since the article, by date."""
    return Body()


@macro("body", "changes()")
def changes(voice: Voice) -> Body:
    """What was corrected in the data, the newest first."""
    return Body()


@macro("body", 'example("bars")')
def example(
    voice: Voice,
    form: Annotated[str, Note("choice", "a form of chart")],
    fact: Annotated[str, Note("ids", "what its call has to name, if not the first will do")] = "",
) -> Example:
    """The first chart of a form on these pages, with its call as it is written."""
    return example_of(voice, form, fact)
