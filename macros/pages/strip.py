"""The tie-out strip: all figures of the article in reading order, one tick each."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from macros.audit.verdict import Judgement
from macros.data.book import Chapter
from macros.data.schema.facts import Verdict
from macros.pages.voice import Voice, anchor

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


def strip(voice: Voice, here: str = "") -> dict[str, Any]:
    """Return the strip's context; `here` is the page whose figures are in ink."""
    judged = voice.audit.judgements
    counts = Counter(j.verdict for j in judged)
    site = voice.audit.book.site
    return {
        "here": bool(here),
        "summary": voice.phrase("strip_summary"),
        "groups": [_group(voice, chapter, judged, here) for chapter in site.chapters],
        "counts": [
            {
                "verdict": name,
                "word": voice.phrase(f"count_{name}"),
                "n": sum(counts[verdict] for verdict in members),
                "href": "" if name == "confirmed" else f"ledger.html?verdict={name}",
            }
            for name, members in GROUPS
        ],
        "asof": voice.phrase("as_of", date=voice.day(site.as_of)) + voice.phrase("stop"),
    }


def _group(
    voice: Voice, chapter: Chapter, judged: tuple[Judgement, ...], here: str
) -> dict[str, Any]:
    ticks, former = [], 0
    for j in judged:
        paragraph = j.report.paragraphs[0]
        if chapter.first <= paragraph <= chapter.last:
            current = not here or chapter.page == here
            ticks.append(_tick(voice, j, current, gap=bool(former) and paragraph != former))
            former = paragraph
    return {
        "label": voice.text(chapter.label),
        "current": chapter.page == here,
        "ticks": ticks,
    }


def _tick(voice: Voice, judged: Judgement, current: bool, gap: bool) -> dict[str, Any]:
    words = (
        f"{voice.report(judged.fact, judged.report)}{voice.phrase('list_comma')}"
        f"{voice.text(judged.fact.label)}{voice.phrase('colon_gap')}"
        f"{voice.verdict(judged.verdict)['word']}"
    )
    return {
        "verdict": judged.verdict,
        "href": f"ledger.html#{anchor(judged.fact.key)}",
        "title": words,
        "paragraph": voice.at(judged.report),
        "current": current,
        "gap_before": gap,
    }
