"""Forms that tell: lines and timelines over time, flows between parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Annotated, NotRequired, TypedDict

from macros.arithmetic.period import parse_period
from macros.charts import picture as drawn
from macros.charts.picture import Datum, Picture
from macros.data.book import Fact
from macros.pages.macros.interpret import remark
from macros.pages.macros.shape import Note
from macros.pages.pictures.arguments import First, Labels, Last, Own, SeriesIds, Steps, Zero, chart
from macros.pages.pictures.placing import Placing
from macros.problems import TieoutError, nearest, unknown

Days = tuple[date, date]


@chart(
    'lines(["sales"], first="2022", last="2024", title="Sales", measure="US dollars")', axis=True
)
def lines(
    placing: Placing,
    series: SeriesIds,
    labels: Labels = None,
    steps: Steps = False,
    first: First = "",
    last: Last = "",
    zero: Zero = True,
) -> Picture:
    """Lines over time, one per series: for a course of more than two periods."""
    data, breaks = _over_time(placing, series, labels, first, last)
    placing.facts(datum.key for datum in data)  # one unit in all series
    return replace(placing.picture(data, zero=zero), breaks=breaks, steps=steps)


@chart('multiples(["sales", "costs"], title="Sales and costs", measure="US dollars")', axis=True)
def multiples(
    placing: Placing,
    series: SeriesIds,
    labels: Labels = None,
    steps: Steps = False,
    first: First = "",
    last: Last = "",
    zero: Zero = True,
    own: Own = False,
) -> Picture:
    """One panel per series: for more lines than one chart holds, or other units side by side."""
    data, breaks = _over_time(placing, series, labels, first, last)
    if breaks:
        message = f"multiples(…) cannot mark a new definition ({breaks[0][1]})"
        raise TieoutError(message, "use lines(…), or a `first` or `last` on one side of it")
    if len({datum.group for datum in data}) < 2:
        raise TieoutError("multiples(…) has one series only", "use lines(…)")
    if not own:
        placing.facts(datum.key for datum in data)  # one unit in all panels
        return replace(placing.picture(data, zero=zero), steps=steps)
    if placing.references:
        raise TieoutError("panels with scales of their own have no line across them")
    panels = [[*panel] for _, panel in groupby(data, key=lambda datum: datum.group)]
    scales = tuple(tuple(placing.ticks(panel, zero=zero)) for panel in panels)
    return replace(placing.picture(data), ticks=(), scales=scales, steps=steps)


def _over_time(
    placing: Placing, series: list[str], labels: list[str] | None, first: str, last: str
) -> tuple[list[Datum], tuple[tuple[date, str], ...]]:
    """Return the members of some series between two periods, and where a definition changes."""
    voice, book = placing.voice, placing.book
    data: list[Datum] = []
    breaks: dict[tuple[date, str], None] = {}
    if first and last and parse_period(last).last < parse_period(first).first:
        raise TieoutError(f"first={first!r} is after last={last!r}", "turn them round")
    for name, label in zip(series, labels or [""] * len(series), strict=True):
        members = _members(placing, name, first, last)
        group = label or voice.entity(members[0].identity.entity)
        for fact in members:
            (start, end), when = _days(placing, fact), voice.period(fact.identity, short=True)
            data.append(placing.datum(fact, when, group=group, start=start, end=end))
        # A break outside of what is drawn would be a line at its edge.
        days = [datum.start for datum in data if datum.group == group and datum.start]
        cut = book.series[name].cut
        if cut and min(days) < cut.start.first <= max(days):
            breaks[cut.start.first, voice.text(cut.label)] = None
    return data, tuple(breaks)


def _members(placing: Placing, name: str, first: str, last: str) -> list[Fact]:
    """Return the facts of a series that lie between two periods."""
    book = placing.book
    if name not in book.series:
        raise unknown("series", name, nearest(name, book.series))
    members = book.series[name].members
    keys = [key for key in members if _within(placing, key, first, last)]
    if not keys:
        fault = f"{name} has no member from {first or 'its start'} to {last or 'its end'}"
        runs = f"it runs from {members[0]} to {members[-1]}" if members else ""
        raise TieoutError(fault, runs, about=name if not members else "")
    return placing.facts(keys)


def _within(placing: Placing, key: str, first: str, last: str) -> bool:
    """Whether a fact lies between two periods, by the days they are in its entity's years."""
    book, identity = placing.book, placing.book.fact(key).identity
    days = book.days(identity)
    if days is None:
        return True
    begins = book.days_in(parse_period(first), identity.entity)[0] if first else days[0]
    ends = book.days_in(parse_period(last), identity.entity)[1] if last else days[1]
    return begins <= days[0] and days[1] <= ends


def _days(placing: Placing, fact: Fact) -> Days:
    days = placing.book.days(fact.identity)
    if days is None:
        raise TieoutError(f"{fact.key!r} has no period to stand at")
    return date.fromordinal(days[0]), date.fromordinal(days[1])


@chart('timeline(["opening", "merger"], title="What happened", measure="By day")')
def timeline(
    placing: Placing,
    items: Annotated[list[str], Note("ids", "developments, dates, and facts with a period")],
) -> Picture:
    """What happened when."""
    data = sorted((_event(placing, item) for item in items), key=lambda d: (d.start, d.end))
    days = [datum.start for datum in data if datum.start]
    # Up to the year’s end in which the last one lies.
    years = range(days[0].year, days[-1].year + 2) if days else ()
    ticks = tuple((float(date(year, 1, 1).toordinal()), str(year)) for year in years)
    return replace(placing.picture(data), ticks=ticks)


def _event(placing: Placing, item: str) -> Datum:
    voice, book = placing.voice, placing.book
    for told in book.developments:
        if told.id == item:
            facts = [book.facts[key] for key in told.facts if key in book.facts]
            entity = facts[0].identity.entity if facts else ""
            label, when, days = remark(voice, told.label), voice.day(told.date), told.date.days()
            return _dated(placing, item, label, when, entity, days)
    fact = book.fact(item)
    label, value = voice.text(fact.label), voice.value(fact)
    if fact.unit.id == "date":
        when, quantity = value, voice.audit.value(fact.key).quantity
        start, end = (date.fromordinal(int(q or 1)) for q in (quantity.low, quantity.high))
    else:
        label, when = f"{label}{voice.phrase('colon_gap')}{value}", voice.period(fact.identity)
        start, end = _days(placing, fact)
    datum = _dated(placing, item, label, when, fact.identity.entity, (start, end))
    # What the evidence cannot tell yet is drawn hollow.
    return replace(datum, open=start > book.site.as_of.first)


def _dated(placing: Placing, key: str, label: str, when: str, entity: str, days: Days) -> Datum:
    """Return what happened under its heading: none for what the article could know."""
    (start, end), voice = days, placing.voice
    is_later = start.toordinal() > voice.audit.written
    era = "ahead" if start > placing.book.site.as_of.first else "since" if is_later else ""
    heading, color = voice.phrase(era) if era else "", placing.color(entity)
    return Datum(key, label, when, None, group=heading, color=color, start=start, end=end)


class GivenLink(TypedDict):
    """One arrow of a flow."""

    source: str
    target: str
    label: Annotated[str, Note("words")]
    fact: NotRequired[str]


Links = Annotated[
    list[GivenLink],
    Note("ids", "`{source, target, label, fact}`: entities, words, maybe a fact", name="a link"),
]


@chart(
    'flows([{"source": "north", "target": "south", "label": "lends", "fact": "loan"}], '
    'title="Who lends", measure="2024, US dollars")'
)
def flows(placing: Placing, links: Links) -> Picture:
    """Who gives whom what: an arrow per link, as wide as its fact."""
    made = [_link(placing, link) for link in links]
    names = dict.fromkeys(name for link in made for name in (link.source, link.target))
    for name in names:
        if name not in placing.book.entities:
            raise unknown("entity", name, nearest(name, placing.book.entities))
    called = [(name, placing.voice.entity(name), placing.color(name)) for name in names]
    nodes = tuple(Datum(name, label, "", None, color=color) for name, label, color in called)
    picture = placing.picture([], keys=[link.key for link in made if link.key])
    return replace(picture, links=tuple(made), nodes=nodes)


def _link(placing: Placing, link: GivenLink) -> drawn.Link:
    color = placing.color(link["source"])
    bare = drawn.Link(link["source"], link["target"], link["label"], "", None, color)
    if not (key := link.get("fact", "")):
        return bare
    datum = placing.datum(placing.book.fact(key), "")
    return replace(bare, text=datum.text, value=datum.middle, dashed=datum.open, key=key)
