"""Pages that call wrongly, and pages of a data file with mistakes: all is told, nothing crashes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import books
import pytest
from mistakes import FORMULA_FACTS, ROWS, text_of

from macros.checks.review import review
from macros.pages.project import open_project

CHART: Final = 'title="T", measure="M"'
PAGES: Final = [
    (
        '{{ bars(["sales"], title="T", measure="Million dollars") }}',
        "1:40: bare number “Million” in prose (leave it out: each number of a chart says its own",
    ),
    # page                                   told: line:column: fragment … hint
    ('{{ fact("salse") }}', "1:10: there is no fact 'salse' (did you mean 'sales'?)"),
    ('# Of {{ fact("salse") }}', "1:15: there is no fact 'salse' (did you mean 'sales'?)"),
    ("---\ntitle: \"{{ fact('salse') }}\"\n---\n", "2:18: there is no fact 'salse'"),
    ('| a |\n|---|\n| {{ fact("salse") }} |', "3:12: there is no fact 'salse'"),
    ('{{ fact("points") }}', "1:10: 'points' is a series; say which member"),
    ('{{ fact("points[2026]") }}', "1:10: there is no fact 'points[2026]' (did you mean 'points["),
    ('{{ fact("sales", colour="red") }}', "1:18: fact() takes no argument 'colour'"),
    ("{{ fact() }}", "1:1: fact(): missing a required argument: 'key'"),
    ("{{ fact(3) }}", "1:1: fact(): key must be text, not 3"),
    ('{{ fact("sales", bound="no") }}', "1:25: fact(): bound must be true or false"),
    ('{{ fakt("sales") }}', "1:4: there is no macro 'fakt' (did you mean 'fact'?)"),
    ("营收{{ fakt() }}", "1:6: there is no macro 'fakt'"),
    ('{{ printed("sales") }}', "1:13: the article does not print 'sales'"),
    ('{{ cite("filng") }}', "1:10: there is no origin 'filng' (did you mean 'filing'?)"),
    ('{{ statement("seat", "x") }}', "1:15: there is no statement 'seat'"),
    ('{{ claim("sales < narrow_sales", "less") }}', "1:1: the claim is false"),
    ('{{ claim("sales > plan", "more") }}', "1:1: the claim mixes bases (forecast, recognised)"),
    ('{{ claim("sales > crowd", "more") }}', "1:1: the formula subtracts USD and customer"),
    (f'{{{{ bars(["sales", "crowd"], {CHART}) }}}}', "1:1: the chart's facts have different units"),
    (f'{{{{ bars(["salse"], {CHART}) }}}}', "1:11: there is no fact 'salse'"),
    (f"{{{{ bars([], {CHART}) }}}}", "1:1: a chart needs at least one fact"),
    (f'{{{{ lines(["sales"], {CHART}) }}}}', "1:12: there is no series 'sales'"),
    ('{{ claim("sales >= sales", "x") }}', "1:1: the claim compares sales with itself"),
    (
        '{{ claim("narrow_sales < wide_sales", "less") }}',
        '1:1: the claim mixes measures (narrow, wide) (if that is meant, mixes="narrow, wide")',
    ),
    (
        '{{ claim("sales > narrow_sales", "more", mixes="paid") }}',
        "1:1: the claim mixes no paid (leave it out of mixes)",
    ),
    (
        '{{ claim("sales > narrow_sales", "more", takes="sales") }}',
        "1:1: the claim takes no sales (leave it out of takes)",
    ),
    (
        '{{ claim("sales > narrow_sales", "less than") }}',
        "1:1: “less” says the opposite of the comparison’s > (turn the comparison round",
    ),
    ('${{ fact("sales") }}', "1:2: “$” would be read as part of the number beside it (fact()"),
    ('-**{{ fact("sales") }}**', "1:4: “-” would be read as part of the number beside it"),
    ('{{ fact("sales") }}%', "1:1: “%” would be read as part of the number beside it"),
    ('{{ count("facts") }}bn', "1:1: “bn” would be read as part of the number beside it"),
    ('{{ fact("sales") }}万', "1:1: “万” would be read as part of the number beside it"),
    ('In 2019: {{ fact("sales") }}.', "1:4: the words speak of 2019, and sales is of 2024"),
    (
        '{{ bars(["sales"], title="Sales, 2019", measure="M") }}',
        "1:34: the words speak of 2019, and sales is of 2024 (name its own time",
    ),
    ('{{ fact("sales", bound=false) }}', "1:1: there is no bound to leave out"),
    ('{{ fact("sales", bold=true) }}', "1:18: fact() takes no argument 'bold'"),
    (
        '![{{ bars(["sales"], title="T", measure="M") }}](a.png)',
        "1:3: an alternative cannot call b",
    ),
    ("---\ntitle: \"{{ cite('filing') }}\"\n---\n", "2:9: a title cannot call cite() (fact("),
    ('minus {{ fact("sales") }}', "1:7: “minus” would be read as part of the number beside it"),
    ("a\n{ .x title=13 }", "2:12: bare number “13” in prose"),
    ("It paid {.t 13 bn}.", "1:13: bare number “13 bn” in prose"),
    ("<IMG ALT=13 src=x>", "1:10: bare number “13” in prose"),
    ('<ol start="13"></ol>', "1:12: bare number “13” in prose"),
    ("It paid `$13 billion`.", "1:10: bare number “$13 billion” in prose"),
    ("<style>p{}</style>", "1:1: a page holds no <style>, for no check can read what it shows"),
    ("<p onclick='x'>y</p>", "1:1: 'onclick' runs a script or hides an address"),
    ("[x](javascript:y)", "1:5: 'javascript:' runs a script or hides an address"),
    ("<!-- x\n\ny -->", "1:1: <!-- opens what not everyone takes for a comment (begin it on a l"),
    ("x <!-- y -->", "1:3: <!-- opens what not everyone takes for a comment"),
    ("<!--> x -->", "1:1: <!-- opens what not everyone takes for a comment"),
    ("<!-- x --!> y", "1:1: <!-- opens what not everyone takes for a comment"),
    (
        'a\n\n--8<-- "file"',
        "3:1: '--8<--' brings in nothing: snippets are not read (write their text here)",
    ),
    ("```\nx", "1:1: ``` opens code that is never closed (close it with the same signs)"),
    ("x [y][9 bn]", "1:7: bare number “9 bn” in prose"),
    ("x[^9 bn]", "1:4: bare number “9 bn” in prose"),
    (
        '{{ claim("sales > 0.1 * narrow_sales", "by 99 per cent") }}',
        "1:44: bare number “99 per cent” in",
    ),
    ("<i dir='rtl'>x</i>", "1:1: 'dir' shows text otherwise than it is read (leave it out)"),
    ("九\u0417家", "1:2: '\u0437' passes for another letter"),
    ("<video src='a.mp4'></video>", "1:1: a page holds no <video>"),
    ("x\n{ style='y' }", "2:1: 'style' shows text otherwise than it is read (leave it out)"),
    ("x <i title='y' hidden>not</i>", "1:3: 'hidden' shows text otherwise than it is read"),
    ("x *not*{ .y inert }", "1:8: 'inert' shows text otherwise than it is read"),
    ("x <i aria-hidden=true>not</i>", "1:3: 'aria-hidden' shows text otherwise than it is read"),
    ("x <i class='y t-hidden'>not</i>", "1:3: the class 't-hidden' is the theme’s own"),
    ("x *not*{ .y .md-overlay }", "1:8: the class 'md-overlay' is the theme’s own"),
    ("x <s>not</s> y", "1:3: a page holds no <s>, for no check can read what it shows"),
    ("x <del>not</del> y", "1:3: a page holds no <del>"),
    ("x <font color=white>not</font>", "1:3: a page holds no <font>"),
    ("x <noscript>not</noscript>", "1:3: a page holds no <noscript>"),
    ("x <dialog>not</dialog>", "1:3: a page holds no <dialog>"),
    ("It <b not so> fell", "1:4: 'not' shows text otherwise than it is read"),
    ("x <y and z> w", "1:3: a page holds no <y>"),
    ("<td bgcolor='black'>x</td>", "1:1: 'bgcolor' shows text otherwise than it is read"),
    ("<i title='a>b' style='y'>x</i>", "1:1: 'style' shows text otherwise than it is read"),
    ("`x`{ .highlight data-linenos='XCV' }", "1:4: 'data-linenos' shows text otherwise"),
    ("x\n{: .tabbed-block }", "2:1: the class 'tabbed-block' is the theme’s own"),
    ("x\n{: #__comments }", "2:1: the class '__comments' is the theme’s own"),
    ("x &#x202E;y", "1:3: '&#x202E;' shows text otherwise than it is read (leave it out)"),
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
    return [
        str(problem)
        for problem in review(open_project(root))[0]
        if "used nowhere" not in problem.message
    ]


@pytest.mark.parametrize(("page", "told"), PAGES, ids=[page for page, _ in PAGES])
def test_wrong_call(tmp_path: Path, page: str, told: str) -> None:
    """What a page calls wrongly is told in each language, where the call stands."""
    problems = reviewed(tmp_path, books.file(facts=FORMULA_FACTS), page)
    assert len(problems) == 2
    for language, problem in zip(("en", "zh"), problems, strict=True):
        assert problem.startswith(f"docs/{language}/index.md:{told}")


@pytest.mark.parametrize(
    ("name", "told"),
    [("75 billion", True), ("三成", True), ("GPT-5.5", False), ("36Kr", False), ("36氪", False)],
)
def test_a_declared_name_is_no_number(tmp_path: Path, name: str, told: bool) -> None:
    """No number can be declared a name; a name may hold one."""
    data = books.file(facts=FORMULA_FACTS) + f'\nnames: ["{name}"]\n'
    problems = reviewed(tmp_path, data, "# T {#top}\n\n{{ fact('sales') }}\n")
    assert any(f"“{name}” is a number, and no name" in problem for problem in problems) == told


def test_a_good_page_has_no_problem(tmp_path: Path) -> None:
    """A page that calls what there is has nothing to tell."""
    page = '# {{ fact("sales") }}\n\n{{ claim("sales > narrow_sales", "more") }}\n'
    page += "![Of {{ fact('sales') }}](a.png) <i title=\"{{ fact('sales') }}\">x</i>\n"
    assert reviewed(tmp_path, books.file(facts=FORMULA_FACTS), page) == []


ONE_SIDED: Final = (
    books.fact("more", books.MONEY, "origin: filing, bound: more_than, value: 75"),
    books.fact("only", books.MONEY.replace("south", "lab"), books.says("¶7", "$9 billion", "9")),
)


SWAPPED: Final = 'groups=["G"], labels=["The Lab", "South"]'


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('{{ fact("more", bound=false) }}', "the number is more than, and nothing in front of it"),
        ('It passed {{ fact("more", bound=false) }}.', ""),
        ('{{ fact("only") }}', "no origin was found for 'only', only the article’s figure (write"),
        (
            'North’s revenue was {{ fact("more") }}.',
            "the words say “North’s revenue was”, and more",
        ),
        ('South’s revenue was {{ fact("more") }}.', ""),
        ('{{ claim("more > only", "more") }}', "the claim rests on the article’s own figure of on"),
        ('{{ claim("more > only", "more", takes="only") }}', ""),
        (f'{{{{ bars(["more"], {CHART}, labels=["The Lab"]) }}}}', "the label 'The Lab' stands at"),
        (f'{{{{ bars(["more"], {CHART}, labels=["South"]) }}}}', ""),
        (
            f'{{{{ grouped([["more", "only"]], {CHART}, {SWAPPED}) }}}}',
            "the label 'The Lab' stands at more, which is South’s (mend the order)",
        ),
    ],
)
def test_what_is_known_and_of_whom(tmp_path: Path, page: str, told: str) -> None:
    """Bounds are said, what only the article prints is not stated, and labels are not swapped."""
    facts = "".join(ONE_SIDED).replace("value: 9}", f"value: 9}}\n  note: {books.NOTE}")
    found = reviewed(tmp_path, books.file(facts=facts), page)
    english = [problem for problem in found if problem.startswith("docs/en")]
    assert bool(english) == bool(told), found
    assert not english or any(told in problem for problem in english)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_mistake_in_the_data_does_not_crash_the_pages(
    tmp_path: Path, row: dict[str, Any]
) -> None:
    """Whatever is wrong with the data, the pages are still read, and it is told."""
    assert reviewed(tmp_path, text_of(row)[0], EVERYTHING)
