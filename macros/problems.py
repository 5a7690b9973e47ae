"""Problems an author can mend: what is wrong, where, and the nearest right thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import Final, Literal, NamedTuple

Level = Literal["error", "warning", "hint"]


class Rule(Enum):
    """What a problem breaks: the only list of rules, each with one line and a level.

    An error stops a build, a warning asks for work, a hint says what no machine can be sure of.
    """

    number = "A number that readers see comes from a fact."
    comparison = "A comparison beside a fact, or of two entities, is a claim or declared."
    claim = "A claim is true at the printed precision, and says what it compares."
    agreement = "The words beside a fact agree with it: period, entity, sign and direction."
    parity = "All languages have the same pages, settings, headings and calls."
    call = "A page calls macros with arguments that fit."
    page = "A page can be read, and every call in it is closed."
    html = "A page writes, draws and runs nothing in raw HTML."
    data = "Data and configuration can be read, and each entry is whole."
    name = "A name stands for something that exists, once."
    print = "A figure as printed and as a value are the same."
    unit = "A unit is declared, and a value is one of its unit."
    formula = "A formula keeps to units, bases and periods, and can be computed."
    same = "One thing at one time is one fact."
    report = "One report of a fact is preferred; the article's says where it is printed."
    date = "Nothing is told before it has happened, or read after the evidence was."
    possible = "A gap, a growth or a difference is what its formula computes."
    edition = "Editions of a table that restate each other are not chained unsaid."
    note = "A disagreement has a note, and an agreement has none."
    evidence = "What refutes the article is evidence of its own, or arithmetic over it."
    change = "What a change says was so leads to what stands today."
    site = "The built site says what the data says, and every link leads somewhere."
    unread = "Where `--strict-proof` is asked for, each passage of the proof sheet has been read."
    review = "A fact is checked again when it is due.", "warning"
    unused = "What is declared is used.", "warning"
    beside = "A fact does not stand beside the name of somebody else alone.", "hint"
    opinion = "A comparison beside one name and no fact is meant as an opinion.", "hint"
    compares = "What sets two entities beside each other is a claim, declared, or read.", "hint"
    proof = "What shows numbers or names two entities is read by a person.", "hint"
    odd = "A figure that is out of line with its neighbours is meant so.", "hint"
    history = "What git saw change in the data is told in `changes:`.", "warning"

    def __init__(self, line: str, level: Level = "error") -> None:
        self.line, self.level = line, level


class Location(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def inside(self, text: str, words: str) -> Location:
        """Return the place of some words in a text that begins here, or here if they are not."""
        if not words or words not in text:
            return self
        # A text of the data begins behind its key: only its first line is moved to the right.
        at = place_at("", text, text.index(words))
        column = at.column + (self.column - 1 if at.line == 1 else 0)
        return Location(self.path, self.line + at.line - 1, column)


def place_at(path: str, text: str, offset: int) -> Location:
    """Return the place of a character in a text."""
    ends = _line_ends(text)
    line = bisect_left(ends, offset)
    return Location(path, line + 1, offset - (ends[line - 1] if line else -1))


@lru_cache(maxsize=8)
def _line_ends(text: str) -> tuple[int, ...]:
    """Return the offsets of a text's line ends: a page has thousands of places."""
    return tuple(found.start() for found in re.finditer("\n", text))


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, at one place, with a repair if there is one."""

    where: Location
    message: str
    hint: str = ""
    # What two rules tell in the same words at one place is one problem.
    rule: Rule = field(default=Rule.data, compare=False)
    lacks: tuple[str, str] = field(default=("", ""), compare=False)  # a kind of entry, and a name

    @property
    def sentence(self) -> str:
        """What is wrong, and the repair in brackets."""
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __str__(self) -> str:
        mark = "" if self.rule.level == "error" else f"{self.rule.level}: "
        return f"{self.where}: {mark}{self.sentence} [{self.rule.name}]"


Mistake = tuple[Location, str, str]
"""What is wrong, before anybody says which rule it breaks: where, what, and a repair if any."""
_QUOTED: Final = re.compile("'([^']+)'")


@dataclass
class Problems:
    """All problems of one run, collected so that an author sees them together.

    Attributes:
        found: The problems; what `under` returns adds to the same list.
        rule: What is broken by the problems that are told here.
        causes: The problem for which an entry cannot be relied on, by the entry's name.
        following: The problems that are folded under another, which is their cause.
        gone: Of each kind of entry, why some are not there, by names that tell nothing of theirs.
    """

    found: list[Problem] = field(default_factory=list)
    rule: Rule | None = None
    causes: dict[str, Problem] = field(default_factory=dict)
    following: dict[Problem, set[Problem]] = field(default_factory=dict)
    gone: dict[str, dict[str, Problem]] = field(default_factory=dict)

    def under(self, rule: Rule) -> Problems:
        """Return the same problems, to tell those of one rule."""
        return Problems(self.found, rule, self.causes, self.following, self.gone)

    def add(
        self, where: Location, message: str, hint: str = "", about: str = "", kind: str = ""
    ) -> Problem:
        """Record one problem, or count it to its cause if it is about an entry that has one."""
        assert self.rule, f"no rule is named for: {message}"
        # What is told is told in one line, though YAML breaks some of its messages.
        told = Problem(where, re.sub(r"\s*\n\s*", " ", message), hint, self.rule, (kind, about))
        if cause := self.cause_of(about):
            self.following.setdefault(cause, set()).add(told)
            return cause
        self.found.append(told)
        return told

    def extend(self, mistakes: Iterable[Mistake]) -> None:
        """Record some mistakes, all of the rule that is told here."""
        for where, message, hint in mistakes:
            self.add(where, message, hint)

    def lose(self, name: str, cause: Problem) -> None:
        """Remember why an entry is not there, or not whole."""
        self.causes.setdefault(name, cause)

    def cause_of(self, name: str) -> Problem | None:
        """Return why an entry, or the series whose member a key names, cannot be relied on."""
        return self.causes.get(name) or self.causes.get(name.partition("[")[0])

    def take(
        self, mistake: TieoutError | None, where: Location, told: str = "{}", within: str = ""
    ) -> None:
        """Record a mistake, if there is one, at a place: by its own rule, or else by ours.

        What is told has `{}` for its message. In the text `within`, which begins at the place, the
        words that are wrong are looked for: the name that is lacked, or what is quoted first.
        """
        if mistake:
            view = self.under(mistake.rule) if mistake.rule else self
            quoted = mistake.about or (_QUOTED.findall(mistake.message) or [""])[0]
            place = where.inside(within, quoted)
            # What came from elsewhere, such as a name of the data, is told at its first place.
            elsewhere = mistake.brought and mistake.about not in within
            about = quoted if elsewhere or not mistake.brought else ""
            message = told.replace("{}", mistake.message)
            first = view.add(place, message, mistake.hint, about, mistake.kind)
            if elsewhere:
                self.lose(about, first)

    @contextmanager
    def at(self, where: Location, told: str = "{}") -> Iterator[None]:
        """Record the mistake that stops a block, as `take` does."""
        try:
            yield
        except TieoutError as error:
            self.take(error, where, told)

    def __iter__(self) -> Iterator[Problem]:
        # Each language tells what is wrong with the data; an author sees it once.
        for problem in sorted(set(self.found)):
            after = self.following.get(problem)
            more = f", and {len(after)} that follow from it" if after else ""
            yield replace(problem, message=problem.message + more)

    def __len__(self) -> int:
        return len(set(self.found))

    @property
    def errors(self) -> list[Problem]:
        """The problems that must stop a build, sorted by place."""
        return [problem for problem in self if problem.rule.level == "error"]


@dataclass(eq=False)
class TieoutError(Exception):
    """A single mistake, raised where it is noticed and located by whoever catches it.

    Attributes:
        message: What is wrong, in words an author understands.
        hint: The nearest right thing, or an empty string.
        rule: What it breaks, if that is not for the place to say.
        about: The name of the entry that it lacks, if it does, or the words that are wrong.
        kind: What the entry would be that it lacks.
        brought: Whether these may come from elsewhere; wherever they then are, they are told once.
    """

    message: str
    hint: str = ""
    rule: Rule | None = None
    about: str = ""
    kind: str = ""
    brought: bool = field(default=False, kw_only=True)

    def __str__(self) -> str:
        return self.message


def unknown(what: str, name: str, hint: str) -> TieoutError:
    """Return the mistake of naming what does not exist."""
    return TieoutError(f"there is no {what} {name!r}", hint, Rule.name, name, what)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return “did you mean …?” for the known name closest to a wrong one, or an empty string."""
    from rapidfuzz import fuzz, process  # which takes its time, and most runs find nothing wrong

    best = process.extractOne(str(name), list(known), scorer=fuzz.WRatio, score_cutoff=60)
    return f"did you mean {best[0]!r}?" if best else ""
