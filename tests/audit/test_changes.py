"""Changes of the data: what was is entered, what it became is looked up, all say it alike."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import books
import pytest
from jsonschema import Draft202012Validator

from macros.arithmetic.quantity import Quantity
from macros.audit.audit import Audit
from macros.audit.corrections import turns
from macros.data.load import load_text
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.changes import ChangeView, changes_in
from macros.pages.configuration import Configuration
from macros.pages.project import Project
from macros.pages.source import read_pages
from macros.pages.voice import Voice
from macros.problems import Problems
from macros.site.downloads import feed
from macros.site.finish import Finisher
from macros.site.tables.records import Records, schema

SALES: Final = books.fact(
    "sales",
    books.MONEY,
    books.origin("13", more="rank: preferred"),
    books.origin("12.9", "release"),
    books.says("¶7", "130亿美元", "13"),
)
TWICE: Final = books.fact("twice", books.MONEY.replace("2024", "2023"), formula='"sales * 2"')
SEAT: Final = """\
- id: seat
  label: {en: "A seat", zh: "席位"}
  entity: lab
  at: [¶64]
  verdict: outdated
  reports: [{origin: filing}]
  note: {en: "Gone.", zh: "已无。"}
"""
WHY: Final = 'why: {en: "A better document.", zh: "有了更可靠的文件。"}'
CHANGES: Final = f"""\
- {{date: 2026-01-01, en: "First edition.", zh: "第一版。"}}
- {{date: 2026-02-01, fact: sales, {WHY},
   was: {{printed: "超过110亿美元", value: 11, bound: more_than}}}}
- {{date: 2026-03-01, fact: sales, was: {{value: 12}}, verdict: contradicted, {WHY}}}
- {{date: 2026-03-01, fact: twice, was: {{value: 24}}, {WHY}}}
- {{date: 2026-03-01, fact: sales, report: release, was: {{value: 12.8}}, {WHY}}}
- {{date: 2026-04-01, fact: seat, verdict: not_found, {WHY}}}
- {{date: 2026-05-01, added: [twice], {WHY}}}
- {{date: 2026-05-01, removed: {{thrice: {{en: "Three times sales", zh: "三倍"}}}}, {WHY}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project whose data has changed in every way."""
    for language in ("en", "zh"):
        page = tmp_path / "docs" / language / "log.md"
        page.parent.mkdir(parents=True)
        page.write_text("# Log {#top}\n\n{{ changes() }}\n", "utf-8")
        (page.parent / "ledger.md").write_text("# Ledger {#top}\n\n{{ ledger() }}\n", "utf-8")
    text = books.file(facts=SALES + TWICE, statements=SEAT, changes=CHANGES)
    problems = Problems()
    book = load_text(text, books.PATH, problems)
    assert book is not None and not [str(each) for each in problems]
    assert not books.read(text)[1]
    return Project(
        tmp_path, Audit(book), problems, tuple(read_pages(Configuration(tmp_path), Problems()))
    )


def said_in(project: Project, language: Language) -> list[ChangeView]:
    """Return a project's changes as they are said."""
    return changes_in(project.editions[language].voice)


def test_a_chain_leads_from_the_first_value_to_the_present_one(project: Project) -> None:
    """What a change led to is the next one's `was`, and at last what stands today."""
    assert project.audit is not None
    found = list(turns(project.audit))
    ends = [(_billions(turn.change.was), _billions(turn.became)) for turn in found]
    assert ends == [(11, 12), (12, 13), (24, 26), (12.8, 12.9), (None, None)]
    assert [t.is_last for t in found] == [False, True, True, True, True]
    assert [t.verdict for t in found] == [None, "confirmed", None, None, "outdated"]


def _billions(quantity: Quantity | None) -> float | None:
    return float(quantity.value / 10**9) if quantity else None


LINES: Final[dict[Language, list[str]]] = {
    "en": [
        "First edition.",
        "A label (2024): more than $11 billion → $12 billion",
        "A label (2024): $12 billion → $13 billion; Contradicted → Ties out",
        "A label (2023): $24 billion → $26.0 billion",
        "A label (2024), South (1 August 2025): $12.8 billion → $12.9 billion",
        "A seat: No origin found → Outdated",
        "Added: A label (2023)",
        "Removed: Three times sales",
    ],
    "zh": [
        "第一版。",
        "标签（2024年）：超过110亿美元 → 120亿美元",
        "标签（2024年）：120亿美元 → 130亿美元；不符 → 相符",
        "标签（2023年）：240亿美元 → 260亿美元",
        "标签（2024年），South（2025年8月1日）：128亿美元 → 129亿美元",
        "席位：未找到出处 → 已过时",
        "新增：标签（2023年）",
        "删去：三倍",
    ],
}


@pytest.mark.parametrize("language", LINES)
def test_a_change_is_one_line(project: Project, language: Language) -> None:
    """Each change says what, from what and to what, in the words of the pages."""
    told = said_in(project, language)
    lines = [each.headline.replace("\xa0", " ") for each in told]
    assert [line.replace(" 亿", "亿") for line in lines] == LINES[language]


def test_page_feed_ledger_and_records_say_the_same(project: Project) -> None:
    """The page lists the latest first; feed, ledger and records have its words and addresses."""
    finisher = Finisher(project.editions["en"])
    page, ledger = finisher.fill(Call("changes")), finisher.fill(Call("ledger"))
    told = said_in(project, "en")
    places = [page.index(f'id="{each.id}"') for each in told]
    assert places == sorted(places, reverse=True) and len(set(places)) == len(told)
    body = feed(project.editions["en"].voice, "https://one.example/", "log.html", "i.png").decode()
    (record,) = [r for r in Records([project.editions["en"]]).facts() if r["id"] == "sales"]
    for each in told:
        assert each.text in page
        assert f"log.html#{each.id}" in body
        for words in (*each.values, *each.verdicts):
            assert words in page and words in body
            assert words in ledger
        if each.change.fact == "sales":
            assert f'href="~/log.html#{each.id}"' in ledger
            same = next(r for r in record["changes"] if r["was"] == each.values[0])
            assert (same["became"], same["why"]) == (each.values[1], each.text)
    numbers = [(r["was_value"], r["became_value"]) for r in record["changes"]]
    assert numbers[:2] == [(11e9, 12e9), (12e9, 13e9)]
    editions = list(project.editions.values())
    validator = Draft202012Validator(schema([edition.voice for edition in editions]))
    assert not list(validator.iter_errors(Records(editions).facts()))


def test_the_present_value_is_a_number_with_a_card(project: Project) -> None:
    """What a value became is a number of the data if it stands today, and plain text if not."""
    page = Finisher(project.editions["en"]).fill(Call("changes"))
    assert page.count('data-fact="sales"') == 1
    assert page.count('data-fact="twice"') == 1
    finished = Finisher(project.editions["en"]).finish(
        f"<html><body><article>{page}</article></body></html>"
    )
    assert 'href="ledger.html#sales" data-card=' in finished.html


def test_a_change_keeps_its_name_when_others_are_added(project: Project) -> None:
    """Addresses and ids in the feed rest on the day and the fact, not on the place in the file."""
    before = {each.id for each in said_in(project, "en")}
    more = f"- {{date: 2026-06-01, fact: twice, was: {{value: 25}}, {WHY}}}\n"
    text = books.file(facts=SALES + TWICE, statements=SEAT, changes=CHANGES + more)
    book, problems = books.read(text)
    assert book is not None and not problems
    after = {each.id for each in changes_in(Voice(Audit(book), "zh"))}
    assert before < after and len(after) == len(before) + 1
