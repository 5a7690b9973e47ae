"""The origins by tier, with the facts that rest on each, as their page shows them."""

from __future__ import annotations

from collections.abc import Mapping

from macros.data.book import Book
from macros.data.schema.origins import Origin
from macros.data.subject import Tier


def by_tier(book: Book) -> list[tuple[Tier, list[Origin]]]:
    """Return the tiers that have documents, each with these, the newest last."""
    by_date = sorted(book.origins.values(), key=lambda origin: origin.published.first)
    tiers = book.tiers.values()
    found = ((tier, [each for each in by_date if each.tier == tier.id]) for tier in tiers)
    return [(tier, documents) for tier, documents in found if documents]


def resting(book: Book) -> Mapping[str, list[str]]:
    """Return the keys of the facts that each document reports, by its id."""
    found: dict[str, list[str]] = {}
    for fact in book.facts.values():
        for origin in dict.fromkeys(report.origin.id for report in fact.reports):
            found.setdefault(origin, []).append(fact.key)
    return found
