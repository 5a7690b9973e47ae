"""What a scenario is made of; every value is exact and in its base unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.expression import Expression
from macros.arithmetic.units import Unit
from macros.data.book import Fact


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that a reader sets.

    Attributes:
        name: Its name in formulas.
        label: What it is, in the page's language.
        unit: The unit it is set in.
        low: Least value.
        high: Greatest value.
        step: Distance between the values that a slider stops at.
        start: Its value in the resting state.
    """

    name: str
    label: str
    unit: Unit
    low: Fraction
    high: Fraction
    step: Fraction
    start: Fraction


@dataclass(frozen=True, slots=True)
class Result:
    """Something that follows.

    Attributes:
        name: Its name in later formulas and in the sentence.
        label: What it is, in the page's language.
        formula: As the author wrote it.
        tree: The same with earlier results written out: names of facts and settings only.
        unit: The unit it is shown in.
        place: One unit of the last digit shown.
    """

    name: str
    label: str
    formula: Expression
    tree: Expression
    unit: Unit
    place: Fraction


@dataclass(frozen=True)
class Scenario:
    """A call, read and checked.

    Attributes:
        title: Shown above it.
        measure: What is computed, its unit and period; shown under the title.
        text: The sentence, with the names of settings and results in braces.
        facts: The facts that it starts from, by name.
        constants: Their values, by name.
        settings: What a reader sets.
        results: What follows, in the order in which one may use another.
        cases: Values of the settings, for the table.
        compare: The fact that the first result of its unit is drawn beside, or None.
    """

    title: str
    measure: str
    text: str
    facts: Mapping[str, Fact]
    constants: Mapping[str, Fraction]
    settings: tuple[Setting, ...]
    results: tuple[Result, ...]
    cases: tuple[tuple[Fraction, ...], ...] = ()
    compare: Fact | None = None

    @property
    def start(self) -> tuple[Fraction, ...]:
        """The settings of the resting state."""
        return tuple(setting.start for setting in self.settings)

    def at(self, values: Sequence[Fraction]) -> dict[str, Fraction]:
        """Return all results by name.

        Args:
            values: One per setting, in its base unit.

        Raises:
            TieoutError: A formula divides by zero.
        """
        given = dict(zip((setting.name for setting in self.settings), values, strict=True))
        names = {**self.constants, **given}
        return {result.name: value_at(result.tree, names) for result in self.results}

    def named(self) -> Iterator[Setting | Result]:
        """Yield what the sentence may name."""
        yield from self.settings
        yield from self.results
