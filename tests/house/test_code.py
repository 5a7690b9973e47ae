"""Style and types of all code, tests included, as pyproject.toml has them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
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


def kinds_in(module: Path) -> Iterator[str]:
    """Yield what a module calls its classes and kinds of values."""
    for node in ast.parse(module.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if name != name.upper() and name.lstrip("_")[0].isupper():
                    yield name


def test_each_name_says_one_thing() -> None:
    """No two modules of the package call a class or a kind of values alike."""
    modules = (REPOSITORY / "macros").rglob("*.py")
    named = Counter(name for module in modules for name in {*kinds_in(module)})
    assert named
    assert [name for name, count in named.items() if count > 1] == []
