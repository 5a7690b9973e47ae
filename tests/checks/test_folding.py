"""One cause, one problem: what only follows is folded under it; and each is told at its words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import books
import pytest
from books import MONEY, RATIO, origin
from explainers import FIXTURE

from macros.checks.proof.unread import check_proof
from macros.checks.review import review
from macros.pages.project import open_project
from macros.problems import Location, Problems, Rule

PAGES = "\n".join('{{ fact("a") }} {{ fact("ratio") }} {{ fact("b") }}' for _ in range(4))


def told(root: Path, facts: str, en: str, zh: str = "") -> list[str]:
    """Return the errors of a small project, without their hints."""
    (root / "data").mkdir(parents=True)
    (root / "data/facts.yml").write_text(books.file(facts=facts), "utf-8")
    for language, text in (("en", en), ("zh", zh or en)):
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text(f"# T {{#top}}\n\n{text}\n", "utf-8")
    return [f"{each.where} {each.message}" for each in review(open_project(root))[0].errors]


@pytest.mark.parametrize(
    ("identity", "message"),
    [
        (MONEY.replace("2024", "2024-13"), "`period`: '2024-13' has no such month"),
        (MONEY.replace("billion", "bilion"), "'bilion' is not a scale, and 17 that follow from it"),
        (MONEY.replace("period: 2024, ", ""), ""),
        ("concept: revenue, period: 2024", "`entity` is missing"),
    ],
)
def test_one_cause_is_one_problem(tmp_path: Path, identity: str, message: str) -> None:
    """An entry that cannot be used is told once, however many calls and formulas name it."""
    earlier = MONEY.replace("2024", "2023")
    facts = books.fact("a", identity, origin("12.0")) + books.fact("b", earlier, origin("10.0"))
    facts += books.fact("ratio", RATIO + ", period: 2024", formula='"a / b"')
    found = [each for each in told(tmp_path, facts, PAGES) if "is missing" not in each]
    assert len(found) == bool(message and "missing" not in message)
    assert all(message in each for each in found)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (('"12.0"', '"12,0"'), "cannot read '12,0' as USD"),
        (("release, printed", "relaese, printed"), "unknown origin 'relaese'"),
        (('"a / b"', '"a x b"'), "column 3: 'x' was not expected in 'a x b'"),
    ],
)
def test_what_lacks_a_figure_follows_from_why(
    tmp_path: Path, wrong: tuple[str, str], message: str
) -> None:
    """A figure, document or formula that cannot be read is told; not all that would rest on it."""
    facts = books.fact("a", MONEY, 'origin: release, printed: "12.0", value: 12.0')
    facts += books.fact("b", MONEY.replace("2024", "2023"), origin("10.0"))
    facts += books.fact("ratio", RATIO + ", period: 2024", formula='"a / b"')
    claim = """{{ claim("a > b", "more") }} {{ claim("ratio > 1", "more") }}"""
    (found,) = told(tmp_path, facts.replace(*wrong), f"{PAGES} {claim}")
    assert message in found


def test_parity_is_silent_where_a_call_is_wrong(tmp_path: Path) -> None:
    """What stands beside a call that cannot be read is not also missed in the other language."""
    fact = books.fact("a", MONEY, origin("12.0"))
    chart = '{{ bars(["a"], title="T", measure="M", why="W") }}'
    for at, (wrong, right) in enumerate(
        (("{{ fact('aa') }}", "{{ fact('a') }}"), (chart.replace("why", "whi"), chart))
    ):
        found = told(tmp_path / str(at), fact, f"Text.\n\n{wrong}", f"文字。\n\n{right}")
        assert len(found) == 1, found


def test_a_sign_that_no_chart_can_draw_is_told_where_it_is_written(tmp_path: Path) -> None:
    """In a call it is told there, each time; from a label of the data, once for all charts."""
    fact = books.fact("a", MONEY, origin("12.0")).replace("A label", "A ☂")
    chart = '{{ bars(["a"], labels=["%s"], title="T", measure="M", why="W") }}'
    for at, (labels, many) in enumerate(((("☂", "☂"), 4), (("Rain", "Rain"), 0))):
        charts = "\n\n".join(chart % label for label in labels)
        assert len(told(tmp_path / str(at), fact, charts)) == many
    entity = books.file(facts=fact).replace(
        '{id: south, label: {en: "South"', '{id: south, label: {en: "S ☂"'
    )
    (tmp_path / "0/data/facts.yml").write_text(entity.replace("A ☂", "A label"), "utf-8")
    bare = "\n\n".join([chart.replace('labels=["%s"], ', "")] * 3)
    for language in ("en", "zh"):
        page = tmp_path / "0/docs" / language / "index.md"
        page.write_text(f"# T {{#top}}\n\n{bare}\n", "utf-8")
    (found,) = review(open_project(tmp_path / "0"))[0].errors
    assert found.message.startswith("the chart font has no ☂ (U+2602), as in “S ☂”, and 2 that")


def test_an_entry_shows_all_its_mistakes(tmp_path: Path) -> None:
    """A mistake of form does not hide that a print and its value differ."""
    report = 'origin: filing, printed: "$13 billion", value: 31, ragn: preferred'
    found = told(tmp_path, books.fact("a", MONEY, report), "Text.")
    assert [each.split(" ", 1)[1] for each in found] == [
        "printed '$13 billion' reads as 13, but value is 31",
        "unknown key 'ragn'",
    ]


def test_a_page_without_text_is_told_once(tmp_path: Path) -> None:
    """A page that is empty lacks all that its pair has, and is told to be empty."""
    fact = books.fact("a", MONEY, origin("12.0"))
    found = told(tmp_path / "in", fact, "{{ fact('a') }}\n\n## Rest {#rest}")
    assert found == []
    (tmp_path / "in/docs/zh/index.md").write_text("---\ntitle: T\n---\n", "utf-8")
    assert [str(each.where) for each in review(open_project(tmp_path / "in"))[0].errors] == [
        "docs/zh/index.md:1:1"
    ]


def test_what_a_page_lacks_in_a_row_is_told_once(tmp_path: Path) -> None:
    """A page that breaks off is told where it does, with how much is missing."""
    fact = books.fact("a", MONEY, origin("12.0"))
    blocks = [f"## Part {{#p{n}}}\n\nText {{{{ fact('a') }}}}." for n in range(4)]
    whole, cut = "\n\n".join(blocks), "\n\n".join(blocks[:1])
    (found,) = told(tmp_path / "cut", fact, whole, cut.replace("Part", "篇").replace("Text", "文"))
    assert found == (
        "docs/en/index.md:7:1 the heading ## {#p1}, and 5 blocks behind it, "
        "are not at this point in docs/zh/index.md"
    )
    less = "\n\n".join(blocks[:3]).replace("Part", "篇").replace("Text", "文")
    assert len(told(tmp_path / "less", fact, whole, less)) == 2


def test_a_name_that_is_not_declared_is_told_once(tmp_path: Path) -> None:
    """An entity, a term or a document that is nowhere declared is told where it is first used."""
    for name in ("south", "revenue", "filing"):
        facts = "".join(
            books.fact(key, MONEY.replace("2024", year), origin("12.0"))
            for key, year in (("a", "2023"), ("b", "2024"))
        )
        (found,) = told(tmp_path / name, facts.replace(name, "lost"), "Text.")
        assert re.search(
            r"^data/facts.yml\S+ unknown \w+ 'lost', and 1 that follow from it$", found
        )


def test_a_wrong_key_is_told_where_it_stands(tmp_path: Path) -> None:
    """A chart's mistake is told at the words that are wrong, lines below its call."""
    chart = '{{ bars([\n  "a",\n  "bb"],\n  title="T", measure="M", why="W") }}'
    found = told(tmp_path, books.fact("a", MONEY, origin("12.0")), chart)
    assert found[0] == "docs/en/index.md:5:4 there is no fact 'bb'"


def test_a_chart_of_a_series_that_is_lost_follows_from_it(tmp_path: Path) -> None:
    """A series that cannot be used is told once, and what is drawn of it is counted to that."""
    series = books.series("s", MONEY.replace("billion", "bilion").replace(", period: 2024", ""))
    chart = '{{ lines(["s"], title="T", measure="M", why="W", first="2023") }}'
    found = told(tmp_path, series, chart)
    assert len(found) == 1
    assert "that follow from it" in found[0]


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        ('first="2025", last="2023"', "first='2025' is after last='2023'"),
        ('first="2030"', "s has no member from 2030 to its end"),
    ],
)
def test_the_ends_of_a_chart_are_named(tmp_path: Path, ends: str, message: str) -> None:
    """Ends that are turned, or behind the series, are said as that."""
    rows = ("period: 2023, origin: filing, value: 12", "period: 2024, origin: filing, value: 13")
    series = books.series("s", MONEY.replace(", period: 2024", ""), *rows)
    call = f'{{{{ lines(["s"], title="T", measure="M", why="W", {ends}) }}}}'
    assert told(tmp_path, series, call)[0].endswith(message)


def test_a_message_is_one_line() -> None:
    """Words that are broken over lines in a page are told on one."""
    problems = Problems()
    problems.under(Rule.number).add(Location("p"), "bare number “40\n   billion”")
    assert [problem.message for problem in problems] == ["bare number “40 billion”"]


@pytest.mark.parametrize(
    ("report", "formula", "message"),
    [
        (origin("12.0").replace("filing", "fling"), "a / b", "unknown origin 'fling'"),
        (origin("1x2"), "a / b", "'1x2' is no number"),
        (origin("12.0"), "a / c", "ratio: there is no fact 'c'"),
    ],
)
def test_a_value_that_is_lost_is_told_where_it_is_lost(
    tmp_path: Path, report: str, formula: str, message: str
) -> None:
    """A report that cannot be used, or a formula, is told once, and not at each call."""
    earlier = MONEY.replace("2024", "2023")
    facts = books.fact("a", MONEY, report) + books.fact("b", earlier, origin("10.0"))
    facts += books.fact("ratio", RATIO + ", period: 2024", formula=f'"{formula}"')
    found = told(tmp_path, facts, '{{ fact("ratio") }}')
    assert len(found) == 1
    assert message in found[0]


def test_a_wrong_argument_is_no_surplus(tmp_path: Path) -> None:
    """A call that is wrong in one language is told there, and not missed in two."""
    chart = '{{ bars(["a"], title="T", measure="M", why="W") }}'
    fact = books.fact("a", MONEY, origin("12.0"))
    found = told(tmp_path, fact, chart.replace("why", "what='x', why"), chart)
    assert found == ["docs/en/index.md:3:40 bars() takes no argument 'what'"]


def test_a_text_of_the_data_is_told_in_its_own_line(tmp_path: Path) -> None:
    """What is wrong in the Chinese half of a remark is told where that begins."""
    caveat = '\n    en: "It cost 12 billion."\n    zh: "花了12亿。"'
    found = told(tmp_path, books.fact("a", MONEY, origin("12.0"), caveat=caveat), "Text.")
    lines = (tmp_path / "data/facts.yml").read_text("utf-8").split("\n")
    for each, language in zip(found, ("en", "zh"), strict=True):
        line, column = map(int, each.split(" ")[0].split(":")[1:])
        assert lines[line - 1].startswith(f'    {language}: "') and column == len("    en: ") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("data/facts.yml", "- id: arctic_record_drop\n", "- id: arctic_rank\n", "'arctic_rank' is"),
        ("data/facts.yml", "{id: nasa_2012_low", "{id: nasa_2023_low", "'nasa_2023_low' is used"),
        ("data/facts.yml", "{id: antarctica,", "{id: greenland,", "'greenland' is used twice"),
        ("data/facts.yml", "{id: decrease,", "{id: extent,", "'extent' is used twice"),
        (
            "data/facts.yml",
            "{page: sea, from: ¶8",
            "{page: ice, from: ¶7",
            "is two chapters",
        ),
        ("data/facts.yml", "\nterms:\n", "\nterms: []\nterms:\n", "duplicate key 'terms'"),
        ("data/facts.yml", "\nentities:\n", "\nentity:\n", "did you mean 'entities'?"),
        ("data/facts.yml", "\nsite:\n", "\nsites:\n", "did you mean 'site'?"),
        ("mkdocs.yml", "site_name:", "site_name: x\nsite_name:", "'site_name' stands twice"),
        ("docs/zh.yml", "nav:", "nav: []\nnav:", "the key 'nav' stands twice"),
        ("docs/zh/ice.md", "", None, "no pair in docs/zh, and 1 that follow from it"),
        ("docs/zh.yml", "", None, "a build needs this file, and it is missing"),
    ],
)
def test_what_is_there_twice_or_not_at_all_is_one_problem(
    tmp_path: Path, file: str, old: str, new: str | None, message: str
) -> None:
    """An id, a key or a section that is wrong is told once, and so is a file that is missing."""
    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / file
    text = path.read_text("utf-8")
    if new is None:
        path.unlink()
    else:
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")
    (found,) = review(open_project(tmp_path))[0].errors
    assert message in found.sentence


def test_an_entity_that_is_nowhere_is_no_traceback_in_a_chart(tmp_path: Path) -> None:
    """A chart of a fact whose entity is not declared follows from that, and is not drawn."""
    fact = books.fact("a", MONEY.replace("south", "lost"), origin("12.0"))
    chart = '{{ bars(["a"], title="T", measure="M", why="W") }} {{ flows(["a"], title="T") }}'
    assert "unknown entity 'lost'" in told(tmp_path, fact, chart)[0]
    assert check_proof(open_project(tmp_path), strict=False).problems.found
