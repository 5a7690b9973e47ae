"""What each place owes a reader, said by the formatter and the audit, and not by the pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from html import unescape
from typing import Any, Final

from bindings import Binding, Shown

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.parse import parse_comparisons
from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.data.book import Fact
from macros.data.schema.facts import Verdict
from macros.language.tongue import language_of
from macros.language.writing import Language, word
from macros.pages.project import Project

Verdicts = dict[tuple[str, tuple[str, ...]], Verdict]
_TAG: Final = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Edition:
    """One state of the data: its audit, and what every place shows."""

    project: Project
    shown: Shown

    @property
    def audit(self) -> Audit:
        """Its values and verdicts."""
        assert self.project.audit is not None
        return self.project.audit

    @cached_property
    def verdicts(self) -> Verdicts:
        """The verdict on each of the article's figures."""
        return {(j.fact.key, j.report.at): j.verdict for j in self.audit.judgements}


@dataclass(frozen=True)
class Owed:
    """What a place owes a reader: words that it has to show, and what it has to tell apart."""

    words: tuple[str, ...] = ()
    state: tuple[Any, ...] = ()


def owed(place: Binding, edition: Edition) -> Owed:
    """Say what a place has to show, by the formatter and the audit."""
    audit = edition.audit
    fact = audit.book.facts.get(place.key)
    if fact is None:
        return Owed()
    verdicts = tuple(v for (name, _), v in edition.verdicts.items() if name == place.key)
    value = (_value(place, edition, fact),) if audit.values[fact.key] else ()
    match place.kind:
        case "fact" | "cells" | "csv":
            return Owed(value)
        case "tip" if place.call and place.call.name != "timeline":
            quantity = _shown(place, edition, fact)
            return Owed((said(quantity, fact, place.language, edition, short=True),))
        case "card":
            return Owed(value, verdicts[:1])
        case "record":
            return Owed(value, verdicts)
        case "row":
            reports = [said(r.quantity, fact, place.language, edition) for r in fact.reports]
            return Owed((*value, *reports), verdicts)
        case "datum":
            return _datum(place, edition, fact)
        case "printed" | "tick" | "print_card" | "finding":
            return _print(place, edition, fact)
    return Owed()


def _value(place: Binding, edition: Edition, fact: Fact) -> str:
    given = place.call.kwargs if place.call and place.kind == "fact" else {}
    value = edition.audit.value(fact.key).quantity
    return said(value, fact, place.language, edition, **_formatted(given))


def _print(place: Binding, edition: Edition, fact: Fact) -> Owed:
    """Return the words of the article's figure and the verdict on it."""
    given = dict(place.call.kwargs) if place.call else {}
    at = place.at[0] if place.at else str(given.get("at", "") or "".join(_rest(place)))
    judged = next(j for j in edition.audit.judgements_of(fact.key) if not at or at in j.report.at)
    if place.kind == "finding":
        return Owed((), (judged.verdict,))
    report, how = judged.report, _formatted(given)
    own = report.printed and language_of(report.origin.title) == place.language
    if own and (how.get("bound", True) or report.quantity.bound == "exact"):
        return Owed((report.printed,), (judged.verdict,))  # in its own language, as it stands
    words = said(report.quantity, fact, place.language, edition, **how)
    return Owed((words,), (judged.verdict,))


def _rest(place: Binding) -> tuple[Any, ...]:
    return place.call.args[1:2] if place.call else ()


def _datum(place: Binding, edition: Edition, fact: Fact) -> Owed:
    """Return the words and position of a datum."""
    assert place.call is not None
    quantity = _shown(place, edition, fact)
    dated = place.call.name == "timeline"
    words = said(quantity, fact, place.language, edition, short=not dated)
    return Owed((words,), (quantity.literal if dated else quantity.value,))


def _shown(place: Binding, edition: Edition, fact: Fact) -> Quantity:
    """Return what a chart shows of a fact at a place: our value, or the article's."""
    if not _is_print(place):
        return edition.audit.value(fact.key).quantity
    return next(r for r in fact.reports if edition.audit.book.is_article(r)).quantity


def _is_print(place: Binding) -> bool:
    """Whether it is the article's: a dumbbell's second, and the first in a row of words."""
    assert place.call is not None
    if place.call.name != "checked":
        return place.call.name == "dumbbell" and place.name.endswith(" 2")
    rows = place.call.args[0]
    alone = place.key not in {row[-1] for row in rows}  # its row is answered by another fact
    first = place.kind == "datum" and place.name.endswith(" 1")
    return alone or (first and place.key in {row[0] for row in rows})


def _formatted(given: Any) -> dict[str, bool]:
    return {name: bool(given[name]) for name in ("bound", "short") if name in given}


def said(quantity: Quantity, fact: Fact, language: Language, edition: Edition, **how: bool) -> str:
    """Say a quantity by the formatter alone."""
    book = edition.audit.book
    words = book.unit_words
    return plain(word(quantity, language, unit=fact.unit, words=words, **how))


def plain(html: str) -> str:
    """Return what a reader reads of a piece of HTML, of a datum or of a record."""
    text = unescape(_TAG.sub("", html))
    return text.replace("\\xa0", " ").replace("\xa0", " ").replace("\\u2009", " ")


def refuted(edition: Edition) -> Iterator[str]:
    """Yield the claims that are shown as true and that the values themselves refute."""
    values = {key: value.quantity.value for key, value in edition.audit.values.items() if value}
    for place, text in edition.shown.items():
        if place.kind == "claim" and text.startswith("<span"):
            for each in parse_comparisons(place.key):
                left, right = (value_at(side, values) for side in each.items)
                if not _HOLDS[each.sign](left - right):
                    yield f"{place.name} is shown, but {place.key} is not true"


def alternatives(edition: Edition) -> Iterator[str]:
    """Yield the text alternatives that leave out the words of a datum."""
    data: dict[str, list[str]] = {}
    for place, text in edition.shown.items():
        if place.kind == "datum":
            data.setdefault(place.name.partition(" datum ")[0], []).append(json.loads(text)["text"])
    for place, text in edition.shown.items():
        if place.kind == "alt" and (chart := place.name.removesuffix(" alt")):
            missing = [each for each in data[chart] if each not in text]
            yield from (f"{place.name} leaves out {each!r}" for each in missing)


_HOLDS: Final[dict[str, Callable[[Fraction], bool]]] = {
    ">": lambda gap: gap > 0,
    ">=": lambda gap: gap >= 0,
    "<": lambda gap: gap < 0,
    "<=": lambda gap: gap <= 0,
    "~": lambda gap: True,
}
