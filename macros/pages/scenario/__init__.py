"""Scenarios: what would follow from facts if something that a reader can set were otherwise.

The arithmetic is written once, in the formula language, with names for facts, for what is set and
for results. Python evaluates it for the cases on the page; the page's script gets the same tree.
"""

from macros.arithmetic.notation import as_json, value_of, written
from macros.pages.scenario.calls import Scenarios
from macros.pages.scenario.model import Result, Scenario, Setting
from macros.pages.scenario.shown import Format, context, format_of, payload

__all__ = [
    "Format",
    "Result",
    "Scenario",
    "Scenarios",
    "Setting",
    "as_json",
    "context",
    "format_of",
    "payload",
    "value_of",
    "written",
]
