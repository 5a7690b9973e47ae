"""Baking many pictures in two processes: threads do not help, for the engine is one per process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from macros.charts.cache import PAGE, baked, drawn, read
from macros.charts.picture import Kind, Picture

WORTH_A_PROCESS = 8  # starting one costs as much as about so many entries

Task = tuple[Picture, Kind, Path]


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
