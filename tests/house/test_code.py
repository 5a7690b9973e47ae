"""Style and types of all code, tests included, as pyproject.toml has them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = [("ruff", "check", "."), ("mypy",)]


@pytest.mark.parametrize("command", TOOLS, ids=[command[0] for command in TOOLS])
def test_tool_has_nothing_to_say(command: tuple[str, ...]) -> None:
    """Neither the linter nor the type checker finds anything."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
