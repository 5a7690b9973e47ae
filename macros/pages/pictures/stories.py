"""Forms that tell: lines and timelines over time, flows between parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from macros.arithmetic.period import parse_period
from macros.charts import picture as drawn
from macros.charts.picture import Datum, Picture
from macros.data.book import Development, Fact
from macros.pages.macros.interpret import remark
from macros.pages.macros.macro import macro
from macros.pages.macros.shape import Note
from macros.pages.pictures.arguments import (
    First,
    Labels,
    Last,
    Link,
    Links,
    Measure,
    Series,
    Steps,
    Title,
    Why,
)
from macros.pages.pictures.placing import GREY, Placing
from macros.pages.voice import Voice
from macros.problems import TieoutError, nearest, unknown


@macro(
    "chart",
    'lines(["sales"], first="2022", last="2024", title="Sales", measure="US dollars")',
)
def lines(
    voice: Voice,
    series: Series,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    steps: Steps = False,
    first: First = "",
    last: Last = "",
    why: Why = "",
) -> Picture:
    """Lines over time, one per series."""
    placing, book = Placing(voice), voice.audit.book
    data: list[Datum] = []
    breaks: list[tuple[date, str]] = []
    if first and last and parse_period(last).last < parse_period(first).first:
        raise TieoutError(f"first={first!r} is after last={last!r}", "turn them round")
    for name, label in zip(series, labels or [""] * len(series), strict=True):
        if name not in book.series:
            raise unknown("series", name, nearest(name, book.series))
        found = book.series[name]
        keys = [key for key in found.members if _within(voice, key, first, last)]
        if not keys:
            told = f"{name} has no member from {first or 'its start'} to {last or 'its end'}"
            raise TieoutError(told, f"it runs from {found.members[0]} to {found.members[-1]}")
        members = placing.facts(keys)
        group = label or voice.entity(members[0].identity.entity)
        data += [_on_time(placing, fact, group) for fact in members]
        days = [datum.start for datum in data if datum.group == group and datum.start]
        if found.break_from and min(days) < found.break_from.first <= max(days):
            breaks.append((found.break_from.first, voice.text(found.break_label)))
    placing.facts(datum.key for datum in data)  # one unit in all series
    picture = placing.picture("lines", title, measure, data)
    return replace(picture, breaks=tuple(dict.fromkeys(breaks)), steps=steps)


@macro("chart", 'multiples(["sales", "costs"], title="Sales and costs", measure="US dollars")')
def multiples(
    voice: Voice,
    series: Series,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    steps: Steps = False,
    first: First = "",
    last: Last = "",
    why: Why = "",
) -> Picture:
    """One panel per series, all on one scale."""
    picture = lines(voice, series, title, measure, labels, steps, first, last)
    if picture.breaks:
        message = f"multiples(…) cannot mark a new definition ({picture.breaks[0][1]})"
        raise TieoutError(message, "use lines(…), or a `first` or `last` on one side of it")
    return replace(picture, form="multiples")


def _within(voice: Voice, key: str, first: str, last: str) -> bool:
    """Whether a fact lies between two periods, by the days they resolve to."""
    days = voice.audit.book.days(voice.audit.book.fact(key).identity)
    if days is None:
        return True
    begins = parse_period(first).first.toordinal() if first else days[0]
    ends = parse_period(last).last.toordinal() if last else days[1]
    return begins <= days[0] and days[1] <= ends


def _on_time(placing: Placing, fact: Fact, group: str) -> Datum:
    days = placing.voice.audit.book.days(fact.identity)
    if days is None:
        raise TieoutError(f"{fact.key!r} has no period to stand at")
    datum = placing.datum(fact, placing.voice.period(fact.identity, short=True))
    start, end = date.fromordinal(days[0]), date.fromordinal(days[1])
    return replace(datum, group=group, start=start, end=end)


@macro("chart", 'timeline(["opening", "merger"], title="What happened", measure="By day")')
def timeline(
    voice: Voice,
    items: Annotated[list[str], Note("ids", "developments, dates, and facts with a period")],
    title: Title,
    measure: Measure,
    why: Why = "",
) -> Picture:
    """What happened when."""
    placing = Placing(voice)
    data = sorted((_event(placing, item) for item in items), key=lambda d: (d.start, d.end))
    years = (
        range(data[0].start.year, data[-1].start.year + 2)
        if data and data[0].start and data[-1].start
        else range(0)
    )
    ticks = tuple((float(date(year, 1, 1).toordinal()), str(year)) for year in years)
    return replace(placing.picture("timeline", title, measure, data), ticks=ticks)


@macro(
    "chart",
    'flows([{"source": "north", "target": "south", "label": "lends", "fact": "loan"}], '
    'title="Who lends", measure="2024, US dollars")',
)
def flows(
    voice: Voice, links: Links, title: Title, measure: Measure, why: Why = ""
) -> Picture:  # fmt: skip
    """Who gives whom what: an arrow per link, as wide as its fact."""
    placing = Placing(voice)
    made = [_link(placing, link) for link in links]
    names = list(dict.fromkeys(n for link in made for n in (link.source, link.target)))
    nodes = tuple(_node(placing, name) for name in names)
    keys = [link.key for link in made if link.key]
    picture = placing.picture("flows", title, measure, (), keys=keys)
    return replace(picture, links=tuple(made), nodes=nodes)


def _node(placing: Placing, entity: str) -> Datum:
    book = placing.voice.audit.book
    if entity not in book.entities:
        raise unknown("entity", entity, nearest(entity, book.entities))
    return Datum(entity, placing.voice.entity(entity), "", None, color=placing.color(entity))


def _link(placing: Placing, link: Link) -> drawn.Link:
    color = placing.color(link["source"])
    bare = drawn.Link(link["source"], link["target"], link["label"], "", None, color)
    if not (key := link.get("fact", "")):
        return bare
    datum = placing.datum(placing.voice.audit.book.fact(key), "")
    return replace(bare, text=datum.text, value=datum.value, dashed=datum.open, key=key)


def _event(placing: Placing, item: str) -> Datum:
    voice, book = placing.voice, placing.voice.audit.book
    for development in book.developments:
        if development.id == item:
            return _development(placing, development)
    fact = book.fact(item)
    days = _days(voice, fact)
    dated = fact.unit.id == "date"
    label, when = voice.text(fact.label), voice.period(fact.identity)
    return Datum(
        item,
        label if dated else f"{label}{voice.phrase('colon_gap')}{voice.value(fact)}",
        voice.value(fact) if dated else when,
        None,
        color=placing.color(fact.identity.entity),
        start=date.fromordinal(days[0]),
        end=date.fromordinal(days[1]),
        open=days[0] > book.site.as_of.first.toordinal(),
        group=_era(voice, days[0]),
    )


def _days(voice: Voice, fact: Fact) -> tuple[int, int]:
    """Return the days on which a fact stands: its date, or its period."""
    if fact.unit.id == "date":
        quantity = voice.audit.value(fact.key).quantity
        return int(quantity.low or 1), int(quantity.high or 1)
    days = voice.audit.book.days(fact.identity)
    if days is None:
        raise TieoutError(f"{fact.key!r} has no period to stand at")
    return days


def _era(voice: Voice, day: int) -> str:
    """Return the heading under which a day stands: none for what the article could know."""
    if day > voice.audit.book.site.as_of.first.toordinal():
        return voice.phrase("ahead")
    return voice.phrase("since") if day > voice.audit.calendar.written else ""


def _development(placing: Placing, development: Development) -> Datum:
    voice, book = placing.voice, placing.voice.audit.book
    facts = [book.facts[key] for key in development.facts if key in book.facts]
    return Datum(
        development.id,
        remark(voice, development.label),
        voice.day(development.date),
        None,
        color=placing.color(facts[0].identity.entity) if facts else GREY,
        start=development.date.first,
        end=development.date.last,
        group=_era(voice, development.date.first.toordinal()),
    )
