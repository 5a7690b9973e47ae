"""Puts facts into positions and words: what every form of chart needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Final, NotRequired, TypedDict

from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import Unit
from macros.charts.picture import OTHER, Beyond, Datum, Picture
from macros.data.book import Book, Fact
from macros.language.registry import NBSP
from macros.language.tongue import tongue
from macros.language.writing.rounding import power_below
from macros.pages.macros.interpret import worded
from macros.pages.macros.shape import Note
from macros.pages.voice import Voice
from macros.problems import TieoutError

# Of the power of ten below an extent, which is up to ten times as large.
_STEPS: Final = tuple(Fraction(tenths, 10) for tenths in (1, 2, 5, 10, 20, 50))
_MOST_TICKS: Final = 6
_MOST_NAMES: Final = 8


class Reference(TypedDict):
    """A value to compare with, across all of a picture, and what it is called."""

    fact: str
    label: NotRequired[Annotated[str, Note("words")]]


@dataclass(frozen=True)
class Placing:
    """Makes one picture of facts, in one language; calls in its title are put into words."""

    voice: Voice
    form: str
    title: str
    measure: str
    references: Sequence[Reference] = ()

    @property
    def book(self) -> Book:
        """What facts there are."""
        return self.voice.audit.book

    def facts(self, keys: Iterable[str]) -> list[Fact]:
        """Return facts of one unit, each of which has a value.

        Raises:
            TieoutError: There are none, one is unknown or without a value, or their units differ.
        """
        facts = [self.book.fact(key) for key in keys]
        if not facts:
            raise TieoutError("a chart needs at least one fact")
        units = {fact.unit.id for fact in facts}
        if len(units) > 1:
            raise TieoutError(f"the chart's facts have different units: {', '.join(sorted(units))}")
        for fact in facts:
            self.voice.audit.value(fact.key)
        return facts

    def data(self, keys: Iterable[str], labels: Sequence[str] | None) -> list[Datum]:
        """Return one datum per fact, under its label or its entity's name.

        Raises:
            TieoutError: The facts cannot be in one picture, or there are other labels than facts.
        """
        facts = self.facts(keys)
        names = self.names(facts, labels, "facts")
        return [self.datum(fact, name) for fact, name in zip(facts, names, strict=True)]

    def names(self, facts: Sequence[Fact], labels: Sequence[str] | None, what: str) -> list[str]:
        """Return what rows are called: as labels say, or by the entities of their facts.

        Raises:
            TieoutError: There are other labels than rows.
        """
        if labels is None:
            return [self.voice.entity(fact.identity.entity) for fact in facts]
        if len(labels) != len(facts):
            raise TieoutError(f"{len(labels)} labels for {len(facts)} {what}")
        return [*labels]

    def datum(self, fact: Fact, label: str, **more: Any) -> Datum:
        """Return what a fact is taken to be, and what more is known of its place."""
        value = self.voice.audit.value(fact.key)
        quantity = value.quantity
        # A ceiling is drawn hollow like what lies ahead: nobody says that it was reached.
        is_ahead = self.book.bases[fact.identity.basis].tells == "ahead"
        open_ = is_ahead or quantity.bound == "up_to"
        return self.placed(fact, label, quantity, value.interval, open=open_, **more)

    def placed(
        self, fact: Fact, label: str, quantity: Quantity, interval: Interval, **more: Any
    ) -> Datum:
        """Return a quantity of a fact at its place, in words."""
        places = (None if quantity.is_spread else quantity.value, interval.low, interval.high)
        value, low, high = (None if at is None else float(at / fact.unit.scale) for at in places)
        text, ends = self.said(quantity, fact.unit), quantity.as_checked()
        # On which side the truth lies, if nothing says how far.
        beyond: Beyond = "above" if ends.high is None else "below" if ends.low is None else ""
        color = self.color(fact.identity.entity)
        look: dict[str, Any] = {"color": color, "beyond": beyond, **more}
        return Datum(fact.key, label, text, value, low, high, **look)

    def said(self, quantity: Quantity, unit: Unit) -> str:
        """Say a quantity, without the unit if the measure states one for all."""
        text = self.voice.quantity(quantity, unit, short=True)
        if not self._borne:
            return text
        return re.sub(self._borne, "", text) if quantity.value else "0"  # zero in any unit

    @cached_property
    def _borne(self) -> str:
        """How values bear the unit that the measure states; nothing if it states none."""
        line, borne = tongue(self.voice.language).unit_line
        found = re.match(line, self.measure) if line else None
        return borne.format(re.escape(found[1])) if found else ""

    def color(self, entity: str) -> str:
        """Return an entity's colour, or grey."""
        color = self.book.entities[entity].color if entity in self.book.entities else None
        return color.light if color else OTHER

    def picture(self, data: list[Datum], zero: bool = True, keys: Sequence[str] = ()) -> Picture:
        """Return a picture with its axis, from zero or not, and its sources.

        The facts behind it are those of its values, if no other keys are given.
        """
        keys = [*keys] or [datum.key for datum in data if datum.key]
        if self.references:
            self.facts([*keys, *(each["fact"] for each in self.references)])  # one unit in all
        named = [(self.book.fact(each["fact"]), each.get("label")) for each in self.references]
        references = tuple(
            self.datum(fact, label or self.voice.text(fact.label)) for fact, label in named
        )
        spoken = tongue(self.voice.language)
        return Picture(
            form=self.form,
            title=worded(self.voice, self.title, "title"),
            measure=worded(self.voice, self.measure, "title"),
            data=tuple(data),
            ticks=tuple(self.ticks((*data, *references), zero=zero)),
            references=references,
            footer=self._footer([*keys, *(datum.key for datum in references)]),
            lang=spoken.tag,
            joint=spoken.joint,
        )

    def ticks(self, data: Sequence[Datum], *, zero: bool) -> Iterator[tuple[float, str]]:
        """Yield round positions over the data's range, in words."""
        ends = [end for datum in data for end in datum.extent]
        if not ends or data[0].key not in self.book.facts:
            return
        unit = self.book.facts[data[0].key].unit
        # A rank has no distance, and days have an axis of their own.
        if unit.id in ("date", "rank"):
            return
        low, high = (min(0.0, *ends) if zero else min(ends)), max(ends)
        step = _step(high - low)
        # Exactly, for a float’s multiples of 0.1 are not round.
        first, last = -(-Fraction(low) // step), (Fraction(high) + step) // step
        place = step * unit.scale
        # Steps are chosen for at most so many.
        for number in range(first, min(last + 1, first + 2 * _MOST_TICKS)):
            quantity = Quantity(number * place, unit.id, place=place)
            yield float(number * step), self.said(quantity, unit)

    def _footer(self, keys: list[str]) -> str:
        voice, site = self.voice, self.book.site
        values = [voice.audit.values[key] for key in keys if key in self.book.facts]
        origins = [origin for value in values if value for origin in value.origins]
        names = dict.fromkeys(voice.text(origin.publisher) for origin in origins)
        shown = voice.phrase("list_comma").join(list(names)[:_MOST_NAMES])
        if len(names) > _MOST_NAMES:
            shown = voice.phrase("and_others", names=shown, all=str(len(names)))
        source = voice.phrase("source", sources=shown) if names else ""
        gap = tongue(voice.language).joint if source else ""
        # No line of a footer begins with a point or ends within the name.
        title = voice.text(site.title).replace(" ", NBSP)
        return f"{source}{gap}{voice.as_of.replace(' ', NBSP)}{NBSP}· {title}"


def _step(extent: float) -> Fraction:
    """Return a round step that gives at most six ticks."""
    if extent <= 0:
        return Fraction(1)
    size = power_below(Fraction(extent))
    fitting = (size * step for step in _STEPS if Fraction(extent) / size / step <= _MOST_TICKS - 1)
    return next(fitting, size * 10)
