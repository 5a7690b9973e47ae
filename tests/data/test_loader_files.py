"""Data files as bytes: size, depth, line ends and encodings."""

from __future__ import annotations

from pathlib import Path

import books
import pytest

from macros.data.inputs import DATA_FILE
from macros.pages.project import open_project
from macros.problems import Problem


def problems_of(text: str) -> list[str]:
    """Return the problems of a whole file, as they are printed."""
    return [str(problem) for problem in books.read(text)[1]]


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "], ids=repr)
def test_deep_nesting_is_refused_at_its_depth(opened: str) -> None:
    """A file that nests without end is refused once, where it becomes too deep."""
    (problem,) = problems_of("a:\n  " + opened * 50_000)
    assert "nested deeper than 24" in problem
    assert problem.startswith(f"{books.PATH}:2:")


def test_a_large_file_is_refused() -> None:
    """A file of nine megabytes is refused before it is parsed."""
    problems = problems_of("# " + "x" * 9_000_000)
    assert problems == [f"{books.PATH}:0:0: the file is larger than 8000000 bytes [data]"]


def test_a_large_file_in_chinese_is_refused() -> None:
    """Size is counted in bytes, not in characters."""
    (problem,) = problems_of("# " + "数" * 3_000_000)
    assert "is larger than" in problem


@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_endings(ending: str) -> None:
    """Lines are counted as editors count them, whatever ends them."""
    text = books.file(facts=books.fact("sales", books.MONEY, "origin: filng, value: 13"))
    places = [problem.where for problem in books.read(text)[1]]
    assert [problem.where for problem in books.read(text.replace("\n", ending))[1]] == places


def write(root: Path, content: bytes) -> list[Problem]:
    """Write a data file, load it, and return its problems."""
    file = root / DATA_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return list(open_project(root).problems)


def test_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    """A byte order mark, which some editors write, does no harm."""
    text = books.file(facts=books.fact("sales", books.MONEY, "origin: filng, value: 13"))
    plain = write(tmp_path, text.encode())
    assert plain and write(tmp_path, b"\xef\xbb\xbf" + text.encode()) == plain


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused at its first wrong byte."""
    (problem,) = write(tmp_path, "site: 一\nfacts: ".encode() + b"\xd3\xd3\n")
    assert str(problem) == f"{DATA_FILE}:2:8: the file is not UTF-8 (save it as UTF-8) [data]"


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is a problem and no crash."""
    project = open_project(tmp_path)
    assert project.audit is None
    assert [str(each) for each in project.problems] == [
        f"{DATA_FILE}:0:0: cannot be read: No such file or directory [data]"
    ]
