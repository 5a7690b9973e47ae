"""Parity: a page and its pair in the other language have the same blocks, calls and times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import permutations
from typing import Final

from macros.checks.pages.blocks import Block, blocks
from macros.checks.prose.data_texts import Label
from macros.language.periods import months_in, years_in
from macros.language.tongue import tongue
from macros.language.writing import Language
from macros.pages.configuration import DOCS
from macros.pages.front import front_of
from macros.pages.macros.registry import signatures
from macros.pages.source import Page
from macros.problems import Location, Problems, Rule

Lines = set[tuple[str, int]]
"""Files and lines in them, on which something is told already."""
_MANY: Final = 4
"""So many blocks behind another that are not there have one cause."""
_SAID: Final = ("title", "description")


@dataclass(frozen=True, slots=True)
class ComparedCall:
    """A call without its words."""

    what: str
    where: Location


@dataclass(frozen=True)
class Side:
    """One page of a pair."""

    page: Page

    @cached_property
    def blocks(self) -> list[Block]:
        """The page's blocks, in order."""
        return list(blocks(self.page))

    @cached_property
    def uses(self) -> list[ComparedCall]:
        """The page's calls, those inside the words of other calls among them."""
        return [
            ComparedCall(what, call.where) for call in self.page.calls for what in signatures(call)
        ]

    def place(self, block: int) -> Location:
        """Return where a block begins, or the last one if there are fewer."""
        places = [each.where for each in self.blocks] or [Location(self.page.path, 1, 1)]
        return places[min(block, len(places) - 1)]

    def lines(self, block: int) -> Iterator[tuple[str, int]]:
        """Yield the lines of a block and of the charts behind it, up to the next block."""
        begun = [each.where.line for each in self.blocks[block : block + 2]]
        last = begun[1] if len(begun) > 1 else self.page.text.count("\n") + 1
        yield from ((self.page.path, line) for line in range(begun[0] if begun else 1, last + 1))


def pairs_of(pages: Iterable[Page]) -> Mapping[str, list[Page]]:
    """Return the pages of each name, one per language that has it."""
    sides: dict[str, list[Page]] = {}
    for page in pages:
        sides.setdefault(page.name, []).append(page)
    return sides


def check_lone(pages: Sequence[Page], languages: Sequence[Language], problems: Problems) -> None:
    """Record the pages that one language has and another has not.

    Args:
        pages: The pages.
        languages: The languages that they are owed in.
        problems: Where to record what is wrong.
    """
    problems = problems.under(Rule.parity)
    written = [each for each in languages if any(page.language == each for page in pages)]
    for language in languages:
        if pages and language not in written:
            problems.add(Location(f"{DOCS}/{language}"), "there are no pages", "write some")
    for pair in pairs_of(pages).values():
        lacking = {*written} - {page.language for page in pair}
        for other in lacking if not is_untranslated(pair[0]) else ():
            missing = f"{DOCS}/{other}/{pair[0].name}.md"
            hint = f"write {missing}, or say `untranslated: true` in the front matter here"
            where, message = Location(pair[0].path, 1, 1), f"the page has no pair in {DOCS}/{other}"
            told = problems.add(where, message, hint)
            problems.gone.setdefault("page", {})[missing] = told
        for page in pair if len(pair) > 1 and not lacking else ():
            if is_untranslated(page):
                message = "the page is declared untranslated, and has its pair"
                problems.add(Location(page.path, 1, 1), message, "drop `untranslated: true`")


def check_pair(pages: Sequence[Page], problems: Problems, told: Lines | None = None) -> None:
    """Record what a page has and its pairs have not: headings, calls.

    A call that is wrong by itself, and told so already, is not told a second time.

    Args:
        pages: The pages of one name.
        problems: Where to record what is wrong.
        told: The lines in which something wrong has been told already, if not among these problems.
    """
    problems = problems.under(Rule.parity)
    told = lines_of(problems) if told is None else told
    one, *others = map(Side, pages)
    for other in others:
        if not _tell_empty(one, other, problems) and not _tell_empty(other, one, problems):
            _compare(one, other, told, problems)


def lines_of(problems: Problems) -> Lines:
    """Return the lines in which an error is told."""
    return {(problem.where.path, problem.where.line) for problem in problems.errors}


def is_untranslated(page: Page) -> bool:
    """Whether a page says that it is meant for one language; readers of the other are told."""
    return front_of(page.text).meta.get("untranslated") is True


def _tell_empty(side: Side, other: Side, problems: Problems) -> bool:
    """Record a page without a text, and not each thing that it lacks."""
    empty = [not each.page.text[front_of(each.page.text).end :].strip() for each in (side, other)]
    if empty == [True, False]:
        hint = f"write what {other.page.path} says"
        problems.add(Location(side.page.path, 1, 1), "the page is empty", hint)
    return empty == [True, False]


def _compare(one: Side, other: Side, told: Lines, problems: Problems) -> None:
    told = told | {(at.path, at.line) for at in _compare_blocks(one, other, problems)}
    for here, there in ((one, other), (other, one)):
        _tell_unsaid(here, there, problems)
        _tell_surplus(here, there, told, problems)


def _compare_blocks(one: Side, other: Side, problems: Problems) -> Iterator[Location]:
    """Record the blocks that one page has and the other has not, and yield the calls in them."""
    mine, theirs = ([str(block) for block in side.blocks] for side in (one, other))
    found = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes
    same = ("equal", 0, len(mine), 0, len(mine))
    for tag, i, j, k, m in [same] if mine == theirs else found():
        if tag == "equal":
            for here, there in zip(one.blocks[i:j], other.blocks[k:m], strict=True):
                _compare_times(here, there, (one.page.language, other.page.language), problems)
            continue
        for side, extra, against, at in (
            (one, one.blocks[i:j], other, k),
            (other, other.blocks[k:m], one, i),
        ):
            more = len(extra) - 1
            for block in extra if more < _MANY else extra[:1]:
                what = (
                    f"{block} is" if more < _MANY else f"{block}, and {more} blocks behind it, are"
                )
                told = f"{what} not at this point in {against.page.path}"
                problems.add(block.where, told, f"compare {against.place(at)}")
                lines = range(block.where.line, (block if more < _MANY else extra[-1]).end)
                yield from (use.where for use in side.uses if use.where.line in lines)


def _compare_times(
    here: Block, there: Block, languages: tuple[Language, Language], problems: Problems
) -> None:
    """Record a month or a year that is another one in the other language; one may be left out."""
    times = [tongue(language).prose.times for language in languages]
    texts = (here.words, there.words)
    months = [months_in(text, each) for text, each in zip(texts, times, strict=True)]
    years = [{year for _, year in years_in(text)} for text in texts]
    for what, (mine, theirs) in (("month", months), ("year", years)):
        if mine - theirs and theirs - mine:
            named = [", ".join(map(str, sorted(each))) for each in (mine - theirs, theirs - mine)]
            told = f"the words speak of the {what} {named[0]}, and {there.where} of {named[1]}"
            problems.add(here.where, told, "name the same time in all languages")


def _tell_unsaid(here: Side, there: Side, problems: Problems) -> None:
    """Record what the front matter of one page says and that of the other does not."""
    mine, theirs = (front_of(side.page.text).meta for side in (here, there))
    for name in _SAID:
        if name in mine and name not in theirs:
            message = f"the front matter has no `{name}:`, and that of {here.page.path} has"
            problems.add(Location(there.page.path, 1, 1), message, "say it in each language")


def _tell_surplus(one: Side, other: Side, told: Lines, problems: Problems) -> None:
    """Record the calls that one page has more often than the other."""
    here, there = (Counter(use.what for use in side.uses) for side in (one, other))
    for what, surplus in (here - there).items():
        for use in _likeliest(one, other, what)[:surplus]:
            message = f"{what} stands {_times(here[what])} here and {_times(there[what])} in"
            above = sum(block.where <= use.where for block in one.blocks)
            hint = f"compare {other.place(max(0, above - 1))}"
            if not told & {(use.where.path, use.where.line), *other.lines(max(0, above - 1))}:
                problems.add(use.where, f"{message} {other.page.path}", hint)


def check_label_parity(labels: Iterable[Label], problems: Problems) -> None:
    """Record the calls that a text of the data has in one language and not in another."""
    problems = problems.under(Rule.parity)
    texts: dict[str, list[Label]] = {}
    for label in labels:
        texts.setdefault(label.what, []).append(label)
    for name, pair in texts.items():
        said = {label.language: _counted(label) for label in pair if any(o.calls for o in pair)}
        for one, other in permutations(said, 2):
            here, there = said[one], said[other]
            for what in here - there:
                times = f"{_times(here[what])} in {one} and {_times(there[what])} in {other}"
                told = f"{what} stands {times} (in the {name})"
                problems.add(pair[0].where, told, "call it in each")


def _counted(label: Label) -> Counter[str]:
    return Counter(what for call in label.calls for what in signatures(call))


def _likeliest(one: Side, other: Side, what: str) -> list[ComparedCall]:
    """Return a call's uses, first those that are beside nothing when both pages are aligned."""
    mine, theirs = ([use.what for use in side.uses] for side in (one, other))
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    aligned = {i for block in blocks for i in range(block.a, block.a + block.size)}
    found = [(i in aligned, i) for i, use in enumerate(one.uses) if use.what == what]
    return [one.uses[i] for _, i in sorted(found)]


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
