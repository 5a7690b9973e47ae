"""The colours of entities and charts on a page, which follow its scheme."""

from __future__ import annotations

from typing import Final

from macros.charts.svg import Paint
from macros.data.book import Book
from macros.pages.edition import Edition
from macros.pages.templates import render_text

_TOKENS: Final = {
    "#1c1f24": "--t-ink",
    "#565d67": "--t-soft",
    "#dfe2e6": "--t-rule",
    "#ffffff": "--t-ground",
    "#b3123d": "--t-red",
    "#8a6a00": "--t-amber",
    "#767c85": "--t-other",
}


def paint(edition: Edition) -> Paint:
    """Return what writes a colour of the light scheme: as a custom property that falls back on it.

    An entity's colour is its own; of entities with one colour the first has it.
    """
    entities = reversed(list(edition.book.entities.values()))
    tokens = {e.color.light.lower(): f"--e-{e.id}" for e in entities if e.color} | _TOKENS

    def written(color: str) -> str:
        token = tokens.get(color.lower())
        return f"var({token},{color})" if token else color

    return written


def entity_colors(book: Book) -> str:
    """Return a style sheet that gives each entity its colour in both schemes."""
    return render_text("entities.css", entities=[e for e in book.entities.values() if e.color])
