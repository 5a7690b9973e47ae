"""The history of the data: git's versions are read, and what changed becomes entries."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import books
import pytest
from click.testing import CliRunner, Result
from repository import ROOT

from macros.cli import main
from macros.data.load import load_text
from macros.problems import Problems

PATH: Final = os.environ["PATH"]
WHY: Final = '  why: {en: "A better document.", zh: "有了更可靠的文件。"}\n'
NOTE: Final = {"note": books.NOTE}


def data(value: str, second: str = "", **sections: str) -> str:
    """Return a data file whose sales are reported in one way, beside what is computed of them."""
    sales = books.fact("sales", books.MONEY, books.origin(value))
    twice = books.fact("twice", books.MONEY.replace("2024", "2023"), formula='"sales * 2"')
    return books.file(facts=sales + twice + second, **sections)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project under git, with one version of its data."""
    for language in ("en", "zh"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text("# T {#top}\n", "utf-8")
    (tmp_path / "data").mkdir()
    git(tmp_path, "init", "-q")
    commit(tmp_path, "one", "2026-06-01", data("12"))
    return tmp_path


def git(root: Path, *words: str, day: str = "2026-06-01") -> None:
    """Run git in a folder, as nobody in particular, on some day."""
    who = ("-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    dates = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    command = ["git", *who, *words]
    subprocess.run(command, cwd=root, check=True, capture_output=True, env={"PATH": PATH, **dates})


def commit(root: Path, subject: str, day: str, text: str) -> None:
    """Commit a version of the data file."""
    (root / "data/facts.yml").write_text(text, "utf-8")
    git(root, "add", ".", day=day)
    git(root, "commit", "-qm", subject, day=day)


def run(*words: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def told(project: Path, *words: str) -> list[str]:
    """Return what the history says, without the names of commits."""
    done = run("changes", "--root", project, *words)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    return [f"# {line.split(' ', 2)[2]}" if _names_commit(line) else line for line in lines]


def _names_commit(line: str) -> bool:
    word = line.removeprefix("# ").split(" ")[0]
    return line.startswith("# ") and len(word) >= 7 and not set(word) - set("0123456789abcdef")


def test_a_day_is_told_by_what_it_ends_with(project: Path) -> None:
    """Each day's commits are named; a value set and set back within the day is no change."""
    commit(project, "two", "2026-06-02", data("13"))
    commit(project, "three", "2026-06-02", data("12"))
    commit(project, "four", "2026-06-03", data('14, printed: "140亿美元"'))
    assert told(project) == [
        "# 2026-06-01",
        "# one",
        "# no value and no verdict changed",
        "# 2026-06-02",
        "# two",
        "# three",
        "# no value and no verdict changed",
        "# 2026-06-03",
        "# four",
        "- date: 2026-06-15",
        "  fact: sales",
        "  was: {value: 12}",
        "- date: 2026-06-15",
        "  fact: twice",
        "  was: {value: 24.0}",
    ]


def test_every_kind_of_change_is_told(project: Path) -> None:
    """A print with its cue, a verdict, a fact that came and one that went become entries."""
    cued = '13, printed: "$13 billion", cue: "more than", bound: more_than'
    seat = '- {id: seat, label: {en: "A seat", zh: "席位"}, entity: lab, at: ¶64, verdict: %s,'
    seat += " reports: [{origin: filing}], note: %s}\n"
    old = books.fact("old", books.MONEY.replace("2024", "2022"), books.origin("1"))
    new = books.fact("new", books.MONEY.replace("2024", "2021"), books.origin("2"))
    staff = books.MONEY.replace("2024", "2020")
    print_ = books.says("¶7", "50亿美元", "5")
    right = books.fact("staff", staff, books.origin("5"), print_)
    wrong = books.fact("staff", staff, books.origin("9"), print_, **NOTE)
    before = data(cued, old + right, statements=seat % ("outdated", books.NOTE))
    after = data("14", new + wrong, statements=seat % ("contradicted", books.NOTE))
    commit(project, "two", "2026-06-02", before)
    git(project, "tag", "v1")
    commit(project, "three", "2026-06-03", after)
    assert told(project, "--since", "v1")[2:] == [
        "- date: 2026-06-15",
        "  fact: sales",
        '  was: {printed: "$13 billion", cue: "more than", value: 13, bound: more_than}',
        "- date: 2026-06-15",
        "  fact: twice",
        "  was: {value: 26.0}",
        "- date: 2026-06-15",
        "  fact: staff",
        "  was: {value: 5}",
        "  verdict: confirmed",
        "- date: 2026-06-15",
        "  fact: seat",
        "  verdict: outdated",
        "- date: 2026-06-15",
        '  added: ["new"]',
        "- date: 2026-06-15",
        "  removed:",
        '    "old": {en: "A label", zh: "标签"}',
    ]


def test_what_is_told_can_be_pasted(project: Path) -> None:
    """With a why, the entries are read without a problem, and nothing is left to tell."""
    commit(project, "two", "2026-06-02", data("14"))
    lines = [line for line in told(project) if not line.startswith("#")]
    pasted = "".join(f"{WHY}{line}\n" if line[0] == "-" else f"{line}\n" for line in lines)
    pasted = pasted.removeprefix(WHY) + WHY
    problems = Problems()
    (project / "data/facts.yml").write_text(data("14", changes=pasted), "utf-8")
    assert load_text(data("14", changes=pasted), books.PATH, problems) and not list(problems)
    assert run("check", "--root", project).exit_code == 0
    assert told(project)[-4:] == ["# told: sales", "# told: twice", "# not committed",
                                  "# no value and no verdict changed"]  # fmt: skip


def test_a_version_that_cannot_be_read_is_said(project: Path) -> None:
    """A version that today's loader refuses is told and stepped over."""
    commit(project, "two", "2026-06-02", data("13").replace("basis:", "bassis:", 1))
    commit(project, "three", "2026-06-03", data("14"))
    lines = told(project)
    assert any(line.startswith("# two: cannot be read today: ") for line in lines)
    assert lines[-6:-3] == ["- date: 2026-06-15", "  fact: sales", "  was: {value: 12}"]


def test_a_renamed_fact_is_the_same_fact(project: Path) -> None:
    """A fact that has moved is neither new nor gone, and its value is compared."""
    text = data("13", moved="- {kind: fact, from: sales, to: turnover}\n")
    commit(project, "two", "2026-06-02", text.replace("id: sales", "id: turnover").replace(
        "sales * 2", "turnover * 2"))  # fmt: skip
    lines = told(project)
    assert "  fact: turnover" in lines
    assert not [line for line in lines if "added" in line or "removed" in line]


def test_a_silent_change_is_warned_of(project: Path) -> None:
    """A value changed since the last tag without an entry gets a warning where the fact stands."""
    quiet = run("check", "--history", "--root", project)
    assert "no entry of `changes:`" not in quiet.stdout
    git(project, "tag", "v1")
    commit(project, "two", "2026-06-02", data("14"))
    warned = run("check", "--history", "--root", project)
    assert warned.exit_code == 0
    line = books.line_before("facts") + 1
    want = f"data/facts.yml:{line}:7: warning: sales: its value was {{value: 12}} in v1, and no"
    assert [each for each in warned.stdout.splitlines() if each.startswith(want)]
    entry = f"- date: 2026-06-15\n  fact: sales\n  was: {{value: 12}}\n{WHY}"
    commit(project, "three", "2026-06-03", data("14", changes=entry))
    after = run("check", "--history", "--root", project).stdout
    assert "sales: its value" not in after
    assert "twice: its value was {value: 24.0} in v1" in after
    git(project, "tag", "v2")
    assert "no entry" not in run("check", "--history", "--root", project).stdout


@pytest.mark.parametrize("since", ["v0", "--output=x"])
def test_a_beginning_that_there_is_not_is_said(project: Path, since: str) -> None:
    """What is no commit is told, and nothing is done with it."""
    done = run("changes", "--root", project, f"--since={since}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert since in done.stderr and "Traceback" not in done.stderr


def test_without_a_history_the_command_says_so(tmp_path: Path) -> None:
    """A folder that git does not know has no history to tell."""
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "data/facts.yml").write_text(data("12"), "utf-8")
    done = run("changes", "--root", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no git history to ask." in done.stderr


def test_a_history_that_is_cut_off_is_said(project: Path, tmp_path: Path) -> None:
    """A clone of the last commit alone is no reason to be silent."""
    commit(project, "two", "2026-06-02", data("14"))
    git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "shallow")
    done = run("check", "--history", "--root", tmp_path / "shallow")
    assert done.exit_code == 0 and "`git fetch --unshallow` brings it" in done.stderr


def test_why_git_does_not_answer_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout of another owner is told with git's own reason."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for command in (("changes",), ("diff",), ("check", "--history")):
        done = run(*command, "--root", project)
        assert "There is no git history to ask (fatal: " in done.stderr
        assert "ownership" in done.stderr and "Traceback" not in done.stderr


def test_a_plain_locale_is_no_obstacle(project: Path) -> None:
    """Where Python takes text for ASCII, files and what git says are read as UTF-8 all the same."""
    settings = "site_name: 书名\nextra: {languages: [en, zh]}\nplugins: [search, macros, tieout]\n"
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    (project / "docs/zh.yml").write_text("INHERIT: ../mkdocs.yml\nsite_name: 书\n", "utf-8")
    commit(project, "二", "2026-06-02", data("14"))
    plain = {"PATH": PATH, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command in (("check", "--history"), ("changes",), ("diff", "HEAD~1")):
        asked = [sys.executable, "-m", "macros", *command, "--root", str(project)]
        done = subprocess.run(asked, cwd=ROOT, env=plain, capture_output=True, check=False)
        assert done.returncode == 0, (done.stdout + done.stderr).decode()


def test_what_differs_from_a_revision_is_said(project: Path) -> None:
    """Values, what is computed of them, and what is new or gone are told, in words and as JSON."""
    gone = books.fact("gone", books.MONEY.replace("south", "lab"), books.origin("3"))
    commit(project, "two", "2026-06-02", data("12", gone))
    fresh = books.fact("fresh", books.MONEY.replace("south", "north"), books.origin("5"))
    (project / "data/facts.yml").write_text(data("13", fresh), "utf-8")
    told = run("diff", "--root", project).stdout.replace("\xa0", " ").splitlines()
    assert told == [
        "sales: value $12 billion → $13 billion",
        "twice: value $24.0 billion → $26.0 billion",
        "fresh: added $5 billion",
        "gone: removed $3 billion",
    ]
    records = json.loads(run("diff", "--root", project, "--format", "json", "HEAD~1").stdout)
    assert [each["id"] for each in records] == ["sales", "twice", "fresh"]


def test_sentences_and_charts_that_read_otherwise_are_said(project: Path) -> None:
    """What readers read is told with its place and what it was: in text, and as Markdown."""
    pages = [project / "docs" / language / "index.md" for language in ("en", "zh")]
    chart = '{{ bars(["sales", "twice"], title="T", measure="M", why="W") }}'
    texts = ("Sales were {{ fact('sales') }}. It rains.", "销售是{{ fact('sales') }}。下雨了。")
    for page, text in zip(pages, texts, strict=True):
        page.write_text(f"# T {{#top}}\n\n{text}\n\n{chart}\n", "utf-8")
    commit(project, "two", "2026-06-02", data("12"))
    (project / "data/facts.yml").write_text(data("13"), "utf-8")
    pages[0].write_text(pages[0].read_text("utf-8").replace("rains", "snows"), "utf-8")
    told = run("diff", "--root", project).stdout.replace("\xa0", " ").splitlines()
    assert told[2:] == [
        "docs/en/index.md:3:1: sentence Sales were $12 billion. → Sales were $13 billion.",
        "docs/en/index.md:3:33: sentence It rains. → It snows.",
        "docs/en/index.md:5:1: chart South : $12B; South : $24.0B → South : $13B; South : $26.0B",
        "docs/zh/index.md:3:1: sentence 销售是120亿美元。 → 销售是130亿美元。",
        "docs/zh/index.md:5:1: chart 南方 : 120亿美元; 南方 : 240亿美元 → "
        "南方 : 130亿美元; 南方 : 260亿美元",
    ]
    shown = run("diff", "--root", project, "--format", "markdown").stdout.replace("\xa0", " ")
    assert shown.startswith("### Value\n\n- `sales`: $12 billion → **$13 billion**\n")
    assert "### Sentence\n\n- `docs/en/index.md:3:1`: Sales were $12 billion. → **" in shown
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "### Value", "### Sentence", "### Chart",
    ]  # fmt: skip


def test_a_verdict_that_turned_is_said(project: Path) -> None:
    """A verdict is told with what it was, though no value changed."""
    other = books.origin("9").replace("filing", "release")
    for day, second in (("2026-06-02", ""), ("2026-06-03", f"{other}, rank: preferred")):
        reports = (books.says("¶7", "$9 billion", "9"), *([second] if second else []))
        only = books.fact("only", books.MONEY.replace("south", "lab"), *reports)
        commit(project, "more", day, data("12", only))
    told = run("diff", "--root", project, "HEAD~1").stdout
    assert told == "only: verdict not_found → confirmed\n"


def test_a_version_is_read_in_its_own_languages(project: Path) -> None:
    """What an explainer was before it had a further language can be compared all the same."""
    one = re.sub(r', zh: "[^"]*"', "", data("11"))
    commit(project, "in one language", "2026-06-02", one)
    (project / "data/facts.yml").write_text(data("12"), "utf-8")
    told = run("diff", "--root", project).stdout.replace("\xa0", " ").splitlines()
    assert told[0] == "sales: value $11 billion → $12 billion"


@pytest.mark.parametrize("revision", ["nowhere", "-x"])
def test_an_unknown_revision_is_said(project: Path, revision: str) -> None:
    """There is one line, and no traceback."""
    done = run("diff", "--root", project, "--", revision)
    assert done.exit_code == 2
    assert revision in done.stderr
