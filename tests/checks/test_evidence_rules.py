"""Evidence discipline and staleness: what may refute the article, and what is due again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import books
import pytest
from explainers import FIXTURE
from opened import fixture_project

from macros.audit.audit import Audit, today
from macros.checks.data.evidence import check_evidence, check_staleness, own_addresses
from macros.data.book import Book
from macros.data.load import load_text
from macros.language.writing import Language
from macros.pages.cards import Cards
from macros.pages.configuration import Configuration
from macros.pages.edition import Edition
from macros.problems import Problems, TieoutError

MONEY = "concept: revenue, entity: north, period: 2024, unit: billion USD, basis: recognised"
PRINT = 'origin: article, at: ¶7, printed: "130亿美元", value: 13'
STATEMENT = """\
- id: seat
  label: {{en: "A seat", zh: "席位"}}
  entity: north
  at: [¶3]
  verdict: contradicted
  reports: [{reports}]
  note: {{en: "It is not. {note}", zh: "并非如此。{note}"}}
"""


def evidence(text: str, *addresses: str) -> list[str]:
    """Return what the evidence of a data file breaks."""
    problems = Problems()
    book = load_text(text, books.PATH, problems)
    assert book is not None
    assert not len(problems), list(problems)
    check_evidence(Audit(book), addresses, problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("https://example.org/", 6),
        ("http://www.EXAMPLE.org/", 6),
        ("https://example.org/c", 1),
        ("https://example.org/other/", 0),
        ("https://example.com/", 0),
    ],
)
def test_an_origin_is_not_this_site(address: str, count: int) -> None:
    """An origin below the site's own address is refused; the same host's other paths are not."""
    found = evidence(books.file(), address)
    assert len(found) == count
    assert all("is at this site's own address (cite a document)" in told for told in found)


def test_an_origin_is_told_where_its_address_stands() -> None:
    """The place of the problem is that of the address, under whichever key it is."""
    origin = (
        '- {id: own, publisher: "P", title: "T", url: "https://x.org/",\n'
        '   archive: "https://site.org/a", published: 2025, tier: press}\n'
    )
    (told,) = evidence(books.file(origins=origin), "https://site.org/")
    line = books.line_before("origins") + 2
    assert told.startswith(f"{books.PATH}:{line}:13: own is at this site's own address")


def test_the_site_has_the_address_of_its_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The configured address and the environment's are both the site's own."""
    monkeypatch.delenv("TIEOUT_SITE_URL", raising=False)
    assert own_addresses(Configuration(tmp_path)) == []
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [X, "https://a.org/"]\n', "utf-8")
    assert own_addresses(Configuration(tmp_path)) == ["https://a.org/"]
    monkeypatch.setenv("TIEOUT_SITE_URL", "https://b.org/")
    assert own_addresses(Configuration(tmp_path)) == ["https://a.org/", "https://b.org/"]
    assert len(own_addresses(Configuration(FIXTURE))) == 2


@pytest.mark.parametrize(
    ("reports", "refused"),
    [
        (["origin: copy, value: 20"], True),
        (["origin: filing, value: 20"], False),
        (["origin: copy, rank: preferred, value: 20", "origin: release, value: 20"], False),
        (["origin: copy, rank: preferred, value: 20", "origin: release, value: 30"], True),
        (
            [
                "origin: copy, rank: preferred, value: 20",
                "origin: release, rank: deprecated, value: 20",
            ],
            True,
        ),
        (["origin: copy, value: 13"], False),
    ],
)
def test_a_refuted_figure_needs_a_document(reports: list[str], refused: bool) -> None:
    """Only a filing, a company or the press refutes a figure; a reprint alone does not."""
    found = evidence(books.file(facts=books.fact("sales", MONEY, PRINT, *reports)))
    assert [told.split(": ")[1] for told in found] == (
        [
            "sales refutes the article, but no origin stands behind it whose tier may (add an "
            "origin of tier filing, company, press that bears it out) [evidence]"
        ]
        if refused
        else []
    )


def test_arithmetic_refutes_a_figure() -> None:
    """What does not follow from its inputs needs no document."""
    facts = books.fact("sales", MONEY, "origin: copy, value: 20") + books.fact(
        "double", MONEY, PRINT, formula='"2 * sales"'
    )
    assert evidence(books.file(facts=facts)) == []


@pytest.mark.parametrize(
    ("reports", "note", "refused"),
    [
        ("{origin: copy}", "", True),
        ("{origin: article}", "", True),
        ("{origin: filing}", "", False),
        ("{origin: copy}", "{{ fact('filed') }}", False),
        ("{origin: copy}", "{{ fact('copied') }}", True),
        ("{origin: copy}", "{{ fact('reckoned') }}", False),
        ("{origin: copy}", "{{ printed('filed') }}", True),
    ],
)
def test_a_refuted_statement_needs_a_document(reports: str, note: str, refused: bool) -> None:
    """A statement is refuted by a document, or by a fact in its note that has one."""
    facts = (
        books.fact("filed", MONEY, PRINT, "origin: filing, value: 13")
        + books.fact("copied", MONEY.replace("2024", "2023"), "origin: copy, value: 20")
        + books.fact("reckoned", MONEY.replace("2024", "2022"), formula='"2 * copied"')
    )
    statement = STATEMENT.format(reports=reports, note=note)
    found = evidence(books.file(facts=facts, statements=statement))
    assert [": seat refutes the article" in told for told in found] == [True] * refused


def test_no_refuted_figure_of_this_site_rests_on_reprints() -> None:
    """The real data keeps the rule that refusals have documents or arithmetic behind them."""
    audit = fixture_project().audit
    assert audit
    problems = Problems()
    check_evidence(audit, own_addresses(Configuration(FIXTURE)), problems)
    assert problems.errors == []


DATED = books.fact("sales", MONEY, "origin: filing, value: 20", review_by="2026-06-01")
ROWS = books.series(
    "growth",
    "concept: growth, entity: north, unit: percent, basis: recognised",
    "period: 2024, origin: filing, value: 20",
    "period: 2025, origin: filing, value: 30",
    review_by='{"2025": 2026-05}',
)


def book_of(*facts: str, accessed: str = "") -> Book:
    """Return a book in which the filing was read on a day."""
    text = books.file(facts="".join(facts))
    if accessed:
        text = text.replace(
            "published: 2025-07-30,", f"published: 2025-07-30, accessed: {accessed},"
        )
    book = load_text(text, books.PATH, Problems())
    assert book is not None
    return book


def warnings(book: Book) -> Iterator[str]:
    """Yield what is due to be checked again."""
    problems = Problems()
    check_staleness(book, problems)
    yield from map(str, problems)


def test_the_clock_is_an_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build's day is the environment's, else that of the data; nonsense is refused."""
    book = book_of(DATED)
    assert today(book, {}).isoformat() == "2026-06-15"
    assert today(book, {"SOURCE_DATE_EPOCH": "0"}).isoformat() == "1970-01-01"
    for wrong in ("soon", "9" * 30):
        with pytest.raises(TieoutError, match="no number of seconds"):
            today(book, {"SOURCE_DATE_EPOCH": wrong})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert "no number of seconds" in next(warnings(book))


def test_a_fact_past_its_review_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is past its `review_by` is told where that stands, and only then."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1781481600")  # 2026-06-15
    line = books.line_before("facts")
    assert list(warnings(book_of(DATED, ROWS))) == [
        f"{books.PATH}:{line + 4}:14: warning: sales was to be checked again by 2026-06-01 "
        "(look at its origins again, then move `review_by`) [review]",
        f"{books.PATH}:{line + 10}:14: warning: growth[2025] was to be checked again by 2026-05 "
        "(look at its origins again, then move `review_by`) [review]",
    ]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")  # 2026-06-01, the last day
    assert [told.split()[2] for told in warnings(book_of(DATED, ROWS))] == ["growth[2025]"]


@pytest.mark.parametrize(
    ("language", "accessed", "row"),
    [
        ("en", "2026-03-02", ("Last checked", "2 March 2026; it was to be checked again by ")),
        ("en", "", ("Last checked", "before 1 June 2026, when it was to be checked again")),
        ("zh", "2026-03-02", ("最近核对", "2026年3月2日；原定2026年6月1日之前复核")),
    ],
)
def test_the_card_says_when_it_was_checked(
    language: Language, accessed: str, row: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that is past its review says when it was last checked; before that it does not."""
    book = book_of(DATED, accessed=accessed)
    cards = Cards(Edition(Audit(book), (), language))

    def rows() -> list[tuple[str, str]]:
        shown = cards.of_fact("sales").rows
        return [(term, text.replace("\u00a0", " ")) for term, text in shown if term == row[0]]

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1781481600")
    ((_, text),) = rows()
    assert text.startswith(row[1])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert rows() == []
