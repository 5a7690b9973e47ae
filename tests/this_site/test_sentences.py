"""The sentences that this site's data and answers make, as readers get them."""

from __future__ import annotations

import re

import pytest
from explainers import ROOTS
from opened import this_edition

from macros.language.reading import read_printed
from macros.language.writing import Language
from macros.pages.cards import Cards
from macros.pages.verdict_sentences import explain


def test_no_label_stands_large_within_a_sentence() -> None:
    """What a refuted figure needs is told of facts whose English names begin with a proper name."""
    voice = this_edition("en").voice
    names = {word for each in voice.audit.book.entities for word in voice.entity(each).split()}
    for judged in voice.audit.judgements:
        needed = re.findall(r"(?:to hold|, or),? (\w+)", explain(voice, judged))
        assert {*needed} <= names, judged.fact.key


@pytest.mark.parametrize("language", ROOTS)
def test_no_value_lies_outside_its_range(language: Language) -> None:
    """As both are shown, what is computed lies between the ends that its inputs leave."""
    edition = this_edition(language)
    units = edition.book.units
    for key, view in edition.views.items():
        rows = Cards(edition).of_fact(key).rows if view.value and view.value.resolved else ()
        for term, text in rows:
            if term == edition.voice.phrase("range") and view.fact.unit.id == "percent":
                ends = read_printed(str(text), view.fact.unit, units)
                shown = read_printed(view.text, view.fact.unit, units).value
                assert ends.low is None or ends.low <= shown, (key, text)
                assert ends.high is None or shown <= ends.high, (key, text)
