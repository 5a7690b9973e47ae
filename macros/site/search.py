"""What search finds of the data: an entry for each fact, by its name and by its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from macros.data.book import Fact, Statement
from macros.pages.edition import Edition
from macros.pages.voice import Voice, anchor

Found = tuple[str, str, str]
"""The anchor of an entry in the ledger, its title and its text, the latter two as HTML."""


def entries(edition: Edition, editions: Iterable[Edition]) -> list[Found]:
    """Return what search is to find of an edition's data, in the ledger's order.

    Args:
        edition: The explainer in one language.
        editions: The same in all languages, for a value is found in each.
    """
    voice, elsewhere = edition.voice, [each.voice for each in editions if each is not edition]
    facts = (_fact(voice, elsewhere, fact) for fact in edition.book.facts.values())
    statements = (_statement(voice, each) for each in edition.book.statements.values())
    return [*facts, *statements]


def _fact(voice: Voice, others: Iterable[Voice], fact: Fact) -> Found:
    """Return a fact's entry: name and value; whose, when, on what basis; what is printed."""
    identity = fact.identity
    about = (voice.entity(identity.entity), voice.period(identity), voice.basis(identity))
    prints = (j.report.printed for j in voice.audit.judgements_of(fact.key))
    elsewhere = (value for other in others for value in _values(other, fact))
    title = _joined((voice.dated(fact), *_values(voice, fact)))
    return _entry(fact.key, title, (*about, *prints, *elsewhere))


def _values(voice: Voice, fact: Fact) -> Iterator[str]:
    if voice.audit.values[fact.key]:
        yield voice.value(fact)


def _statement(voice: Voice, statement: Statement) -> Found:
    about = (voice.verdict(statement.verdict)["word"], voice.entity(statement.entity))
    return _entry(statement.id, voice.text(statement.label), (*about, *statement.at))


def _entry(key: str, title: str, parts: Iterable[str]) -> Found:
    return anchor(key), escape(title), escape(_joined(parts))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
