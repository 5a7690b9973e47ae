"""What the core does at its limits: zero divisors, long chains, circles, and series by series."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import books
import pytest
from books import MONEY, RATIO, SHARE, origin, says

from macros.arithmetic.evaluate import needed, range_of, value_at
from macros.arithmetic.expression import Constant, Key, operation
from macros.arithmetic.parse import MAX_PARTS, parse_formula
from macros.arithmetic.quantity import Bound, Interval
from macros.audit.resolving import MAX_CHAIN
from macros.audit.verdict import answer, floor_too_low
from macros.checks.data.entries import check
from macros.problems import Problems, TieoutError

SERIES = MONEY.replace("period: 2024, ", "")


def test_a_formula_of_too_many_parts_is_refused() -> None:
    """A formula may be short in characters and still name too much."""
    most = "+".join(["a"] * MAX_PARTS)
    assert value_at(parse_formula(most), {"a": Fraction(1)}) == MAX_PARTS
    with pytest.raises(TieoutError, match=f"more than {MAX_PARTS} keys and numbers"):
        parse_formula(f"{most}+a")


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a + b", 5),
        ("a - b", -1),
        ("a * b", 6),
        ("a / b", "2/3"),
        ("-a", -2),
        ("points(a / b)", "200/3"),
        ("rank(a, b)", 2),
        ("rank(b, a, a)", 1),
        ("rank(a, a)", 1),
        ("rank(a, b, b, 1)", 3),
        ("a + b * 2 - 1", 7),
    ],
)
def test_the_value_of_a_formula(formula: str, value: int | str) -> None:
    """A formula's value is that of its arithmetic; equals share the better rank."""
    found = value_at(parse_formula(formula), {"a": Fraction(2), "b": Fraction(3)})
    assert found == Fraction(value)


def test_a_value_over_zero_is_refused() -> None:
    """A value cannot be divided by zero, and an input is not sought where that would happen."""
    at = {"a": Fraction(1), "b": Fraction(0)}
    with pytest.raises(TieoutError, match="divides by zero"):
        value_at(parse_formula("a / b"), at)
    assert needed(parse_formula("1 / (a - 20)"), at, "a", Fraction(5)) is None


@pytest.mark.parametrize(
    ("formula", "target", "wanted"),
    [
        ("a * b", "12", "6"),
        ("b / a", "1/10", "20"),
        ("b / a", "20", "1/10"),
        ("a - b", "38", "40"),
        ("a * b", "80", "40"),
        ("a * b", "1/5", "1/10"),
        ("a * b", "81", None),
        ("a * b", "1/6", None),
        ("a * b", "8/41", None),
        ("a * b", "82", None),
        ("b - a", "-38", "40"),
        ("b - a", "-39", None),
        ("b + 0 * a", "3", None),
    ],
)
def test_the_input_that_would_be_needed(formula: str, target: str, wanted: str | None) -> None:
    """What an input would have to be is sought from a twentieth to twenty times what it is."""
    at = {"a": Fraction(2), "b": Fraction(2)}
    found = needed(parse_formula(formula), at, "a", Fraction(target))
    if wanted is None:
        assert found is None
        return
    assert found is not None
    assert abs(found / Fraction(wanted) - 1) < Fraction(1, 10**9)


def test_the_range_of_a_rank_counts_who_is_surely_and_who_may_be_ahead() -> None:
    """A range that only touches that of another is not ahead of it."""
    tree = parse_formula("rank(a, b, c)")
    inputs = books.ranges(a=(5, 6), b=(6, 7), c=(4, 5))
    assert range_of(tree, inputs) == Interval(Fraction(1), Fraction(2))
    assert range_of(tree, inputs | books.ranges(c=(4, 5.5))) == Interval(Fraction(1), Fraction(3))
    assert range_of(tree, inputs | books.ranges(c=(7, 8))) == Interval(Fraction(2), Fraction(3))


@pytest.mark.parametrize("end", ["low", "high"])
def test_an_unbounded_input_is_refused(end: str) -> None:
    """An input without a lower or an upper end is named in the refusal."""
    one = Fraction(1)
    half = Interval(None, one) if end == "low" else Interval(one, None)
    with pytest.raises(TieoutError, match=r"^b is unbounded$"):
        range_of(parse_formula("a + b"), books.ranges(a=(1, 2)) | {"b": half})


@pytest.mark.parametrize(
    ("formula", "ends"),
    [("a / b", ("-1/5", "-1/20")), ("(a + b) / b", ("4/5", "19/20")), ("b / a", (-20, -5))],
)
def test_a_divisor_below_zero_is_as_exact(formula: str, ends: tuple[str | int, str | int]) -> None:
    """Dividing by a range below zero loses nothing: the range still ends where the inputs do."""
    found = range_of(parse_formula(formula), books.ranges(a=(1, 2), b=(-20, -10)))
    assert found == Interval(Fraction(ends[0]), Fraction(ends[1]))


def test_the_widest_input_is_divided_first() -> None:
    """Of two inputs in which a formula bends, the wide one costs most, and is divided."""
    tree = parse_formula("x * (10 - x) + y * (1 / 10 - y)")
    found = range_of(tree, books.ranges(x=(0, 10), y=(0, 0.1)))
    assert found.low is not None and found.high is not None
    assert Fraction(-1, 2) < found.low <= 0
    assert 25 < found.high < 26


def test_trees_that_no_text_gives() -> None:
    """A rank inside arithmetic has no range, and points of points are ten thousandfold."""
    inner = operation("+", operation("rank", Key("a"), Key("b")), Constant(Fraction(1)))
    with pytest.raises(TieoutError, match=r"rank\(…\) must stand alone"):
        range_of(inner, books.ranges(a=(1, 2), b=(1, 2)))
    twice = operation("points", operation("points", Key("a")))
    assert range_of(twice, books.ranges(a=(1, 2))) == Interval(Fraction(10**4), Fraction(2 * 10**4))


def chain(length: int) -> str:
    """Return facts that follow from one another; the last has a report, the first is printed."""
    periods = [MONEY.replace("2024", str(1900 + n)) for n in range(length)]
    links = [
        books.fact(
            f"link_{n}",
            periods[n],
            *([says("¶28", "10亿美元", "1")] if n == 0 else []),
            formula=f'"1 * link_{n + 1}"',
        )
        for n in range(length - 1)
    ]
    return "".join(links) + books.fact(f"link_{length - 1}", periods[-1], origin("1"))


def test_a_chain_of_formulas_has_an_end() -> None:
    """Formulas may lead on so far and no further; each that goes too far is told, and no other."""
    _, right = books.read(books.file(facts=chain(MAX_CHAIN + 1)))
    assert not right, [str(problem) for problem in right]
    _, wrong = books.read(books.file(facts=chain(MAX_CHAIN + 3)))
    deep = [p.message for p in wrong if f"lead on deeper than {MAX_CHAIN}" in p.message]
    assert [message.partition(":")[0] for message in deep] == ["link_0", "link_1"]
    audit = books.audit(chain(MAX_CHAIN + 3))
    assert audit.values["link_0"] is None
    with pytest.raises(TieoutError, match=f"deeper than {MAX_CHAIN}: link_0 → link_1"):
        audit.sources.resolve(audit.book.fact("link_0"), "held")


def test_only_a_formula_can_be_resolved() -> None:
    """A fact that is reported has no inputs to be read."""
    audit = books.audit(books.fact("plain", MONEY, origin("1")))
    with pytest.raises(TieoutError, match="plain has no formula"):
        audit.sources.resolve(audit.book.fact("plain"), "held")


def test_a_circle_through_the_article_is_no_answer() -> None:
    """Where the inputs as printed lead back to the figure, whether it follows is not asked."""
    figure = books.fact("figure", MONEY, says("¶28", "10亿美元", "1"), formula='"1 * other"')
    north = MONEY.replace("south", "north")
    other = books.fact("other", north, origin("1"), formula='"1 * figure"')
    (judged,) = books.audit(figure, other).judgements_of("figure")
    assert (judged.follows, judged.holds, judged.verdict) == (None, "yes", "confirmed")


def test_a_print_over_a_range_with_zero_is_no_answer() -> None:
    """Where the printed inputs divide by what may be zero, whether it follows is not asked."""
    top = books.fact("top", SHARE, origin("10"), says("¶28", "10%", "10"))
    low = books.fact("low", SHARE.replace("south", "north"), origin("2.0"), says("¶28", "0%", "0"))
    ratio = books.fact("ratio", RATIO, says("¶28", "5倍", "5"), formula='"top / low"')
    (judged,) = books.audit(top, low, ratio).judgements_of("ratio")
    assert (judged.follows, judged.holds) == (None, "yes")


@pytest.mark.parametrize(
    ("printed", "value", "verdict"),
    [
        ("3150亿美元", "315", "outdated"),
        ("3000亿美元", "300", "outdated"),
        ("2000亿美元", "200", "contradicted"),
        ("3500亿美元", "350", "contradicted"),
    ],
)
def test_any_earlier_member_makes_a_figure_outdated(printed: str, value: str, verdict: str) -> None:
    """An outdated figure is that of some earlier member of its series, not only of the last."""
    rows = [f"period: 2025-0{n}, {origin(v)}" for n, v in ((2, "302"), (4, "315"), (8, "330"))]
    later = f"period: 2025-09, {origin('350')}"
    said = f"period: 2025-08, {says('¶6', printed, value)}"
    book = books.series("valuation", SERIES, *rows, later, said)
    assert books.judged("valuation[2025-08]", book).verdict == verdict


def test_a_declared_crossing_is_a_known_series() -> None:
    """A formula that says which break it crosses is accepted, if there is such a series."""
    points = books.series(
        "points",
        SERIES,
        *(f"period: {year}, {origin(str(year - 2000))}" for year in (2023, 2024)),
        **{"break": "{from: 2024, origin: filing}"},
    )
    formula = '"points[2024] - points[2023]"'
    north = MONEY.replace("south", "north")
    for crosses, message in (("[points]", ""), ("[pints]", "unknown series 'pints'")):
        text = points + books.fact("step", north, formula=formula, crosses=crosses)
        _, problems = books.read(books.file(facts=text))
        assert all((message and message in p.message) or "crosses" in p.message for p in problems)
        assert bool(problems) is bool(message)
        hints = [p.hint for p in problems if message and message in p.message]
        assert hints == ["did you mean 'points'?"] * bool(message)


@pytest.mark.parametrize(
    ("checked", "value", "expected"),
    [
        (Interval(Fraction(2), None), 2, "yes"),
        (Interval(Fraction(2), None, low_closed=False), 2, "undecided"),
        (Interval(None, Fraction(2)), 2, "yes"),
        (Interval(None, Fraction(2), high_closed=False), 2, "undecided"),
        (Interval(Fraction(3), None), 2, "undecided"),
        (Interval(Fraction(2), Fraction(3)), 1, "yes"),
        (Interval(Fraction(4), None), 2, "no"),
    ],
)
def test_an_answer_is_undecided_only_at_one_side(
    checked: Interval, value: int, expected: str
) -> None:
    """What the range meets and the value misses is undecided for a bound, and fine for a figure."""
    computed = Interval(Fraction(1), Fraction(3))
    assert answer(checked, computed, Fraction(value)) == expected


@pytest.mark.parametrize(
    ("bound", "held", "expected"),
    [
        ("more_than", "140", True),
        ("more_than", "139", False),
        ("at_least", "140", True),
        ("at_least", "139", False),
        ("about", "200", False),
        ("up_to", "200", False),
    ],
)
def test_a_floor_a_whole_unit_too_low(bound: Bound, held: str, expected: bool) -> None:
    """A floor is too low from one unit of its last significant place on."""
    fact = books.fact("fact", MONEY, says("¶28", "13亿", "1.3"), origin(held))
    report = books.audit(fact).book.fact("fact").reports[0]
    quantity = replace(report.quantity, bound=bound, value=Fraction(130), place=Fraction(10))
    assert floor_too_low(quantity, Interval(Fraction(held), Fraction(300))) is expected
    assert floor_too_low(quantity, Interval(None, Fraction(300))) is False
    no_place = replace(quantity, place=Fraction(0))
    assert floor_too_low(no_place, Interval(Fraction(999), None)) is False


def test_checking_twice_tells_the_same() -> None:
    """A check leaves nothing behind that a second one would stumble over."""
    audit = books.audit(chain(MAX_CHAIN + 3))
    told = []
    for _ in range(2):
        problems = Problems()
        check(audit, problems)
        told.append([str(problem) for problem in problems])
    assert told[0] == told[1] != []
