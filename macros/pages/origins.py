"""The origins by tier, and the developments by date, as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from macros.data.book import Development
from macros.data.origins import Origin
from macros.pages.addresses import anchor, former_anchors
from macros.pages.entries import Link
from macros.pages.macros.interpret import remark
from macros.pages.voice import Voice

MANY: Final = 12


@dataclass(frozen=True, slots=True)
class Document:
    """An origin as it is listed.

    Attributes:
        origin: The origin itself.
        former: Anchors that it had before.
        published: Its day.
        publisher: Who published it.
        also: Where else it can be read.
        accessed: When it was read; may be empty.
        used: How many facts rest on it.
        uses: The first of these.
    """

    origin: Origin
    former: tuple[str, ...]
    published: str
    publisher: str
    also: tuple[Link, ...]
    accessed: str
    used: str
    uses: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The origins of one tier."""

    id: str
    title: str
    about: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A development as it is listed: with its sources, and what it bears on."""

    id: str
    datetime: str
    date: str
    text: str
    sources: tuple[Link, ...]
    affects: tuple[Link, ...]


def origins(voice: Voice) -> tuple[Group, ...]:
    """Return all origins in groups by tier, newest last."""
    book = voice.audit.book
    by_date = sorted(book.origins.values(), key=lambda origin: origin.published.first)
    groups = (
        Group(
            f"tier-{tier.id}",
            voice.text(tier.label) if tier.label else voice.words.tiers[tier.id],
            voice.text(tier.about) if tier.label else voice.phrase(f"tier_{tier.id}"),
            tuple(_document(voice, origin) for origin in by_date if origin.tier == tier.id),
        )
        for tier in book.tiers.values()
    )
    return tuple(group for group in groups if group.documents)


def _document(voice: Voice, origin: Origin) -> Document:
    book = voice.audit.book
    facts = [f for f in book.facts.values() if any(r.origin is origin for r in f.reports)]
    elsewhere = (("also_at", origin.also), ("archived", origin.archive))
    accessed = origin.accessed
    return Document(
        origin,
        tuple(former_anchors(book).get(f"origin {origin.id}", ())),
        voice.day(origin.published),
        voice.text(origin.publisher),
        tuple(Link(voice.phrase(key), address) for key, address in elsewhere if address),
        voice.phrase("accessed", date=voice.day(accessed)) if accessed else "",
        voice.phrase("used_times", n=str(len(facts))),
        _in_ledger(voice, (fact.key for fact in facts[:MANY])),
    )


def developments(voice: Voice) -> tuple[Event, ...]:
    """Return what has happened since, by date."""
    found = sorted(voice.audit.book.developments, key=lambda each: each.date.first)
    return tuple(_event(voice, development) for development in found)


def _event(voice: Voice, development: Development) -> Event:
    return Event(
        development.id,
        development.date.first.isoformat(),
        voice.day(development.date),
        remark(voice, development.label),
        tuple(
            Link(voice.text(o.publisher), voice.link("origins", o.id)) for o in development.origins
        ),
        _in_ledger(voice, development.affects),
    )


def _in_ledger(voice: Voice, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return links to the entries of facts and statements."""
    return tuple(Link(_label(voice, key), voice.link("ledger", anchor(key))) for key in keys)


def _label(voice: Voice, key: str) -> str:
    book = voice.audit.book
    if fact := book.facts.get(key):
        return voice.dated(fact)
    return voice.text(book.statements[key].label)
