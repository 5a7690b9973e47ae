"""What the repository promises to those who pick it up."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date
from typing import Any

import jsonschema
import pytest
from corpora import parsed
from repository import ROOT

from macros.commands import SCHEMA
from macros.data.inputs import DATA_FILE
from macros.data.schema.json_schema import schema_text

TOP = {
    "README.md",
    "mkdocs.yml",
    "docs",
    "data",
    "macros",
    "tests",
    "pyproject.toml",
    "requirements.txt",
    "requirements-test.txt",
    "LICENSE",
    "LICENSE-CONTENT.md",
}
TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".json", ".css", ".js", ".html", ".j2", ""}


def tracked() -> list[str]:
    """Return the files of the repository, as git or, without it, as the folder has them."""
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == 0 and done.stdout:
        return done.stdout.splitlines()
    return [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file()]


def test_the_top_level_is_the_agreed_one() -> None:
    """Besides the agreed entries there are only dot-files and dot-folders."""
    names = {path.split("/")[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_ci_runs_the_readmes_test_command() -> None:
    """The command CI runs is the one the README shows, between the same marks."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- test command -->\n```sh\n(.+)\n```", readme)
    assert shown
    assert shown[1].endswith("/pytest")
    only_print = {**os.environ, "BASH_FUNC_eval%%": "() { :; }"}
    done = subprocess.run(
        ["bash", ".ci/run"], cwd=ROOT, env=only_print, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == shown[1]


def test_locks_pin_every_package_with_hashes_and_no_host() -> None:
    """Each package in the locks has a version and a hash, and no line names an address."""
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        entries = re.split(r"\n(?=\S)", text.strip())
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    lock = json.loads((ROOT / ".ci/node/package-lock.json").read_text("utf-8"))
    packages = [each for place, each in lock["packages"].items() if place]
    assert packages and all(each["integrity"].startswith("sha512-") for each in packages)
    assert not any("resolved" in each for each in packages)


def test_workflows_run_only_what_is_pinned() -> None:
    """An action is named by its commit, and a package that a workflow installs by its hash."""
    for workflow in sorted((ROOT / ".github/workflows").glob("*.yml")):
        text = workflow.read_text("utf-8")
        for used in re.findall(r"uses: (\S+)", text):
            assert used.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used
        assert all("--require-hashes" in line for line in re.findall(r".*pip install.*", text))
    for script in (each for each in (ROOT / ".ci").iterdir() if each.is_file()):
        assert not re.search(r"\bnpx\b|npm (?!ci .*--ignore-scripts)", script.read_text("utf-8"))


def test_no_file_names_a_registry_or_a_path_of_some_machine() -> None:
    """Nothing in the repository works on one machine only."""
    host = re.compile("py" + r"pi\.org|python" + r"hosted|npm" + r"js\.org|deb\.deb" + "ian")
    path = re.compile(r"(?<![\w.-])(?:/wo" + "rk/|/ho" + "me/[a-z]+/|/op" + "t/|/ro" + "ot/)")
    for name in tracked():
        file = ROOT / name
        if file.suffix in TEXT and file.is_file():
            text = file.read_text("utf-8", errors="replace")
            for found in (*host.findall(text), *path.findall(text)):
                pytest.fail(f"{name}: {found}")


def test_the_editors_schema_is_fresh_and_accepts_the_data() -> None:
    """The schema beside the data file is the model's, and the data is valid by it."""
    written = (ROOT / SCHEMA).read_text("utf-8")
    assert written == schema_text()
    data = parsed((ROOT / DATA_FILE).read_text("utf-8"))
    jsonschema.validate(_plain(data), json.loads(written))


def _plain(value: Any) -> Any:
    """Return YAML's values as JSON has them."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def test_modules_are_short() -> None:
    """No module of the package is longer than 250 lines."""
    long = {
        name: count
        for name in tracked()
        if name.startswith("macros/") and name.endswith(".py")
        if (count := len((ROOT / name).read_text("utf-8").splitlines())) > 250
    }
    assert not long
