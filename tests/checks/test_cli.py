"""The command line: all problems in one run, in four forms, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import books
import pytest
from click.testing import CliRunner, Result
from repository import ROOT

from macros.checks.formats import as_github, as_sarif
from macros.cli import main
from macros.pages.reference import TOPICS
from macros.problems import Location, Problem, Problems, Rule


def run(*words: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project without a problem."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.yml").write_text(books.file(), "utf-8")
    for language in ("en", "zh"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text("# T {#top}\n", "utf-8")
    return tmp_path


def spoil(project: Path) -> None:
    """Give a project two errors, one of them with signs that each form must escape."""
    for language in ("en", "zh"):
        page = project / "docs" / language / "index.md"
        page.write_text('# T {#top}\n\nSee {{ fact("100%, a:b") }}\n', "utf-8")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_reference_is_what_help_prints(topic: str) -> None:
    """The authors' reference holds, between its marks, what `tieout help` prints of each topic."""
    told = run("help", topic).stdout
    text = (ROOT / ".github/AUTHORS.md").read_text("utf-8")
    assert f"<!-- {topic} -->\n{told}<!-- end {topic} -->" in text


def test_help_alone_says_what_there_is() -> None:
    """Without a topic `tieout help` names them all, each with what it tells."""
    lines = run("help").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(TOPICS)
    assert all(len(line.split()) > 2 for line in lines)


def test_each_rule_has_a_line() -> None:
    """`tieout help rules` says of each rule, on one line, its level and what it asks."""
    told = run("help", "rules").stdout
    for rule in Rule:
        assert f"| `{rule.name}` | {rule.level} | {rule.line} |\n" in told


def test_a_project_without_a_problem_ends_with_zero(project: Path) -> None:
    """What is checked is counted, and the command succeeds."""
    done = run("check", "--root", project)
    assert done.exit_code == 0
    assert "0 facts, 0 figures of the article: all tied out or noted." in done.stdout


def test_problems_are_lines(project: Path) -> None:
    """A problem is its place, its message and a hint, sorted by place; there the command fails."""
    spoil(project)
    done = run("check", "--root", project)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("data/proof.yml:0:0: hint: ")
    assert lines[1] == "docs/en/index.md:3:14: there is no fact '100%, a:b' [name]"
    assert lines[2] == "docs/zh/index.md:3:14: there is no fact '100%, a:b' [name]"
    assert done.stderr == "2 problem(s).\n"


def test_warnings_do_not_fail(project: Path) -> None:
    """What only warns is told, and the command succeeds."""
    money = "concept: revenue, entity: north, period: 2024, unit: billion USD, basis: recognised"
    fact = books.fact("a", money, "origin: filing, value: 1", review_by="2026-01")
    (project / "data/facts.yml").write_text(books.file(facts=fact), "utf-8")
    done = run("check", "--root", project)
    assert done.exit_code == 0
    assert ": warning: a was to be checked again by 2026-01" in done.stdout


def test_json_is_a_list_of_objects(project: Path) -> None:
    """JSON holds place, severity, kind, message and hint, and nothing else is on its stream."""
    calm = json.loads(run("check", "--root", project, "--format", "json").stdout)
    told = {(each["severity"], each["rule"]) for each in calm}
    assert told == {("warning", "unused"), ("hint", "proof")}
    spoil(project)
    found = json.loads(run("check", "--root", project, "--format", "json").stdout)
    assert next(each for each in found if each["severity"] == "error") == {
        "path": "docs/en/index.md",
        "line": 3,
        "column": 14,
        "severity": "error",
        "rule": "name",
        "message": "there is no fact '100%, a:b'",
        "hint": "",
    }


def test_annotations_are_escaped(project: Path) -> None:
    """A workflow command is one line, in which no sign of ours is read as one of its own."""
    spoil(project)
    done = run("check", "--root", project, "--format", "github")
    line = "::error file=docs/en/index.md,line=3,col=14,title=name::there is no fact '100%25, a:b'"
    assert done.stdout.splitlines()[1] == line
    problems = Problems([Problem(Location("a,b:c%.md"), "one\r\ntwo", "a, b", Rule.unused)])
    assert (
        as_github(problems) == "::warning file=a%2Cb%3Ac%25.md,title=unused::one%0D%0Atwo (a, b)\n"
    )


def test_sarif_has_its_structure(project: Path) -> None:
    """The log is SARIF 2.1.0: one run, its rules, and a result with a place per problem."""
    spoil(project)
    log: dict[str, Any] = json.loads(run("check", "--root", project, "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    assert set(only) == {"tool", "columnKind", "results"}
    assert only["columnKind"] == "unicodeCodePoints"
    driver = only["tool"]["driver"]
    assert driver["name"] == "tieout"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == [rule.name for rule in Rule]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert [each["level"] for each in only["results"]] == ["note", "error", "error"]
    for result in only["results"][1:]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert place["region"] == {"startLine": 3, "startColumn": 14}


def test_sarif_encodes_paths_and_leaves_out_what_is_unknown() -> None:
    """A path is a URI, and a problem with a whole file has no region."""
    log = json.loads(as_sarif(Problems([Problem(Location("docs/zh/页 a.md"), "m")])))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert " " not in place["artifactLocation"]["uri"]
    assert unquote(place["artifactLocation"]["uri"]) == "docs/zh/页 a.md"
    assert "region" not in place


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--root", "nowhere"], "'nowhere' does not exist"),
        (["--root", "docs"], "docs holds no data/facts.yml"),
        (["--site", "nowhere"], "'nowhere' does not exist"),
        (["--site", "docs"], "docs holds no built page"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--such"], "No such option"),
    ],
)
def test_what_cannot_be_checked_ends_with_two(
    project: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    """A wrong call of the command is no problem of the project: it says so and ends with 2."""
    monkeypatch.chdir(project)
    done = run("check", *words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_a_project_without_pages_ends_with_two(project: Path) -> None:
    """Without docs there is nothing to check the data against."""
    for page in project.glob("docs/*/*.md"):
        page.unlink()
        page.parent.rmdir()
    (project / "docs").rmdir()
    done = run("check", "--root", project)
    assert (done.exit_code, "holds no docs/" in done.stderr) == (2, True)


def test_a_page_that_cannot_be_read_is_a_problem(project: Path) -> None:
    """What the system refuses to read is named; a folder with a page's name is no page."""
    (project / "docs/en/folder.md").mkdir()
    (project / "docs/en/dead.md").symlink_to("nowhere")
    done = run("check", "--root", project)
    assert done.exit_code == 1
    assert "docs/en/dead.md:0:0: cannot be read: No such file or directory" in done.stdout
    assert "folder.md" not in done.stdout


def test_a_missing_language_is_told(project: Path) -> None:
    """A language folder that is missing is told, and not once for each page of the other one."""
    (project / "docs/zh/index.md").unlink()
    (project / "docs/zh").rmdir()
    (project / "mkdocs.yml").write_text("extra: {languages: [en, zh]}\n", "utf-8")
    done = run("check", "--root", project)
    assert done.exit_code == 1
    assert "docs/zh:0:0: there are no pages" in done.stdout
    assert "has no pair" not in done.stdout


def test_a_broken_data_file_is_told_with_the_pages(project: Path) -> None:
    """Data that cannot be read is a problem with its place, and pages are compared all the same."""
    (project / "data/facts.yml").write_text("site: [\n", "utf-8")
    (project / "docs/zh/index.md").write_text("# T {#other}\n", "utf-8")
    done = run("check", "--root", project)
    assert done.exit_code == 1
    assert "data/facts.yml:" in done.stdout
    assert "docs/zh/index.md:1:1: the heading # {#other}" in done.stdout


def test_the_built_site_is_checked_as_well(project: Path) -> None:
    """`--site` adds the problems of built pages, named by their folder, to all others."""
    (project / "site/zh").mkdir(parents=True)
    (project / "site/zh/x.html").write_text('<html lang="zh">\n <a href="gone.html">', "utf-8")
    done = run("check", "--root", project, "--site", project / "site")
    assert done.exit_code == 1
    assert "\nsite/zh/x.html:2:2: the link 'gone.html' leads nowhere" in done.stdout


def test_history_without_git_is_said(project: Path) -> None:
    """Where there is no history, `--history` says so and everything else is checked."""
    done = run("check", "--root", project, "--history")
    assert done.exit_code == 0
    assert "There is no git history to ask." in done.stderr


def test_a_reader_that_stops_reading_is_no_crash() -> None:
    """A broken pipe, and a terminal that knows only ASCII, give no traceback."""
    command = f'"{sys.executable}" -m macros check --format sarif | head -c 10'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)  # noqa: S602
    assert b"Traceback" not in done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr


def test_a_check_that_passed_is_not_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run reads no data and says the same, in each form; a change is checked."""
    first = run("check", "--root", project, "--claims")
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["macros.pages.project"], "open_project", None)
        again = run("check", "--root", project, "--claims")
        assert json.loads(run("check", "--root", project, "--format", "json").stdout)
    assert (again.output, again.exit_code) == (first.output, 0)
    spoil(project)
    assert run("check", "--root", project).exit_code == 1


def test_a_check_that_failed_is_made_again(project: Path) -> None:
    """What is wrong is never kept: each run looks anew."""
    spoil(project)
    run("check", "--root", project)
    kept = [path.read_bytes() for path in (project / ".cache").rglob("*") if path.is_file()]
    assert not any(b"no fact" in each for each in kept)
    assert run("check", "--root", project).exit_code == 1


def test_the_command_loads_no_more_than_it_needs(project: Path) -> None:
    """A check of what has passed imports neither what reads data nor what draws or builds."""
    run("check", "--root", project)
    code = (
        "import sys; from macros.cli import main; main(standalone_mode=False); print([name for name"
        " in 'pydantic pint yaml babel jinja2 altair mkdocs'.split() if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--root", str(project)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
