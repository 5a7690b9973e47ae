"""What search finds of the data: an entry for each fact, by its name and by its value."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from macros.data.schema.facts import Statement
from macros.pages.addresses import ROOT, anchor
from macros.pages.edition import Edition
from macros.pages.views import FactView
from macros.pages.voice import Voice

SearchEntry = tuple[str, str, str]
"""Where an entry is, from the language's root, its title and its text, the latter two as HTML."""


def entries(edition: Edition, uri: str, editions: Iterable[Edition]) -> list[SearchEntry]:
    """Return what search is to find on a page of an edition's data, in the ledger's order.

    Args:
        edition: The explainer in one language.
        uri: The page's file; they stand in the ledger, which search reads before they are there.
        editions: The same in all languages, for a value is found in each.
    """
    page = edition.by_file.get(uri)
    if page is None or page.address != edition.voice.callers.get("ledger"):
        return []
    others = [each for each in editions if each is not edition]
    facts = (_fact(view, others) for view in edition.views.values())
    statements = (_statement(edition.voice, each) for each in edition.book.statements.values())
    return [*facts, *statements]


def _fact(view: FactView, others: Iterable[Edition]) -> SearchEntry:
    """Return a fact's entry: name and value; whose, when, on what basis; what is printed."""
    whose = view.voice.entity(view.fact.identity.entity)
    prints = (each.judged.report.printed for each in view.prints)
    elsewhere = (other.views[view.key].text for other in others)
    title = _joined((view.dated, view.text))
    return _entry(view.voice, view.key, title, (whose, view.when, view.basis, *prints, *elsewhere))


def _statement(voice: Voice, statement: Statement) -> SearchEntry:
    about = (voice.verdict(statement.verdict).word, voice.entity(statement.entity))
    return _entry(voice, statement.id, voice.text(statement.label), (*about, *statement.at))


def _entry(voice: Voice, key: str, title: str, parts: Iterable[str]) -> SearchEntry:
    place = voice.link("ledger", anchor(key)).removeprefix(ROOT)
    return place, escape(title), escape(_joined(parts))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
