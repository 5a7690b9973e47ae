"""Reads a scenario's call: names, formulas, units and ranges, with what is wrong said at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from string import Formatter
from typing import Any, Final

from macros.arithmetic.evaluate import dimension_of
from macros.arithmetic.expression import Expression, keys_of, parse_formula
from macros.arithmetic.notation import converted, expanded
from macros.arithmetic.units import Unit
from macros.audit.claims import MIXED_BASES
from macros.data.book import Fact
from macros.pages.scenario.model import Result, Scenario, Setting
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest

_SETTING: Final = {"name", "label", "unit", "low", "high", "step", "start"}
_RESULT: Final = {"name", "label", "unit", "formula"}
_AT_START: Final = "start"


@dataclass(frozen=True)
class Scenarios:
    """Makes the scenarios of one language."""

    voice: Voice

    def scenario(
        self,
        settings: list[Any],
        results: list[Any],
        title: str,
        measure: str,
        text: str,
        facts: dict[str, Any],
        cases: list[Any] | None = None,
        compare: str = "",
        mixes: str = "",
    ) -> Scenario:
        """Return a scenario.

        Args:
            settings: What a reader sets: name, label, unit, low, high, step, and start: a number
                in the unit, or a fact's key.
            results: What follows: name, label, unit, formula over the names of facts, settings
                and earlier results; optional `decimals`, and `equals`: the fact that it must be in
                the resting state.
            title: Shown above it.
            measure: What is computed, its unit and period.
            text: A sentence with names in braces.
            facts: Names for fact keys.
            cases: Lists of one value per setting, each a number in its unit or "start".
            compare: Key of a fact that the first result of its unit is drawn beside.
            mixes: The facts' bases, where they differ on purpose.

        Raises:
            TieoutError: Something in it does not fit.
        """
        found = {str(name): self._fact(str(key)) for name, key in facts.items()}
        self._refuse_mixed(found.values(), mixes)
        constants = {name: self._value(fact) for name, fact in found.items()}
        levers = tuple(self._setting(given) for given in settings)
        made = self._results(results, found, levers)
        bare = Scenario(
            self._worded(title), self._worded(measure), text, found, constants, levers, made,
            compare=self._fact(compare) if compare else None,
        )  # fmt: skip
        _refuse_unnamed(bare)
        for given, result in zip(results, made, strict=True):
            self._refuse_other_start(bare, result, str(given.get("equals", "")))
        return replace(bare, cases=tuple(_case(case, levers) for case in cases or ()))

    def _worded(self, text: str) -> str:
        return self.voice.remark({self.voice.language: text})

    def _fact(self, key: str) -> Fact:
        fact = self.voice.audit.book.fact(key)
        if self.voice.audit.value(key).quantity.is_spread:
            raise TieoutError(f"{key} has no single value", "a scenario starts from amounts")
        return fact

    def _value(self, fact: Fact) -> Fraction:
        return self.voice.audit.value(fact.key).quantity.value

    def _refuse_mixed(self, facts: Iterable[Fact], mixes: str) -> None:
        bases = {fact.identity.basis for fact in facts}
        if len(bases) > 1 and not bases <= set(mixes.replace(",", " ").split()):
            listed = ", ".join(sorted(bases))
            raise TieoutError(
                f"the scenario {MIXED_BASES} ({listed})", f'if that is meant, mixes="{listed}"'
            )

    def _setting(self, given: Any) -> Setting:
        _keys(given, _SETTING, set(), "a setting")
        unit = self._unit(given["unit"])
        low, high, step = (_number(given[k]) * unit.scale for k in ("low", "high", "step"))
        start = self._start(given["start"], unit)
        name = str(given["name"])
        if not low < high or step <= 0:
            raise TieoutError(f"{name}: low must lie below high, and step above zero")
        if not low <= start <= high or (start - low) % step or (high - low) % step:
            raise TieoutError(f"{name}: start and high must be whole steps above low")
        return Setting(name, str(given["label"]), unit, low, high, step, start)

    def _start(self, start: Any, unit: Unit) -> Fraction:
        if not isinstance(start, str):
            return _number(start) * unit.scale
        fact = self._fact(start)
        if fact.unit.id != unit.id:
            raise TieoutError(f"{start} is in {fact.unit.id}, not in {unit.id}")
        return self._value(fact)

    def _unit(self, text: Any) -> Unit:
        unit = self.voice.audit.book.units.read(str(text))
        if unit.id in ("date", "rank"):
            raise TieoutError(f"a scenario cannot show a {unit.id}", "use an amount")
        return unit

    def _results(
        self, results: list[Any], facts: Mapping[str, Fact], settings: tuple[Setting, ...]
    ) -> tuple[Result, ...]:
        units = self.voice.audit.book.units
        kinds = {name: units.dimension(fact.unit.id) for name, fact in facts.items()}
        kinds |= {setting.name: units.dimension(setting.unit.id) for setting in settings}
        if len(kinds) < len(facts) + len(settings):
            raise TieoutError("two facts or settings have the same name")
        worth = {name: units.factor(fact.unit.id) for name, fact in facts.items()}
        worth |= {setting.name: units.factor(setting.unit.id) for setting in settings}
        made: dict[str, Result] = {}
        plain: dict[str, Expression] = {}
        for given in results:
            _keys(given, _RESULT, {"decimals", "equals"}, "a result")
            name, unit = str(given["name"]), self._unit(given["unit"])
            if name in kinds:
                raise TieoutError(f"the name {name!r} is taken")
            formula = _formula(str(given["formula"]), {*kinds, *made})
            tree = plain[name] = expanded(formula, plain)
            point = units.dimension("percentage_point")
            if dimension_of(tree, kinds, point) != units.dimension(unit.id):
                raise TieoutError(f"{name}: the formula does not give {unit.id}")
            tree = converted(tree, worth, units.factor(unit.id))
            place = unit.scale / Fraction(10) ** int(given.get("decimals", 0))
            made[name] = Result(name, str(given["label"]), formula, tree, unit, place)
        if not made:
            raise TieoutError("a scenario needs at least one result")
        return tuple(made.values())

    def _refuse_other_start(self, scenario: Scenario, result: Result, key: str) -> None:
        """The resting state is what the facts say, exactly."""
        if not key:
            return
        wanted, got = self._value(self._fact(key)), scenario.at(scenario.start)[result.name]
        if wanted != got:
            raise TieoutError(
                f"at rest {result.name} is {float(got):g}, and {key} is {float(wanted):g}"
            )


def _formula(text: str, known: set[str]) -> Expression:
    tree = parse_formula(text)
    for name in keys_of(tree):
        if name not in known:
            raise TieoutError(f"the formula names {name!r}", nearest(name, known))
    return tree


def _keys(given: Any, needed: set[str], allowed: set[str], what: str) -> None:
    if not isinstance(given, dict):
        raise TieoutError(f"{what} is written {{…}}", ", ".join(sorted(needed)))
    for key in needed - given.keys():
        raise TieoutError(f"{what} lacks {key!r}")
    for key in given.keys() - needed - allowed:
        raise TieoutError(f"{what} takes no {key!r}", nearest(key, needed | allowed))


def _number(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TieoutError(f"{value!r} is not a number")
    return Fraction(str(value))


def _case(case: Any, settings: tuple[Setting, ...]) -> tuple[Fraction, ...]:
    if not isinstance(case, list | tuple) or len(case) != len(settings):
        raise TieoutError(f"the case {case!r} needs one value per setting")
    return tuple(
        setting.start if value == _AT_START else _number(value) * setting.unit.scale
        for value, setting in zip(case, settings, strict=True)
    )


def _refuse_unnamed(scenario: Scenario) -> None:
    known = {named.name for named in scenario.named()}
    try:
        parsed = [
            (field, spec or mark) for _, field, spec, mark in Formatter().parse(scenario.text)
        ]
    except ValueError as error:
        raise TieoutError(f"the sentence cannot be read: {error}") from error
    for field, extra in parsed:
        if field is not None and (field not in known or extra):
            raise TieoutError(f"the sentence names {field!r}", nearest(field, known))
