"""A scenario as it is shown: words for the page, and what its script needs to write the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypedDict

from markupsafe import Markup

from macros.arithmetic.evaluate import range_of
from macros.arithmetic.expression import keys_of
from macros.arithmetic.notation import as_json, written
from macros.arithmetic.quantity import Interval, Quantity, point
from macros.arithmetic.units import Unit
from macros.language.tongue import tongue
from macros.language.writing.amounts import Style
from macros.language.writing.rounding import power_below
from macros.pages.live import in_template
from macros.pages.scenario.model import Named, Result, Scenario, Setting
from macros.pages.voice import Voice


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


def said(voice: Voice, value: Fraction, named: Named) -> str:
    """Return the text of a setting's or a result's value, rounded to its place."""
    quantity = Quantity(value, named.unit.id, place=power_below(named.place))
    return voice.quantity(quantity, named.unit, spelled=False)


def _cells(voice: Voice, scenario: Scenario, values: Sequence[Fraction]) -> dict[str, str]:
    state = scenario.state(values)
    return {named.name: said(voice, state[named.name], named) for named in scenario.named}


def sentence(voice: Voice, scenario: Scenario, values: Sequence[Fraction]) -> str:
    """Return the sentence for given settings, each in its base unit."""
    return scenario.text.format(**_cells(voice, scenario, values))


def payload(voice: Voice, scenario: Scenario) -> str:
    """Return what the page's script needs, as JSON."""
    formats = {n.name: format_of(voice, n.unit, n.place) for n in scenario.named}
    drawn = _drawn(scenario)
    whole = drawn and {"name": drawn.name, "whole": str(_whole(voice, scenario, drawn))}
    made = {
        "settings": [
            {"name": s.name, "scale": str(s.unit.scale), "format": formats[s.name]}
            for s in scenario.settings
        ],
        "results": [
            {"name": r.name, "tree": as_json(r.tree, scenario.constants), "format": formats[r.name]}
            for r in scenario.results
        ],
        "text": scenario.text,
        "drawn": whole,
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def context(voice: Voice, scenario: Scenario, number: Callable[[str], Markup]) -> dict[str, Any]:
    """Return a scenario's context for its template.

    Args:
        voice: How things are said.
        scenario: What to show.
        number: Makes a fact's value a number of the page.
    """
    name = f"scenario-{'-'.join(result.name for result in scenario.results)}"
    labels = {n: voice.dated(fact) for n, fact in scenario.facts.items()}
    labels |= {named.name: named.label for named in scenario.named}
    used = dict.fromkeys(key for result in scenario.results for key in keys_of(result.tree))
    facts = [scenario.facts[key] for key in used if key in scenario.facts]
    return {
        "id": name,
        "title": scenario.title,
        "measure": scenario.measure,
        "settings": [_field(voice, name, setting) for setting in scenario.settings],
        "sentence": sentence(voice, scenario, scenario.start),
        "bars": _bars(voice, scenario),
        "head": [named.label for named in scenario.named],
        "cases": [
            {"cells": _cells(voice, scenario, case).values(), "at_rest": case == scenario.start}
            for case in scenario.cases
        ],
        "facts": [(voice.dated(f), number(f.key), voice.basis(f.identity)) for f in facts],
        "formulas": [(r.label, written(r.formula, labels)) for r in scenario.results],
        "payload": in_template(payload(voice, scenario)),
    }


def _field(voice: Voice, name: str, setting: Setting) -> dict[str, str]:
    ends = {"low": setting.low, "high": setting.high, "step": setting.place, "start": setting.start}
    return {
        "id": f"{name}-{setting.name}",
        "name": setting.name,
        "label": setting.label,
        "unit": format_of(voice, setting.unit, setting.place)["scales"][-1][1].strip(),
        **{end: f"{float(value / setting.unit.scale):.12g}" for end, value in ends.items()},
        "words": said(voice, setting.start, setting),
    }


def _drawn(scenario: Scenario) -> Result | None:
    """Return the result that is drawn beside the fact that it is compared with."""
    wanted = scenario.compare.unit.id if scenario.compare else ""
    return next((r for r in scenario.results if r.unit.id == wanted), None)


def _whole(voice: Voice, scenario: Scenario, result: Result) -> Fraction:
    """Return what a whole bar stands for: the most that can follow, or that there is."""
    names = set(keys_of(result.tree))
    box = {n: point(value) for n, value in scenario.constants.items() if n in names}
    box |= {s.name: Interval(s.low, s.high) for s in scenario.settings if s.name in names}
    most = range_of(result.tree, box).high or Fraction(0)
    before = scenario.compare and voice.audit.value(scenario.compare.key).quantity.value
    return max(most, before or Fraction(0), Fraction(0))


def _bars(voice: Voice, scenario: Scenario) -> list[dict[str, str]]:
    fact, result = scenario.compare, _drawn(scenario)
    if fact is None or result is None:
        return []
    whole = _whole(voice, scenario, result)
    before = voice.audit.value(fact.key).quantity.value
    after = scenario.at(scenario.start)[result.name]
    color = f"var(--e-{fact.identity.entity},var(--t-other))"
    rows = [
        ("", voice.dated(fact), before, voice.value(fact)),
        (result.name, result.label, after, said(voice, after, result)),
    ]
    return [
        {"name": n, "label": label, "share": _share(value, whole), "words": words, "color": color}
        for n, label, value, words in rows
    ]


def _share(value: Fraction, whole: Fraction) -> str:
    share = 100 * value / whole if whole else Fraction(0)
    return f"{float(min(max(share, Fraction(0)), Fraction(100))):.2f}"
