"""The origins by tier, and the developments by date."""

from __future__ import annotations

from typing import Any, Final

from macros.data.book import Development
from macros.data.origins import Origin
from macros.pages.addresses import former_anchors
from macros.pages.macros.interpret import remark
from macros.pages.voice import Voice, anchor

MANY: Final = 12


def origins(voice: Voice) -> dict[str, Any]:
    """Return all origins in groups by tier, newest last."""
    book = voice.audit.book
    groups = []
    for tier in book.tiers.values():
        items = sorted(
            (o for o in book.origins.values() if o.tier == tier.id), key=lambda o: o.published.first
        )
        title = voice.text(tier.label) if tier.label else voice.words.tiers[tier.id]
        about = voice.text(tier.about) if tier.label else voice.phrase(f"tier_{tier.id}")
        groups.append(
            {
                "id": f"tier-{tier.id}",
                "title": title,
                "about": about,
                "items": [_origin(voice, origin) for origin in items],
            }
        )
    return {"groups": [group for group in groups if group["items"]]}


def _origin(voice: Voice, origin: Origin) -> dict[str, Any]:
    book = voice.audit.book
    facts = [f for f in book.facts.values() if any(r.origin is origin for r in f.reports)]
    extra = [(voice.phrase("also_at"), origin.also)] if origin.also else []
    extra += [(voice.phrase("archived"), origin.archive)] if origin.archive else []
    shown = facts if len(facts) <= MANY else facts[:MANY]
    return {
        "id": origin.id,
        "former": former_anchors(book).get(f"origin {origin.id}", ()),
        "published": voice.day(origin.published),
        "publisher": voice.text(origin.publisher),
        "title": origin.title,
        "lang": origin.language,
        "href": origin.url,
        "also": extra,
        "accessed": voice.phrase("accessed", date=voice.day(origin.accessed))
        if origin.accessed
        else "",
        "used": voice.phrase("used_times", n=str(len(facts))),
        "uses": [(voice.dated(f), voice.link("ledger", anchor(f.key))) for f in shown],
    }


def developments(voice: Voice) -> dict[str, Any]:
    """Return what has happened since, by date."""
    found = sorted(voice.audit.book.developments, key=lambda d: d.date.first)
    return {"items": [_development(voice, development) for development in found]}


def _development(voice: Voice, development: Development) -> dict[str, Any]:
    return {
        "id": development.id,
        "datetime": development.date.first.isoformat(),
        "date": voice.day(development.date),
        "text": remark(voice, development.label),
        "sources": [
            (voice.text(o.publisher), voice.link("origins", o.id)) for o in development.origins
        ],
        "affects": [
            (_label(voice, key), voice.link("ledger", anchor(key))) for key in development.affects
        ],
    }


def _label(voice: Voice, key: str) -> str:
    book = voice.audit.book
    if fact := book.facts.get(key):
        return voice.dated(fact)
    return voice.text(book.statements[key].label)
