"""Pages that call wrongly, and pages of a data file with mistakes: all is told, nothing crashes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import books
import pytest
from mistakes import FORMULA_FACTS, ROWS, text_of

from macros.review import run_all

CHART: Final = 'title="T", measure="M"'
PAGES: Final = [
    # page                                   told: line:column: fragment … hint
    ('{{ fact("salse") }}', "1:1: there is no fact 'salse' (did you mean 'sales'?)"),
    ('# Of {{ fact("salse") }}', "1:6: there is no fact 'salse' (did you mean 'sales'?)"),
    ("---\ntitle: \"{{ fact('salse') }}\"\n---\n", "2:9: there is no fact 'salse'"),
    ('| a |\n|---|\n| {{ fact("salse") }} |', "3:3: there is no fact 'salse'"),
    ('{{ fact("points") }}', "1:1: 'points' is a series; say which member"),
    ('{{ fact("points[2026]") }}', "1:1: there is no fact 'points[2026]' (did you mean 'points["),
    ('{{ fact("sales", colour="red") }}', "1:1: fact() takes no argument 'colour'"),
    ("{{ fact() }}", "1:1: fact(): missing a required argument: 'key'"),
    ("{{ fact(3) }}", "1:1: fact(): key must be text, not 3"),
    ('{{ fact("sales", bound="no") }}', "1:1: fact(): bound must be true or false"),
    ('{{ fakt("sales") }}', "1:1: there is no macro 'fakt' (did you mean 'fact'?)"),
    ("营收{{ fakt() }}", "1:3: there is no macro 'fakt'"),
    ('{{ printed("sales") }}', "1:1: the article does not print 'sales'"),
    ('{{ cite("filng") }}', "1:1: there is no origin 'filng' (did you mean 'filing'?)"),
    ('{{ statement("seat", "x") }}', "1:1: there is no statement 'seat'"),
    ('{{ claim("sales < narrow_sales", "less") }}', "1:1: the claim is false"),
    ('{{ claim("sales > plan", "more") }}', "1:1: the claim mixes bases (forecast, recognised)"),
    ('{{ claim("sales > crowd", "more") }}', "1:1: the formula subtracts USD and customer"),
    (f'{{{{ bars(["sales", "crowd"], {CHART}) }}}}', "1:1: the chart's facts have different units"),
    (f'{{{{ bars(["salse"], {CHART}) }}}}', "1:1: there is no fact 'salse'"),
    (f"{{{{ bars([], {CHART}) }}}}", "1:1: a chart needs at least one fact"),
    (f'{{{{ lines(["sales"], {CHART}) }}}}', "1:1: there is no series 'sales'"),
]
EVERYTHING: Final = """\
# Of {{ fact("sales") }}

{{ fact("fact") }} {{ printed("sales") }} {{ fact("derived") }} {{ statement("seat", "x") }}
{{ count("figures") }} {{ count("confirmed") }} {{ claim("sales > 1 * sales", "x") }}
{{ cite("filing") }} {{ as_of() }}

{{ strip() }}

{{ ledger() }}

{{ findings() }}

{{ origins() }}

{{ developments() }}

{{ changes() }}
"""


def reviewed(root: Path, data: str, page: str) -> list[str]:
    """Return the problems of a project with one data file and one page in each language."""
    (root / "data").mkdir()
    (root / "data" / "facts.yml").write_bytes(data.encode())
    for language in ("en", "zh"):
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text(page, encoding="utf-8")
    return [str(problem) for problem in run_all(root)]


@pytest.mark.parametrize(("page", "told"), PAGES, ids=[page for page, _ in PAGES])
def test_wrong_call(tmp_path: Path, page: str, told: str) -> None:
    """What a page calls wrongly is told in each language, where the call stands."""
    problems = reviewed(tmp_path, books.file(facts=FORMULA_FACTS), page)
    assert len(problems) == 2
    for language, problem in zip(("en", "zh"), problems, strict=True):
        assert problem.startswith(f"docs/{language}/index.md:{told}")


def test_a_good_page_has_no_problem(tmp_path: Path) -> None:
    """A page that calls what there is has nothing to tell."""
    page = '# {{ fact("sales") }}\n\n{{ claim("sales > narrow_sales", "more") }}\n'
    assert reviewed(tmp_path, books.file(facts=FORMULA_FACTS), page) == []


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_mistake_in_the_data_does_not_crash_the_pages(
    tmp_path: Path, row: dict[str, Any]
) -> None:
    """Whatever is wrong with the data, the pages are still read, and it is told."""
    assert reviewed(tmp_path, text_of(row)[0], EVERYTHING)
