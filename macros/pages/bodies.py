"""The bodies of pages that are quickly made, whatever the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup

from macros.pages.addresses import former_anchors
from macros.pages.edition import Edition
from macros.pages.origins import by_tier, resting
from macros.pages.strip import counts, strip
from macros.pages.templates import render


def _strip(edition: Edition, here: str) -> Markup:
    groups = edition.once(strip, here)
    return render("strip", edition.voice, groups=groups, here=here, counts=counts(edition))


def _origins(edition: Edition, _: str) -> Markup:
    tiers, facts = by_tier(edition.book), resting(edition.book)
    former = former_anchors(edition.book)
    return render("origins", edition.voice, tiers=tiers, facts=facts, former=former)


def _developments(edition: Edition, _: str) -> Markup:
    return render("developments", edition.voice)


BODIES: Final[Mapping[str, Callable[[Edition, str], Markup]]] = {
    "strip": _strip,
    "origins": _origins,
    "developments": _developments,
}
"""What makes each of an edition, by its call; it is given the page that a strip is on."""
