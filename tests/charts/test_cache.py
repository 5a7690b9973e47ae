"""Baked pictures are kept, and never trusted when damaged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from svgs import svgs

import macros
from macros.charts import Picture, cache, warm
from macros.problems import TieoutError

ROOT = Path(macros.__file__).parents[1]
HIT = """
import pickle, sys
from pathlib import Path
from macros.charts import baked
picture = pickle.loads(bytes.fromhex(sys.argv[1]))
baked(picture, "narrow.svg", Path(sys.argv[2]))
print(sorted({"altair", "vl_convert", "fontTools"} & set(sys.modules)))
"""


@pytest.fixture
def no_baking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where something would be baked."""

    def refuse(*_: object) -> bytes:
        raise AssertionError("baked")

    monkeypatch.setattr(cache, "_make", refuse)


def test_a_hit_imports_no_chart_library(some_picture: Picture, tmp_path: Path) -> None:
    """A kept picture is read without Altair, vl-convert or fontTools."""
    import pickle

    svgs(some_picture, tmp_path)
    run = [sys.executable, "-c", HIT, pickle.dumps(some_picture).hex(), str(tmp_path)]
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_change_of_words_is_a_miss(some_picture: Picture) -> None:
    """Any change of the picture changes its key, and the same picture keeps it."""
    first = some_picture.data[0]
    changed = [
        replace(some_picture, title="Another"),
        replace(some_picture, lang="en"),
        replace(some_picture, data=(replace(first, value=19.1), *some_picture.data[1:])),
    ]
    keys = {cache.key(p) for p in [some_picture, *changed]}
    assert len(keys) == 4 and cache.key(replace(some_picture)) in keys


@pytest.mark.parametrize("source", ["theme.py", "forms/bars.py", "fonts/TieoutSans-Bold.otf"])
def test_a_change_of_the_makers_is_a_miss(source: str, tmp_path: Path) -> None:
    """A change of theme, form or font changes every key."""
    folder = tmp_path / "charts"
    shutil.copytree(cache.HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = cache.maker.__wrapped__(folder)
    (folder / source).open("ab").write(b"\n#")
    assert cache.maker.__wrapped__(folder) != before == cache.maker()


@pytest.mark.parametrize("damage", [b"", b"<svg", b"0" * 64 + b"\n<svg></svg>"])
def test_a_damaged_entry_is_baked_again(
    damage: bytes, some_picture: Picture, tmp_path: Path
) -> None:
    """A cut or altered entry is noticed and replaced."""
    good = svgs(some_picture, tmp_path)
    for entry in tmp_path.iterdir():
        entry.write_bytes(damage)
    assert svgs(some_picture, tmp_path) == good
    assert cache.read(tmp_path, some_picture, "wide.svg") == good[0].encode()


def test_two_builds_at_once(some_picture: Picture, tmp_path: Path) -> None:
    """Who reads while another writes sees a whole entry or none, and no scraps stay behind."""
    body = b"x" * 200_000

    def work(number: int) -> bytes | None:
        if number % 2:
            cache.write(tmp_path, some_picture, "png", body)
        return cache.read(tmp_path, some_picture, "png")

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(work, range(60)))
    assert {entry for entry in seen if entry} == {body}
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.usefixtures("no_baking")
def test_without_a_cache_everything_is_baked(some_picture: Picture) -> None:
    """Nothing is kept where no directory is given."""
    with pytest.raises(AssertionError, match="baked"):
        svgs(some_picture)


def test_warming(
    pictures: dict[str, Picture], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes bake the same bytes as one, and a second time there is nothing to do."""
    some = [
        pictures[name] for name in ("bars-en", "flows-zh", "slope-en", "timeline-zh", "bars-en")
    ]
    assert warm(some, tmp_path) == 8
    assert warm(some, tmp_path) == 0
    kept = [svgs(picture, tmp_path) for picture in some]
    assert kept[0] == kept[4] == svgs(some[0])


def test_a_mistake_comes_through_the_pool(pictures: dict[str, Picture], tmp_path: Path) -> None:
    """What cannot be drawn is reported from another process as it is from this one."""
    some = [pictures[f"{name}-en"] for name in ("bars", "slope", "lines")]
    with pytest.raises(TieoutError, match="no chart form"):
        warm([*some, replace(some[0], form="pie")], tmp_path)
