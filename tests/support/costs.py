"""What the time of the tests buys: the CPU seconds of each folder, told at the end of a run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterable
from typing import Any

import pytest

SHARED = {"setup": "(sites and programs)", "teardown": "(browsers, servers, an end)"}
"""What is for many tests is made in whichever comes first, and ends after whichever is last."""


class Costs:
    """Notes on each report the CPU seconds since the one before, and sums them up."""

    def __init__(self) -> None:
        self.spent = spent()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Generator[None, Any, Any]:
        """Note what a step of a test took in this process and those that have ended."""
        report = yield
        before, self.spent = self.spent, spent()
        report.cpu_seconds = self.spent - before
        return report

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Tell what each folder took, the dearest first."""
        told = by_folder(each for found in terminalreporter.stats.values() for each in found)
        words = ", ".join(f"{name} {seconds:.0f}" for name, seconds in told.most_common())
        terminalreporter.write_line(f"CPU seconds {told.total():.0f}: {words}")


def spent() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def by_folder(reports: Iterable[Any]) -> Counter[str]:
    """Return the CPU seconds of each folder's tests, and of what they share."""
    told: Counter[str] = Counter()
    for report in reports:
        if isinstance(report, pytest.TestReport):
            _, folder, *_ = report.nodeid.split("/")
            told[SHARED.get(report.when, folder)] += getattr(report, "cpu_seconds", 0)
    return told
