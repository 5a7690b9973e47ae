"""Small things that the lints must not get wrong, each in a sentence of its own."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.checks.prose.comparatives import Comparisons, compare_text
from macros.checks.prose.data_texts import Label
from macros.checks.prose.numbers import lint_numbers, lint_text
from macros.language.writing import Language
from macros.pages.source import Page, calls_in
from macros.problems import Location, Problems


def page(text: str, language: Language = "en") -> Page:
    """Return a page with a text."""
    path = f"docs/{language}/x.md"
    return Page(path, language, "x", text, tuple(calls_in(text, path, Problems())))


def found(text: str, language: Language = "en") -> list[str]:
    """Return the free numbers of a text."""
    return [finding.text for finding in lint_text(text, language, ()).findings]


def compared(text: str, language: Language = "en") -> Comparisons:
    """Return the comparisons of a text."""
    return compare_text(text, language, tuple(calls_in(text, "x.md", Problems())))


def test_a_page_is_read_in_its_own_language() -> None:
    """A ratio is one number in Chinese, even where no Chinese character stands beside it."""
    assert (found("3∶2", "zh"), found("3∶2", "en")) == (["3∶2"], ["3", "2"])
    assert lint_numbers([page("3∶2", "zh")], (), Problems()).free == 1
    assert lint_numbers([page("3∶2", "en")], (), Problems()).free == 2


def test_what_stands_behind_the_front_matter_is_read_once() -> None:
    """The first number of the text is not taken for the front matter's."""
    coverage = lint_numbers([page("---\ntitle: T 7\n---\n13 labs and 5 dogs.\n")], (), Problems())
    assert coverage.free == 3


def test_a_number_is_told_with_its_place_and_its_fact() -> None:
    """On the first line as in a label, a number is told where it stands, and what it may be."""
    shown = {"en": lambda: {"13 labs": ["a"]}}
    problems = Problems()
    lint_numbers([page("Of 13 labs.")], (), problems, shown)
    where = Location("data/facts.yml", 7, 3)
    lint_numbers([Label("note on a", "Of 13 labs.", "en", where)], (), problems, shown)
    assert [str(problem.where) for problem in problems] == [
        "data/facts.yml:7:3",
        "docs/en/x.md:1:4",
    ]
    assert {p.hint for p in problems} == {'bind it with {{ fact("a") }} or declare the name'}


def test_pages_add_up() -> None:
    """What stands on several pages is the sum of each."""
    one = page("{{ fact('a') }} of 5, in 2025.")
    coverage = lint_numbers([one, one, one], (), Problems())
    seen = (coverage.bound, coverage.by_rule, coverage.free)
    assert seen == (3, Counter({"year or date": 3}), 3)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It had 5<br>0 of them.", ["5", "0"]),
        ("It had 5<b>0</b> of them.", ["50"]),
        ("<p>thir</p>teen", []),
        ("thir<em>teen</em> dogs", ["thirteen"]),
        ('<img alt="13 labs" src="a5.png">', ["13"]),
        ("<img alt='14 labs'>", ["14"]),
        ("x [15 labs](page-16.md) y", ["15"]),
        ("x <https://a.org/17> y", []),
        ("x `18` y", []),
        ("~~~\n19\n~~~\n20 labs", ["20"]),
        ("<!-- 21 -->\n22 labs", ["22"]),
        ("&#50;3 labs", ["23"]),
        ("２４ labs", ["24"]),
        ("½ of it", ["1"]),
    ],
)
def test_markup_hides_no_number(text: str, numbers: list[str]) -> None:
    """Inline markup joins what it stands between, a block parts it, and code is no prose."""
    assert found(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers", "decided"),
    [
        ('{{ claim("a > 2 * b", "2 times") }}', [], 1),
        ('{{ claim("a > 2.5 * b", "2.5 times and 3 more") }}', ["3"], 1),
        ('{{ claim("a > b", "2 times") }}', ["2 times"], 0),
        ('{{ claim("a[2024] > b[FY2025]", "2 times") }}', ["2 times"], 0),
        ('{{ statement("a", "13 labs") }}', ["13"], 0),
        ('{{ cite("a", "13 labs") }}', ["13"], 0),
        ('{{ editorial("13 labs", why="14") }}', ["13"], 0),
        ('{{- bars(["a"], title="13 labs") -}}', ["13"], 0),
        ("{{ bars(['a1'], title='A', why='13 labs', labels=['14', 'b']) }}", ["13", "14"], 0),
        ('{{ flows([{"source": "5", "label": "6 labs"}], title="A") }}', ["6"], 0),
        ('{{ fact("a5", short=true) }}', [], 0),
        ("{{ bars(['a'], title='表13家') }}", ["13家"], 0),
        ("{{ 13 }}", ["13"], 0),
        ("{{ bars(title='5' }}", ["5"], 0),
    ],
)
def test_words_in_calls_are_read(text: str, numbers: list[str], decided: int) -> None:
    """What readers see of a call is read; a claim decides the numbers that its comparison names."""
    report = lint_text(text, "en", ())
    assert [finding.text for finding in report.findings] == numbers
    assert report.by_rule == (Counter({"decided claim": decided}) if decided else Counter())


@pytest.mark.parametrize(
    ("text", "rules", "free"),
    [
        ('{{ statement("s", "the gap is larger") }}', {"quotation": 1}, []),
        ('{{ cite("c", "The largest deal") }}', {"quotation": 1}, []),
        ('{{ claim("a > b", "the largest") }}', {}, []),
        ('{{ bars(["a"], title="The largest deal") }}', {}, ["largest"]),
        ("It exceeded {{ cite('a') }}.", {}, ["exceeded"]),
        ("It was at least {{ cite('a') }}.", {}, []),
        ("Was it larger?", {"question": 1}, []),
        ("They said “it is larger” then.", {"quoted": 1}, []),
        ("They said “it” is larger.", {}, ["larger"]),
    ],
)
def test_comparisons_in_calls(text: str, rules: dict[str, int], free: list[str]) -> None:
    """A judged assertion, a title, a question and a quotation are not ours to decide."""
    got = compared(text)
    assert got.by_rule == Counter(rules)
    assert [each.text for each in got.free] == free
    assert {each.kind for each in got.free} <= {"comparison"}
