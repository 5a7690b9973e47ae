"""The tie-out strip: all figures of the article in reading order, one tick each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from macros.data.schema.declarations import Chapter
from macros.data.schema.facts import Verdict
from macros.pages.edition import Edition
from macros.pages.views import FactView, PrintView

# Heights fall in these groups; the count of each is said in words.
GROUPS: Final[Mapping[str, tuple[Verdict, ...]]] = {
    "confirmed": ("confirmed", "rounded"),
    "imprecise": ("imprecise",),
    "not_found": ("not_found",),
    "outdated": ("outdated",),
    "misdescribed": ("misdescribed",),
    "contradicted": ("contradicted",),
    "idiom": ("idiom",),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """One figure of the article: as it is shown, and whether a new paragraph begins with it."""

    view: FactView
    shown: PrintView
    current: bool
    gap_before: bool

    @property
    def verdict(self) -> Verdict:
        """The verdict on it."""
        return self.shown.judged.verdict


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one chapter."""

    label: str
    current: bool
    ticks: tuple[Tick, ...]


def strip(edition: Edition, here: str = "") -> tuple[Group, ...]:
    """Return the strip, chapter by chapter; `here` is the page whose figures are in ink."""
    return tuple(_group(edition, chapter, here) for chapter in edition.book.site.chapters)


def counts(edition: Edition) -> dict[str, int]:
    """Return how many figures there are of each height."""
    found = Counter(judged.verdict for judged in edition.audit.judgements)
    return {name: sum(found[verdict] for verdict in members) for name, members in GROUPS.items()}


def _group(edition: Edition, chapter: Chapter, here: str) -> Group:
    ticks: list[Tick] = []
    former = 0
    for judged in edition.audit.judgements:
        paragraph = judged.report.paragraphs[0]
        if chapter.first <= paragraph <= chapter.last:
            view = edition.views[judged.fact.key]
            shown = next(each for each in view.prints if each.judged is judged)
            current = not here or chapter.page == here
            # The first tick of a chapter has no gap before it.
            ticks.append(Tick(view, shown, current, former not in (0, paragraph)))
            former = paragraph
    return Group(edition.voice.text(chapter.label), chapter.page == here, tuple(ticks))
