"""What a scenario is made of; every value is exact and in its base unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.expression import Expression
from macros.arithmetic.units import Unit
from macros.data.book import Fact


@dataclass(frozen=True, slots=True)
class Named:
    """What later formulas and the sentence may name, with the unit that it is shown in.

    Attributes:
        place: One unit of the last digit shown; what a setting's slider steps by.
    """

    name: str
    label: str
    unit: Unit
    place: Fraction


@dataclass(frozen=True, slots=True)
class Setting(Named):
    """Something that a reader sets, from `low` to `high`; at rest it is at `start`."""

    low: Fraction
    high: Fraction
    start: Fraction

    def plain(self, value: Fraction) -> str:
        """Return a value in the unit, as a field of a form takes it."""
        return f"{float(value / self.unit.scale):.12g}"


@dataclass(frozen=True, slots=True)
class Result(Named):
    """Something that follows.

    Attributes:
        formula: As the author wrote it.
        tree: The same with earlier results written out: names of facts and settings only.
    """

    formula: Expression
    tree: Expression


@dataclass(frozen=True)
class Scenario:
    """A call, read and checked.

    Attributes:
        measure: What is computed, its unit and period; shown under the title.
        text: The sentence, with the names of settings and results in braces.
        facts: The facts that it starts from, by name.
        constants: Their values, by name.
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

    @property
    def named(self) -> tuple[Named, ...]:
        """What the sentence may name."""
        return (*self.settings, *self.results)

    def at(self, values: Sequence[Fraction]) -> dict[str, Fraction]:
        """Return all results by name, given one value per setting in its base unit.

        Raises:
            TieoutError: A formula divides by zero.
        """
        given = zip((setting.name for setting in self.settings), values, strict=True)
        names = {**self.constants, **dict(given)}
        return {result.name: value_at(result.tree, names) for result in self.results}
