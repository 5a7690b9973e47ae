"""Problems an author can mend: what is wrong, where, and the nearest right thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file; line and column count from 1, and 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, at one place, with a repair if there is one."""

    where: Location
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {mark}{self.message}{hint}"


@dataclass
class Problems:
    """All problems of one run, collected so that an author sees them together."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self, where: Location, message: str, hint: str = "", severity: Severity = "error"
    ) -> None:
        """Record one problem."""
        self.found.append(Problem(where, message, hint, severity))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.found)))

    def __len__(self) -> int:
        return len(set(self.found))

    @property
    def errors(self) -> list[Problem]:
        """The problems that must stop a build, sorted by place."""
        return [problem for problem in self if problem.severity == "error"]


class TieoutError(Exception):
    """A single mistake, raised where it is noticed and located by whoever catches it.

    Attributes:
        message: What is wrong, in words an author understands.
        hint: The nearest right thing, or an empty string.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def nearest(name: str, known: Iterable[str]) -> str:
    """Return “did you mean …?” for the known name closest to a wrong one, or an empty string."""
    best = process.extractOne(str(name), list(known), scorer=fuzz.WRatio, score_cutoff=60)
    return f"did you mean {best[0]!r}?" if best else ""
