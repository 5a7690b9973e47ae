"""Forms that compare values: bars, dumbbells, intervals, moves, shares, slopes and waffles."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Annotated

from macros.arithmetic.quantity import Quantity
from macros.charts.picture import WHOLE, Datum, Picture
from macros.data.book import Fact
from macros.pages.macros.shape import Note
from macros.pages.pictures.arguments import Columns, Facts, Labels, ListNames, Zero, chart
from macros.pages.pictures.placing import Placing
from macros.problems import TieoutError

PairLabels = Annotated[
    list[str] | None, Note("words", "names of the pairs, if not their entities'", labels="lists")
]


@chart('bars(["sales[2024]", "rival"], title="Sales", measure="2024, US dollars")', axis=True)
def bars(placing: Placing, facts: Facts, labels: Labels = None) -> Picture:
    """Bars from zero, one per fact: for sizes, gains and losses among them."""
    return placing.picture(placing.data(facts, labels))


@chart(
    'grouped([["sales[2023]"], ["sales[2024]"]], groups=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
    axis=True,
)
def grouped(placing: Placing, facts: Columns, groups: ListNames, labels: Labels = None) -> Picture:
    """Bars in groups, one list of facts per group: for a few sizes of several years or parties."""
    return placing.picture(_in_columns(placing, facts, groups, labels))


@chart(
    'slope([["sales[2023]"], ["sales[2024]"]], columns=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
    axis=True,
)
def slope(placing: Placing, facts: Columns, columns: ListNames, labels: Labels = None) -> Picture:
    """How values change between columns, a list of facts each: for ranks that turn round."""
    return placing.picture(_in_columns(placing, facts, columns, labels))


def _in_columns(
    placing: Placing, facts: Columns, names: list[str], labels: list[str] | None
) -> list[Datum]:
    """Return data row by row, each with the name of its list."""
    if len(facts) != len(names):
        raise TieoutError(f"{placing.form}(…) needs one name per list of facts")
    columns = [placing.data(keys, labels) for keys in facts]
    if len({len(column) for column in columns}) > 1:
        raise TieoutError("every list needs as many facts as the others")
    placing.facts(key for keys in facts for key in keys)  # one unit in all lists
    return [
        replace(datum, group=name)
        for row in zip(*columns, strict=True)
        for name, datum in zip(names, row, strict=True)
    ]


@chart(
    'dumbbell(["margin"], title="The margin", measure="Per cent of sales")', reviews=True, axis=True
)
def dumbbell(placing: Placing, facts: Facts, labels: Labels = None) -> Picture:
    """Ours against the article's: what each fact is taken to be, and what the article prints."""
    data = [
        each for best in placing.data(facts, labels) for each in (best, _printed(placing, best))
    ]
    return placing.picture(data, zero=False)


def _printed(placing: Placing, best: Datum) -> Datum:
    audit, fact = placing.voice.audit, placing.book.fact(best.key)
    report = next(iter(audit.sources.prints(fact)), None)
    if report is None:
        raise TieoutError(f"the article does not print {fact.key!r}", "use bars(…)")
    printed, judged = report.quantity, audit.judgement_of(fact.key, report)
    datum = placing.placed(fact, best.label, printed, printed.as_input(), open=True)
    # Ours has its range drawn; the article’s figure is what it says, no more.
    datum = datum if datum.value is None else datum.bare()
    return replace(datum, wrong=judged.is_finding, group=placing.voice.phrase("article"))


@chart(
    'checked([["margin"]], columns=["Printed", "Checked"], title="The margin", '
    'measure="Per cent of sales")',
    reviews=True,
)
def checked(
    placing: Placing,
    facts: Annotated[
        list[list[str]], Note("ids", "facts, each with the one that answers it if not itself")
    ],
    columns: Annotated[list[str], Note("words", "names of both sides")],
    labels: PairLabels = None,
) -> Picture:
    """As printed and as checked: a row of words per fact, whatever its unit."""
    if len(columns) != 2 or any(not 1 <= len(row) <= 2 for row in facts):
        raise TieoutError("checked(…) has two columns, and rows of one fact or two")
    answers = [placing.book.fact(row[-1]) for row in facts]
    names = placing.names(answers, labels, "rows")
    data: list[Datum] = []
    for name, row in zip(names, facts, strict=True):
        (printed,), (value,) = placing.data(row[:1], [name]), placing.data(row[-1:], [name])
        data += [
            replace(_printed(placing, printed), group=columns[0]),
            replace(value, group=columns[1], open=False),
        ]
    return replace(placing.picture(data), ticks=())


@chart('intervals(["sales[2024]"], title="Sales", measure="2024, US dollars")', axis=True)
def intervals(placing: Placing, facts: Facts, labels: Labels = None, zero: Zero = True) -> Picture:
    """What is known of each value: for ranges and bounds that are the point, or far from zero."""
    return placing.picture(placing.data(facts, labels), zero=zero)


@chart(
    'shares([["margin"]], rows=["2024"], rest="Costs", title="What is left of sales", '
    'measure="Per cent of sales")'
)
def shares(
    placing: Placing,
    facts: Columns,
    rows: ListNames,
    rest: Annotated[str, Note("words", "the name of what is left of a hundred per cent")] = "",
) -> Picture:
    """Parts of a whole, one row per list of facts: where each part is one of a hundred."""
    if len(facts) != len(rows):
        raise TieoutError("shares(…) needs one row name per list of facts")
    data: list[Datum] = []
    placing.facts(key for keys in facts for key in keys)  # one unit in all rows
    for row, keys in zip(rows, facts, strict=True):
        parts = [_part(placing, fact, row) for fact in placing.facts(keys)]
        data += parts
        if rest:
            # What the parts leave is theirs together, so nobody’s interval is drawn around it.
            left = 100 - sum(part.value or 0 for part in parts)
            text = _percent(placing, left, Fraction(1, 1000))
            data.append(Datum("", row, text, left, group=rest))
    ticks = tuple((float(at), _percent(placing, at)) for at in (0, 25, 50, 75, 100))
    return replace(placing.picture(data), ticks=ticks)


def _part(placing: Placing, fact: Fact, row: str) -> Datum:
    entity = placing.voice.entity(fact.identity.entity)
    return replace(placing.datum(fact, row).bare(), group=entity)


def _percent(placing: Placing, at: float, place: Fraction = Fraction(1, 100)) -> str:
    value = Fraction(at).limit_denominator(1000) / 100
    unit = placing.book.units.read("percent")
    return placing.said(Quantity(value, "percent", place=place), unit)


@chart('waffle(["margin"], title="The margin", measure="Per cent of sales")')
def waffle(placing: Placing, facts: Facts, labels: Labels = None) -> Picture:
    """Single shares as squares, a hundred per fact."""
    first, *_ = placing.facts(facts)
    if first.unit.id != "percent":
        raise TieoutError(f"waffle(…) shows shares, and {first.key!r} is none", "bars(…)")
    picture, phrase = placing.picture(placing.data(facts, labels)), placing.voice.phrase
    for datum in picture.data:
        if not 0 <= datum.extent[0] <= datum.extent[1] <= WHOLE:
            raise TieoutError(f"{datum.text} is no share of a whole", "bars(…)")
    said = picture.measure + phrase("semicolon") + phrase("waffle_square")
    return replace(picture, measure=said, ticks=())


@chart(
    'moves([["sales[2023]", "sales[2024]"]], ends=["2023", "2024"], title="Sales", '
    'measure="US dollars")',
    axis=True,
)
def moves(
    placing: Placing,
    facts: Annotated[list[list[str]], Note("ids", "pairs of facts: from, to")],
    ends: Annotated[
        list[str] | None, Note("words", "names of both ends, if not the first pair's periods")
    ] = None,
    labels: PairLabels = None,
) -> Picture:
    """From one value to another, an arrow per pair of facts: before and after, or two places."""
    voice = placing.voice
    if any(len(pair) != 2 or pair[0] == pair[1] for pair in facts):
        raise TieoutError("moves(…) needs pairs of two facts: from, to")
    found = placing.facts(key for pair in facts for key in pair)  # one unit in all pairs
    names = placing.names(found[1::2], labels, "pairs")
    if len(set(names)) < len(names):
        raise TieoutError("two pairs have the same name", 'tell them apart: labels=["…", "…"]')
    sides = ends or [voice.period(fact.identity, short=True) for fact in found[:2]]
    if len(sides) != 2:
        raise TieoutError("moves(…) has two ends", 'ends=["…", "…"]')
    data = [
        replace(datum, group=side)
        for name, pair in zip(names, facts, strict=True)
        for side, datum in zip(sides, placing.data(pair, [name, name]), strict=True)
    ]
    return placing.picture(data, zero=False)
