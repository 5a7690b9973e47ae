"""The loader and the rules between entries: each mistake is told, at its place, with a repair."""

from __future__ import annotations

import re
from typing import Any, Final

import books
import jsonschema
import pytest
from mistakes import FOLLOWS, FORMULA_FACTS, ROWS, matches, told

from macros.data.load import load_text
from macros.data.schema.json_schema import schema
from macros.language.tongue import known
from macros.pages.voice import Voice
from macros.problems import Problems


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_bad_input(row: dict[str, Any]) -> None:
    """A mistake is told where it stands, with its repair, and nothing else is told."""
    found, expected = told(row), row["told"]
    assert len(found) == len(expected), found
    for each, fragment in zip(found, expected, strict=True):
        assert matches(each, fragment), f"{each!r} is not {fragment!r}"


def test_rows_have_names_of_their_own() -> None:
    """No row of the table hides another."""
    names = [row["name"] for row in ROWS]
    assert len(set(names)) == len(names)


def test_the_base_is_good() -> None:
    """The book that the mistakes are put into has none itself."""
    derived = books.fact("derived", books.MONEY.replace("south", "north"), formula='"sales * 2"')
    book, problems = books.read(books.file(facts=FORMULA_FACTS + derived))
    assert book is not None and not problems
    assert "derived" in book.facts


def test_what_cannot_be_read_is_told_once() -> None:
    """A fact whose only report is wrong is not also told to have none."""
    text = books.file(facts=books.fact("sales", books.MONEY, "origin: filing, value: thirteen"))
    assert [FOLLOWS in problem.message for problem in books.read(text)[1]] == [False]


MANY: Final = """\
- id: sales
  label: {en: "Sales"}
  is: {concept: revenue, entity: suoth, unit: billion USD, basis: recognised}
  reports:
  - {origin: filing, value: "13", value: 14}
- series: points
  label: {en: "Points", zh: "百分点"}
  is: {concept: growth, entity: suoth, unit: percentage_point, basis: recognised}
  rows:
  - {period: 2024-Q5, origin: filing, value: 3}
- id: gain
  label: {en: "Gain", zh: "收益"}
  is: {concept: revnue, entity: south, unit: billion USD, basis: recognised}
  formula: "slaes * 2"
- id: hen
  label: {en: "Hen", zh: "鸡"}
  is: {concept: revenue, entity: south, unit: billion USD, basis: recognised}
  reports:
  - {origin: filing, printed: "$13 billion", value: 14}
  - {origin: realease, value: 13}
- id: egg
  label: {en: "Egg", zh: no}
"""
MANY_TOLD: Final = [
    "2:10: `zh` is missing",
    "5:35: duplicate key 'value' … stands first in line",
    "5:29: `value`: a value is a number, not text",
    "10:14: `period`: '2024-Q5' is not a period",
    "13:17: unknown term 'revnue' … did you mean 'revenue'?",
    "14:12: gain: there is no fact 'slaes'",
    "19:53: printed '$13 billion' reads as 13, but value is 14",
    "20:14: unknown origin 'realease' … did you mean 'release'?",
    "21:3: `is` is missing",
    "22:26: `zh`: text must be quoted",
]


def test_all_mistakes_come_in_one_run_and_in_order() -> None:
    """A file with many mistakes yields all of them, sorted by place, and no crash."""
    found = told({"name": "many", "facts": MANY, "told": MANY_TOLD})
    places = [tuple(map(int, each.split(":")[:2])) for each in found]
    assert places == sorted(places)
    expected = sorted(MANY_TOLD, key=lambda each: tuple(map(int, each.split(":")[:2])))
    assert len(found) == len(expected), found
    for each, fragment in zip(found, expected, strict=True):
        assert matches(each, fragment), f"{each!r} is not {fragment!r}"


def test_a_value_keeps_its_own_digits() -> None:
    """A value is read from its own characters, never through a float."""
    money = books.MONEY.replace("billion USD", "USD")
    exact = books.fact("exact", money, "origin: filing, value: 0.1")
    large = books.fact("large", money.replace("2024", "2023"), "origin: filing, value: 25.5e9")
    point = books.fact("point", money.replace("2024", "2022"), "origin: filing, value: 30.0")
    audit = books.audit(exact, large, point)
    assert audit.value("exact").quantity.value * 10 == 1
    assert audit.value("large").quantity.value == 25_500_000_000
    assert audit.value("point").quantity.half * 20 == 1


def test_two_languages_and_all_places_survive() -> None:
    """What is good is kept as it was written, with its place, beside what is wrong."""
    good = books.fact("good", books.MONEY, "origin: filing, value: 13")
    bad = books.fact("bad", books.MONEY.replace("south", "suoth"), "origin: filing, value: 13")
    book, problems = books.read(books.file(facts=good + bad))
    assert book is not None and len(problems) == 1
    assert book.facts["good"].label == {"en": "A label", "zh": "标签"}
    assert book.facts["good"].where.line == books.line_before("facts") + 1


def test_a_publisher_may_be_named_in_each_language() -> None:
    """A publisher is one name, or one for each language, and each language says its own."""
    entry = (
        '- {id: wire, publisher: {en: "The Wire", zh: "通讯社"}, title: "T",\n'
        '   url: "https://example.org/w", published: 2025, tier: press}\n'
    )
    audit = books.audit(origins=entry)
    said = {
        name: [Voice(audit, language).origin(audit.book.origins[name]) for language in known()]
        for name in ("wire", "coarse")
    }
    assert said == {
        "wire": ["The Wire (2025)", "通讯社（2025年）"],
        "coarse": ["A Wire (2025)", "A Wire（2025年）"],
    }


PLAIN: Final = re.sub(r'\{en: ("[^"]*"), zh: "[^"]*"\}', r"\1", books.file())
"""The base in English alone, its texts without the language's code."""


def test_one_language_needs_no_code() -> None:
    """Where an explainer has one language, its texts stand alone; either way they are the same."""
    problems = Problems()
    book = load_text(PLAIN, books.PATH, problems, ("en",))
    assert book is not None and not list(problems)
    assert book.site.title == {"en": "A Book"}
    coded = re.sub(r', zh: "[^"]*"', "", books.file())
    same = load_text(coded, books.PATH, problems, ("en",))
    assert same is not None and not list(problems)
    assert same.terms == book.terms
    assert list(map(dict, same.entities.values())) == list(map(dict, book.entities.values()))
    alone = {"site": {"as_of": "2026-06-15", "title": "A Book"}}
    jsonschema.validate(alone | {key: [] for key in ("entities", "origins", "facts")}, schema())


@pytest.mark.parametrize(
    ("languages", "title", "message"),
    [
        (("en", "zh"), '"A Book"', "`title` is of the wrong type"),
        (("en",), "A Book", '`title`: text must be quoted; write "A Book"'),
        (("en",), '""', "`title`"),
    ],
)
def test_a_text_alone_is_told_where_it_stands(
    languages: tuple[str, ...], title: str, message: str
) -> None:
    """A plain text is refused where there are several languages, and held to the same rules."""
    problems = Problems()
    load_text(PLAIN.replace('"A Book"', title, 1), books.PATH, problems, languages)
    first = next(each for each in problems if "title" in each.message)
    assert f"{first.message}; {first.hint}".startswith(message)
    assert (first.where.line, first.where.column) == (3, 10)
