"""The parts of the MkDocs edge that need no MkDocs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jieba
import pytest
from edge_project import contents, write

from macros.edge import clock, finished, languages, package, search, staging

KNOWN = (languages.SiteLanguage("en", "English", ""), languages.SiteLanguage("zh", "中文", "zh/"))


def test_a_page_without_a_counterpart_leads_to_its_notice() -> None:
    """The switch leads to where a notice stands for the page, and no address is claimed."""
    here, there = languages.alternates(KNOWN, "en", "a/b.html", "https://host/", {"en"})
    assert (here.href, here.url, here.current) == ("b.html", "https://host/a/b.html", True)
    assert (there.href, there.url, there.current) == ("../zh/a/b.html", "", False)


def test_the_address_of_a_home_page_is_its_folder() -> None:
    """Only a file named index.html gives way to its folder, and odd names are quoted."""
    assert languages.address("index.html") == ""
    assert languages.address("a/index.html") == "a/"
    assert languages.address("my-index.html") == "my-index.html"
    assert languages.address("页.html") == "%E9%A1%B5.html"


def test_the_root_is_known_from_either_language() -> None:
    """The address of the whole site is that of a language without its folder."""
    assert languages.root_of("https://host/sub/zh/", "zh/") == "https://host/sub/"
    assert languages.root_of("https://host/sub/", "") == "https://host/sub/"
    assert languages.root_of(None, "zh/") == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("site:\n  as_of: 2026-06-15\n", date(2026, 6, 15)),
        ("site:\n  as_of: soon\n", None),
        ("site:\n  as_of: [2026]\n", None),
        ("site: [\n", None),
        ("terms: []\n", None),
    ],
)
def test_the_clock_reads_the_day_of_the_data(tmp_path: Path, text: str, day: date | None) -> None:
    """A data file without a proper date sets no clock, and raises nothing."""
    write(tmp_path / "facts.yml", text)
    assert clock.as_of(tmp_path / "facts.yml") == day
    assert clock.as_of(tmp_path / "missing.yml") is None


def test_a_clock_that_is_given_is_kept() -> None:
    """The day of the data is used only if the environment has no date."""
    given, empty = {clock.VARIABLE: "1"}, dict[str, str]()
    clock.set_clock(date(1970, 1, 2), given)
    clock.set_clock(date(1970, 1, 2), empty)
    assert given == {clock.VARIABLE: "1"}
    assert empty == {clock.VARIABLE: "86400"}


@pytest.mark.parametrize(
    ("complete", "failed", "left"),
    [(True, False, "new"), (True, True, "old"), (False, False, "old"), (False, True, "old")],
)
def test_only_a_complete_build_is_published(
    tmp_path: Path, complete: bool, failed: bool, left: str
) -> None:
    """A build that failed after it was complete is dropped like one that never was."""
    write(tmp_path / "site/index.html", "old")
    stage = staging.Stage.beside(tmp_path / "site", tmp_path / "project")
    write(stage.folder / "index.html", "new")
    stage.complete, stage.failed = complete, failed
    assert stage.close() is (left == "new")
    assert contents(tmp_path) == {"site/index.html": left.encode()}


def test_problems_are_shown_as_text() -> None:
    """A problem becomes text at the start of the article, and none leaves the page alone."""
    page = '<body><article class="x"><p>text</p></article></body>'
    shown = finished.with_problems(page, ["<script>"], "zh")
    assert '<article class="x"><section class="t-problems" role="alert"' in shown
    assert "<script>" not in shown
    assert finished.with_problems(page, [], "zh") == page


def test_a_missing_part_of_the_package_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that is not there, or imports what is not there, stops the build."""
    write(tmp_path / "broken_part.py", "import no_such_module\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        package.function("no_such_package.part", "name")
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        package.function("broken_part", "name")


def test_the_dictionary_is_read_as_far_as_it_is_asked_for(tmp_path: Path) -> None:
    """What parts Chinese words parts them as with its whole dictionary, and keeps no file of it."""
    whole, asked = jieba.Tokenizer(), jieba.Tokenizer()
    whole.tmp_dir, asked.tmp_dir = str(tmp_path), str(tmp_path / "none")
    search.read_as_asked(asked)
    for tokenizer in (whole, asked):
        tokenizer.add_word("四川营收", 9)
    for text in ("四川营收增长至一百亿美元", "云计算与大模型公司的承诺额", "龘靐齉"):
        assert asked.lcut(text) == whole.lcut(text)
    assert asked.total == whole.total
    assert 0 < len(asked.FREQ) < len(whole.FREQ) / 10
    assert {word: whole.FREQ[word] for word in asked.FREQ} == asked.FREQ
    assert not (tmp_path / "none").exists()
