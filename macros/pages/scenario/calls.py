"""Reads a scenario's call: names, formulas, units and ranges, with what is wrong said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from string import Formatter
from typing import Annotated, Final, NotRequired, TypedDict

from macros.arithmetic.expression import Expression, converted, dimension_of, expanded, keys_of
from macros.arithmetic.parse import parse_formula
from macros.arithmetic.units import Unit
from macros.audit.claims import refuse_mixed
from macros.data.book import Fact
from macros.pages.macros.interpret import worded
from macros.pages.macros.macro import macro
from macros.pages.macros.shape import Note
from macros.pages.scenario.model import Result, Scenario, Setting
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest

_AT_START: Final = "start"
_Words = Annotated[str, Note("words")]
_Choice = Annotated[str, Note("choice")]
_Number = Annotated[float, Note("choice")]


class GivenSetting(TypedDict):
    """Something that a reader sets."""

    name: _Choice
    label: _Words
    unit: _Choice
    low: _Number
    high: _Number
    step: _Number
    start: str | float


class GivenResult(TypedDict):
    """Something that follows."""

    name: _Choice
    label: _Words
    unit: _Choice
    formula: _Choice
    decimals: NotRequired[_Number]
    equals: NotRequired[str]


@macro(
    "body",
    'scenario([{"name": "lost", "label": "Share lost", "unit": "percent", "low": 0, "high": 50, '
    '"step": 10, "start": 0}], [{"name": "left", "label": "Left", "unit": "billion USD", '
    '"formula": "all * (1 - lost)", "equals": "sales[2024]"}], title="If customers left", '
    'measure="Sales, US dollars", text="Without {lost} of it, {left} is left.", '
    'facts={"all": "sales[2024]"}, cases=[["start"], [50]])',
)
def scenario(
    voice: Voice,
    settings: Annotated[
        list[GivenSetting],
        Note(
            "ids",
            "what a reader sets: `start` is a number in the unit, or a fact",
            name="a setting",
        ),
    ],
    results: Annotated[
        list[GivenResult],
        Note(
            "ids",
            "what follows, by a formula over the names of facts, settings and earlier results; "
            "`equals` names the fact that it must be at rest",
            name="a result",
        ),
    ],
    title: Annotated[str, Note("words", "what is shown")],
    measure: Annotated[str, Note("words", "what is computed, its unit and period")],
    text: Annotated[str, Note("words", "a sentence with names in braces")],
    facts: Annotated[dict[str, str], Note("ids", "names for facts")],
    cases: Annotated[
        list[list[str | float]] | None,
        Note("choice", "for the table: one value per setting, each a number or `start`"),
    ] = None,
    compare: Annotated[
        str, Note("ids", "a fact that the first result of its unit is drawn beside")
    ] = "",
    mixes: Annotated[
        str, Note("choice", "bases or measures of the facts that may differ, with commas")
    ] = "",
) -> Scenario:
    """What would follow if something that a reader can set were otherwise; at rest it is the facts.

    Raises:
        TieoutError: Something in it does not fit.
    """
    reader = _ScenarioReader(voice)
    found = {name: reader.fact(key) for name, key in facts.items()}
    mixed = mixes.replace(",", " ").split()
    refuse_mixed(voice.audit.book, found.values(), mixed, "scenario")
    levers = tuple(reader.setting(given) for given in settings)
    bare = Scenario(
        worded(voice, title, "title"),
        worded(voice, measure, "title"),
        text,
        found,
        {name: reader.value(fact) for name, fact in found.items()},
        levers,
        reader.results(results, found, levers),
        compare=reader.fact(compare) if compare else None,
    )
    _refuse_unnamed(bare)
    at_rest = bare.at(bare.start)
    for given in results:
        # The resting state is what the facts say, exactly.
        if key := given.get("equals", ""):
            wanted, got = reader.value(reader.fact(key)), at_rest[given["name"]]
            if wanted != got:
                shown = f"{float(got):g}, and {key} is {float(wanted):g}"
                raise TieoutError(f"at rest {given['name']} is {shown}")
    return replace(bare, cases=tuple(_case(case, levers) for case in cases or ()))


@dataclass(frozen=True)
class _ScenarioReader:
    """Reads what a scenario is made of."""

    voice: Voice

    def fact(self, key: str) -> Fact:
        fact = self.voice.audit.book.fact(key)
        if self.voice.audit.value(key).quantity.is_spread:
            raise TieoutError(f"{key} has no single value", "a scenario starts from amounts")
        return fact

    def value(self, fact: Fact) -> Fraction:
        return self.voice.audit.value(fact.key).quantity.value

    def setting(self, given: GivenSetting) -> Setting:
        unit = self._unit(given["unit"])
        # Through text, for 0.1 as a float is not a tenth.
        numbers = (given["low"], given["high"], given["step"])
        low, high, step = (Fraction(str(number)) * unit.scale for number in numbers)
        start, name = self._start(given["start"], unit), given["name"]
        if not low < high or step <= 0:
            raise TieoutError(f"{name}: low must lie below high, and step above zero")
        # A slider of a browser stands at whole steps above its lower end, and nowhere else.
        if not low <= start <= high or (start - low) % step or (high - low) % step:
            raise TieoutError(f"{name}: start and high must be whole steps above low")
        return Setting(name, given["label"], unit, step, low, high, start)

    def _start(self, start: str | float, unit: Unit) -> Fraction:
        if not isinstance(start, str):
            return Fraction(str(start)) * unit.scale
        fact = self.fact(start)
        if fact.unit.id != unit.id:
            raise TieoutError(f"{start} is in {fact.unit.id}, not in {unit.id}")
        return self.value(fact)

    def _unit(self, text: str) -> Unit:
        unit = self.voice.audit.book.units.read(text)
        if unit.id in ("date", "rank"):
            raise TieoutError(f"a scenario cannot show a {unit.id}", "use an amount")
        return unit

    def results(
        self, results: list[GivenResult], facts: Mapping[str, Fact], settings: tuple[Setting, ...]
    ) -> tuple[Result, ...]:
        units = self.voice.audit.book.units
        shown = {name: fact.unit.id for name, fact in facts.items()}
        shown |= {setting.name: setting.unit.id for setting in settings}
        if len(shown) < len(facts) + len(settings):
            raise TieoutError("two facts or settings have the same name")
        kinds = {name: units.dimension(unit) for name, unit in shown.items()}
        worth = {name: units.factor(unit) for name, unit in shown.items()}
        made: dict[str, Result] = {}
        plain: dict[str, Expression] = {}
        for given in results:
            name, unit = given["name"], self._unit(given["unit"])
            if name in kinds:
                raise TieoutError(f"the name {name!r} is taken")
            formula = _formula(given["formula"], {*kinds, *made})
            # Earlier results are written out, so that what both sides share is reckoned with once.
            tree = plain[name] = expanded(formula, plain)
            point = units.dimension("percentage_point")
            if dimension_of(tree, kinds, point) != units.dimension(unit.id):
                raise TieoutError(f"{name}: the formula does not give {unit.id}")
            tree = converted(tree, worth, units.factor(unit.id))
            place = unit.scale / Fraction(10) ** int(given.get("decimals", 0))
            made[name] = Result(name, given["label"], unit, place, formula, tree)
        if not made:
            raise TieoutError("a scenario needs at least one result")
        return tuple(made.values())


def _formula(text: str, known: set[str]) -> Expression:
    tree = parse_formula(text)
    for name in keys_of(tree):
        if name not in known:
            raise TieoutError(f"the formula names {name!r}", nearest(name, known))
    return tree


def _case(case: list[str | float], settings: tuple[Setting, ...]) -> tuple[Fraction, ...]:
    if len(case) != len(settings):
        raise TieoutError(f"the case {case!r} needs one value per setting")
    for value in case:
        if isinstance(value, str) and value != _AT_START:
            raise TieoutError(f"{value!r} is not a number", f"a number, or {_AT_START!r}")
    return tuple(
        setting.start if value == _AT_START else Fraction(str(value)) * setting.unit.scale
        for value, setting in zip(case, settings, strict=True)
    )


def _refuse_unnamed(scenario: Scenario) -> None:
    known = {named.name for named in scenario.named}
    try:
        parsed = list(Formatter().parse(scenario.text))
    except ValueError as error:
        raise TieoutError(f"the sentence cannot be read: {error}") from error
    for _, field, spec, mark in parsed:
        if field is not None and (field not in known or spec or mark):
            raise TieoutError(f"the sentence names {field!r}", nearest(field, known))
