"""Baked pictures kept by what they are made of, so that a hit imports no chart library.

Many are baked in two processes: threads do not help, for the engine is one per process.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, replace
from functools import cache, lru_cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from macros.charts.kept import keep, recall
from macros.charts.picture import Kind, Picture

PAGE: tuple[Kind, ...] = ("wide.svg", "narrow.svg")
_UNSIGNED: tuple[Kind, ...] = (*PAGE, "wide.json", "narrow.json")
HERE = Path(__file__).parent
WORTH_A_PROCESS = 8  # starting one costs as much as about so many entries

Task = tuple[Picture, Kind, Path]


@cache
def maker(folder: Path = HERE) -> str:
    """Return the digest of everything but the picture that shapes its bytes."""
    digest = hashlib.sha256()
    for package in ("altair", "vl-convert-python", "fonttools"):
        digest.update(f"{package} {version(package)}\n".encode())
    sources = [*folder.rglob("*.py"), *folder.rglob("*.otf"), *folder.rglob("*.json")]
    for source in sorted(sources):
        digest.update(source.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(maxsize=4096)
def key(picture: Picture) -> str:
    """Return a picture's key: it changes with any word, value, source, font or library."""
    words = json.dumps(asdict(picture), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(f"{maker()}\n{words}".encode()).hexdigest()[:32]


def read(folder: Path, picture: Picture, kind: Kind) -> bytes | None:
    """Return a kept entry, or None if there is none or it is damaged."""
    return recall(folder / f"{key(picture)}.{kind}")


def write(folder: Path, picture: Picture, kind: Kind, body: bytes) -> None:
    """Keep an entry."""
    keep(folder / f"{key(picture)}.{kind}", body)


def drawn(picture: Picture, kind: Kind) -> Picture:
    """Return what of a picture is drawn in one kind: a page writes the footer itself."""
    return replace(picture, footer="") if kind in _UNSIGNED else picture


def baked(picture: Picture, kind: Kind, folder: Path | None = None) -> bytes:
    """Return a picture's bytes of one kind, from the cache or made now.

    Raises:
        TieoutError: The picture cannot be drawn, or has a character the chart font lacks.
    """
    picture = drawn(picture, kind)
    kept = read(folder, picture, kind) if folder else None
    if kept is not None:
        return kept
    body = _make(picture, kind, folder)
    if folder:
        write(folder, picture, kind, body)
    return body


def _make(picture: Picture, kind: Kind, folder: Path | None) -> bytes:
    from macros.charts.baking import bake

    return bake(picture, kind, lambda other: baked(picture, other, folder))


def warm(
    pictures: Iterable[Picture], folder: Path, kinds: Sequence[Kind] = PAGE, workers: int = 2
) -> int:
    """Fill the cache with what is missing of some pictures; return how many entries were made.

    Args:
        pictures: What will be asked for.
        folder: The cache's directory.
        kinds: What is wanted of each picture.
        workers: Processes to use, if there is enough to do.

    Raises:
        TieoutError: A picture cannot be drawn.
    """
    wanted = dict.fromkeys((drawn(p, kind), kind, folder) for p in pictures for kind in kinds)
    tasks = [task for task in wanted if read(task[2], task[0], task[1]) is None]
    if len(tasks) < WORTH_A_PROCESS or workers < 2:
        _bake_all(tasks)
    else:
        _in_processes(tasks, workers)
    return len(tasks)


def _bake_all(tasks: Sequence[Task]) -> None:
    for picture, kind, folder in tasks:
        baked(picture, kind, folder)


def _in_processes(tasks: Sequence[Task], workers: int) -> None:
    shares = [tasks[n::workers] for n in range(workers)]
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(_bake_all, shares))
    except (BrokenProcessPool, OSError):
        _bake_all(tasks)
