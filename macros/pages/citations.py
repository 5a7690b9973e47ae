"""How a number of this site is cited: one sentence, with who says so or what we found."""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.edition import Edition
from macros.pages.views import FactView, PrintView


def citation(edition: Edition, view: FactView, cited: str, address: str) -> str:
    """Return the sentence that cites a fact.

    Args:
        edition: The site in one language.
        view: The fact.
        cited: Its value, or what the article prints, with whose it is.
        address: Its permanent address.
    """
    voice, site = edition.voice, edition.book.site
    as_of = voice.phrase("as_of", date=voice.day(site.as_of))
    when = voice.period(view.fact.identity, short=True)
    label = voice.phrase("dated", name=view.label, date=when) if when else view.label
    given = {"title": voice.text(site.title), "label": label, "what": cited}
    return voice.phrase("citation", as_of=as_of, address=address, **given)


def cited_value(view: FactView, said: str) -> str:
    """Return a value with who says so, as plain text."""
    plain = Markup("{}").format(said).striptags()
    return view.voice.phrase("cited_value", value=view.text, source=plain)


def cited_print(shown: PrintView) -> str:
    """Return a print with the verdict on it: no refuted figure is cited as ours."""
    word = shown.verdict.word
    return shown.voice.phrase("cited_print", printed=shown.plain, at=shown.at, word=word)
