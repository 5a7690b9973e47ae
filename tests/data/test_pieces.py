"""The data file in pieces: a change of a fact is in its own piece, and any other is in the rest."""

from __future__ import annotations

import re

import pytest
from explainers import FIXTURE
from hypothesis import given
from hypothesis import strategies as st

from macros.data.book import Book
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.pieces import Pieces
from macros.data.tree import Branch, read_tree
from macros.problems import Problems, Rule

TEXT = (FIXTURE / DATA_FILE).read_text("utf-8")


@pytest.fixture(scope="module")
def book() -> Book:
    """Return the fixture explainer's book."""
    found = load_text(TEXT, DATA_FILE, Problems())
    assert found
    return found


def test_each_fact_stands_in_the_piece_that_names_it(book: Book) -> None:
    """The piece of a fact's line has its id, and no other entry's."""
    pieces = Pieces(TEXT)
    for fact in book.facts.values():
        number = pieces.at(fact.where.line)
        assert number is not None
        (line,) = [line for line in pieces.entries[number].splitlines() if line[:2] == "- "]
        assert line.endswith(f": {fact.series or fact.key}")


def test_pieces_and_rest_are_the_file() -> None:
    """Nothing is lost, and the rest has no fact and every other section."""
    pieces = Pieces(TEXT)
    assert "".join(pieces.entries) == pieces.facts
    assert pieces.rest.replace("\0", pieces.facts) == TEXT
    assert "- id: arctic_low_day" not in pieces.rest
    assert all(f"\n{name}:" in pieces.rest for name in ("terms", "origins", "facts", "changes"))


@pytest.mark.parametrize(
    "text",
    [
        "facts: [{id: a}]\nsite: {}\n",
        "{facts: [{id: a}]}\n",
        "facts:\n- id: a\nfacts:\n- id: b\n",
        '"facts":\n- id: a\n',
        "site: {}\n",
        "",
    ],
)
def test_what_is_written_otherwise_is_all_rest(text: str) -> None:
    """A file that is not plainly written has no pieces: all of it counts for every page."""
    assert Pieces(text).entries == []
    assert Pieces(text).rest.replace("\0", "") == text


LINES = ["a: 1", '"b": 2', "- c", "  - d", "# e", "", "facts:", "'f': |", " g"]


@given(st.lists(st.sampled_from(LINES)))
def test_what_is_no_fact_is_in_the_rest(lines: list[str]) -> None:
    """However lines are mixed, every other key of the file stands in the rest."""
    text = "\n".join([*lines, ""])
    tree = read_tree(text, DATA_FILE, Problems(rule=Rule.data))
    if isinstance(tree, Branch):
        rest = Pieces(text).rest.replace("\0", "\n")
        assert all(re.search(rf"^['\"]?{key}\b", rest, re.MULTILINE) for key in tree)
