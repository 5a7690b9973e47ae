"""The rules between entries, told in the very words an author reads."""

from __future__ import annotations

import books
import pytest
from books import MONEY, NOTE, RATIO, SHARE, origin, says

from macros.audit.verdict import Judgement

NORTH = MONEY.replace("south", "north")
EARLIER = MONEY.replace("2024", "2023")
WRONG = says("¶28", "150亿美元", "15")


def told(*facts: str, **sections: str) -> list[str]:
    """Return what is told of a book, each with its line counted from the first fact's."""
    _, problems = books.read(books.file(facts="".join(facts), **sections))
    start = books.line_before("facts")
    return [
        f"{p.where.line - start}:{p.where.column} {p.message}" + (f" ({p.hint})" if p.hint else "")
        for p in problems
    ]


def test_a_verdict_over_a_broken_fact_is_not_told() -> None:
    """Where a fact is wrong, its verdict and those computed from it are not told as well."""
    broken = books.fact("broken", MONEY, WRONG, origin("12"), origin("13", "release"))
    after = books.fact("after", NORTH, says("¶28", "90亿美元", "9"), formula='"2 * broken"')
    third = books.fact("third", MONEY.replace("2024", "2023"), WRONG, origin("13"))
    preferred = "has 2 reports and none is preferred (mark one with `rank: preferred`)"
    disagrees = "(contradicted) disagrees with the article and has no note"
    hint = "(if each value is as printed, add `note: {en: …, zh: …}`)"
    assert told(broken, after) == [f"1:7 broken {preferred}"]
    assert told(broken, after, third) == [
        f"1:7 broken {preferred}",
        f"14:7 third {disagrees} {hint}",
    ]
    assert told(third, broken, after) == [
        f"1:7 third {disagrees} {hint}",
        f"7:7 broken {preferred}",
    ]


def test_a_circle_of_reported_facts_is_refused() -> None:
    """Formulas that lead back to themselves are refused, though each fact has a report."""
    one = books.fact("one", MONEY, origin("12"), formula='"1 * other"')
    other = books.fact("other", NORTH, origin("12"), formula='"1 * one"')
    assert told(one, other) == [
        "4:12 one: the formula leads back to itself: one → other → one",
        "10:12 other: the formula leads back to itself: other → one → other",
    ]


@pytest.mark.parametrize(
    ("unit", "formula", "gives"),
    [
        ("billion USD", "part / whole", "a ratio, but the fact's unit is USD"),
        ("percent", "heads * 2", "customer, but the fact's unit is percent"),
        ("times", "part * whole", "USD^2, but the fact's unit is times"),
        ("customer", "rank(part, whole)", "a ratio, but the fact's unit is customer"),
    ],
)
def test_a_result_of_another_kind_is_named(unit: str, formula: str, gives: str) -> None:
    """A formula that gives another unit than its fact's is told with both."""
    facts = (
        books.fact("part", MONEY, origin("12")),
        books.fact("whole", NORTH, origin("13")),
        books.fact("heads", MONEY.replace("billion USD", "customer"), origin("9")),
        books.fact(
            "made",
            MONEY.replace("2024", "2023").replace("billion USD", unit),
            formula=f'"{formula}"',
        ),
    )
    (found,) = told(*facts)
    assert found.startswith(f"19:12 made: the formula gives {gives} (")


@pytest.mark.parametrize(
    ("reports", "more", "expected"),
    [
        ([origin("12")], {"note": NOTE},
         "4:9 fact is no figure of the article's, so there is no disagreement to note "
         "(call it `caveat`)"),
        ([origin("15"), WRONG], {"note": NOTE},
         "4:9 fact (confirmed) agrees, so there is nothing to note "
         "(a remark on an agreement is a `caveat`)"),
        ([origin("12"), WRONG], {},
         "1:7 fact (contradicted) disagrees with the article and has no note "
         "(if each value is as printed, add `note: {en: …, zh: …}`)"),
        ([origin("12", "copy")], {},
         "1:7 fact rests on a reprint and does not say so (add a `caveat`)"),
        ([origin("12"), "origin: article, value: 12"], {},
         "6:30 fact: the article's report needs `printed`"),
        ([origin("12"), says("¶1", "120亿美元", "12", "rank: preferred")],
         {}, "6:40 the article is not preferred where another origin reports"),
    ],
    ids=["no figure", "agreement", "disagreement", "reprint", "unprinted", "preferred"],
)  # fmt: skip
def test_remarks_and_reports(reports: list[str], more: dict[str, str], expected: str) -> None:
    """What a fact's reports and remarks lack is told at its place, with a repair."""
    found = told(books.fact("fact", MONEY, *reports, **more))
    assert expected in found, found


@pytest.mark.parametrize("remark", ["note", "caveat"])
def test_a_reprint_may_be_owned_up_to(remark: str) -> None:
    """A fact that rests on a reprint says so in a caveat, or in its note where it disagrees."""
    reports = [origin("12", "copy")] + ([WRONG] if remark == "note" else [])
    assert told(books.fact("fact", MONEY, *reports, **{remark: NOTE})) == []


def needs(judged: Judgement) -> dict[str, tuple[str, float]]:
    """Return what each input would have to be, in billions, with the print it is read from."""
    return {
        given.fact.key: (given.report.printed, round(float(value) / 1e9, 6))
        for given, value in judged.needs
    }


def test_what_is_needed_is_said_of_the_inputs_as_printed() -> None:
    """A figure that does not follow is measured on the article's inputs, not on better ones."""
    part = books.fact("part", MONEY, origin("9"), says("¶28", "120亿美元", "12"))
    whole = books.fact("whole", NORTH, origin("30"), says("¶28", "400亿美元", "40"))
    share = books.fact("fraction", SHARE, says("¶28", "50%", "50"), formula='"part / whole"')
    judged = books.judged("fraction", part, whole, share)
    assert (judged.follows, judged.holds) == ("no", "no")
    assert needs(judged) == {"part": ("120亿美元", 20.0), "whole": ("400亿美元", 24.0)}


def test_what_is_needed_is_said_of_better_inputs_where_it_follows() -> None:
    """A figure that follows and does not hold is measured on the inputs that hold."""
    part = books.fact("part", MONEY, origin("9"), says("¶28", "120亿美元", "12"))
    whole = books.fact("whole", NORTH, origin("40"), says("¶28", "400亿美元", "40"))
    share = books.fact("fraction", SHARE, says("¶28", "30%", "30"), formula='"part / whole"')
    judged = books.judged("fraction", part, whole, share)
    assert (judged.follows, judged.holds) == ("yes", "no")
    assert needs(judged) == {"part": ("", 12.0), "whole": ("", 30.0)}


def test_a_computed_value_is_shown_to_its_decimals() -> None:
    """A computed value has the place that its fact declares; one that is reported has its own."""
    part, whole = books.fact("part", MONEY, origin("12")), books.fact("whole", NORTH, origin("36"))
    for decimals, place in ((0, 1.0), (2, 0.01), (-1, 10.0)):
        ratio = books.fact("made", RATIO, formula='"part / whole"', decimals=str(decimals))
        quantity = books.audit(part, whole, ratio).value("made").quantity
        assert float(quantity.place) == place
        assert not quantity.half
