"""What a page is made of: whatever else of data and pages changes, it stays as it is.

A page shows the facts that its calls name, and what these are computed from and judged by. Of the
other pages it has titles and addresses. Counts and the bodies of pages show more than their calls
name: what they come to is asked where that is quickly said, and else the page is made of all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.data.pieces import Pieces
from macros.pages.bodies import BODIES
from macros.pages.call import Call
from macros.pages.edition import Edition, digest_of, outline_of
from macros.pages.figures import chart_calls
from macros.pages.front import front_of
from macros.pages.macros.registry import argument, is_wide, kind_of
from macros.pages.source import Page
from macros.pages.views import FactView

_TITLE: Final = re.compile(r"^[ \t]*(?:#(?!#).*|<h1.*|.*\n[ \t]*=+[ \t]*)$", re.MULTILINE)
_WORD: Final = re.compile(r"\w+")


def digests(text: str, editions: Collection[Edition]) -> Mapping[str, str]:
    """Return for each page, by its path, a digest of all of data and pages that it shows.

    Args:
        text: The data file's.
        editions: The explainer in each language.
    """
    data, pages = Pieces(text), [page for edition in editions for page in edition.pages]
    common = digest_of(part for page in pages for part in _listed(page))
    whole = digest_of((data.facts, outline_of(pages)))
    code = digest_of(page.text for page in pages)
    found: dict[str, str] = {}
    for edition in editions:
        shown, titles = ShownByCalls(edition, data), [*_title_calls(edition.pages)]
        for page in edition.pages:
            calls = [*page.calls, *titles]
            wide = whole if any(map(_is_of_all, calls)) else ""
            quoted = code if any(call.name == "example" for call in calls) else ""
            own = "" if wide else digest_of(shown.of(calls))
            found[page.path] = digest_of((page.path, page.text, common, wide, quoted, own))
    return found


def late(editions: Iterable[Edition]) -> set[str]:
    """Return the paths of pages that are made of all, and so take longest to make."""
    pages = (page for edition in editions for page in edition.pages)
    return {page.path for page in pages if any(map(_is_of_all, page.calls))}


def _is_of_all(call: Call) -> bool:
    return is_wide(call) and call.name not in BODIES


def _listed(page: Page) -> Iterator[str]:
    """Yield what every page may show of a page: what stands in front, its title and address."""
    yield f"{page.path}\0{page.address}\0{page.text[: front_of(page.text).end]}"
    yield from _TITLE.findall(page.text)


def _title_calls(pages: Iterable[Page]) -> Iterator[Call]:
    """Yield the calls in the titles of pages, which stand in the navigation of every page."""
    for page in pages:
        spans = [(0, front_of(page.text).end), *(at.span() for at in _TITLE.finditer(page.text))]
        yield from (c for c in page.calls if any(start <= c.start < end for start, end in spans))


@dataclass(frozen=True)
class ShownByCalls:
    """What calls show in one language."""

    edition: Edition
    data: Pieces

    def of(self, calls: Sequence[Call]) -> Iterator[str]:
        """Yield the texts that calls depend on: entries of facts, their verdicts, other calls."""
        named, valued = self.entries(calls)
        yield from self._common
        for name in sorted(named | valued):
            views = self._views.get(name, ())
            yield from (name, self._told[name], *map(_name_of, views))
            yield from dict.fromkeys(view.href.partition("#")[0] for view in views)
        for name in sorted(named):
            yield from (part for view in self._views.get(name, ()) for part in _judged(view))
        for call in calls:
            if call.name in BODIES:
                yield self.edition.once(BODIES[call.name], str(argument(call, "here")))
            elif kind_of(call) == "count":
                yield self.edition.interpret(call).text
            for page, rival in self._rivals(call):
                yield f"{page.path}\0{page.text[rival.start : rival.end]}"

    def entries(self, calls: Iterable[Call]) -> tuple[set[str], set[str]]:
        """Return the entries that calls show, each with its card, and those whose values they show.

        The latter stand in the remarks on the former, or are what these are computed from.
        """
        named = self._in(word for call in calls for word in _words_of(call))
        events = (each for each in self.edition.book.developments if each.id in named)
        named |= self._in(key.partition("[")[0] for each in events for key in each.facts)
        said = self._in(word for name in named for word in _words(self._told[name]))
        rivals = (rival for call in calls for _, rival in self._rivals(call))
        said |= self._in(word for rival in rivals for word in _words_of(rival))
        return named, self._behind(named | said)

    def _in(self, words: Iterable[str]) -> set[str]:
        return self._told.keys() & set(words)

    def _behind(self, names: set[str]) -> set[str]:
        """Return entries and those that their values are computed from."""
        keys = (view.key for name in names for view in self._views.get(name, ()))
        return names | self._in(k.partition("[")[0] for k in self.edition.audit.behind(keys))

    @cached_property
    def _told(self) -> Mapping[str, str]:
        """What each entry says, by its id: a fact or a series, a development.

        A card tells of the developments that bear on its fact.
        """
        entries, book = self.data.entries, self.edition.book
        told = {name: "".join(entries[n] for n in sorted(at)) for name, at in self._places.items()}
        for each in book.developments:
            label = "\0".join(each.label.values())
            told[each.id] = label
            for key in each.affects:
                if (name := key.partition("[")[0]) in told:
                    told[name] += f"\0{label}"
        return told

    @cached_property
    def _places(self) -> Mapping[str, set[int]]:
        """Where each entry of facts stands among all of them."""
        places: dict[str, set[int]] = {}
        for fact in self.edition.book.facts.values():
            at = self.data.at(fact.where.line)
            places.setdefault(fact.series or fact.key, set()).update(() if at is None else (at,))
        return places

    @cached_property
    def _common(self) -> list[str]:
        """What is part of every page: which page makes a call, and what looks like an entry."""
        placed = set[int]().union(*self._places.values())
        loose = (text for n, text in enumerate(self.data.entries) if n not in placed)
        return [*loose, str(sorted(self.edition.voice.callers.items()))]

    @cached_property
    def _views(self) -> Mapping[str, list[FactView]]:
        views: dict[str, list[FactView]] = {}
        for view in self.edition.views.values():
            views.setdefault(view.fact.series or view.key, []).append(view)
        return views

    def _rivals(self, call: Call) -> Iterator[tuple[Page, Call]]:
        """Yield the charts that may want the address of one, in which its form and a fact stand."""
        if kind_of(call) == "chart":
            charts = self.edition.once(chart_calls)
            names = self._in(text.partition("[")[0] for text in call.texts)
            for name in sorted(names) or [""]:
                yield from charts.get((call.name, name), ())


def _words_of(call: Call) -> Iterator[str]:
    yield from (word for text in call.texts for word in _words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _name_of(view: FactView) -> str:
    """Return what a fact is called, with its period where another has the same name."""
    return "" if view.fact.series else view.dated


def _judged(view: FactView) -> Iterator[str]:
    """Yield the verdicts on a fact and their reasons, in which other facts have a part."""
    for shown in view.prints:
        yield from (shown.verdict.id, shown.sentence, shown.known)
