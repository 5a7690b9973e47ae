"""Nothing is taken on trust, and what a figure says of itself can be."""

from __future__ import annotations

import books
import pytest
from books import MONEY, RATIO, SHARE, origin, says

from macros.problems import Rule

EARLIER = MONEY.replace("2024", "2023")
CAVEAT = '{en: "They count otherwise.", zh: "口径不同。"}'
EDITION = """\
- {id: new_edition, publisher: "North", title: "Table, again", url: "https://example.org/n",
   published: 2025-08-30, tier: filing, restates: [filing]}
"""
SALES = MONEY.replace(", period: 2024", "")


def told(*facts: str, **sections: str) -> list[tuple[str, str]]:
    """Return the rule and the message of each problem of a book."""
    _, problems = books.read(books.file(facts="".join(facts), **sections))
    return [(problem.rule.name, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        (origin("14", "release"), True),
        (origin("12.4", "release", "bound: about"), False),
        (origin("14", "release", "rank: deprecated"), False),
    ],
)
def test_origins_that_disagree_say_why(second: str, apart: bool) -> None:
    """Origins that do not meet need a caveat, unless one is set aside."""
    reports = (origin("12.3", "filing", "rank: preferred"), second)
    message = ("note", "a: release and filing do not meet")
    assert told(books.fact("a", MONEY, *reports)) == [message] * apart
    assert told(books.fact("a", MONEY, *reports, caveat=CAVEAT)) == []


@pytest.mark.parametrize(("value", "apart"), [("1.2", False), ("1.5", True)])
def test_a_formula_is_held_against_the_report(value: str, apart: bool) -> None:
    """A report and a formula of the same fact are compared."""
    one, two = books.fact("a", MONEY, origin("12.0")), books.fact("b", EARLIER, origin("10.0"))
    ratio = books.fact("c", RATIO + ", period: 2024", origin(value, "release"), formula='"a / b"')
    message = ("note", "c: what release reports is not what the formula gives")
    assert told(one, two, ratio) == [message] * apart


@pytest.mark.parametrize(("value", "apart"), [("12.31", False), ("13.3", True)])
def test_twins_have_one_value(value: str, apart: bool) -> None:
    """Facts that are the same have values that meet."""
    one = books.fact("a", MONEY, origin("12.3"))
    two = books.fact("b", MONEY, origin(value), same_as="a")
    message = ("note", "b is the same as a, and their values do not meet")
    assert told(one, two) == [message] * apart


def test_editions_are_not_chained_unsaid() -> None:
    """A series, a formula and a claim over two editions of a table say so, or are refused."""
    rows = (
        "period: 2023, origin: filing, value: 12.00",
        "period: 2024, origin: new_edition, value: 13.00",
    )
    chained = ("edition", "s[2024] is of new_edition, which restates filing, of which s[2023] is")
    growth = {"formula": '"s[2024] / s[2023] - 1"'}
    percent = SHARE.replace("share", "growth") + ", period: 2024"
    mixed = ("edition", "g: the formula mixes filing with new_edition, which restates it")
    series, fact = books.series("s", SALES, *rows), books.fact("g", percent, **growth)
    assert told(series, fact, origins=EDITION) == [chained, mixed]
    said = books.series("s", SALES, *rows, **{"break": "{from: 2024, origin: new_edition}"})
    crossing = ("formula", "g: the formula crosses the break of s")
    assert told(said, fact, origins=EDITION) == [crossing]
    assert told(said, books.fact("g", percent, **growth, crosses="[s]"), origins=EDITION) == []
    assert told(series, origins=EDITION.replace("[filing]", "[release]")) == []
    unknown = EDITION.replace("[filing]", "[fling]")
    assert ("name", "unknown origin 'fling'") in told(series, origins=unknown)


def test_a_figure_of_speech_is_no_finding() -> None:
    """It has a verdict of its own, asks for no note, and gives way to an origin or a formula."""
    spoken = says("¶7", "三倍", "3", "idiom: true")
    only = books.fact("a", RATIO + ", period: 2024", spoken)
    judged = books.judged("a", only)
    assert (judged.verdict, judged.is_finding) == ("idiom", False)
    assert told(only) == []
    traced = books.fact("a", RATIO + ", period: 2024", spoken, origin("3.0"))
    assert told(traced) == [("report", "an origin reports a, so it is no figure of speech")]


def test_no_verdict_rests_on_what_has_no_origin() -> None:
    """A figure derived from prints without an origin is not found, whether it follows or not."""
    one = books.fact("a", MONEY, says("¶7", "120亿美元", "12"))
    two = books.fact("b", EARLIER, says("¶7", "60亿美元", "6"))
    for printed, value in (("两倍", "2"), ("三倍", "3")):
        ratio = books.fact("c", RATIO, says("¶7", printed, value), formula='"a / b"')
        assert books.judged("c", one, two, ratio).verdict == "not_found"
        taking = books.fact(
            "c", RATIO, says("¶7", printed, value), formula='"a / b"', takes="[a, b]"
        )
        assert books.judged("c", one, two, taking).verdict == "not_found"


GAP = (
    "concept: ratio, entity: south, counterparty: north, unit: percentage_point, basis: recognised"
)
NORTHERN = SHARE.replace("south", "north") + ", period: 2024"
SOUTHERN = SHARE + ", period: 2024"
SHARES = (books.fact("n", NORTHERN, origin("20")), books.fact("s", SOUTHERN, origin("30")))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ((*SHARES, books.fact("g", GAP, formula='"points(s - n)"')), ""),
        (
            (*SHARES, books.fact("g", GAP, formula='"points(n - s)"')),
            "g is of south, and its formula of the other over it",
        ),
        (
            (
                books.fact("n", NORTHERN, origin("40")),
                SHARES[1],
                books.fact("g", GAP, formula='"points(s - n)"'),
            ),
            "g is negative: south is behind",
        ),
        (
            (*SHARES, books.fact("g", SHARE.replace("share", "ratio"), formula='"s - n"')),
            "g is a difference of shares in percent",
        ),
        (
            (
                books.fact("a", MONEY, origin("12.00")),
                books.fact("b", EARLIER, origin("10.00")),
                books.fact("g", SHARE.replace("share", "growth"), formula='"a / b"'),
            ),
            "g is what the later value is of the earlier, not the growth",
        ),
        (
            (books.fact("a", MONEY + ", counterparty: south", origin("12")),),
            "a is between south and itself",
        ),
        (
            (
                books.fact("a", MONEY, origin("12.1")),
                books.fact("b", EARLIER, origin("10.1")),
                books.fact("g", RATIO, says("¶7", "1.2倍", "1.2"), formula='"a / b"', decimals="0"),
            ),
            "g is shown more coarsely than the article prints it",
        ),
    ],
)
def test_what_a_formula_computes_is_what_the_fact_is(facts: tuple[str, ...], message: str) -> None:
    """Gaps point the way that `is` says, growth is growth, and points are points."""
    found = [each for rule, each in told(*facts) if rule == Rule.possible.name]
    assert found == [message] * bool(message)


def test_what_rarely_is_gets_a_hint() -> None:
    """A value many times all others of the same thing is a hint, which a caveat answers."""
    rows = [
        f'period: {2021 + n}, origin: filing, printed: "{v}.0", value: {v}.0'
        for n, v in enumerate((12, 13, 400))
    ]
    hint = [("odd", "s[2023] is 31 times off s[2022]")]
    assert told(books.series("s", SALES, *rows)) == hint
    meant = books.series("s", SALES, *rows, caveat=f"{{2023: {CAVEAT}}}")
    assert told(meant) == []
    assert Rule.odd.level == "hint"


@pytest.mark.parametrize(("value", "hinted"), [("130", True), ("1.3", True), ("61", False)])
def test_a_value_without_a_print_gets_it_sooner(value: str, hinted: bool) -> None:
    """Ten times off is a hint where no print is quoted, in a series or not, remarked or not."""
    facts = books.fact("a", MONEY.replace("2024", "2022"), origin("12"))
    facts += books.fact("b", MONEY.replace("2024", "2023"), origin("11"))
    lone = books.fact("c", MONEY, origin(value), caveat=CAVEAT)
    found = [message.partition(" is ")[0] for rule, message in told(facts, lone) if rule == "odd"]
    assert found == ["c"] * hinted
    quoted = lone.replace("value:", f'printed: "{value}", value:')
    assert not [rule for rule, _ in told(facts, quoted) if rule == "odd"]


def test_a_year_is_told_once_it_is_over() -> None:
    """What an origin recognises of a year is published after it."""
    early = books.fact("a", MONEY.replace("2024", "2025"), origin("12"))
    assert told(early) == [("date", "filing tells of 2025 before it was over")]


def test_a_development_comes_after_the_article() -> None:
    """What happened before the article was written is a fact, and no development."""
    entry = '- {id: d, date: 2025-09-01, label: {en: "It was.", zh: "如此。"}, origins: [filing]}\n'
    assert told(developments=entry) == [("date", "d happened before the article was written")]


@pytest.mark.parametrize(("part", "closes"), [("2300", True), ("2600", False)])
def test_a_total_closes(part: str, closes: bool) -> None:
    """A sum that has to close does so at the printed precision, whatever its parts' scale."""
    millions = EARLIER.replace("billion", "million")
    one, two = books.fact("a", EARLIER, origin("10.0")), books.fact("b", millions, origin(part))
    whole = books.fact("c", MONEY, origin("12.3", "release"), total='"a + b"')
    found = [message for rule, message in told(one, two, whole) if rule == "formula"]
    assert bool(found) == (not closes)
    assert closes or "its total does not close" in found[0]
