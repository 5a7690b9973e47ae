"""The words beside a fact agree with it; each mistake is made alike in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import books
import pytest
from books import MONEY, SHARE, origin

from macros.checks.review import review
from macros.pages.project import open_project
from macros.problems import Rule

TERMS: Final = """\
- {id: gain, label: {en: "increment", zh: "增量"}}
"""
EAST: Final = """\
- {id: east, label: {en: "East", zh: "东方"}, fiscal_year_ends: 3, fiscal_year_named: first}
"""
SALES = "concept: revenue, entity: {}, unit: billion USD, basis: recognised"
NORTH = MONEY.replace("south", "north").replace("2024", "{}")
LENT = (
    "concept: funding, entity: {}, counterparty: {}, period: 2024, unit: billion USD, basis: paid"
)
FACTS: Final = "".join(
    (
        books.fact("fiscal", NORTH.format("FY2024"), origin("12.0")),
        books.series("s", SALES.format("south"), *(
            f"period: {period}, origin: filing, value: {value}"
            for period, value in (("2022", 10), ("2023", 13), ("2024", 16))
        )),
        books.series("q", SALES.format("north"), *(
            f"period: 2024-Q{part}, origin: filing, value: {part}" for part in (1, 2, 3)
        )),
        books.fact("month", SALES.format("lab") + ", period: 2024-03", origin("2")),
        books.fact("early", SALES.format("lab") + ", period: 1850", origin("1")),
        books.fact("reference", SALES.format("lab") + ", period: 1851/1900", origin("1")),
        books.fact("goal", SALES.format("lab").replace("recognised", "forecast") + ", period: 2100",
                   origin("9")),
        books.fact("half", SALES.format("lab") + ", period: 2024-H1", origin("4")),
        books.fact("fiscal_half", SALES.format("east") + ", period: FY2023-H2", origin("4")),
        books.fact("growth", SHARE.replace("share", "growth") + ", period: 2024", origin("23")),
        books.fact("drop", SHARE.replace("share", "growth") + ", period: 2023", origin("-7")),
        books.fact("gain", SALES.format("south").replace("revenue", "gain") + ", period: 2024",
                   formula='"s[2024] - s[2023]"', decimals="0"),
        books.fact("lent", LENT.format("north", "lab"), origin("5")),
        books.fact("owed", LENT.format("south", "lab"), origin("6")),
        books.fact("narrowly", SHARE + ", period: 2024, measure: narrow", origin("20")),
        books.fact("widely", SHARE + ", period: 2024, measure: wide", origin("30")),
    )
)  # fmt: skip
WORDS = 'title="{}", measure="{}", why="w"'


def chart(call: str) -> tuple[str, str]:
    """Return a call of a chart in both languages."""
    en, zh = (f"{{{{ {call}, {WORDS.format(*words)} }}}}" for words in (("T", "M"), ("题", "额")))
    return en.replace(" }}", ") }}"), zh.replace(" }}", ") }}")


def flows(source: str, target: str, fact: str) -> tuple[str, str]:
    """Return flows of one arrow in both languages."""
    link = f'{{"source": "{source}", "target": "{target}", "label": "x", "fact": "{fact}"}}'
    return chart(f"flows([{link}]")


WRONG: Final[dict[str, tuple[str, str]]] = {
    "a year": ("In 2019 it was {{ fact('s[2024]') }}.", "2019年为{{ fact('s[2024]') }}。"),
    "a fiscal year": (
        "In fiscal 2022 North had {{ fact('fiscal') }}.",
        "2022财年北方为{{ fact('fiscal') }}。",
    ),
    "a quarter": (
        "In the third quarter of 2024 it was {{ fact('q[2024-Q1]') }}.",
        "2024年第三季度为{{ fact('q[2024-Q1]') }}。",
    ),
    "a year of a century ago": (
        "In 1890 it was {{ fact('early') }}.",
        "1890年为{{ fact('early') }}。",
    ),
    "a year of the next century": (
        "By 2150 it may be {{ fact('goal') }}.",
        "到2150年或达{{ fact('goal') }}。",
    ),
    "a half": (
        "In the second half of 2024 it was {{ fact('half') }}.",
        "2024年下半年为{{ fact('half') }}。",
    ),
    "a half by its sign": (
        "In H2 2024 it was {{ fact('half') }}.",
        "2024年H2为{{ fact('half') }}。",
    ),
    "a fiscal half, named by its first year": (
        "In the first half of fiscal 2023 it was {{ fact('fiscal_half') }}.",
        "2023财年上半年为{{ fact('fiscal_half') }}。",
    ),
    "a month outside a fiscal half": (
        "In September 2023 it was {{ fact('fiscal_half') }}.",
        "2023年9月为{{ fact('fiscal_half') }}。",
    ),
    "a quarter by its sign": (
        "In Q3 2024 it was {{ fact('q[2024-Q1]') }}.",
        "2024年Q3为{{ fact('q[2024-Q1]') }}。",
    ),
    "a month": (
        "In November 2024 it was {{ fact('month') }}.",
        "2024年11月为{{ fact('month') }}。",
    ),
    "a rise with its ends turned": (
        "It rose from {{ fact('s[2024]') }} to {{ fact('s[2022]') }}.",
        "由{{ fact('s[2024]') }}升至{{ fact('s[2022]') }}。",
    ),
    "a fall that is a rise": (
        "It fell from {{ fact('s[2022]') }} to {{ fact('s[2024]') }}.",
        "由{{ fact('s[2022]') }}降至{{ fact('s[2024]') }}。",
    ),
    "a rise turned in time": (
        "It fell from {{ fact('s[2024]') }} to {{ fact('s[2022]') }}.",
        "由{{ fact('s[2024]') }}降至{{ fact('s[2022]') }}。",
    ),
    "a fall by a growth": (
        "It fell by {{ fact('growth') }}.",
        "它下降了{{ fact('growth') }}。",
    ),
    "a fall by an increment": (
        "It shrank by {{ fact('gain') }}.",
        "它缩减了{{ fact('gain') }}。",
    ),
    "a rise by a fall": ("It grew by {{ fact('drop') }}.", "它增长了{{ fact('drop') }}。"),
    "an arrow of another pair": flows("south", "lab", "lent"),
    "an arrow turned": flows("lab", "north", "lent"),
    "bars' labels": (
        chart('bars(["lent", "owed"], labels=["South", "North"]')[0],
        chart('bars(["lent", "owed"], labels=["南方", "北方"]')[1],
    ),
    "panels' labels": (
        chart('multiples(["s", "q"], labels=["North", "South"]')[0],
        chart('multiples(["s", "q"], labels=["北方", "南方"]')[1],
    ),
    "groups": (
        chart('grouped([["lent"], ["owed"]], groups=["South", "North"], labels=["a"]')[0],
        chart('grouped([["lent"], ["owed"]], groups=["南方", "北方"], labels=["甲"]')[1],
    ),
    "columns' years": chart('slope([["s[2022]"], ["s[2024]"]], columns=["2022", "2023"]'),
    "a measure's year": tuple(
        each.replace('"M"', '"M, 2019"').replace('"额"', '"额，2019年"')
        for each in chart('bars(["s[2024]"]')
    ),  # type: ignore[dict-item]
    "two measures": chart('bars(["narrowly", "widely"]'),
    "one fact twice": chart('bars(["lent", "lent"]'),
    "another's publisher": (
        "So says {{ cite('copy', 'A Paper') }}.".replace("A Paper", "South"),
        "见{{ cite('copy', 'South') }}。",
    ),
    "its owner": (
        "The Lab’s revenue was {{ fact('s[2024]') }}.",
        "实验室的营收为{{ fact('s[2024]') }}。",
    ),
}
RIGHT: Final = (
    ("In 1850 it was {{ fact('early') }}.", "1850年为{{ fact('early') }}。"),
    (
        "Between 1851 and 1900 it was {{ fact('reference') }}.",
        "1851年至1900年为{{ fact('reference') }}。",
    ),
    ("By 2100 it may be {{ fact('goal') }}.", "到2100年或达{{ fact('goal') }}。"),
    ("In the first half of 2024 it was {{ fact('half') }}.", "2024年上半年为{{ fact('half') }}。"),
    (
        "In the second half of fiscal 2023 it was {{ fact('fiscal_half') }}.",
        "2023财年下半年为{{ fact('fiscal_half') }}。",
    ),
    ("In March 2024 it was {{ fact('fiscal_half') }}.", "2024年3月为{{ fact('fiscal_half') }}。"),
    ("In 2024 it was {{ fact('s[2024]') }}.", "2024年为{{ fact('s[2024]') }}。"),
    ("In fiscal 2024 North had {{ fact('fiscal') }}.", "2024财年北方为{{ fact('fiscal') }}。"),
    ("In Q1 2024 it was {{ fact('q[2024-Q1]') }}.", "2024年第一季度为{{ fact('q[2024-Q1]') }}。"),
    ("In March 2024 it was {{ fact('month') }}.", "2024年3月为{{ fact('month') }}。"),
    (
        "It rose from {{ fact('s[2022]') }} to {{ fact('s[2024]') }}.",
        "由{{ fact('s[2022]') }}升至{{ fact('s[2024]') }}。",
    ),
    ("It grew by {{ fact('growth') }}.", "它增长了{{ fact('growth') }}。"),
    flows("north", "lab", "lent"),
    chart('slope([["s[2022]"], ["s[2024]"]], columns=["2022", "2024"]'),
)


def told(root: Path, pair: tuple[str, str]) -> set[str]:
    """Return the languages in which a sentence is told to disagree with its facts."""
    (root / "data").mkdir()
    text = books.file(facts=FACTS, terms=TERMS, entities=EAST)
    (root / "data/facts.yml").write_text(text, "utf-8")
    for language, sentence in zip(("en", "zh"), pair, strict=True):
        (root / "docs" / language).mkdir(parents=True)
        page = f"# T {{#top}}\n\n{sentence}\n"
        (root / "docs" / language / "index.md").write_text(page, "utf-8")
    problems = [p for p in review(open_project(root))[0] if p.rule is not Rule.unused]
    assert {p.where.path.split("/")[0] for p in problems} <= {"docs"}, [*map(str, problems)]
    assert {p.rule for p in problems} <= {Rule.agreement, Rule.beside}, [*map(str, problems)]
    return {p.where.path.split("/")[1] for p in problems if p.rule is Rule.agreement}


@pytest.mark.parametrize("kind", WRONG)
def test_a_mistake_made_in_both_languages_is_told(tmp_path: Path, kind: str) -> None:
    """What parity cannot see, since both languages say the same, the data knows."""
    assert told(tmp_path, WRONG[kind]) == {"en", "zh"}


@pytest.mark.parametrize("pair", RIGHT, ids=[pair[0][:40] for pair in RIGHT])
def test_what_agrees_is_not_told(tmp_path: Path, pair: tuple[str, str]) -> None:
    """A sentence, an arrow and a chart that say what the facts say are let alone."""
    assert told(tmp_path, pair) == set()
