"""The bodies of pages that are quickly made, whatever the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup

from macros.data.book import Book
from macros.data.schema.kinds import TierEntry
from macros.data.schema.origins import Origin
from macros.pages.addresses import former_anchors
from macros.pages.edition import Edition
from macros.pages.strip import counts, strip
from macros.pages.templates import render


def _strip(edition: Edition, here: str) -> Markup:
    groups = edition.once(strip, here)
    return render("strip", edition.voice, groups=groups, here=here, counts=edition.once(counts))


def _origins(edition: Edition, _: str) -> Markup:
    tiers, facts = _by_tier(edition.book), _resting(edition.book)
    former = former_anchors(edition.book)
    return render("origins", edition.voice, tiers=tiers, facts=facts, former=former)


def _by_tier(book: Book) -> list[tuple[TierEntry, list[Origin]]]:
    """Return the tiers that have documents, each with these, the newest last."""
    by_date = sorted(book.origins.values(), key=lambda origin: origin.published.first)
    tiers = book.tiers.values()
    found = ((tier, [each for each in by_date if each.tier == tier.id]) for tier in tiers)
    return [(tier, documents) for tier, documents in found if documents]


def _resting(book: Book) -> Mapping[str, list[str]]:
    """Return the keys of the facts that each document reports, by its id."""
    found: dict[str, list[str]] = {}
    for fact in book.facts.values():
        for origin in dict.fromkeys(report.origin.id for report in fact.reports):
            found.setdefault(origin, []).append(fact.key)
    return found


BODIES: Final[Mapping[str, Callable[[Edition, str], Markup]]] = {
    "strip": _strip,
    "origins": _origins,
    "developments": lambda edition, _: render("developments", edition.voice),
}
"""What makes each of an edition, by its call; it is given the page that a strip is on."""
