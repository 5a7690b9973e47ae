"""A cache helps where it can, tells what is damaged, and never stops a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.charts.kept import keep, recall


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
