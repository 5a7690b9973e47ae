"""The tie-out strip: all figures of the article in reading order, one tick each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from macros.audit.verdict import Judgement
from macros.data.schema.facts import Verdict
from macros.data.site import Chapter
from macros.pages.edition import Edition

# Heights fall in these groups; the count of each is said in words.
GROUPS: Final[tuple[tuple[str, tuple[Verdict, ...]], ...]] = (
    ("confirmed", ("confirmed", "rounded")),
    ("imprecise", ("imprecise",)),
    ("not_found", ("not_found",)),
    ("outdated", ("outdated",)),
    ("misdescribed", ("misdescribed",)),
    ("contradicted", ("contradicted",)),
    ("idiom", ("idiom",)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One figure of the article."""

    verdict: Verdict
    href: str
    title: str
    paragraph: str
    current: bool
    gap_before: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one chapter."""

    label: str
    current: bool
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many figures have a verdict, in words, and where they are listed."""

    verdict: str
    word: str
    n: int
    href: str


@dataclass(frozen=True, slots=True)
class Strip:
    """All figures in reading order; `here` says that only one page's are in ink."""

    here: bool
    summary: str
    groups: tuple[Group, ...]
    counts: tuple[Count, ...]
    asof: str


def strip(edition: Edition, here: str = "") -> Strip:
    """Return the strip; `here` is the page whose figures are in ink."""
    voice, site = edition.voice, edition.book.site
    counts = Counter(j.verdict for j in edition.audit.judgements)
    return Strip(
        here=bool(here),
        summary=voice.phrase("strip_summary"),
        groups=tuple(_group(edition, chapter, here) for chapter in site.chapters),
        counts=tuple(
            Count(
                verdict=name,
                word=voice.phrase(f"count_{name}"),
                n=sum(counts[verdict] for verdict in members),
                href="" if name == "confirmed" else f"{voice.link('ledger')}?verdict={name}",
            )
            for name, members in GROUPS
        ),
        asof=voice.phrase("as_of", date=voice.day(site.as_of)) + voice.phrase("stop"),
    )


def _group(edition: Edition, chapter: Chapter, here: str) -> Group:
    ticks, former = [], 0
    for judged in edition.audit.judgements:
        paragraph = judged.report.paragraphs[0]
        if chapter.first <= paragraph <= chapter.last:
            current = not here or chapter.page == here
            gap = bool(former) and paragraph != former
            ticks.append(_tick(edition, judged, current, gap))
            former = paragraph
    return Group(edition.voice.text(chapter.label), chapter.page == here, tuple(ticks))


def _tick(edition: Edition, judged: Judgement, current: bool, gap: bool) -> Tick:
    voice, view = edition.voice, edition.views[judged.fact.key]
    shown = next(each for each in view.prints if each.judged is judged)
    title = voice.phrase(
        "tick", printed=shown.plain, label=view.label, verdict=voice.verdict(judged.verdict).word
    )
    return Tick(judged.verdict, view.href, title, voice.at(judged.report), current, gap)
