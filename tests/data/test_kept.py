"""A cache helps where it can, tells what is damaged, and never stops a build."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from macros.data.kept import DAYS, forget, keep, recall


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    """Bytes come back as they were, and nothing else is left beside them."""
    keep(tmp_path / "cache" / "a", b"one\ntwo")
    assert recall(tmp_path / "cache" / "a") == b"one\ntwo"
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["a"]


@pytest.mark.parametrize("damage", [b"", b"x", b"one\ntwo", b"0" * 64 + b"\none\ntwo"])
def test_what_is_damaged_is_not_recalled(tmp_path: Path, damage: bytes) -> None:
    """An emptied, cut or forged entry counts as none."""
    (tmp_path / "a").write_bytes(damage)
    assert recall(tmp_path / "a") is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A file in the folder's place, or a folder in the file's, only means that nothing is kept."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "b").mkdir()
    keep(tmp_path / "file" / "a", b"x")
    keep(tmp_path / "b", b"x")
    assert recall(tmp_path / "file" / "a") is None
    assert recall(tmp_path / "b") is None
    assert sorted(file.name for file in tmp_path.iterdir()) == ["b", "file"]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    """After a month an entry is gone, unless a build has read it; so are killed builds' scraps."""
    long_ago = time.time() - (DAYS + 1) * 24 * 60 * 60
    for name in ("used", "idle", "damaged", ".new-scrap"):
        keep(tmp_path / name, b"x")
        os.utime(tmp_path / name, (long_ago, long_ago))
    keep(tmp_path / "young", b"y")
    (tmp_path / "damaged").write_bytes(b"z")
    os.utime(tmp_path / "damaged", (long_ago, long_ago))
    assert recall(tmp_path / "used") == b"x"
    assert recall(tmp_path / "damaged") is None
    forget(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"used", "young"}


def test_two_builds_may_forget_at_once(tmp_path: Path) -> None:
    """Who reads while others forget sees a whole entry or none."""
    long_ago = time.time() - (DAYS + 1) * 24 * 60 * 60

    def work(number: int) -> bytes | None:
        if number % 3 == 0:
            keep(tmp_path / "a", b"x" * 100_000)
            with suppress(FileNotFoundError):
                os.utime(tmp_path / "a", (long_ago, long_ago))
        if number % 3 == 1:
            forget(tmp_path)
        return recall(tmp_path / "a")

    with ThreadPoolExecutor(4) as pool:
        assert {*pool.map(work, range(60))} <= {None, b"x" * 100_000}


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    """Nothing was kept: nothing is forgotten."""
    forget(tmp_path / "none")


def test_what_was_kept_elsewhere_is_not_recalled(tmp_path: Path) -> None:
    """A copy, such as a checkout makes of what somebody has committed, counts as none."""
    keep(tmp_path / "a", b"never made here")
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes())
    assert recall(tmp_path / "a") == b"never made here"
    assert recall(tmp_path / "b") is None
    (tmp_path / "a").rename(tmp_path / "b")
    assert recall(tmp_path / "b") == b"never made here"
