"""How a language’s prose tells numbers and comparisons, from the patterns beside its module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.language.pattern_steps import (
    CALL,
    EVERYWHERE,
    TAKEN,
    Reach,
    Step,
    bounding,
    glued,
    meant,
)
from macros.language.periods import NEAR_YEAR, YEAR, Times
from macros.language.words import Words

_PIECE: Final = re.compile(r"\{([a-z_]+)\}")
_BREAK: Final = re.compile(r"\n *")
_GIVEN: Final = {"call": CALL, "taken": TAKEN, "year": YEAR, "near_year": NEAR_YEAR}
_IN_ORDER: Final = ("strong", "everywhere", "exemptions", "names", "weak")
"""What takes numbers out of a text: first what a rule would take for something else."""


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """How numbers and comparisons are told in a language's prose.

    Attributes:
        numbers: What takes numbers out of a text, in order.
        comparisons: What takes comparisons out of a text, in order.
        bounds: Of these, the words for bounds.
        meant: The words for each bound.
        condition: A clause that asserts nothing.
        asking: A sentence that asks.
        more: What says that the first of two is the larger.
        less: What says that it is the smaller.
        glued: What makes another number of the one behind it, and before it.
        loose: What says that the number behind it is not exact.
        owner: Whose the number is that follows.
        times: How times and changes are named.
    """

    numbers: tuple[Step, ...]
    comparisons: tuple[Step, ...]
    bounds: Step
    meant: Mapping[str, re.Pattern[str]]
    condition: re.Pattern[str]
    asking: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    glued: tuple[re.Pattern[str], re.Pattern[str]]
    loose: re.Pattern[str]
    owner: re.Pattern[str]
    times: Times


class Patterns:
    """The patterns of a language's prose, as `prose.toml` in the folder of its module has them.

    Attributes:
        pieces: Parts of patterns, by name.
        steps: What takes something out of a text, by what it is for.
    """

    def __init__(self, module: str, pieces: Mapping[str, str], *reaches: Reach) -> None:
        told = tomllib.loads(Path(module).with_name("prose.toml").read_text("utf-8"))
        self.pieces = {**_GIVEN, **pieces}
        for name, pattern in told["pieces"].items():
            self.pieces[name] = self._filled(pattern)
        self._told, self._reaches = told, {each.__name__: each for each in reaches}
        kinds = (*_IN_ORDER, "no_comparisons", "comparisons")
        self.steps = {kind: tuple(map(self._step, told.get(kind, ()))) for kind in kinds}

    def __getitem__(self, name: str) -> str:
        return self._filled(self._told[name])

    def prose(
        self, words: Words, numbers: Mapping[str, int], also: Patterns | None = None
    ) -> Prose:
        """Return how the language's prose tells numbers and comparisons.

        Args:
            words: Its fixed words.
            numbers: What its words for months, quarters and halves count.
            also: The patterns of a language whose words stand in its sentences, too.
        """
        steps = {"everywhere": EVERYWHERE}
        for each in (self, *((also,) if also else ())):
            steps = {kind: (*steps.get(kind, ()), *each.steps[kind]) for kind in _IN_ORDER}
        said = meant(words.bounds, besides=self._told["besides"])
        bounds = bounding(said.values())
        times = {name: self._compiled(each) for name, each in self._told["times"].items()}
        names = ("condition", "asking", "more", "less", "loose", "owner")
        return Prose(
            numbers=tuple(step for kind in _IN_ORDER for step in steps[kind]),
            comparisons=(*self.steps["no_comparisons"], bounds, *self.steps["comparisons"]),
            bounds=bounds,
            meant=said,
            glued=glued(self["before"], self["after"]),
            times=Times(numbers=numbers, **times),
            **{name: self._compiled(self._told[name]) for name in names},
        )

    def _filled(self, pattern: str) -> str:
        return _PIECE.sub(lambda found: self.pieces[found[1]], _BREAK.sub("", pattern))

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(self._filled(pattern))

    def _step(self, told: Mapping[str, str]) -> Step:
        """Return a step: what has no rule by which it may stand is a number, or a comparison."""
        rule = told.get("rule", "")
        return Step(
            self._filled(told["pattern"]),
            found=None if rule else "name" if told.get("found") else "number",
            rule=rule,
            reach=self._reaches[told["reach"]] if "reach" in told else re.Match.span,
            cased=bool(told.get("cased")),
        )
