"""Verdicts on figures that are not derived, each on the smallest book that brings it about."""

from __future__ import annotations

import books
import pytest
from books import MONEY, SHARE, origin, says

from macros.audit.verdict import Judgement

SERIES = MONEY.replace("period: 2024, ", "")


def simple(*reports: str, identity: str = MONEY) -> Judgement:
    """Return the verdict on a fact with the given reports."""
    return books.judged("fact", books.fact("fact", identity, *reports))


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
    ("emphasis that holds", origin("13"), says("¶28", "高达130亿美元", "13", "bound: reaching"),
     "confirmed"),
    ("emphasis is no ceiling", origin("12"), says("¶28", "高达130亿美元", "13", "bound: reaching"),
     "contradicted"),
    ("ceiling that holds", origin("12"), says("¶28", "最多130亿美元", "13", "bound: up_to"),
     "confirmed"),
    ("ceiling below", origin("15"), says("¶28", "最多130亿美元", "13", "bound: up_to"),
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
