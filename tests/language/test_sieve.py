"""What a sieve keeps from a text could not have matched in it."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.language.pattern_steps import Step
from macros.language.sieve import PARSER, Sieve, held_by
from macros.language.tongue import known, tongue

STEPS = tuple(
    dict.fromkeys(
        step
        for code in known()
        for step in (*tongue(code).prose.numbers, *tongue(code).prose.comparisons)
    )
)
SIEVE = Sieve([step.held for step in STEPS])
FLAGS = re.ASCII | re.MULTILINE
LETTERS = st.text("aboneTwo", min_size=1, max_size=6)
ATOMS = st.one_of(
    LETTERS,
    st.sampled_from(["half", "9", "万", "É", "[一二三]", r"\d", "[a-c]", ".", r"\b", " ", "-"]),
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=4).map(lambda each: f"(?:{'|'.join(each)})"),
        st.tuples(inner, st.sampled_from(["?", "{2}", "+", "*?", "{0,3}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda each: f"(?={each})"),
        inner.map(lambda each: f"(?!{each})"),
        inner.map(lambda each: f"(?i:{each})"),
    ),
    max_leaves=8,
)
TEXTS = st.text(st.sampled_from("aboneTw hlf9万一É-. \n"), max_size=30)


def passes(pattern: str, flags: int, text: str) -> bool:
    """Whether a sieve of one pattern lets it through."""
    return bool(Sieve([held_by(PARSER.parse(pattern, flags))]).through(text))


@given(PATTERNS, st.sampled_from([FLAGS, FLAGS | re.IGNORECASE]), TEXTS)
@example(r"\bone\b", FLAGS, "9one万")
@example("É", FLAGS | re.IGNORECASE, "É")
@example("(?:half|万) a", FLAGS, "万 a")
def test_a_pattern_that_matches_passes(pattern: str, flags: int, text: str) -> None:
    """Whatever a pattern is, a text in which it is found is searched for it."""
    if re.search(pattern, text, flags):
        assert passes(pattern, flags, text)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.found or step.rule)
@given(st.data())
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=5)
def test_each_match_of_a_step_passes(step: Step, data: st.DataObject) -> None:
    """What a step would take, no sieve of all steps keeps from it."""
    text = data.draw(st.from_regex(re.compile(step.source, step.parsed.state.flags & ~re.UNICODE)))
    assert SIEVE.through(text) >> STEPS.index(step) & 1


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bone\b", "nobody is alone"),
        (r"\b(?:twenty|thirty)[ -](?:one|two)\b", "twenty, or more"),
        (r"(?:翻|加)倍", "加上一成"),
        (r"\b\d{1,2} (?:May|June)\b", "in May"),
        (r"(?:tens|dozens) of (?:thousands|millions)", "tens of them"),
    ],
)
def test_what_lacks_a_word_of_each_match_is_not_searched(pattern: str, text: str) -> None:
    """A text that lacks a part of each match is kept back."""
    assert not passes(pattern, FLAGS | re.IGNORECASE, text)
