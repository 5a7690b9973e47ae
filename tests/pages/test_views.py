"""A fact is told once: every place that shows it, and every table, has the same of it."""

from __future__ import annotations

import csv
import io

import pytest
from opened import fixture_edition

from macros.language.tongue import known
from macros.language.writing import Language
from macros.pages.cells import cell
from macros.pages.figures import Figure, charts_of, let_go
from macros.pages.ledger import Ledger, options, parted
from macros.site.tables.records import Records, tables


def facts(language: Language) -> dict[str, dict[str, str]]:
    """Return the rows of the published table of facts, by id."""
    edition = fixture_edition(language)
    made = tables(Records([edition]).facts(), [], edition.book)
    text = made["facts"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a")])
def test_what_has_the_same_words_is_listed_by_its_id(order: tuple[str, ...]) -> None:
    """The choices of a filter have one order, in whatever order their ids come."""
    named = {"a": "revenue", "b": "costs", "c": "revenue"}
    assert [each for each, _ in options(order, named.__getitem__)] == ["b", "a", "c"]


@pytest.mark.parametrize("language", known())
def test_the_ledger_has_the_numbers_of_the_table(language: Language) -> None:
    """A ledger's entry holds for machines what the table has: 34 for 34 per cent."""
    rows = {
        row.key: row.view
        for row in Ledger(fixture_edition(language), "ledger.html").rows
        if row.view
    }
    table = facts(language)
    assert rows.keys() == table.keys()
    for key, view in rows.items():
        if table[key]["value"]:
            assert float(view.sortable) == float(table[key]["value"]), key
        assert view.unit == table[key]["unit"]
        assert cell("".join(parted(view))) == (table[key]["text"] or "–")


@pytest.mark.parametrize("language", known())
def test_a_chart_has_the_numbers_of_the_table(language: Language) -> None:
    """What can be downloaded of a chart says of each fact what the table says."""
    table, edition, seen = facts(language), fixture_edition(language), 0
    for picture in charts_of(edition):
        for row in csv.DictReader(io.StringIO(Figure(edition, picture).csv)):
            same = table[row["fact"]]
            assert row["text"] == same["text"] and row["unit"] == same["unit"]
            if same["value"]:
                assert float(row["value"]) == float(same["value"])
            seen += 1
    assert seen > len(table) / 4


@pytest.mark.parametrize("language", known())
def test_a_figure_that_was_let_go_is_made_again_as_it_was(language: Language) -> None:
    """Of what an edition has made, figures alone are forgotten, and nothing is lost by it."""
    edition = fixture_edition(language)
    picture, (_, why) = next(iter(charts_of(edition).items()))
    figure, charts = edition.once(Figure, picture, why), charts_of(edition)
    let_go(edition)
    again = edition.once(Figure, picture, why)
    assert again is not figure and charts_of(edition) is charts
    assert (again.id, again.wide, [*again.rows]) == (figure.id, figure.wide, [*figure.rows])
