"""The end of a run says what its time bought."""

from __future__ import annotations

from typing import Any

import pytest
from costs import SHARED, by_folder


def reported(nodeid: str, when: Any, seconds: float) -> pytest.TestReport:
    """Return the report of a step that took some CPU seconds."""
    return pytest.TestReport(nodeid, ("", 0, ""), {}, "passed", None, when, cpu_seconds=seconds)


def test_each_folder_has_its_calls_and_what_is_shared_stands_apart() -> None:
    """The site that a test happens to be first to ask for is no cost of that test's folder."""
    file = "tests/checks/test_cli.py::test_it"
    steps = [reported(file, "setup", 4), reported(file, "call", 2), reported(file, "teardown", 1)]
    other = reported("tests/data/test_kept.py::test_it", "call", 3)
    told = by_folder([*steps, other, "a warning"])
    assert told == {"checks": 2, "data": 3, SHARED["setup"]: 4, SHARED["teardown"]: 1}
