"""A passage: what is read at once beside its facts, and where its pair in another language is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.problems import Location

_MARKUP: Final = re.compile(
    r"\{\{.*?\}\}|\{[ \t]*#[a-z][\w-]*[ \t]*\}|(<[A-Za-z/][^<>]*>|\{:?[^{}\n]*\})", re.DOTALL
)
PassagePlace = tuple[str, int, int]
"""Where a passage stands in any language: the file's name, its section, the paragraph in it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a passage cites.

    Attributes:
        keys: The facts.
        claims: The comparisons that it claims.
        typed: The numbers in it that come from no call, and stand by a rule or a declared name.
    """

    keys: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Passage:
    """What is read at once.

    Attributes:
        where: Where it stands.
        said: What readers read, or says that when it is asked.
        told: What it cites, likewise: a check only counts most passages.
        named: The entities that it sets beside each other where nothing decides how they compare:
            no grammar knows each way to.
        under: The headings, the line before a list or a table and the row or the item above under
            which it stands: “it was 5” is true under one and not another.
        source: It as it is written up to the next one, with all that decides what its calls show.
    """

    where: Location
    said: str | Callable[[], str]
    told: Cited | Callable[[], Cited] = Cited()
    named: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    source: str = ""

    @property
    def raw(self) -> str:
        """It as it is written, however its lines are broken."""
        return " ".join(self.source.split())

    @property
    def marks(self) -> tuple[str, ...]:
        """The markup in it that may show words otherwise than they are read."""
        return tuple(filter(None, _MARKUP.findall(self.source)))

    @cached_property
    def words(self) -> str:
        """What readers read."""
        return self.said if isinstance(self.said, str) else self.said()

    @cached_property
    def cited(self) -> Cited:
        """What it cites."""
        return self.told if isinstance(self.told, Cited) else self.told()
