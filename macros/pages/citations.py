"""How a number of this site is cited: one sentence, with who says so or what we found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from macros.pages.edition import Edition
from macros.pages.verdict_sentences import really
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
    when = voice.period(view.fact.identity, short=True)
    label = voice.phrase("dated", name=view.label, date=when) if when else view.label
    given = {"title": voice.text(site.title), "label": label, "what": cited}
    return voice.phrase("citation", as_of=voice.as_of, address=address, **given)


def cited_value(view: FactView, said: str) -> str:
    """Return a value with who says so, as plain text."""
    plain = Markup("{}").format(said).striptags()
    return view.voice.phrase("cited_value", value=view.text, source=plain)


def cited_print(shown: PrintView, cited: Callable[[str], str]) -> str:
    """Return a print with the verdict on it and what is right: no refuted figure is cited as ours.

    Args:
        shown: What the article prints.
        cited: Cites a fact by its key, with its source.
    """
    word, told = shown.verdict.word, _instead(shown, cited)
    print_ = shown.voice.phrase("cited_print", printed=shown.plain, at=shown.at, word=word)
    return shown.voice.phrase("semicolon").join((print_, *told))


def _instead(shown: PrintView, cited: Callable[[str], str]) -> Iterator[str]:
    """Yield what is to be cited in a print's stead: of a wrong label, what fits it."""
    voice, judged = shown.voice, shown.judged
    mislabelled = judged.verdict == "misdescribed"
    if mislabelled and judged.report.says:
        is_, says = really(voice, judged), voice.says(judged.report, judged.fact)
        yield voice.phrase("cited_label", is_=is_, says=says)
    if beside := judged.beside:
        yield f"{voice.dated(beside)}{voice.phrase('colon_gap')}{cited(beside.key)}"
    elif judged.value and judged.value.found:
        right = "cited_right" if mislabelled else "cited_ours"
        yield voice.phrase(right, cited=cited(judged.fact.key))
