"""What a step says that its matches need is what its pattern needs."""

import re
import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.language.steps import DIGIT, Step
from macros.language.tongue import known, tongue

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

STEPS = sorted(
    {
        step
        for code in known()
        for step in (*tongue(code).prose.numbers, *tongue(code).prose.comparisons)
        if step.needs
    },
    key=lambda step: step.pattern.pattern,
)


def within(members: Any, needs: frozenset[str]) -> bool:
    """Whether all characters of a class are among some."""
    for kind, said in members:
        name = str(kind)
        low, high = said if name == "RANGE" else (said, said)
        if name == "CATEGORY":
            characters = set(DIGIT) if str(said) == "CATEGORY_DIGIT" else {""}
        else:
            characters = {""} if name == "NEGATE" else {*map(chr, range(low, high + 1))}
        if not characters <= needs:
            return False
    return True


def is_held(parts: Any, needs: frozenset[str]) -> bool:
    """Whether each way through a pattern meets one of some characters."""
    for kind, said in parts:
        match str(kind):
            case "LITERAL":
                held = chr(said) in needs
            case "IN":
                held = within(said, needs)
            case "BRANCH":
                held = all(is_held(each, needs) for each in said[1])
            case "SUBPATTERN":
                held = is_held(said[3], needs)
            case "ASSERT":
                held = is_held(said[1], needs)
            case "MAX_REPEAT" | "MIN_REPEAT":
                held = said[0] > 0 and is_held(said[2], needs)
            case _:
                held = False
        if held:
            return True
    return False


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.found or step.rule)
def test_each_way_through_a_pattern_meets_what_it_needs(step: Step) -> None:
    """A step that is left out for want of some characters could not have matched without them."""
    assert is_held(sre_parse.parse(step.pattern.pattern, step.pattern.flags), step.needs)


@given(st.data())
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_each_match_holds_what_its_step_needs(data: st.DataObject) -> None:
    """Whatever a pattern matches, it matches because of one of these characters."""
    step = data.draw(st.sampled_from(STEPS))
    text = data.draw(st.from_regex(step.pattern))
    found = step.pattern.search(text)
    assert found
    assert not step.needs.isdisjoint(text)
    rest = re.sub(f"[{re.escape(''.join(step.needs))}]", "", text)
    assert not step.pattern.search(rest)
