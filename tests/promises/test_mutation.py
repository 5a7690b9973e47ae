"""One source: whoever moves a number moves every place that shows it, and nothing else.

Every report of every fact is nudged by one unit in its last printed place, and every place of both
languages is shown before and after: prose, claims, charts, alt texts, tables, CSV, JSON, cards,
ledger, findings, strip. See `mutation` for how this takes seconds; `TIEOUT_MUTATION=full` nudges
the reports one by one (some minutes, for the night).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from typing import Any

import bindings
import mutation
import owed
import pytest
from bindings import Binding
from dependencies import Leaf
from markupsafe import Markup
from mutation import Mutation
from owed import Edition

from macros.pages.cards import Cards
from macros.pages.figures import Figure
from macros.pages.ledger import Ledger
from macros.pages.macros import calls
from macros.pages.macros.interpret import Inline
from macros.pages.macros.macro import declared
from macros.pages.pictures.placing import Placing
from macros.site.tables.records import Records

FULL = os.environ.get("TIEOUT_MUTATION") == "full"


@pytest.fixture(scope="module", autouse=True)
def fast() -> Iterator[pytest.MonkeyPatch]:
    """Leave out the drawing and keep what depends on its arguments only."""
    with pytest.MonkeyPatch.context() as patch:
        bindings.stub_drawing(patch)
        mutation.keep_words(patch)
        yield patch


@pytest.fixture(scope="module")
def real(fast: pytest.MonkeyPatch) -> Iterator[Mutation]:
    """The fixture explainer, as it is; what stays is not looked through for garbage each time."""
    before = gc.get_threshold()
    project = Mutation()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    yield project
    gc.set_threshold(*before)
    gc.unfreeze()


def test_a_number_moves_where_it_is_shown_and_nowhere_else(real: Mutation) -> None:
    """A place changes if and only if its words or its verdict have to."""
    batches = [[leaf] for leaf in real.edits] if FULL else real.batches()
    failures = [told for batch in batches for told in real.failures(batch)]
    assert not failures, "\n".join(failures[:40])


def test_every_report_is_nudged_once(real: Mutation) -> None:
    """No report is left out, and no place has two of a batch's reports behind it."""
    facts = real.before.audit.book.facts.values()
    reports = {Leaf(fact.key, n) for fact in facts for n in range(len(fact.reports))}
    batches = real.batches()
    assert sorted(leaf for batch in batches for leaf in batch) == sorted(reports)
    for place, leaves in real.behind.items():
        if not mutation.is_aggregate(place):
            assert all(len(leaves.intersection(batch)) <= 1 for batch in batches), place


def test_every_kind_of_place_is_seen(real: Mutation) -> None:
    """Both languages have the same kinds of places, and each kind can change with a report."""
    kinds = {
        language: {place.kind for place in real.before.shown if place.language == language}
        for language in ("en", "zh")
    }
    assert kinds["en"] == kinds["zh"]
    moving = {place.kind for place, leaves in real.behind.items() if leaves}
    assert moving | {"words"} == kinds["en"] - {"fixed"}


def test_a_small_nudge_is_rounded_away(real: Mutation) -> None:
    """Not every place changes that may: a kilometer more leaves 38 % of the way at 38 %."""
    assert any(_rounded_away(real, leaf) for leaf in real.edits if _derived(real, leaf))


def _rounded_away(real: Mutation, leaf: Leaf) -> bool:
    """Whether a nudge leaves some place as it is that is computed from it, and rightly so."""
    after = real.nudged([leaf])
    old, new = (
        [owed.plain(edition.shown[place]) for place in _derived(real, leaf)]
        for edition in (real.before, after)
    )
    same = any(one == other for one, other in zip(old, new, strict=True))
    return same and not [*real.failures([leaf])]


def _derived(real: Mutation, leaf: Leaf) -> list[Binding]:
    """Return the places that show a fact computed from a report."""
    return [p for p, s in real.behind.items() if p.kind == "cells" and leaf in s and len(s) > 1]


def test_a_claim_that_the_values_refute_is_told(real: Mutation) -> None:
    """A claim that is shown although its sides are the other way round does not pass."""
    place, text = next((p, t) for p, t in real.before.shown.items() if p.kind == "claim")
    assert not [*owed.refuted(real.before)]
    sides = place.key.split(" > ") if " > " in place.key else place.key.split(" < ")[::-1]
    false = replace(place, key=f"{sides[0]} < {sides[1]}")
    assert [*owed.refuted(Edition(real.before.project, {false: text}))]


BREAKS: dict[str, Callable[[pytest.MonkeyPatch, str], None]] = {}
"""Planted mistakes by the kind of place that must betray them, each for one fact."""


def put(patch: pytest.MonkeyPatch, owner: Any, name: str, wrong: Callable[..., Any]) -> None:
    """Put a function in the place of another, under its name and signature."""
    patch.setattr(owner, name, wraps(getattr(owner, name))(wrong))


def run_instead(patch: pytest.MonkeyPatch, name: str, wrong: Callable[..., Any]) -> None:
    """Let a macro run another function."""
    macro = declared()[name]
    patch.setitem(declared(), name, replace(macro, run=wraps(macro.run)(wrong)))


def _instead(owner: Any, name: str, wrong: Callable[..., Any]) -> Callable[..., None]:
    """Return a plant that gives a method's result to `wrong`, with the arguments."""

    def plant(patch: pytest.MonkeyPatch, key: str) -> None:
        right = getattr(owner, name)
        put(patch, owner, name, lambda *args, **named: wrong(key, right, *args, **named))

    return plant


def _fixed(patch: pytest.MonkeyPatch, leaf: str) -> None:
    def wrong(voice: Any, key: str, **named: Any) -> Inline:
        return Inline("$42 billion") if key == leaf else calls.fact(voice, key, **named)

    run_instead(patch, "fact", wrong)


def _kept(of: Callable[..., str]) -> Callable[..., Any]:
    """Return a mistake that keeps the first result for a fact, as a careless cache would."""
    kept: dict[Any, Any] = {}

    def wrong(key: str, right: Any, *args: Any, **named: Any) -> Any:
        made, speaker = right(*args, **named), getattr(args[0], "voice", args[0])
        where = of(*args) == key and (key, getattr(speaker, "language", ""))
        return kept.setdefault(where, made) if where else made

    return wrong


def _untold(patch: pytest.MonkeyPatch, _: str) -> None:
    patch.setattr(Figure, "described", property(lambda self: self.picture.title))


def _misplaced(key: str, right: Any, self: Any, fact: Any, *args: Any, **named: Any) -> Any:
    datum = right(self, fact, *args, **named)
    return replace(datum, text="$42B", value=42.0) if fact.key == key else datum


BREAKS |= {
    "fact": _fixed,
    "datum": _instead(Placing, "placed", _misplaced),
    "card": _instead(Cards, "of_fact", _kept(lambda self, key: str(key))),
    "row": _instead(Ledger, "_fact", _kept(lambda self, view: str(view.key))),
    "cells": _instead(Figure, "_row", _kept(lambda self, view: str(view.key))),
    "record": _instead(Records, "_fact", _kept(lambda self, view: str(view.key))),
    "alt": _untold,
}


@pytest.fixture(scope="module")
def betrayed(real: Mutation) -> dict[str, list[str]]:
    """Plant all mistakes at once, nudge one report, and return what is told, by kind."""
    leaf = max(real.edits, key=lambda leaf: _kinds(real, leaf))
    with pytest.MonkeyPatch.context() as patch:
        for plant in BREAKS.values():
            plant(patch, leaf.key)
        told = [*Mutation().failures([leaf])]
    places = {place.name: place.kind for place in real.before.shown}
    found: dict[str, list[str]] = {}
    for line in told:
        for name in (name for name in places if line.startswith(f"{name} ")):
            found.setdefault(places[name], []).append(line)
    return found


def _kinds(real: Mutation, leaf: Leaf) -> tuple[int, Leaf]:
    """Count the kinds of places at which the fact itself is shown with a report's value."""
    if real.graph.value(leaf.key) != {leaf}:
        return 0, leaf
    return len({place.kind for place in real.before.shown if place.key == leaf.key}), leaf


@pytest.mark.parametrize("kind", BREAKS)
def test_a_planted_mistake_is_told(kind: str, betrayed: dict[str, list[str]]) -> None:
    """A hard-coded text, a wrong position, a stale card, row or record does not pass."""
    assert betrayed.get(kind)


def test_nothing_is_told_of_places_without_a_mistake(betrayed: dict[str, list[str]]) -> None:
    """The planted mistakes are told where they are, and nowhere else."""
    assert {*betrayed} <= {*BREAKS, "tip"}  # a tip repeats its datum


def test_a_place_that_shows_another_fact_is_told(real: Mutation) -> None:
    """A place that changes with a report of a fact it does not name does not pass."""
    leaf, *_ = (leaf for leaf in real.edits if real.graph.value(leaf.key) == {leaf})
    place, *_ = (p for p, s in real.behind.items() if p.kind == "fact" and leaf not in s)
    with pytest.MonkeyPatch.context() as patch:

        def other(voice: Any, key: str, **named: bool) -> Inline:
            return calls.fact(voice, leaf.key if key == place.key else key, **named)

        run_instead(patch, "fact", other)
        told = [*Mutation().failures([leaf])]
    assert any(line.startswith(f"{place.name} changed with none") for line in told)


def test_a_frozen_verdict_is_told(real: Mutation) -> None:
    """A printed figure whose mark does not follow its verdict does not pass."""
    leaf, key = _overturning(real)
    with pytest.MonkeyPatch.context() as patch:
        texts = {
            (p.language, key, p.call.kwargs.get("at")): Inline("", html=Markup(text))  # noqa: S704
            for p, text in real.before.shown.items()
            if p.kind == "printed" and p.call and p.key == key
        }

        def frozen(voice: Any, key: str, **named: Any) -> Inline:
            kept = texts.get((voice.language, key, named.get("at")))
            return kept or calls.printed(voice, key, **named)

        run_instead(patch, "printed", frozen)
        told = [*Mutation().failures([leaf])]
    assert any(" printed( did not change" in line for line in told)


def _overturning(real: Mutation) -> tuple[Leaf, str]:
    """Find a report whose nudge overturns a verdict that is shown beside a printed figure."""
    printed = {place.key for place in real.before.shown if place.kind == "printed"}
    for batch in real.batches():
        after = real.verdicts_after(batch)
        overturned = {k for (k, at), v in after.items() if v != real.before.verdicts[k, at]}
        for leaf in batch:
            if leaf.key in overturned & printed and leaf in real.graph.judged(leaf.key):
                return leaf, leaf.key
    raise AssertionError("no nudge overturns a verdict")
