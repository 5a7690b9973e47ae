"""What stands in an order: the dates of site and origins, and the chapters' paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from macros.arithmetic.period import Period
from macros.data.schema.declarations import ArticleEntry, Chapter
from macros.data.schema.facts import Development, File, Statement
from macros.data.schema.fields import Entry
from macros.data.schema.origins import Origin
from macros.problems import Location, Problems, Rule

# By whatever scheme, with www or without, and wherever in it: one document.
_SAME: Final = re.compile(r"^https?://(?:www\.)?|#.*", re.IGNORECASE)


def check_order(file: File, problems: Problems) -> None:
    """Record dates that cannot follow each other, and chapters that are out of order."""
    # Chapters out of order break the file’s own rule, and not that of dates.
    chapters, problems = problems, problems.under(Rule.date)
    site, as_of = file.site, file.site.as_of
    if site.reviewed:
        _check_article(site.reviewed, as_of, file.origins, problems)
    else:
        for entry in (*site.chapters, *file.statements):
            told = "this is of a reviewed text, and `site:` names none"
            chapters.add(entry.place(), told, "add `article:` there, or take this out")
    _check_chapters(site.chapters, chapters)
    for origin in file.origins:
        _check_origin(origin, as_of, problems)
    _check_addresses(file.origins, problems.under(Rule.same))
    dated: tuple[Statement | Development, ...] = (*file.statements, *file.developments)
    for entry in dated:
        key = "known" if isinstance(entry, Statement) else "date"
        _check_date(
            entry, key, f"{entry.id}: `{key}` is after the as-of date, {as_of}", as_of, problems
        )


def _check_date(entry: Entry, key: str, told: str, as_of: Period, problems: Problems) -> None:
    """Tell of a date that lies behind the day up to which the evidence was read."""
    day = getattr(entry, key)
    if day is not None and day.first > as_of.last:
        problems.add(entry.place(key), told, "move `as_of`, or mend the date")


def _check_article(
    entry: ArticleEntry, as_of: Period, origins: Sequence[Origin], problems: Problems
) -> None:
    written = entry.written
    _check_date(entry, "written", f"written {written} is after the as-of date", as_of, problems)
    if entry.reprinted and entry.reprinted.first < written.first:
        message = f"reprinted {entry.reprinted} is before it was written, {written}"
        problems.add(entry.place("reprinted"), message, "mend whichever is wrong")
    for origin in origins:
        published = origin.published
        if origin.id == entry.origin and not published.first <= written.first <= published.last:
            message = f"the article is written {written}, but its origin published {published}"
            problems.add(entry.place("written"), message, "mend whichever is wrong")


def _check_origin(entry: Origin, as_of: Period, problems: Problems) -> None:
    late = f"{entry.id} is {{}} after the as-of date, {as_of}"
    _check_date(entry, "published", late.format("published"), as_of, problems)
    if entry.accessed and entry.accessed.last < entry.published.first:
        message = f"{entry.id} is accessed before it was published, {entry.published}"
        problems.add(entry.place("accessed"), message, "mend whichever is wrong")
    else:
        _check_date(entry, "accessed", late.format("accessed"), as_of, problems)


def _check_addresses(entries: Sequence[Origin], problems: Problems) -> None:
    """One document is one origin, so that nothing bears itself out."""
    known: dict[str, str] = {}
    for entry in entries:
        for key in ("url", "also"):
            address = _SAME.sub("", getattr(entry, key) or "").rstrip("/")
            first = known.setdefault(address, entry.id) if address else entry.id
            if first != entry.id:
                message = f"the address of {entry.id} is that of {first}, too"
                problems.add(entry.place(key), message, f"say `origin: {first}` there")


def _check_chapters(chapters: Sequence[Chapter], problems: Problems) -> None:
    """Each paragraph is taken up by one chapter, and each page is one chapter."""
    spans: list[tuple[int, int, Location, str]] = []
    pages: set[str] = set()
    for chapter in chapters:
        first, last = chapter.first, chapter.last
        where = chapter.place("to")
        if last < first:
            message = f"the chapter {chapter.page} ends at ¶{last}, before it begins at ¶{first}"
            problems.add(where, message, f"from: ¶{last}, to: ¶{first}")
        spans.append((min(first, last), max(first, last), chapter.place("from"), chapter.page))
        if chapter.page in pages:
            message = f"the page {chapter.page!r} is two chapters"
            problems.add(chapter.place("page"), message, "a page is one stretch of paragraphs")
        pages.add(chapter.page)
    for (_, end, _, former), (start, _, place, page) in pairwise(sorted(spans)):
        if start <= end and page != former:  # a chapter that is twice there is told
            message = f"¶{start} is in two chapters"
            problems.add(place, message, f"begin behind ¶{end}, or end the other sooner")
