"""Was it known, and which print is read: what dates and paragraphs decide."""

from __future__ import annotations

import books
import pytest
from books import MONEY, origin, says

NORTH = MONEY.replace("south", "north")


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
    assert books.judged("fact", books.fact("fact", identity, best, printed)).known == known, case


def test_a_misdescribed_figure_is_dated_by_the_fact_it_speaks_of() -> None:
    """Whether the right number was known is asked of the right fact."""
    said = books.fact("said", MONEY, origin("20", "later"))
    meant = books.fact("meant", MONEY.replace("2024", "2023"), origin("16"),
                       says("¶24", "160亿", "16", "says: {period: 2024}"))  # fmt: skip
    assert books.judged("meant", said, meant).known == "not_yet_public"


def test_a_figure_without_origin_has_no_date() -> None:
    """What was not found is not said to have been known."""
    assert (
        books.judged("fact", books.fact("fact", MONEY, says("¶28", "130亿美元", "13"))).known
        is None
    )


STATEMENTS = [
    ("outdated", "known: 2024-07-10, reports: [{origin: later}]", "when_written"),
    ("outdated", "reports: [{origin: filing}]", "when_written"),
    ("contradicted", "reports: [{origin: filing}, {origin: later}]", "not_yet_public"),
    ("contradicted", "reports: [{origin: coarse}]", "undecided"),
    ("outdated", "known: 2025-08-01, reports: [{origin: coarse}]", "when_written"),
    ("confirmed", "reports: [{origin: later}]", None),
    ("not_found", "reports: [{origin: later}]", None),
    ("not_found", 'caveat: {en: "No source.", zh: "无来源。"}', None),
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
    assert (statement.verdict, audit.statement_known(statement)) == (verdict, known)


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
    assert books.ends(judged.printed) == tuple(1e9 * end for end in computed)


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
