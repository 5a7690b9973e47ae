"""A site that stands as it would be built is not built again, and nothing else is left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from edge_project import build, contents, environment, make_project, write

DONE = "Nothing has changed"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that has been built."""
    root = make_project(tmp_path_factory.mktemp("project"))
    first = build(root)
    assert first.returncode == 0 and DONE not in first.stderr, first.stderr
    return root


ASK = """
import json, os, sys
from pathlib import Path
import click
from mkdocs.config import load_config
given = json.loads(sys.argv[2])
with click.Context(click.Command("mkdocs"), info_name=sys.argv[1]):
    site = os.path.abspath("site")
    config = load_config("mkdocs.yml", **{"strict": True, "site_dir": site} | given)
    from macros.edge.unchanged import Standing, key_of
    standing = Standing.of(config, Path.cwd(), key_of(config, Path.cwd())())
print(standing and standing.told_before() is not None)
"""


def stands(root: Path, info: str = "build", env: str = "", **settings: Any) -> bool | None:
    """Return whether a command would leave the site as it is; None if it cannot know."""
    command = [sys.executable, "-c", ASK, info, json.dumps(settings)]
    given = environment(**({env: "1"} if env else {}))
    done = subprocess.run(command, cwd=root, env=given, capture_output=True, text=True, check=True)
    answers = {"True": True, "False": False, "None": None}
    return answers[done.stdout.splitlines()[-1]]


@pytest.fixture
def project(built: Path) -> Iterator[Path]:
    """Return the project, and put back whatever a test changes in it."""
    kept = contents(built)
    times = {name: (built / name).stat() for name in kept}
    yield built
    for name in contents(built).keys() - kept.keys():
        (built / name).unlink()
    for name, content in kept.items():
        if not (built / name).is_file() or (built / name).read_bytes() != content:
            (built / name).write_bytes(content)
            os.utime(built / name, ns=(times[name].st_atime_ns, times[name].st_mtime_ns))


def test_a_site_that_stands_is_left_alone(built: Path) -> None:
    """The same command again ends at once, well, and no file of the site is written anew."""
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    again = build(built)
    assert again.returncode == 0
    assert DONE in again.stderr
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")} == before


@pytest.mark.parametrize(
    "name",
    [
        *("mkdocs.yml", "docs/zh.yml", "docs/en/ledger.md", "docs/zh/ledger.md"),
        *("data/facts.yml", "macros/site/finish.py", "macros/theme/main.html"),
    ],
)
def test_a_change_of_what_it_is_made_of_is_built(project: Path, name: str) -> None:
    """Configuration, pages, data, package, look and phrases: each is a reason to build."""
    write(project / name, (project / name).read_text("utf-8") + "\n")
    assert not stands(project)


@pytest.mark.parametrize(
    "change",
    [
        lambda site: write(site / "ledger.html", (site / "ledger.html").read_text("utf-8")),
        lambda site: (site / "zh/ledger.html").unlink(),
        lambda site: write(site / "new.html", ""),
    ],
)
def test_a_change_of_the_site_is_mended(built: Path, change: Callable[[Path], object]) -> None:
    """A page that was written, lost or added by somebody else is a reason to build."""
    change(built / "site")
    assert not stands(built)
    assert build(built).returncode == 0
    assert stands(built)


def test_another_question_is_another_build(built: Path) -> None:
    """Settings of the command line, another folder, command or environment are reasons to build."""
    assert stands(built)
    assert not stands(built, strict=False)
    assert not stands(built, use_directory_urls=True)
    assert not stands(built, site_dir=str(built / "elsewhere"))
    assert not stands(built, info="gh-deploy")
    assert not stands(built, env="SOURCE_DATE_EPOCH")


@pytest.mark.parametrize(
    "settings",
    [
        {"plugins": ["search", "macros", "material/tags"]},
        {"hooks": ["macros/hooks.py", "own.py"]},
        {"markdown_extensions": ["pymdownx.snippets"]},
    ],
)
def test_what_may_read_anything_is_built_each_time(project: Path, settings: dict[str, Any]) -> None:
    """With a plugin, hook or extension of an author's own, no site is taken to stand."""
    write(project / "own.py", "")
    assert stands(project, **settings) is None


def test_a_build_that_warned_or_failed_is_made_again(tmp_path: Path) -> None:
    """What MkDocs warns of is said in each build, and a failure is never kept."""
    root = make_project(tmp_path)
    write(root / "docs/en/ledger.md", "# No [link](nowhere.md)\n")
    for _ in range(2):
        done = build(root, "--no-strict")
        assert done.returncode == 0
        assert "nowhere.md" in done.stderr
        assert DONE not in done.stderr
    write(root / "data/problems.txt", "data/facts.yml:1:1: one\n")
    for _ in range(2):
        assert build(root).returncode == 1
