"""Macros: what each takes and shows, wherever it is called, is what its declaration says."""

from __future__ import annotations

from pathlib import Path
from typing import Final, get_args

import books
import pytest
from jinja2 import Environment

from macros.charts.forms import MODULES
from macros.checks.review import review
from macros.pages.call import Call
from macros.pages.contexts import accepted
from macros.pages.edition import Edition
from macros.pages.macros.interpret import ALLOWED, Context, interpret
from macros.pages.macros.macro import Macro
from macros.pages.macros.registry import labelled, registry, signatures
from macros.pages.project import open_project
from macros.pages.source import Page, calls_in
from macros.problems import Problems
from macros.site.finish import plain

SOLD: Final = books.fact("sold", books.MONEY, "origin: filing, value: 13")
ONLY: Final = books.fact(
    "only", books.MONEY.replace("south", "lab"), books.says("¶7", "$9 billion", "9")
)
YEARS: Final = (22, 23, 24)
YEARLY: Final = books.MONEY.replace("period: 2024, ", "")
PRINT: Final = books.says("¶2", "41%", "41")
EXAMPLE_FACTS: Final = (
    books.series("sales", YEARLY, *(f"period: 20{y}, {books.origin(str(2 * y))}" for y in YEARS)),
    books.series(
        "costs",
        YEARLY.replace("south", "lab"),
        *(f"period: 20{y}, {books.origin(str(y - 9))}" for y in YEARS),
    ),
    books.fact("margin", f"{books.SHARE}, period: 2024", books.origin("40"), PRINT),
    books.fact("rival", books.MONEY.replace("south", "north"), books.origin("20")),
    books.fact("loan", books.MONEY.replace("revenue", "funding"), books.origin("3")),
    books.fact("opening", "concept: date, entity: south, unit: date, basis: recognised",
               "origin: filing, value: 2025-01-21"),
)  # fmt: skip
EXAMPLE_SECTIONS: Final = {
    "statements": f"- {{id: seat, label: {books.LABEL}, entity: south, at: ¶7, verdict: confirmed, "
    "reports: [{origin: filing, at: 'p. 3'}]}\n",
    "developments": f"- {{id: merger, date: 2025-12-01, label: {books.LABEL}, facts: [], "
    "origins: [later]}\n",
}
MACROS: Final = [pytest.param(macro, id=name) for name, macro in registry().items()]


def told(root: Path, facts: str, page: str = "") -> list[str]:
    """Return the problems of a small project."""
    (root / "data").mkdir(parents=True)
    (root / "data/facts.yml").write_text(books.file(facts=facts), "utf-8")
    for language in ("en", "zh"):
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text(page, "utf-8")
    problems, _ = review(open_project(root))
    return [str(each) for each in problems if "used nowhere" not in each.message]


def noted(note: str, other: str = "") -> str:
    """Return a fact with a caveat in both languages."""
    return f"{SOLD}  caveat: {{en: {note!r}, zh: {other or note!r}}}\n"


def test_each_chart_is_drawn_by_a_form() -> None:
    """A macro of a chart and its form have one name, and none is without the other."""
    assert {name for name, macro in registry().items() if macro.kind == "chart"} == set(MODULES)


@pytest.mark.parametrize("macro", MACROS)
def test_a_declaration_is_whole(macro: Macro) -> None:
    """Each macro says what it shows, what each argument is, and has an example that binds."""
    assert macro.about.endswith(".")
    assert all(param.note.about for param in macro.params.values())
    (call,) = calls_in(f"{{{{ {macro.example} }}}}", "", Problems())
    assert call.name == macro.name
    assert macro.bind(call).keys() <= macro.params.keys()


def test_a_description_counts(tmp_path: Path) -> None:
    """A description may count things, and the check and the build say it alike."""
    page = '---\ndescription: All {{ count("facts") }} of them\n---\n# T {#top}\n'
    assert told(tmp_path, SOLD, page) == []
    edition = open_project(tmp_path).editions["en"]
    assert plain(edition, "All {{ count('facts') }} of them") == "All 1 of them"


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("{{ fact('sold', digits=1) }}", "fact() takes no argument 'digits'"),
        ("{{ ledger() }}", "a remark cannot call ledger()"),
        ("{{ fact('only') }}", "no origin was found for 'only', only the article’s figure"),
        ("{{ claim('sold < only', 'less', takes='only') }}", "the claim is false"),
    ],
)  # fmt: skip
def test_a_remark_is_read_as_a_page_is(tmp_path: Path, note: str, message: str) -> None:
    """What a remark calls wrongly is told in its language, at its place, and stops nothing."""
    only = f"{ONLY}  note: {books.NOTE}\n"
    found = [line for line in told(tmp_path, noted(note) + only) if message in line]
    assert len(found) == 2
    assert all("(in the caveat on sold, " in line for line in found)


def test_both_languages_of_a_remark_call_the_same(tmp_path: Path) -> None:
    """A call that one language of a remark lacks is told, whatever its words are."""
    (problem,) = told(tmp_path, noted("It was {{ fact('sold') }}.", "没有。"))
    assert 'fact("sold") stands once in en and never in zh (in the caveat on sold)' in problem


def test_a_label_calls_nothing(tmp_path: Path) -> None:
    """What names a fact is shown as it is written, so that a call in it is refused."""
    found = told(tmp_path, SOLD.replace(books.LABEL, '{en: "Of {{ as_of() }}", zh: "甲"}'))
    assert any("a label cannot call as_of()" in line for line in found)


@pytest.mark.parametrize("context", get_args(Context))
def test_a_context_says_what_it_allows(context: Context) -> None:
    """What a context does not allow is refused there, and nothing that it allows."""
    edition = Edition(books.audit(SOLD), (), "en")
    for name, macro in registry().items():
        problem = interpret(edition.voice, Call(name), context).problem
        assert (problem is not None and "cannot call" in problem.message) == (
            macro.kind not in ALLOWED[context]
        )


@pytest.mark.parametrize(
    ("call", "pairs"),
    [
        ('bars(["a", "b"], labels=["A", "B"])', [(["a"], "A"), (["b"], "B")]),
        ('waffle(["a", "b"], labels=["A", "B"])', [(["a"], "A"), (["b"], "B")]),
        ('multiples(["a", "b"], labels=["A", "B"])', [(["a"], "A"), (["b"], "B")]),
        ('slope([["a"], ["b"]], columns=["A", "B"])', [(["a"], "A"), (["b"], "B")]),
        ('shares([["a", "b"], ["c"]], rows=["A", "B"])', [(["a", "b"], "A"), (["c"], "B")]),
        ('grouped([["a", "b"]], labels=["A", "B"])', [(["a"], "A"), (["b"], "B")]),
        ('flows([{"source": "a"}])', []),
        ("strip()", []),
    ],
)  # fmt: skip
def test_labels_name_rows_or_lists(call: str, pairs: list[tuple[list[str], str]]) -> None:
    """Words that name rows or lists stand beside what they name, whatever the form."""
    (read,) = calls_in(f"{{{{ {call} }}}}", "", Problems())
    assert list(labelled(read)) == pairs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('fact("a", bound=false)', 'fact("a")'),
        ('bars(["a"], "T", measure="M")', 'bars(["a"], title="甲", measure="乙", labels=["丙"])'),
        ('flows([{"source": "a", "label": "x"}])', 'flows([{"source": "a", "label": "甲"}])'),
        ('lines(["a"], steps=false)', 'lines(["a"])'),
    ],
)
def test_words_and_wording_are_each_languages_own(one: str, other: str) -> None:
    """Calls that differ in words, wording or a default are the same in both languages."""
    both = [[*calls_in(f"{{{{ {call} }}}}", "", Problems())] for call in (one, other)]
    first, second = ([what for call in calls for what in signatures(call)] for calls in both)
    assert first == second


@pytest.mark.parametrize(
    "code",
    [
        "`${{ secrets.TOKEN }}`",
        "```yaml\nif: ${{ a }}\n{% raw %}\n<!--# x #-->\n```",
        "`{{{`",
        "`{`",
    ],
)
def test_code_is_shown_as_written(code: str) -> None:
    """What stands in code calls nothing, and the engine prints it letter for letter."""
    engine = Environment(comment_start_string="<!--#", comment_end_string="#-->")  # noqa: S701
    assert list(calls_in(code, "", Problems())) == []
    assert engine.from_string(accepted(code, {"secrets": str})).render() == code


@pytest.mark.parametrize("macro", MACROS)
def test_an_example_runs(macro: Macro) -> None:
    """The example of each macro in the reference comes to something, without a problem."""
    bars = next(calls_in(f"{{{{ {registry()['bars'].example} }}}}", "docs/en/x.md", Problems()))
    page = Page("docs/en/x.md", "en", "x", "", (bars,))
    edition = Edition(books.audit(*EXAMPLE_FACTS, **EXAMPLE_SECTIONS), (page,), "en")
    (call,) = calls_in(f"{{{{ {macro.example} }}}}", "", Problems())
    outcome = edition.interpret(call)
    assert outcome.problem is None
    assert outcome.html
