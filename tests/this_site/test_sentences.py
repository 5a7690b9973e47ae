"""The sentences that this site's data and answers make, as readers get them."""

from __future__ import annotations

import re

from opened import this_edition

from macros.pages.verdicts import explain


def test_no_label_stands_large_within_a_sentence() -> None:
    """What a refuted figure needs is told of facts whose English names begin with a proper name."""
    voice = this_edition("en").voice
    names = {word for each in voice.audit.book.entities for word in voice.entity(each).split()}
    for judged in voice.audit.judgements:
        needed = re.findall(r"(?:to hold|, or),? (\w+)", explain(voice, judged))
        assert {*needed} <= names, judged.fact.key
