"""Verdicts on derived figures: does it follow, does it hold, and what is inherited."""

from __future__ import annotations

import books
import pytest
from books import MONEY, RATIO, SHARE, origin, says

FUNDING = "concept: funding, entity: south, period: 2025-04, unit: billion USD, basis: intended"
CLOUD = MONEY.replace("south, period: 2024", "north_cloud, period: FY2025")
GROWTH = "concept: growth, entity: north_cloud, period: FY2025, unit: percent, basis: recognised"


# Derived figures. The increase of a revenue R that grew at a rate g is R * g / (1 + g).

REVENUE = books.fact("cloud", CLOUD, origin("75"), says("¶28", "750亿美元", "75"))
RATE = books.fact("rate", GROWTH, origin("34"), says("¶28", "34%", "34"))


def increase(*reports: str, **more: str) -> str:
    """Return the derived increase with the given reports."""
    return books.fact("increase", CLOUD, *reports, formula='"cloud * rate / (1 + rate)"', **more)


def test_a_derived_figure_that_does_not_follow() -> None:
    """255 does not follow from 750 and 34 %, and needs 1005, or a growth of 51.5 %."""
    judged = books.judged("increase", REVENUE, RATE, increase(says("¶28", "255亿美元", "25.5")))
    assert (judged.verdict, judged.follows, judged.holds) == ("contradicted", "no", "no")
    assert books.ends(judged.printed) == (1.869e10, 1.937e10)
    needs = {given.fact.key: float(f"{float(value):.4g}") for given, value in judged.needs}
    assert needs == {"cloud": 1.005e11, "rate": 0.5152}


def test_a_derived_figure_that_follows_and_holds() -> None:
    """190 follows from 750 and 34 %, and holds; nothing is needed to make it true."""
    judged = books.judged("increase", REVENUE, RATE, increase(says("¶28", "190亿美元", "19")))
    assert (judged.verdict, judged.follows, judged.holds) == ("confirmed", "yes", "yes")
    assert (judged.needs, judged.known) == ((), None)


def test_what_does_not_follow_is_contradicted_even_where_it_holds() -> None:
    """A sum that the article gets wrong is wrong, although another origin bears it out."""
    better = increase(origin("25.5", "release"), says("¶28", "255亿美元", "25.5"))
    judged = books.judged("increase", REVENUE, RATE, better)
    assert (judged.verdict, judged.follows, judged.holds) == ("contradicted", "no", "yes")


def test_without_a_print_of_an_input_it_is_not_asked_whether_a_figure_follows() -> None:
    """Where the article does not print an input, only one of the two questions has an answer."""
    unprinted = books.fact("rate", GROWTH, origin("34"))
    figure = increase(says("¶28", "255亿美元", "25.5"))
    judged = books.judged("increase", REVENUE, unprinted, figure)
    assert (judged.verdict, judged.follows, judged.holds) == ("contradicted", None, "no")
    assert judged.printed is None


def test_without_an_origin_of_an_input_it_is_not_asked_whether_a_figure_holds() -> None:
    """Where no origin is found for an input, a figure that follows is not found, never wrong."""
    unfound = books.fact("rate", GROWTH, says("¶28", "34%", "34"))
    figure = increase(says("¶28", "190亿美元", "19"))
    judged = books.judged("increase", REVENUE, unfound, figure)
    assert (judged.verdict, judged.follows, judged.holds) == ("not_found", "yes", None)


def test_a_computed_value_stands_where_no_origin_states_one() -> None:
    """A formula is what a fact is taken to be, unless an origin reports it."""
    computed = books.audit(REVENUE, RATE, increase()).value("increase")
    reported = books.audit(REVENUE, RATE, increase(origin("19"))).value("increase")
    assert (computed.report, books.ends(computed.interval)) == (None, (1.869e10, 1.937e10))
    assert reported.report is not None and reported.resolved is None


def test_a_derived_figure_is_dated_by_its_inputs() -> None:
    """A derived figure could be known once all of its inputs could."""
    late = REVENUE.replace("origin: filing", "origin: later")
    figure = increase(says("¶28", "255亿美元", "25.5"))
    assert books.judged("increase", REVENUE, RATE, figure).known == "when_written"
    assert books.judged("increase", late, RATE, figure).known == "not_yet_public"


# Two questions: 400 is the round, and the article says it is the investor's own part of it.

ROUND = books.fact(
    "round",
    FUNDING.replace("south", "lab"),
    origin("40", "release"),
    says("¶69", "400亿美元", "40", "says: {entity: south}"),
)
PROMISE = books.fact(
    "promise",
    FUNDING.replace("south", "north"),
    origin("13", more='exact: "a contract"'),
    says("¶18", "130亿美元", "13"),
)
TIMES = books.fact("times", RATIO, says("¶69", "三倍", "3"), formula='"net / promise"')


def test_a_figure_can_follow_and_not_hold() -> None:
    """Three times follows from 400 and 130 as printed, and not from the investor's own 300."""
    net = books.fact("net", FUNDING, origin("30.0", "release"))
    judged = books.judged("times", ROUND, net, PROMISE, TIMES)
    assert (judged.follows, judged.holds, judged.verdict) == ("yes", "no", "contradicted")
    assert books.ends(judged.printed) == (2.815, 3.36)
    assert judged.value is not None and books.ends(judged.value.interval) == (2.304, 2.312)


def test_the_print_belongs_to_the_fact_whose_number_it_is() -> None:
    """The 400 is right for the round, misdescribed, and shown beside the investor's own part."""
    net = books.fact("net", FUNDING, origin("30.0", "release"))
    judged = books.judged("round", ROUND, net, PROMISE, TIMES)
    assert (judged.verdict, judged.holds) == ("misdescribed", "yes")
    assert judged.beside is not None and judged.beside.key == "net"


def test_attached_to_the_wrong_fact_the_same_print_is_simply_wrong() -> None:
    """Stored with the investor's own part, the 400 is contradicted and says nothing of a round."""
    net = books.fact("net", FUNDING, origin("30.0", "release"), says("¶69", "400亿美元", "40"))
    judged = books.judged("net", net, PROMISE, TIMES)
    assert (judged.verdict, judged.beside) == ("contradicted", None)


def test_an_input_is_read_from_what_speaks_of_it() -> None:
    """As printed, an input is the report that speaks of it, wherever that is stored."""
    net = books.fact("net", FUNDING, origin("30.0", "release"))
    audit = books.audit(ROUND, net, PROMISE, TIMES)
    printed = audit.sources.resolve(audit.book.fact("times"), "printed", 69).inputs["net"]
    held = audit.sources.resolve(audit.book.fact("times"), "held").inputs["net"]
    assert (printed.report.printed, held.report.origin.id) == ("400亿美元", "release")


def test_a_fiscal_year_is_the_calendar_span_it_resolves_to() -> None:
    """A print that says July to June speaks of the fact of a fiscal year that ends in June."""
    year = books.fact("year", CLOUD, origin("75"))
    other = books.fact(
        "other",
        CLOUD.replace("FY2025", "2025"),
        origin("80"),
        says("¶28", "800亿美元", "80", "says: {period: 2024-07/2025-06}"),
    )
    judged = books.judged("other", year, other)
    assert (judged.verdict, judged.beside and judged.beside.key) == ("misdescribed", "year")


UNDECIDED = [
    # printed      value  bound                  holds
    ("两倍以上", "2", "bound: at_least", "yes"),
    ("超过两倍", "2", "bound: more_than", "undecided"),
    ("不到两倍", "2", "bound: less_than", "undecided"),
    ("超过三倍", "3", "bound: more_than", "no"),
    ("不到三倍", "3", "bound: less_than", "yes"),
    ("两倍", "2", "", "yes"),
]


@pytest.mark.parametrize(("printed", "value", "bound", "answer"), UNDECIDED)
def test_what_the_printed_precision_cannot_decide(
    printed: str, value: str, bound: str, answer: str
) -> None:
    """A bound that the range reaches and the value misses is neither borne out nor refuted."""
    one = books.fact("one", SHARE, origin("42"), says("¶43", "42%", "42"))
    other = books.fact("other", SHARE.replace("south", "north"), origin("21"),
                       says("¶43", "21%", "21"))  # fmt: skip
    ratio = books.fact("ratio", RATIO, says("¶43", printed, value, bound), formula='"one / other"')
    judged = books.judged("ratio", one, other, ratio)
    assert (judged.follows, judged.holds) == (answer, answer)


# Inheritance: a derived figure takes misdescribed and not_found from its inputs, nothing else.

PART = MONEY.replace("south", "north")
EARLIER = PART.replace("2024", "2023")
SPEAKS_OF_PART = says("¶20", "161亿美元", "16.1", "says: {period: 2024}")
INHERITED = [
    # the part, as the article and others have it                             the share's verdict
    ("confirmed", [(PART, origin("16"), says("¶20", "160亿美元", "16"))], "confirmed"),
    ("rounded", [(PART, origin("16.1"), says("¶20", "160亿美元", "16"))], "confirmed"),
    ("contradicted", [(PART, origin("16.4"), says("¶20", "150亿美元", "15"))], "confirmed"),
    ("not_found", [(PART, says("¶20", "160亿美元", "16"))], "not_found"),
    ("misdescribed", [(PART, origin("16")), (EARLIER, origin("16.1"), SPEAKS_OF_PART)],
     "misdescribed"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "parts", "verdict"), INHERITED, ids=[row[0] for row in INHERITED])
def test_inheritance(case: str, parts: list[tuple[str, ...]], verdict: str) -> None:
    """Of its inputs' verdicts a derived figure takes over misdescribed and not_found only."""
    facts = [books.fact("part" + "_" * n, *part) for n, part in enumerate(parts)]
    whole = books.fact("whole", MONEY, origin("32"), says("¶20", "320亿美元", "32"))
    printed = says("¶20", "约50%", "50", "bound: about")
    share = books.fact("fraction", SHARE, printed, formula='"part / whole"', takes="[part]")
    audit = books.audit(*facts, whole, share)
    (judged,) = audit.judgements_of("fraction")
    assert (judged.verdict, judged.follows, judged.holds) == (verdict, "yes", "yes")
    assert case in {each.verdict for each in audit.judgements}
