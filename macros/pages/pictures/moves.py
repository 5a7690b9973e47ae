"""The form that shows moves: per row, from one fact to another of the same unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from macros.charts.picture import Datum, Picture
from macros.pages.macros.macro import macro
from macros.pages.macros.shape import Note
from macros.pages.pictures.arguments import Measure, Title, Why
from macros.pages.pictures.placing import Placing
from macros.pages.voice import Voice
from macros.problems import TieoutError


@macro(
    "chart",
    'moves([["sales[2023]", "sales[2024]"]], ends=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
)
def moves(
    voice: Voice,
    facts: Annotated[list[list[str]], Note("ids", "pairs of facts: from, to")],
    title: Title,
    measure: Measure,
    ends: Annotated[
        list[str] | None, Note("words", "names of both ends, if not the first pair's periods")
    ] = None,
    labels: Annotated[
        list[str] | None,
        Note("words", "names of the pairs, if not their entities'", labels="lists"),
    ] = None,
    why: Why = "",
) -> Picture:
    """From one value to another: an arrow per pair of facts."""
    placing = Placing(voice)
    if any(len(pair) != 2 or pair[0] == pair[1] for pair in facts):
        raise TieoutError("moves(…) needs pairs of two facts: from, to")
    found = placing.facts(key for pair in facts for key in pair)  # one unit in all pairs
    names = labels or [voice.entity(fact.identity.entity) for fact in found[1::2]]
    if len(names) != len(facts):
        raise TieoutError(f"{len(names)} labels for {len(facts)} pairs")
    if len(set(names)) < len(names):
        raise TieoutError("two pairs have the same name", 'tell them apart: labels=["…", "…"]')
    sides = ends or [voice.period(fact.identity, short=True) for fact in found[:2]]
    if len(sides) != 2:
        raise TieoutError("moves(…) has two ends", 'ends=["…", "…"]')
    data: list[Datum] = []
    for name, pair in zip(names, facts, strict=True):
        data += [
            replace(datum, group=side)
            for side, datum in zip(sides, placing.data(pair, [name, name]), strict=True)
        ]
    return placing.picture("moves", title, measure, data, zero=False)
