"""Data that is read again is what it would be if it were read for the first time."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from explainers import FIXTURE

from macros.data import reread
from macros.data.book import Book
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.reread import Again
from macros.data.tree import read_tree
from macros.problems import Problems

TEXT = (FIXTURE / DATA_FILE).read_text("utf-8")
LANGUAGES = ("en", "zh")
VALUE = re.compile(r"(?<=value: )\d+(?=\D)")


def told(book: Book | None, problems: Problems) -> list[Any]:
    """Return all that a book holds, and what is wrong with it."""
    held = [getattr(book, f.name) for f in fields(Book) if f.name != "units"] if book else []
    return [*held, [str(each) for each in problems], problems.causes]


def both(data: Again, text: str) -> tuple[list[Any], list[Any]]:
    """Return what is read again, and what is read for the first time."""
    found, wanted = Problems(), Problems()
    read = data.load(text, DATA_FILE, found, LANGUAGES)
    return told(read, found), told(load_text(text, DATA_FILE, wanted, LANGUAGES), wanted)


@pytest.fixture
def data() -> Again:
    """Return data that was read twice, and is remembered."""
    made = Again()
    for _ in range(2):
        found, wanted = both(made, TEXT)
        assert found == wanted
    assert len(made.entries) > 20
    return made


def test_each_entry_is_read_as_it_stands_now(data: Again) -> None:
    """Whatever value changes, alone and one after the other, the book is that of the text."""
    text = TEXT
    for number, value in enumerate([*VALUE.finditer(TEXT)]):
        if number % 7 == 0:
            text = f"{text[: value.start()]}{'1' * len(value[0])}{text[value.end() :]}"
            found, wanted = both(data, text)
            assert found == wanted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n- id: arctic_low_day\n", "\n# A remark.\n- id: arctic_low_day\n"),
        ("\n- id: arctic_low_day\n", "\n- id: arctic_low_night\n"),
        ("\n- id: arctic_low_day\n", "\n- id: arctic_rank\n"),
        ("\n- id: arctic_low_day\n", "\n-  id: arctic_low_day\n"),
        ("entity: arctic,", "entity: nobody,"),
        ("value: 4.2}", "value: 4.2"),
        ("value: 4.2}", "valu: 4.2}"),
        ('note:\n    en: "', 'note:\n    en: "More. '),
        ('en: "the Arctic"', 'en: "the far north"'),
        ("\nfacts:\n", "\nfact:\n"),
        ("as_of: 2026-06-01", "as_of: 2026-06-02"),
    ],
)
def test_what_is_wrong_or_elsewhere_is_told_as_ever(data: Again, old: str, new: str) -> None:
    """A mistake, another line, another declaration: it is as if all were read, and again well."""
    for text in (TEXT.replace(old, new, 1), TEXT):
        assert old in TEXT
        found, wanted = both(data, text)
        assert found == wanted


def test_only_an_entry_that_changed_is_read(data: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are not parsed: that is what reading again is for."""
    read: list[str] = []
    parse = read_tree

    def noted(text: str, *rest: Any) -> Any:
        read.append(text)
        return parse(text, *rest)

    monkeypatch.setattr(reread, "read_tree", noted)
    found, wanted = both(data, TEXT.replace("value: 4.2}", "value: 4.3}", 1))
    assert found == wanted
    (one,) = read
    assert "value: 4.3}" in one
    assert one.count("\n- ") <= 1
