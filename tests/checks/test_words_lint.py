"""The engine’s own words hold no number and no comparison, for no data decides them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import macros
from macros.checks.prose.comparatives import compare_text
from macros.checks.prose.numbers import lint_text
from macros.language.tongue import known, tongue
from macros.language.writing import Language

PACKAGE: Final = Path(macros.__file__).parent
TEMPLATES: Final = sorted(
    file
    for folder in ("pages/templates", "theme")
    for file in (PACKAGE / folder).rglob("*")
    if file.suffix in (".j2", ".html")
)
ABOUT_TIME: Final = {"Still ahead", "Overtaken by later events", "best"}
"""What compares times, or “the best figures”: those which the method page defines."""
MARKUP: Final = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{[^{}]*\}", re.DOTALL)


def texts_in(value: object) -> Iterator[str]:
    """Yield the texts in a table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)


def all_texts(language: Language) -> list[str]:
    """Return the fixed words of a language, without what is filled in."""
    words = tongue(language).words
    tables = (words.phrases, words.verdicts, words.bases, words.tiers, words.known)
    found = [*texts_in([*tables, words.sentences, words.said])]
    return [MARKUP.sub("X", text) for text in found]


@pytest.mark.parametrize("language", known())
def test_fixed_words_hold_no_number(language: Language) -> None:
    """No phrase of the engine states a number of its own."""
    texts = all_texts(language)
    assert len(texts) > 150
    found = {text: lint_text(text, language, ()).findings for text in texts}
    assert {text: free for text, free in found.items() if free} == {}


@pytest.mark.parametrize("language", known())
def test_fixed_words_compare_nothing(language: Language) -> None:
    """No phrase of the engine says that one quantity is more than another."""
    free = [
        (text, each.text)
        for text in all_texts(language)
        for each in compare_text(text, language).free
    ]
    assert [pair for pair in free if not {*pair} & ABOUT_TIME] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=[file.name for file in TEMPLATES])
def test_templates_hold_no_number(file: Path) -> None:
    """No template shows a number that is not filled in; 404 is the name of a page."""
    text = MARKUP.sub(
        " ", re.sub(r"<(script|style)\b.*?</\1>", " ", file.read_text("utf-8"), flags=re.S)
    )
    shown = re.sub(r"<[^>]*>", " ", text)
    free = {finding.text for finding in lint_text(shown, "en", ()).findings}
    assert free <= ({"404"} if file.name == "404.html" else set())
