"""What a build has to do once it does once, however many places show it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from repository import ROOT, environment


@pytest.fixture(scope="module")
def made(own_site: Path) -> dict[str, list[int]]:
    """Build the site, counting: for each kind of thing how many, and the most times one is made."""
    assert own_site  # its charts are drawn
    command = [sys.executable, "tests/benchmarks/counts.py", "--json"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[int]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "kind", ["wordings", "pictures", "strips", "unfinished pages", "finished pages"]
)
def test_each_is_made_once(made: dict[str, list[int]], kind: str) -> None:
    """A text is worded, a picture and a strip made and a page read no second time."""
    number, most = made[kind]
    assert number > 1
    assert most == 1
