"""Texts become drafts of facts: each figure as it is printed, with its paragraph and no meaning."""

from __future__ import annotations

import re

import pytest
from corpora import parsed
from explainers import FIXTURE
from hypothesis import example, given
from hypothesis import strategies as st
from opened import fixture_project

from macros.arithmetic.units import Units
from macros.checks.drafted import Quoted
from macros.data.draft import BLANK

UNITS = Units({"home": ("home", "homes", "户")})
READ = [
    (
        "It has 3.41 million square kilometres of ice.",
        "3.41 million square kilometres",
        "million km^2",
    ),
    ("They lost more than 280 billion tonnes.", "more than 280 billion tonnes", "billion tonne"),
    ("That costs about $52 billion, or so.", "about $52 billion", "billion USD"),
    ("It fell by 28 per cent.", "28 per cent", "percent"),
    ("It is nearly nine times as much.", "nearly nine times as much", "times"),
    ("It loses between 22 and 26 per cent of it.", "22 and 26 per cent", "percent"),
    ("The lake is 1.3 ± 0.2 °C warmer.", "1.3 ± 0.2 °C", "°C"),
    ("It rose from €1.92 to €2.15 each.", "€1.92 to €2.15", "EUR"),
    ("So 12,000 homes were flooded.", "12,000 homes", "home"),
    ("It came 6th of all, 17 in a row.", "6th", BLANK),
    ("海冰只剩341万平方公里。", "341万平方公里", "km^2"),
    ("下降了约18%。", "约18%", "percent"),
    ("花费12亿元。", "12亿元", "CNY"),
    ("水位上升17。", "17", BLANK),
]


def entries(text: str) -> list[dict[str, object]]:
    """Return the drafts of a text."""
    drafted = "\n".join(Quoted(UNITS, ("en", "zh")).lines(text))
    return parsed(drafted)["facts"] or []


@pytest.mark.parametrize(("text", "printed", "unit"), READ)
def test_a_figure_is_quoted_with_its_unit(text: str, printed: str, unit: str) -> None:
    """Its bound and the words of its unit belong to it; verbs, signs and what follows do not."""
    entry = entries(text)[0]
    assert entry["reports"][0]["printed"] == printed  # type: ignore[index]
    assert entry["is"] == {"concept": BLANK, "entity": BLANK, "unit": unit, "basis": BLANK}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# T 5\n\nOf 3 dogs 2 bark.\n\nIn 2024 it rained.\n\nFor 4 days.", ["¶1", "¶1", "¶3"]),
        ("¶7 Of 3 dogs.\n\nAnd 2 cats.\n\n¶12 For 4 days.", ["¶7", "¶7", "¶12"]),
        ("Nothing.", []),
    ],
)
def test_paragraphs_are_numbered(text: str, places: list[str]) -> None:
    """Marks say which paragraph it is; else they are counted, without headings, years left out."""
    assert [entry["reports"][0]["at"] for entry in entries(text)] == places  # type: ignore[index]


def test_what_a_leaflet_prints_is_found() -> None:
    """Of the figures that its data quotes, most are drafted as they stand there."""
    project, text = fixture_project(), (FIXTURE / "leaflet.md").read_text("utf-8")
    used = sorted({fact.unit.name for fact in project.book.facts.values()})
    drafted = parsed("\n".join(Quoted(Units({}), ("en",), (), used).lines(text)))["facts"]
    found = {(each["reports"][0]["at"], each["reports"][0]["printed"]) for each in drafted}
    reports = [
        r for f in project.book.facts.values() for r in f.reports if project.book.is_article(r)
    ]
    quoted = {(r.at[0], r.printed) for r in reports}
    assert len(quoted & found) >= len(quoted) * 0.7


@example("1,1")
@given(st.text(alphabet="a 1.5,%$¶\n万亿约more than", max_size=60))
def test_any_text_gives_yaml(text: str) -> None:
    """Whatever a text holds, the draft can be read, and quotes what stands in it."""
    plain = " ".join(re.sub(r"¶\d+", " ", text).split())
    for entry in entries(text):
        assert entry["reports"][0]["printed"].replace(" ", "") in plain.replace(" ", "")  # type: ignore[index]
