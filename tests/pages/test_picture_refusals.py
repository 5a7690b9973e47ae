"""Facts into pictures: what an author may ask of a form, and what is refused, in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import books
import pytest
from books import LABEL, MONEY, origin, says

from macros.arithmetic.expression import as_json, expanded, written
from macros.arithmetic.parse import parse_formula
from macros.charts.picture import Picture
from macros.pages.call import Call
from macros.pages.edition import Edition
from macros.pages.figures import Figure
from macros.pages.interactive import live

SERIES = MONEY.replace("period: 2024, ", "")
SHARE = "concept: share, entity: {}, period: 2024, unit: percent, basis: recognised"
DEVELOPMENTS = f"""\
- {{id: since, date: 2025-12-01, label: {LABEL}, facts: [], origins: [later]}}
- {{id: of_south, date: 2025-03-02, label: {LABEL}, facts: [sales], origins: [later]}}
"""
PEOPLE = SERIES.replace("billion USD", "customer").replace("south", "north")
FACTS = (
    books.series("people", PEOPLE, *(f"period: 20{y}, {origin(str(y * 9))}" for y in (23, 24))),
    books.fact("sales", MONEY, origin("13"), says("¶3", "150亿美元", "15")),
    books.fact("other", MONEY.replace("south", "north"), origin("20")),
    books.fact("heads", MONEY.replace("billion USD", "customer"), origin("9")),
    books.fact("timeless", MONEY.replace("period: 2024, ", ""), origin("9")),
    books.fact("none", MONEY.replace("2024", "2021"), says("¶3", "150亿美元", "15")),
    books.series("again", SERIES.replace("south", "lab"),
                 *(f"period: 20{y}, {origin(str(y))}" for y in (23, 24))),
    books.fact("day", MONEY.replace("billion USD", "date"), "origin: filing, value: 2025-01-21"),
    books.fact("coming", MONEY.replace("2024", "2030"), origin("1")),
    books.fact("part", SHARE.format("south"), origin("40")),
    books.fact("most", SHARE.format("lab"), origin("140")),
    books.fact("rest", SHARE.format("north"), origin("25")),
    books.series("run", SERIES, *(f"period: 20{y}, {origin(str(y))}" for y in range(21, 25)),
                 **{"break": f"{{from: 2023, origin: filing, label: {LABEL}}}"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Return a small book, in English."""
    return Edition(books.audit(*FACTS, developments=DEVELOPMENTS), (), "en")


@pytest.mark.parametrize(
    ("language", "measure", "texts"),
    [
        ("en", "In TWh, 2024", ("1.2", "0")),
        ("en", "Energy, 2024", ("1.2 TWh", "0.0 TWh")),
        ("zh", "单位：亿千瓦时；2024年", ("12", "0")),
        ("zh", "用电，2024年", ("12亿千瓦时", "0千瓦时")),
    ],
)
def test_a_measure_says_the_unit_once(language: str, measure: str, texts: tuple[str, str]) -> None:
    """Where the measure begins with the unit, no number and no tick repeats it."""
    energy = "concept: ratio, entity: south, period: 2024, unit: TWh, basis: recognised"
    facts = books.fact("energy", energy, "origin: filing, value: 1.2")
    picture = drawn(Edition(books.audit(facts), (), language), "bars", ["energy"], measure=measure)
    ticks = [text.replace("\u00a0", " ") for _, text in picture.ticks]
    assert (picture.data[0].text.replace("\u00a0", " "), ticks[0]) == texts


def drawn(edition: Edition, form: str, shown: Any, **named: Any) -> Picture:
    """Return the picture of a call."""
    outcome = edition.interpret(Call(form, (shown,), {"title": "T", "measure": "M"} | named))
    assert not outcome.problem and isinstance(outcome.content, Picture)
    return outcome.content


REFUSED: list[tuple[str, list[Any], dict[str, Any], str]] = [
    ("bars", [[]], {}, "a chart needs at least one fact"),
    ("bars", [["sales", "heads"]], {}, "the chart's facts have different units: USD, customer"),
    ("bars", [["sales", "other"]], {"labels": ["one"]}, "1 labels for 2 facts"),
    ("bars", [["sale"]], {}, "there is no fact 'sale'"),
    ("grouped", [[["sales"], ["other"]]], {"groups": ["g"]}, "needs one name per list"),
    ("grouped", [[["sales"], ["other", "none"]]], {"groups": ["g", "h"]},
     "every list needs as many facts as the others"),
    ("grouped", [[["sales"], ["heads"]]], {"groups": ["g", "h"]}, "different units"),
    ("dumbbell", [["other"]], {}, "the article does not print 'other'"),
    ("checked", [[["sales"]]], {"columns": ["a"]}, "checked(…) has two columns"),
    ("checked", [[["sales"] * 3]], {"columns": ["a", "b"]}, "rows of one fact or two"),
    ("checked", [[["other"]]], {"columns": ["a", "b"]}, "the article does not print 'other'"),
    ("checked", [[["sales"]]], {"columns": ["a", "b"], "labels": ["c", "d"]},
     "2 labels for 1 rows"),
    ("moves", [[["sales"]]], {}, "moves(…) needs pairs of two facts"),
    ("moves", [[["sales", "sales"]]], {}, "moves(…) needs pairs of two facts"),
    ("moves", [[["sales", "heads"]]], {}, "different units"),
    ("moves", [[["sales", "other"]]], {"labels": ["a", "b"]}, "2 labels for 1 pairs"),
    ("moves", [[["sales", "other"], ["none", "other"]]], {}, "two pairs have the same name"),
    ("moves", [[["sales", "other"]]], {"ends": ["a"]}, "moves(…) has two ends"),
    ("shares", [[["part"]]], {"rows": []}, "shares(…) needs one row name per list of facts"),
    ("lines", [["runs"]], {}, "there is no series 'runs'"),
    ("lines", [["run"]], {"first": "2030"}, "run has no member from 2030"),
    ("timeline", [["timeless"]], {}, "'timeless' has no period to stand at"),
    ("timeline", [["sinse"]], {}, "there is no fact 'sinse'"),
    ("flows", [["north"]], {}, "flows(): a link is written {…}"),
    ("flows", [[{"source": "north", "target": "south"}]], {}, "a link lacks 'label'"),
    ("flows", [[{"source": "north", "target": "south", "label": "l", "fat": "sales"}]], {},
     "a link takes no 'fat'"),
    ("flows", [[{"source": "north", "target": "suoth", "label": "l"}]], {},
     "there is no entity 'suoth'"),
    ("timeline", [[]], {}, "has nothing to show"),
    ("bars", [["sales"]], {"references": [{"fact": "heads"}]}, "different units: USD, customer"),
    ("bars", [["sales"]], {"references": [{"fact": "limt"}]}, "there is no fact 'limt'"),
    ("bars", [["sales"]], {"references": [{"label": "Limit"}]}, "a reference lacks 'fact'"),
    ("bars", [["sales"]], {"zero": False}, "bars() takes no argument 'zero'"),
    ("waffle", [["part"]], {"references": []}, "waffle() takes no argument 'references'"),
    ("multiples", [["run", "people"]], {"first": "2023"}, "different units: USD, customer"),
    ("multiples", [["run", "people"]],
     {"first": "2023", "own": True, "references": [{"fact": "sales"}]}, "have no line across them"),
    ("multiples", [["run"]], {"first": "2023"}, "has one series only"),
    ("waffle", [["most"]], {}, "140% is no share of a whole"),
    ("bars", [["sales"]], {"labels": ["Zürich ก"]},
     "the chart font has no ก (U+0E01), as in “Zürich ก”"),
    ("bars", [["sales"]], {"title": "☂"}, "the chart font has no ☂ (U+2602), as in “☂”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "args", "named", "message"), REFUSED, ids=[f"{r[0]}: {r[3]}" for r in REFUSED]
)
def test_what_no_picture_can_show(
    edition: Edition, form: str, args: list[Any], named: dict[str, Any], message: str
) -> None:
    """What a form cannot show is refused in a sentence that names it."""
    told = edition.interpret(Call(form, (*args,), {"title": "T", "measure": "M"} | named)).problem
    assert told and message in told.message


def test_a_whole_is_made_up_by_its_rest(edition: Edition) -> None:
    """Parts of a whole stand with what is left of a hundred per cent, if the rest has a name."""
    rows: list[list[str]] = [["part", "rest"]]
    bare = drawn(edition, "shares", rows, rows=["2024"])
    whole = drawn(edition, "shares", rows, rows=["2024"], rest="Others")
    assert [datum.value for datum in bare.data] == [40.0, 25.0]
    assert [(datum.group, datum.value) for datum in whole.data[2:]] == [("Others", 35.0)]
    assert [text for _, text in whole.ticks] == ["0%", "25%", "50%", "75%", "100%"]


def test_a_line_is_cut_to_its_periods_and_broken_within_them(edition: Edition) -> None:
    """A break is shown where the line passes it, and not where it is cut off before."""
    whole = drawn(edition, "lines", ["run"])
    cut = drawn(edition, "lines", ["run"], last="2022", steps=True)
    late = drawn(edition, "lines", ["run"], first="2023", labels=["South’s"])
    assert [datum.value for datum in whole.data] == [21, 22, 23, 24]
    assert [at for at, _ in whole.breaks] == [date(2023, 1, 1)]
    assert ([d.value for d in cut.data], cut.breaks, cut.steps) == ([21, 22], (), True)
    assert ([d.value for d in late.data], late.breaks) == ([23, 24], ())
    assert {datum.group for datum in late.data} == {"South’s"}


def test_a_line_is_cut_to_the_fiscal_years_of_its_entity() -> None:
    """A fiscal year that ends in June begins in the July before, in a call as in the data."""
    identity = MONEY.replace("south", "north").replace("period: 2024, ", "")
    years = books.series(
        "years", identity, *(f"period: FY20{y}, {origin(str(y))}" for y in (22, 23, 24))
    )
    cut = drawn(
        Edition(books.audit(years), (), "en"), "lines", ["years"], first="FY2023", last="FY2024"
    )
    assert [datum.value for datum in cut.data] == [23, 24]


def test_what_is_known_of_a_value_has_two_ends(edition: Edition) -> None:
    """Intervals show the range of each value, with or without names of the author's own."""
    named = drawn(edition, "intervals", ["sales", "other"], labels=["a", "b"])
    plain = drawn(edition, "intervals", ["sales", "other"])
    assert [(d.label, d.low, d.high) for d in named.data] == [("a", 12.5, 13.5), ("b", 19.0, 21.0)]
    assert next((d.label, d.low, d.high) for d in plain.data) == ("South", 12.5, 13.5)


def test_values_to_compare_with_stand_across_a_chart(edition: Edition) -> None:
    """They have a line, a name, a place on the axis, and a share in words, table and sources."""
    lines = [{"fact": "other", "label": "Limit"}, {"fact": "none"}]
    picture = drawn(edition, "bars", ["sales"], references=lines)
    assert [(d.key, d.label, d.value) for d in picture.references] == [
        ("other", "Limit", 20.0), ("none", "A label", 15.0),
    ]  # fmt: skip
    assert max(at for at, _ in picture.ticks) >= 20
    figure = Figure(edition, picture)
    assert "Limit $20B; A label $15B" in figure.described
    assert figure.keys == ["sales", "other", "none"]
    assert "other," in figure.csv
    tips = live(picture, {}, edition, str)["tips"]
    assert any("Limit: $20B" in tip for tip in tips.values())


@pytest.mark.parametrize("form", ["lines", "multiples", "intervals"])
def test_an_axis_may_begin_where_values_do(edition: Edition, form: str) -> None:
    """What is told by place and not by length need not begin at zero, and otherwise does."""
    shown = ["run[2023]", "run[2024]"] if form == "intervals" else ["run", "again"]
    cut = {} if form == "intervals" else {"first": "2023"}
    ticks = [drawn(edition, form, shown, zero=zero, **cut).ticks for zero in (True, False)]
    assert [min(at for at, _ in each) > 20 for each in ticks] == [False, True]


def test_panels_may_have_scales_of_their_own(edition: Edition) -> None:
    """Then each has ticks in its own unit, and there are none for all."""
    named: dict[str, Any] = {"first": "2023", "own": True, "zero": False}
    picture = drawn(edition, "multiples", ["run", "people"], **named)
    assert picture.ticks == ()
    assert [any("$" in word for _, word in scale) for scale in picture.scales] == [True, False]


@pytest.mark.parametrize(
    ("printed", "beyond"),
    [
        ('printed: "more than $5 billion", value: 5, bound: more_than', "above"),
        ('printed: "up to $5 billion", value: 5, bound: up_to', "below"),
        ('printed: "nearly $5 billion", value: 5, bound: nearly', ""),
        ('printed: "$5 billion to $6 billion", value: [5, 6], bound: range', ""),
        ('printed: "more than -$5 billion", value: -5, bound: more_than', "below"),
        ('printed: "$5.0 billion", value: 5', ""),
    ],
)
def test_a_bound_is_open_where_it_has_no_end(printed: str, beyond: str) -> None:
    """What is said to be more or less goes on beyond its value, away from zero or towards it."""
    only = Edition(books.audit(books.fact("a", MONEY, f"origin: filing, {printed}")), (), "en")
    (datum,) = drawn(only, "intervals", ["a"]).data
    assert datum.beyond == beyond


def test_a_slope_has_a_column_for_each_list(edition: Edition) -> None:
    """Values stand under the column of their list, row by row."""
    lists = [["run[2021]", "run[2022]"], ["run[2023]", "run[2024]"]]
    picture = drawn(edition, "slope", lists, columns=["x", "y"], labels=["a", "b"])
    assert picture.form == "slope"
    assert [(d.group, d.label, d.value) for d in picture.data] == [
        ("x", "a", 21), ("y", "a", 23), ("x", "b", 22), ("y", "b", 24),
    ]  # fmt: skip


def test_a_picture_of_nothing_but_zero_has_a_tick() -> None:
    """An axis without extent still has its zero."""
    zero = books.fact("zero", MONEY, 'origin: filing, value: 0, exact: "none was sold"')
    only = Edition(books.audit(zero), (), "en")
    assert drawn(only, "bars", ["zero"]).ticks[0] == (0.0, "$0")


def test_a_timeline_has_what_happened_and_what_is_to_come(edition: Edition) -> None:
    """Events stand in order, each with its day, and under what could be known of it."""
    picture = drawn(edition, "timeline", ["coming", "since", "day", "of_south"])
    assert [datum.key for datum in picture.data] == ["day", "of_south", "since", "coming"]
    assert [datum.group == "" for datum in picture.data] == [True, True, False, False]
    assert [datum.open for datum in picture.data] == [False, False, False, True]
    assert [text for _, text in picture.ticks] == [str(year) for year in range(2025, 2032)]


def test_a_flow_may_be_without_a_figure(edition: Edition) -> None:
    """A link with a fact has its text and value, and one without has its label alone."""
    link = {"source": "north", "target": "south", "label": "pays"}
    bare, valued = drawn(edition, "flows", [link, link | {"fact": "sales"}]).links
    assert (bare.text, bare.value, bare.key) == ("", None, "")
    assert (valued.text, valued.value, valued.key) == ("$13B", 13.0, "sales")


@pytest.mark.parametrize(
    ("formula", "text", "tree"),
    [
        ("a + b", "A + B", ["+", "2", ["set", "b"]]),
        ("a * (b - 1)", "A × (B − 1)", ["*", "2", ["-", ["set", "b"], "1"]]),
        ("points(a / b)", "A ÷ B", ["points", ["/", "2", ["set", "b"]]]),
        ("rank(a, b)", "A, B", ["rank", "2", ["set", "b"]]),
        ("a - (b - 1)", "A − (B − 1)", ["-", "2", ["-", ["set", "b"], "1"]]),
        ("a / b / 2", "A ÷ B ÷ 2", ["/", ["/", "2", ["set", "b"]], "2"]),
    ],
)
def test_a_formula_for_readers_and_for_scripts(formula: str, text: str, tree: Any) -> None:
    """A formula is said with its labels, and given to a script with its facts as exact numbers."""
    read = parse_formula(formula)
    assert written(read, {"a": "A", "b": "B"}) == text
    assert as_json(read, {"a": Fraction(2)}) == tree


def test_results_stand_for_their_formulas() -> None:
    """A result that another formula names is written out, wherever it stands."""
    results = {"r": parse_formula("a - 1")}
    for formula, whole in (
        ("r", "a - 1"),
        ("2 * r", "2 * (a - 1)"),
        ("points(r / b)", "points((a - 1) / b)"),
        ("rank(r, b)", "rank(a - 1, b)"),
        ("3", "3"),
    ):
        assert expanded(parse_formula(formula), results) == parse_formula(whole)


def test_a_move_leads_from_one_fact_to_another(edition: Edition) -> None:
    """Each pair is a row under one name, its facts under the names of the ends or their periods."""
    picture = drawn(edition, "moves", [["run[2021]", "run[2024]"]], labels=["South’s"])
    named = drawn(edition, "moves", [["run[2021]", "run[2024]"]], ends=["then", "now"])
    assert [(d.label, d.group, d.value) for d in picture.data] == [
        ("South’s", "2021", 21),
        ("South’s", "2024", 24),
    ]
    assert [(d.label, d.group) for d in named.data] == [("South", "then"), ("South", "now")]
