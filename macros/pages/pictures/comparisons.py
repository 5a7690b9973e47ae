"""Forms that compare values: bars, dumbbells, intervals, shares, slopes and waffles."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Annotated

from macros.arithmetic.quantity import Quantity
from macros.charts.picture import Datum, Picture
from macros.data.book import Fact, Report
from macros.pages.macros.macro import macro
from macros.pages.macros.shape import Note
from macros.pages.pictures.arguments import Columns, Facts, Labels, Lists, Measure, Title, Why
from macros.pages.pictures.placing import GREY, Placing
from macros.pages.voice import Voice
from macros.problems import TieoutError


@macro("chart", 'bars(["sales[2024]", "rival"], title="Sales", measure="2024, US dollars")')
def bars(
    voice: Voice,
    facts: Facts,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """Bars from zero, one per fact."""
    placing = Placing(voice)
    return placing.picture("bars", title, measure, placing.data(facts, labels))


@macro(
    "chart",
    'grouped([["sales[2023]"], ["sales[2024]"]], groups=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
)
def grouped(
    voice: Voice,
    facts: Columns,
    title: Title,
    measure: Measure,
    groups: Lists,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """Bars in groups: one list of facts per group, each with the same rows."""
    data = _in_columns(Placing(voice), "grouped", facts, groups, labels)
    return Placing(voice).picture("grouped", title, measure, data)


@macro(
    "chart",
    'slope([["sales[2023]"], ["sales[2024]"]], columns=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
)
def slope(
    voice: Voice,
    facts: Columns,
    title: Title,
    measure: Measure,
    columns: Lists,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """How values change between columns: one list of facts per column."""
    data = _in_columns(Placing(voice), "slope", facts, columns, labels)
    return Placing(voice).picture("slope", title, measure, data)


def _in_columns(
    placing: Placing, form: str, facts: Columns, names: list[str], labels: list[str] | None
) -> list[Datum]:
    """Return data row by row, each with the name of its list."""
    if len(facts) != len(names):
        raise TieoutError(f"{form}(…) needs one name per list of facts")
    columns = [placing.data(keys, labels) for keys in facts]
    if len({len(column) for column in columns}) > 1:
        raise TieoutError("every list needs as many facts as the others")
    placing.facts(key for keys in facts for key in keys)  # one unit in all lists
    return [
        replace(datum, group=name)
        for row in zip(*columns, strict=True)
        for name, datum in zip(names, row, strict=True)
    ]


@macro(
    "chart", 'dumbbell(["margin"], title="The margin", measure="Per cent of sales")', reviews=True
)
def dumbbell(
    voice: Voice,
    facts: Facts,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """Ours against the article's: what each fact is taken to be, and what the article prints."""
    placing, data = Placing(voice), list[Datum]()
    for best in placing.data(facts, labels):
        fact = voice.audit.book.fact(best.key)
        if not (reports := voice.audit.sources.prints(fact)):
            raise TieoutError(f"the article does not print {fact.key!r}", "use bars(…)")
        data += [best, _printed(placing, fact, reports[0], best.label)]
    return placing.picture("dumbbell", title, measure, data, zero=False)


def _printed(placing: Placing, fact: Fact, report: Report, label: str) -> Datum:
    voice = placing.voice
    judged = next(j for j in voice.audit.judgements_of(fact.key) if j.report is report)
    datum = placing.placed(fact, label, report.quantity, report.quantity.as_input(), open_=True)
    wrong = judged.is_finding
    return replace(datum, low=None, high=None, wrong=wrong, group=voice.phrase("article"))


@macro("chart", 'intervals(["sales[2024]"], title="Sales", measure="2024, US dollars")')
def intervals(
    voice: Voice,
    facts: Facts,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """What is known of each value: the range that its origins leave."""
    placing = Placing(voice)
    return placing.picture("intervals", title, measure, placing.data(facts, labels))


@macro(
    "chart",
    'shares([["margin"]], rows=["2024"], rest="Costs", title="What is left of sales", '
    'measure="Per cent of sales")',
)
def shares(
    voice: Voice,
    facts: Columns,
    title: Title,
    measure: Measure,
    rows: Lists,
    rest: Annotated[str, Note("words", "the name of what is left of a hundred per cent")] = "",
    why: Why = "",
) -> Picture:
    """Parts of a whole, one row per list of facts."""
    if len(facts) != len(rows):
        raise TieoutError("shares(…) needs one row name per list of facts")
    placing, data = Placing(voice), list[Datum]()
    placing.facts(key for keys in facts for key in keys)  # one unit in all rows
    for row, keys in zip(rows, facts, strict=True):
        parts = [_part(placing, fact, row) for fact in placing.facts(keys)]
        data += parts
        if rest:
            left = 100 - sum(part.value or 0 for part in parts)
            text = _percent(voice, left, Fraction(1, 1000))
            data.append(Datum("", row, text, left, group=rest, color=GREY))
    ticks = tuple((float(at), _percent(voice, at)) for at in (0, 25, 50, 75, 100))
    return replace(placing.picture("shares", title, measure, data), ticks=ticks)


def _part(placing: Placing, fact: Fact, row: str) -> Datum:
    entity = placing.voice.entity(fact.identity.entity)
    return replace(placing.datum(fact, row), group=entity, low=None, high=None)


def _percent(voice: Voice, at: float, place: Fraction = Fraction(1, 100)) -> str:
    value = Fraction(at).limit_denominator(1000) / 100
    unit = voice.audit.book.units.read("percent")
    return voice.quantity(Quantity(value, "percent", place=place), unit)


@macro("chart", 'waffle(["margin"], title="The margin", measure="Per cent of sales")')
def waffle(
    voice: Voice,
    facts: Facts,
    title: Title,
    measure: Measure,
    labels: Labels = None,
    why: Why = "",
) -> Picture:
    """Single shares as squares, a hundred per fact."""
    placing = Placing(voice)
    first, *_ = placing.facts(facts)
    if first.unit.id != "percent":
        raise TieoutError(f"waffle(…) shows shares, and {first.key!r} is none", "bars(…)")
    picture = placing.picture("waffle", title, measure, placing.data(facts, labels))
    said = picture.measure + voice.phrase("semicolon") + voice.phrase("waffle_square")
    return replace(picture, measure=said, ticks=())
