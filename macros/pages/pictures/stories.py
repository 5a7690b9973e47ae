"""Forms that tell: lines and timelines over time, flows between parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from macros.arithmetic.period import parse_period
from macros.charts.picture import Datum, Link, Picture
from macros.data.book import Development, Fact
from macros.pages.pictures.placing import GREY, Placing
from macros.problems import TieoutError, nearest, unknown


class Stories(Placing):
    """Makes pictures that tell what happened, and who gives whom what."""

    def lines(
        self,
        series: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        steps: bool = False,
        first: str = "",
        last: str = "",
        why: str = "",
    ) -> Picture:
        """Return one line per series, over time."""
        book = self.voice.audit.book
        data: list[Datum] = []
        breaks: list[tuple[date, str]] = []
        names = labels or [None] * len(series)
        if first and last and parse_period(last).last < parse_period(first).first:
            raise TieoutError(f"first={first!r} is after last={last!r}", "turn them round")
        for name, label in zip(series, names, strict=True):
            if name not in book.series:
                raise unknown("series", str(name), nearest(str(name), book.series))
            found = book.series[name]
            keys = [key for key in found.members if self._within(key, first, last)]
            if not keys:
                told = f"{name} has no member from {first or 'its start'} to {last or 'its end'}"
                raise TieoutError(told, f"it runs from {found.members[0]} to {found.members[-1]}")
            members = self._facts(keys)
            group = str(label or self.voice.entity(members[0].identity.entity))
            data += [self._on_time(fact, group) for fact in members]
            days = [datum.start for datum in data if datum.group == group and datum.start]
            if found.break_from and min(days) < found.break_from.first <= max(days):
                breaks.append((found.break_from.first, self.voice.text(found.break_label)))
        self._facts(datum.key for datum in data)  # one unit in all series
        picture = self._picture("lines", title, measure, data)
        return replace(picture, breaks=tuple(dict.fromkeys(breaks)), steps=steps)

    def multiples(
        self,
        series: list[Any],
        title: str,
        measure: str,
        labels: list[Any] | None = None,
        steps: bool = False,
        first: str = "",
        last: str = "",
        why: str = "",
    ) -> Picture:
        """Return one panel per series, on one scale."""
        picture = self.lines(series, title, measure, labels, steps, first, last)
        if picture.breaks:
            message = f"multiples(…) cannot mark a new definition ({picture.breaks[0][1]})"
            raise TieoutError(message, "use lines(…), or a `first` or `last` on one side of it")
        return replace(picture, form="multiples")

    def timeline(self, items: list[Any], title: str, measure: str, why: str = "") -> Picture:
        """Return what happened when: developments, date facts, and facts by their period."""
        data = sorted((self._event(str(item)) for item in items), key=lambda d: (d.start, d.end))
        years = (
            range(data[0].start.year, data[-1].start.year + 2)
            if data and data[0].start and data[-1].start
            else range(0)
        )
        ticks = tuple((float(date(year, 1, 1).toordinal()), str(year)) for year in years)
        return replace(self._picture("timeline", title, measure, data), ticks=ticks)

    def flows(self, links: list[Any], title: str, measure: str, why: str = "") -> Picture:
        """Return who gives whom what: a link has `source`, `target`, `label` and maybe `fact`."""
        made = [self._link(link) for link in links]
        names = list(dict.fromkeys(n for link in made for n in (link.source, link.target)))
        nodes = tuple(self._node(name) for name in names)
        keys = [link.key for link in made if link.key]
        picture = self._picture("flows", title, measure, (), keys=keys)
        return replace(picture, links=tuple(made), nodes=nodes)

    def _node(self, entity: str) -> Datum:
        book = self.voice.audit.book
        if entity not in book.entities:
            raise unknown("entity", entity, nearest(entity, book.entities))
        return Datum(entity, self.voice.entity(entity), "", None, color=self._color(entity))

    def _link(self, link: Any) -> Link:
        if not isinstance(link, dict) or not {"source", "target", "label"} <= link.keys():
            raise TieoutError("a link needs source, target and label")
        if unknown := link.keys() - {"source", "target", "label", "fact"}:
            raise TieoutError(
                f"a link has no {sorted(unknown)[0]!r}", "source, target, label, fact"
            )
        color = self._color(str(link["source"]))
        if not (key := str(link.get("fact", ""))):
            return Link(
                str(link["source"]), str(link["target"]), str(link["label"]), "", None, color
            )
        fact = self.voice.audit.book.fact(key)
        datum = self._datum(fact, "")
        return Link(
            str(link["source"]),
            str(link["target"]),
            str(link["label"]),
            datum.text,
            datum.value,
            color,
            dashed=datum.open,
            key=key,
        )

    def _within(self, key: str, first: str, last: str) -> bool:
        """Whether a fact lies between two periods, by the days they resolve to."""
        days = self.voice.audit.book.days(self.voice.audit.book.fact(key).identity)
        if days is None:
            return True
        begins = parse_period(first).first.toordinal() if first else days[0]
        ends = parse_period(last).last.toordinal() if last else days[1]
        return begins <= days[0] and days[1] <= ends

    def _on_time(self, fact: Fact, group: str) -> Datum:
        days = self.voice.audit.book.days(fact.identity)
        if days is None:
            raise TieoutError(f"{fact.key!r} has no period to stand at")
        datum = self._datum(fact, self.voice.period(fact.identity, short=True))
        start, end = date.fromordinal(days[0]), date.fromordinal(days[1])
        return replace(datum, group=group, start=start, end=end)

    def _event(self, item: str) -> Datum:
        voice, book = self.voice, self.voice.audit.book
        for development in book.developments:
            if development.id == item:
                return self._development(development)
        fact = book.fact(item)
        days = self._days(fact)
        dated = fact.unit.id == "date"
        label, when = voice.text(fact.label), voice.period(fact.identity)
        return Datum(
            item,
            label if dated else f"{label}{voice.phrase('colon_gap')}{voice.value(fact)}",
            voice.value(fact) if dated else when,
            None,
            color=self._color(fact.identity.entity),
            start=date.fromordinal(days[0]),
            end=date.fromordinal(days[1]),
            open=days[0] > book.site.as_of.first.toordinal(),
            group=self._era(days[0]),
        )

    def _days(self, fact: Fact) -> tuple[int, int]:
        """Return the days on which a fact stands: its date, or its period."""
        if fact.unit.id == "date":
            quantity = self.voice.audit.value(fact.key).quantity
            return int(quantity.low or 1), int(quantity.high or 1)
        days = self.voice.audit.book.days(fact.identity)
        if days is None:
            raise TieoutError(f"{fact.key!r} has no period to stand at")
        return days

    def _era(self, day: int) -> str:
        """Return the heading under which a day stands: none for what the article could know."""
        if day > self.voice.audit.book.site.as_of.first.toordinal():
            return self.voice.phrase("ahead")
        later = day > self.voice.audit.calendar.written
        return self.voice.phrase("since") if later else ""

    def _development(self, development: Development) -> Datum:
        voice, book = self.voice, self.voice.audit.book
        facts = [book.facts[key] for key in development.facts if key in book.facts]
        color = self._color(facts[0].identity.entity) if facts else GREY
        return Datum(
            development.id,
            voice.remark(development.label),
            voice.day(development.date),
            None,
            color=color,
            start=development.date.first,
            end=development.date.last,
            group=self._era(development.date.first.toordinal()),
        )
