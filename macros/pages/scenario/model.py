"""What a scenario is made of, each value exact and in its base unit; and how it is shown.

Shown are words for the page, and what its script needs to write the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TypedDict

from markupsafe import Markup

from macros.arithmetic.evaluate import range_of, value_at
from macros.arithmetic.expression import Expression, as_json, keys_of, written
from macros.arithmetic.quantity import Interval, Quantity, point
from macros.arithmetic.units import Unit
from macros.data.book import Fact
from macros.language.tongue import tongue
from macros.language.writing.amounts import Style
from macros.language.writing.rounding import power_below
from macros.pages.call import in_template
from macros.pages.voice import Voice


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


class Format(TypedDict):
    """How a script writes amounts of one unit to one place, as `macros.language.writing.word` does.

    Numbers are texts of fractions. Zeros at the end are kept in the unit's own scale.
    """

    place: str  # one unit of the last digit shown, in the base unit
    own: str  # the worth of the unit's own scale
    before: str  # what stands before the digits, behind a minus sign
    scales: list[tuple[str, str, str]]  # the largest first: worth, words behind digits, behind a 1
    grouped: bool  # whether thousands are set apart


def format_of(voice: Voice, unit: Unit, place: Fraction) -> Format:
    """Return how to write amounts of a unit, taken from how the wording writes a 2 and a 1."""
    style = Style(voice.language, unit, voice.audit.book.unit_words)
    before, scales = "", []
    for scale in style.scales():
        # The page’s script has no grammar: a 2 and a 1 show all that it has to put around digits.
        ends = (Quantity(n * scale, unit.id, place=scale) for n in (2, 1))
        two, one = (voice.quantity(end, unit, spelled=False) for end in ends)
        before, _, many = two.partition("2")
        scales.append((str(scale), many, one.removeprefix(before + "1")))
    return {
        "place": str(power_below(place)),
        "own": str(unit.scale),
        "before": before,
        "scales": scales,
        "grouped": tongue(voice.language).grouped,
    }


@dataclass(frozen=True)
class Illustration:
    """A scenario in a language."""

    voice: Voice
    scenario: Scenario

    @property
    def id(self) -> str:
        """Its address on the page."""
        return f"scenario-{'-'.join(result.name for result in self.scenario.results)}"

    def said(self, value: Fraction, named: Named) -> str:
        """Return the text of a setting's or a result's value, rounded to its place."""
        quantity = Quantity(value, named.unit.id, place=power_below(named.place))
        return self.voice.quantity(quantity, named.unit, spelled=False)

    def cells(self, values: Sequence[Fraction]) -> dict[str, str]:
        """Return what is set and what follows in words, by name."""
        state = (*values, *self.scenario.at(values).values())
        named = zip(self.scenario.named, state, strict=True)
        return {each.name: self.said(value, each) for each, value in named}

    def sentence(self, values: Sequence[Fraction]) -> str:
        """Return the sentence for given settings, each in its base unit."""
        return self.scenario.text.format(**self.cells(values))

    def format(self, named: Named) -> Format:
        """Return how the values of a setting or a result are written."""
        return format_of(self.voice, named.unit, named.place)

    @property
    def payload(self) -> Markup:
        """What the page's script needs, as JSON."""
        scenario, known, drawn = self.scenario, self.scenario.constants, self._drawn
        made = {
            "settings": [
                {"name": s.name, "scale": str(s.unit.scale), "format": self.format(s)}
                for s in scenario.settings
            ],
            "results": [
                {"name": r.name, "tree": as_json(r.tree, known), "format": self.format(r)}
                for r in scenario.results
            ],
            "text": scenario.text,
            "drawn": drawn and {"name": drawn[1].name, "whole": str(drawn[2])},
        }
        return in_template(json.dumps(made, ensure_ascii=False, separators=(",", ":")))

    @property
    def facts(self) -> list[Fact]:
        """The facts that something follows from."""
        used = dict.fromkeys(key for r in self.scenario.results for key in keys_of(r.tree))
        return [self.scenario.facts[key] for key in used if key in self.scenario.facts]

    @property
    def formulas(self) -> list[tuple[str, str]]:
        """What follows, each with its formula in words."""
        labels = {name: self.voice.dated(fact) for name, fact in self.scenario.facts.items()}
        labels |= {named.name: named.label for named in self.scenario.named}
        return [(r.label, written(r.formula, labels)) for r in self.scenario.results]

    @cached_property
    def _drawn(self) -> tuple[Fact, Result, Fraction] | None:
        """The fact and the result that are drawn beside each other, and what a whole bar is."""
        scenario, fact = self.scenario, self.scenario.compare
        result = next((r for r in scenario.results if fact and r.unit.id == fact.unit.id), None)
        if fact is None or result is None:
            return None
        # Over everything that a reader can set, so that no bar ever outgrows its frame.
        box = {name: point(value) for name, value in scenario.constants.items()}
        box |= {setting.name: Interval(setting.low, setting.high) for setting in scenario.settings}
        most = range_of(result.tree, box).high or Fraction(0)
        return fact, result, max(most, self.voice.audit.value(fact.key).quantity.value, Fraction(0))

    @property
    def bars(self) -> list[tuple[str, str, str, str]]:
        """What is drawn, before and after: name (of a result), label, share of the whole, words."""
        if self._drawn is None:
            return []
        fact, result, whole = self._drawn
        before = self.voice.audit.value(fact.key).quantity.value
        after = self.scenario.at(self.scenario.start)[result.name]
        was = ("", self.voice.dated(fact), _share(before, whole), self.voice.value(fact))
        return [was, (result.name, result.label, _share(after, whole), self.said(after, result))]


def _share(value: Fraction, whole: Fraction) -> str:
    share = 100 * value / whole if whole else Fraction(0)
    return f"{float(min(max(share, Fraction(0)), Fraction(100))):.2f}"
