"""What the numbers of a built site have to say: what the data says, and what their calls make."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from macros.checks.site.files import Site
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.contexts import contexts
from macros.pages.edition import Edition
from macros.pages.macros.interpret import Inline
from macros.pages.numbers import Shown
from macros.pages.project import Project
from macros.pages.source import COMMENT, Page
from macros.problems import Problems, TieoutError

T = TypeVar("T")
_LOOSELY: Final[tuple[Mapping[str, bool], ...]] = ({}, {"bound": False})
_SHORTLY: Final = tuple({**said, "short": True} for said in _LOOSELY)
_COMMENT: Final = re.compile(COMMENT, re.MULTILINE)


def check_numbers(site: Site, project: Project, problems: Problems) -> None:
    """Compare every number with what the data says, and each page's with its calls and its pair."""
    if project.editions:
        _check_values(site, Numerals(project.editions), problems)
    for edition in project.editions.values():
        _check_calls(site, edition, problems)
        for path in site.pages if edition.folder else ():
            _check_pair(site, path, edition.folder + path, problems)


def _check_values(site: Site, numerals: Numerals, problems: Problems) -> None:
    right = defaultdict[Language, set[str]](set)
    for path, part in (each for parts in site.parts.values() for each in parts.items()):
        for text in part.numbers.keys() - right[part.language]:
            shown, _ = part.numbers[text]
            if told := numerals.wrong(shown, part.language):
                problems.extend((place, *told) for place in site.places(path, shown))
            else:
                right[part.language].add(text)


def _counted(site: Site, page: str, of: Callable[[Shown], T]) -> Counter[T]:
    """Return how often the numbers of a page and of what stands beside it are of something."""
    counted = Counter[T]()
    for part in site.parts[page].values():
        for shown, times in part.numbers.values():
            counted[of(shown)] += times
    return counted


def _check_calls(site: Site, edition: Edition, problems: Problems) -> None:
    """Record the calls whose numbers are not on their page."""
    published = ((edition.folder + page.address, page) for page in edition.pages)
    for path, page in ((path, page) for path, page in published if path in site.pages):
        seen = _counted(site, path, lambda shown: shown.name)
        for call, shown in _made(edition, page):
            seen[shown.name] -= 1
            if seen[shown.name] < 0:
                message = f"{shown.what} does not stand on {site.name}/{path}"
                problems.add(call.where, message, "it was lost on the way; build again")


def _made(edition: Edition, page: Page) -> Iterator[tuple[Call, Shown]]:
    """Yield the calls of a page that make a number which readers see."""
    unseen = [found.span() for found in _COMMENT.finditer(page.text)]
    for call, context in contexts(page.text, page.calls):
        content = edition.interpret(call).content if context == "page" else None
        hidden = any(start < call.start < end for start, end in unseen)
        if isinstance(content, Inline) and content.shown and not hidden:
            yield call, content.shown


def _check_pair(site: Site, path: str, pair: str, problems: Problems) -> None:
    """Record the numbers that a page shows more often than the same page in another language."""
    if pair in site.pages and not (site.pages[path].is_notice or site.pages[pair].is_notice):
        shown = {page: _counted(site, page, lambda shown: shown.what) for page in (path, pair)}
        for one, other in ((path, pair), (pair, path)):
            for what, surplus in (shown[one] - shown[other]).items():
                times = f"{shown[one][what]}× here and {shown[other][what]}×"
                message = f"{what} stands {times} in {site.name}/{other}"
                places = [each for part in site.parts[one] for each in site.places(part, what)]
                for place in places[-surplus:]:
                    problems.add(place, message, "build all languages again")


@dataclass
class Numerals:
    """Judges the numbers of built pages."""

    editions: Mapping[Language, Edition]
    known: dict[tuple[str, ...], tuple[dict[str, Shown], Iterator[Shown]]] = field(
        default_factory=dict
    )

    def wrong(self, shown: Shown, language: Language) -> tuple[str, str] | None:
        """Return what is wrong with a number, and a repair; None if it says what the data says."""
        try:
            right = self._right(shown, language)
        except TieoutError as error:
            return error.message, error.hint
        if shown.text not in right:
            return f"“{shown.text}” is not what the data says", f"{min(right)!r} is"
        first = next(iter(right.values()))
        for name in ("value", "verdict"):
            said, wanted = getattr(shown, name), getattr(first, name)
            if said != wanted:
                return f"the {name} of “{shown.text}” is {said!r}", f"the data gives {wanted!r}"
        return None

    def _right(self, shown: Shown, language: Language) -> dict[str, Shown]:
        """Return what could stand there by its text, with its bound and without, in full and short.

        It is worded further only until it is what stands there: mostly that is the first.
        """
        asked = language, *shown.name
        if asked not in self.known:
            self.known[asked] = {}, self._wordings(self.editions[language], shown)
        found, more = self.known[asked]
        try:
            while shown.text not in found and (made := next(more, None)):
                found.setdefault(" ".join(made.text.split()), made)
        except TieoutError:
            del self.known[asked]
            raise
        return found

    def _wordings(self, edition: Edition, shown: Shown) -> Iterator[Shown]:
        for call in _calls(shown):
            outcome = edition.interpret(call)
            if outcome.problem:
                raise outcome.problem
            if isinstance(outcome.content, Inline) and (made := outcome.content.shown):
                yield made
                if shown.kind == "printed":  # a remark's fact() without an origin says it in words
                    entry, voice = edition.book.fact(shown.key), edition.voice
                    report = voice.audit.sources.print_of(entry, shown.at)
                    yield replace(made, text=voice.report(entry, report))


def _calls(shown: Shown) -> Iterator[Call]:
    """Yield the calls that may have made a number, first as most are, which is mostly known."""
    match shown.kind:
        case "count":
            yield Call("count", (shown.key,))
        case "printed":
            yield from (Call("printed", (shown.key, shown.at), said) for said in _LOOSELY)
        case _:
            yield from (Call("fact", (shown.key,), said) for said in (*_LOOSELY, *_SHORTLY))
