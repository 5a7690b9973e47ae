"""Verdicts: each on the smallest book that brings it about."""

from __future__ import annotations

import books
import pytest

from macros.audit import Audit
from macros.claims import decide
from macros.problems import TieoutError
from macros.quantity import Interval
from macros.verdict import Judgement

MONEY = "concept: revenue, entity: south, period: 2024, unit: billion USD, basis: recognised"
NORTH = MONEY.replace("south", "north")
SERIES = MONEY.replace("period: 2024, ", "")
FUNDING = "concept: funding, entity: south, period: 2025-04, unit: billion USD, basis: intended"
SHARE = "concept: share, entity: south, unit: percent, basis: recognised"
RATIO = "concept: ratio, entity: south, unit: times, basis: recognised"
CLOUD = MONEY.replace("south, period: 2024", "north_cloud, period: FY2025")
GROWTH = "concept: growth, entity: north_cloud, period: FY2025, unit: percent, basis: recognised"


def says(paragraph: str, printed: str, value: str, more: str = "") -> str:
    """Return the inside of a report of the article's."""
    tail = f", {more}" if more else ""
    return f'origin: article, at: {paragraph}, printed: "{printed}", value: {value}{tail}'


def origin(value: str, name: str = "filing", more: str = "") -> str:
    """Return the inside of another origin's report."""
    return f"origin: {name}, value: {value}" + (f", {more}" if more else "")


def simple(*reports: str, identity: str = MONEY) -> Judgement:
    """Return the verdict on a fact with the given reports."""
    return books.judged("fact", books.fact("fact", identity, *reports))


def ends(interval: Interval | None, digits: int = 4) -> tuple[float, float]:
    """Return the ends of a range, to some significant digits."""
    assert interval is not None and interval.low is not None and interval.high is not None
    low, high = (float(f"{float(end):.{digits}g}") for end in (interval.low, interval.high))
    return low, high


PRIMARY = [
    # case                   best report         the article's                              verdict
    ("same", origin("116.4"), says("¶28", "1164亿美元", "116.4"), "confirmed"),
    ("ends touch within", origin("75.4"), says("¶28", "750亿美元", "75"), "rounded"),
    ("fewer digits", origin("116.43"), says("¶28", "1164亿美元", "116.4"), "rounded"),
    ("more digits, same value", origin("30.0"), says("¶28", "300亿美元", "30"), "confirmed"),
    ("origin is vaguer", origin("12"), says("¶28", "118亿美元", "11.8"), "confirmed"),
    ("exact origin", origin("13", more='exact: "a contract"'), says("¶28", "130亿", "13"),
     "confirmed"),
    ("beside an exact origin", origin("13", more='exact: "a contract"'),
     says("¶28", "131亿美元", "13.1"), "contradicted"),
    ("beyond the interval", origin("76"), says("¶28", "750亿美元", "75"), "contradicted"),
    ("about reaches", origin("76"), says("¶28", "约750亿美元", "75", "bound: about"), "confirmed"),
    ("floor far below", origin("38"), says("¶28", "超30亿美元", "3", "bound: more_than"),
     "imprecise"),
    ("floor just below", origin("3.8"), says("¶28", "超30亿美元", "3", "bound: more_than"),
     "rounded"),
    ("floor a unit below", origin("4.2"), says("¶28", "超30亿美元", "3", "bound: more_than"),
     "imprecise"),
    ("floor above", origin("2.8"), says("¶28", "超30亿美元", "3", "bound: more_than"),
     "contradicted"),
    ("ceiling that holds", origin("12"), says("¶28", "高达130亿美元", "13", "bound: up_to"),
     "confirmed"),
    ("ceiling below", origin("15"), says("¶28", "高达130亿美元", "13", "bound: up_to"),
     "contradicted"),
    ("vague word holds", origin("60"), says("¶18", "数百亿美元", "[20, 100]", "bound: vague"),
     "confirmed"),
    ("vague word fails", origin("250"), says("¶18", "数百亿美元", "[20, 100]", "bound: vague"),
     "contradicted"),
    ("nothing to compare", "", says("¶28", "130亿美元", "13"), "not_found"),
    ("only a deprecated origin", origin("13", more="rank: deprecated"),
     says("¶28", "130亿美元", "13"), "not_found"),
    ("another quarter", origin("16"), says("¶24", "160亿", "16", "says: {period: 2025-Q2}"),
     "misdescribed"),
    ("another stage", origin("75"), says("¶8", "750亿", "75", "says: {stage: second_stage}"),
     "misdescribed"),
    ("wrong whatever it says", origin("16"),
     says("¶24", "190亿美元", "19", "says: {period: 2025-Q2}"), "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "best", "printed", "verdict"), PRIMARY, ids=[row[0] for row in PRIMARY]
)
def test_a_primary_figure(case: str, best: str, printed: str, verdict: str) -> None:
    """A figure that is not derived stands or falls with the best report of its fact."""
    judged = simple(*filter(None, [best, printed]))
    assert judged.verdict == verdict, case
    assert judged.follows is None
    assert judged.is_finding is (verdict not in ("confirmed", "rounded"))


def test_the_preferred_report_decides() -> None:
    """Of several origins the preferred one is compared with, whatever the order."""
    reports = (origin("14", "release"), origin("13", more="rank: preferred"))
    judged = simple(says("¶7", "$13 billion", "13"), *reports)
    assert judged.verdict == "confirmed"
    assert judged.value is not None and judged.value.report is not None
    assert judged.value.report.origin.id == "filing"


OMITTED = books.fact(
    "narrow_share",
    f"{SHARE}, measure: narrow",
    origin("62"),
    says("¶3", "超过60%", "60", "bound: more_than, omits: [measure]"),
)


@pytest.mark.parametrize(
    ("sibling", "verdict"),
    [
        (books.fact("wide_share", f"{SHARE}, measure: wide", origin("50")), "imprecise"),
        (books.fact("wide_share", f"{SHARE}, measure: wide", origin("64")), "rounded"),
        (
            books.fact("wide_share", f"{SHARE}, measure: wide".replace("south", "north"),
                       origin("50")),
            "rounded",
        ),
        (
            books.fact("wide_share", f"{SHARE}, measure: wide, period: 2024", origin("50")),
            "rounded",
        ),
        ("", "rounded"),
    ],
    ids=["differs", "agrees", "another entity", "another period", "none"],
)  # fmt: skip
def test_an_omission(sibling: str, verdict: str) -> None:
    """A figure is imprecise if what it leaves out changes the answer among its siblings."""
    assert books.judged("narrow_share", OMITTED, sibling).verdict == verdict


def valuation(paragraph: str, printed: str, value: str, period: str) -> str:
    """Return a series of two members and the article's report of one of them."""
    rows = [f"period: 2025-04, {origin('315')}", f"period: 2025-08, {origin('330')}"]
    return books.series(
        "valuation", SERIES, *rows, f"period: {period}, {says(paragraph, printed, value)}"
    )


def test_the_number_of_an_earlier_member_is_outdated() -> None:
    """A figure that was right for an earlier member of its series is outdated, not just wrong."""
    book = valuation("¶6", "3150亿美元", "315", "2025-08")
    assert books.judged("valuation[2025-08]", book).verdict == "outdated"


def test_the_number_of_a_later_member_is_not_outdated() -> None:
    """A figure of a later member of its series is contradicted."""
    book = valuation("¶6", "3300亿美元", "330", "2025-04")
    assert books.judged("valuation[2025-04]", book).verdict == "contradicted"


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
    assert ends(judged.printed) == (1.869e10, 1.937e10)
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
    assert (computed.report, ends(computed.interval)) == (None, (1.869e10, 1.937e10))
    assert reported.report is not None and reported.resolved is None


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
    assert ends(judged.printed) == (2.815, 3.36)
    assert judged.value is not None and ends(judged.value.interval) == (2.304, 2.312)


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


# Was it known? The article is of 2025-09-19.

FUTURE = MONEY.replace("2024", "2025-12")
KNOWN = [
    # case               identity    best report                          printed        known
    ("published before", MONEY, origin("13"), "14", "when_written"),
    ("published that day", MONEY, origin("13", "later", "public: 2025-09-19"), "14",
     "when_written"),
    ("published after", MONEY, origin("13", "later"), "14", "not_yet_public"),
    ("published the next day", MONEY, origin("13", more="public: 2025-09-20"), "14",
     "not_yet_public"),
    ("published some day", MONEY, origin("13", "coarse"), "14", "undecided"),
    ("that month", MONEY, origin("13", "coarse", "public: 2025-09"), "14", "undecided"),
    ("sharpened", MONEY, origin("13", "coarse", "public: 2025-08"), "14", "when_written"),
    ("happened after", FUTURE, origin("13", "later"), "14", "overtaken"),
    ("happened after, forecast before", FUTURE, origin("13"), "14", "overtaken"),
    ("came out", FUTURE, origin("14", "later"), "14", "came_true"),
    ("agrees", MONEY, origin("14"), "14", None),
    ("agrees later", MONEY, origin("14", "later"), "14", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "identity", "best", "value", "known"), KNOWN, ids=[row[0] for row in KNOWN]
)
def test_known(case: str, identity: str, best: str, value: str, known: str | None) -> None:
    """Whether the better figure was known is computed from dates alone."""
    printed = says("¶7", f"${value} billion", value)
    assert simple(best, printed, identity=identity).known == known, case


def test_a_misdescribed_figure_is_dated_by_the_fact_it_speaks_of() -> None:
    """Whether the right number was known is asked of the right fact."""
    said = books.fact("said", MONEY, origin("20", "later"))
    meant = books.fact("meant", MONEY.replace("2024", "2023"), origin("16"),
                       says("¶24", "160亿", "16", "says: {period: 2024}"))  # fmt: skip
    assert books.judged("meant", said, meant).known == "not_yet_public"


def test_a_derived_figure_is_dated_by_its_inputs() -> None:
    """A derived figure could be known once all of its inputs could."""
    late = REVENUE.replace("origin: filing", "origin: later")
    figure = increase(says("¶28", "255亿美元", "25.5"))
    assert books.judged("increase", REVENUE, RATE, figure).known == "when_written"
    assert books.judged("increase", late, RATE, figure).known == "not_yet_public"


def test_a_figure_without_origin_has_no_date() -> None:
    """What was not found is not said to have been known."""
    assert simple(says("¶28", "130亿美元", "13")).known is None


STATEMENTS = [
    ("outdated", "known: 2024-07-10", "when_written"),
    ("outdated", "reports: [{origin: filing}]", "when_written"),
    ("contradicted", "reports: [{origin: filing}, {origin: later}]", "not_yet_public"),
    ("contradicted", "reports: [{origin: coarse}]", "undecided"),
    ("outdated", "known: 2025-08-01, reports: [{origin: coarse}]", "when_written"),
    ("confirmed", "reports: [{origin: later}]", None),
    ("not_found", "reports: [{origin: later}]", None),
    ("contradicted", 'caveat: {en: "No source.", zh: "无来源。"}', None),
]


@pytest.mark.parametrize(("verdict", "more", "known"), STATEMENTS)
def test_a_statement_is_dated_by_hand_or_by_its_origins(
    verdict: str, more: str, known: str | None
) -> None:
    """A statement carries the verdict that is set, and the dates of what bears it out."""
    inside = f"id: seat, label: {books.LABEL}, entity: lab, at: [¶64], verdict: {verdict}, {more}"
    fact = books.fact("fact", MONEY, origin("13"))
    audit = books.audit(fact, statements=f"- {{{inside}}}\n")
    statement = audit.book.statements["seat"]
    assert (statement.verdict, audit.calendar.statement_known(statement)) == (verdict, known)


# Which print of an input a formula reads.

RUN_RATE = books.fact(
    "rate",
    MONEY,
    origin("5"),
    says("¶19", "约50亿美元", "5", "bound: about"),
    says("[¶38, ¶44]", "50亿美元", "5"),
)
READING = [
    # paragraph  named    printed
    (19, "", "约50亿美元"),
    (20, "", "约50亿美元"),
    (37, "", "约50亿美元"),
    (38, "", "50亿美元"),
    (40, "", "50亿美元"),
    (60, "", "50亿美元"),
    (7, "", "约50亿美元"),
    (20, "¶38", "50亿美元"),
    (20, "¶44", "50亿美元"),
    (60, "¶19", "约50亿美元"),
    (60, "¶7", None),
]


@pytest.mark.parametrize(("paragraph", "named", "printed"), READING)
def test_the_print_that_a_sentence_reads(paragraph: int, named: str, printed: str | None) -> None:
    """A sentence reads its own paragraph, else the nearest before, unless it names one."""
    audit = books.audit(RUN_RATE)
    report = audit.sources.read_at(audit.book.fact("rate"), paragraph, named)
    assert (report.printed if report else None) == printed


@pytest.mark.parametrize(
    ("inputs", "computed"), [("{}", (0.8, 0.8)), ("{rate: ¶19}", (0.72, 0.88))]
)
def test_a_formula_can_name_the_print(inputs: str, computed: tuple[float, float]) -> None:
    """What follows depends on the print that the formula reads."""
    exact = RUN_RATE.replace('printed: "50亿美元"', 'exact: "a test", printed: "50亿美元"')
    half = books.fact("half", MONEY.replace("south", "lab"), says("¶38", "8亿美元", "0.8"),
                      formula='"rate * 0.16"', inputs=inputs)  # fmt: skip
    judged = books.judged("half", exact, half)
    assert ends(judged.printed) == tuple(1e9 * end for end in computed)


def test_two_prints_that_do_not_meet_are_a_finding_without_any_origin() -> None:
    """Dozens in one place and more than two hundred in another cannot both be right."""
    models = "concept: ratio, entity: south, unit: customer, basis: count"
    one = says("¶50", "数十", "[20, 100]", "bound: vague")
    other = says("¶76", "200多", "200", "bound: over")
    first, second = books.audit(books.fact("models", models, one, other)).judgements
    assert (first.clash, second.clash) == (second.report, first.report)
    alike, _ = books.audit(books.fact("models", models, one, one.replace("50", "76"))).judgements
    assert alike.clash is None


def test_judgements_stand_in_reading_order() -> None:
    """The article's figures are judged in the order of its paragraphs."""
    late = books.fact("late", MONEY, origin("13"), says("¶40", "$13 billion", "13"))
    early = books.fact("early", NORTH, origin("13"), says("[¶3, ¶50]", "$13 billion", "13"))
    assert [judged.fact.key for judged in books.audit(late, early).judgements] == ["early", "late"]


# Claims that our own prose makes.

FACTS = (
    books.fact("big", MONEY, origin("116.4")),
    books.fact("middle", NORTH, origin("75")),
    books.fact("near", NORTH.replace("2024", "2025"), origin("75.3")),
    books.fact("forecast", MONEY.replace("recognised", "forecast"), origin("200")),
    books.fact("crowd", MONEY.replace("billion USD", "customer"), origin("53000")),
)
CLAIMS = [
    ("big > middle", ""),
    ("middle < big", ""),
    ("big > 1.5 * middle and big < 2 * middle", ""),
    ("middle < big < 2 * middle", ""),
    ("near ~ middle", ""),
    ("big >= big", ""),
    ("big ~ big", ""),
    ("big - middle > near - middle", ""),
    ("middle > big", "is false"),
    ("big ~ middle", "is false"),
    ("big > 2 * middle", "is false"),
    ("near > middle", "is not decidable at the printed precision"),
    ("big > big", "is false"),
    ("big > middle and middle > big", "is false"),
    ("big > crowd", "subtracts USD and customer"),
    ("big < forecast", "mixes bases (forecast, recognised)"),
    ("big > bigg", "there is no fact 'bigg'"),
    ("1 < 2", "names no fact"),
    ("big", "a comparison such as > or < is missing"),
]


@pytest.fixture(scope="module")
def claimed() -> Audit:
    """Return the audit that claims are decided over."""
    return books.audit(*FACTS)


@pytest.mark.parametrize(("text", "refusal"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_claim(claimed: Audit, text: str, refusal: str) -> None:
    """A claim is accepted if the facts bear it out, and refused with the reason otherwise."""
    if not refusal:
        decide(claimed, text)
        return
    with pytest.raises(TieoutError) as caught:
        decide(claimed, text)
    assert refusal in caught.value.message


def test_a_claim_may_mix_bases_if_it_says_so(claimed: Audit) -> None:
    """A recognised revenue is compared with a forecast only on purpose."""
    decide(claimed, "big < forecast", ("recognised", "forecast"))
