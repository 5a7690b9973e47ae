"""How long an edit takes until it is served: `python tests/benchmarks/edits.py [--size 60]`.

Serves the same chapters as `compare.py`, edits a chapter in each language and a fact, and waits as
the browser does that has the page open: for the news, then for the page. CPU seconds are those of
the server until then, and until all that was put off is made, too.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.request import Request, urlopen

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "support")]

from compare import MKDOCS, measured  # noqa: E402
from repository import environment  # noqa: E402
from sites import ours  # noqa: E402

HOST: Final = "http://127.0.0.1:8641/"
_EPOCH: Final = re.compile(r"livereload\((\d+),")
_VALUE: Final = re.compile(r"(?<=value: )\d+\.\d+")
EDITS: Final[dict[str, tuple[str, str, Callable[[str], str]]]] = {
    "chapter, en": ("docs/en/chapter-1.md", "", lambda s: s.replace(". ", ". So be it. ", 1)),
    "chapter, zh": ("docs/zh/chapter-1.md", "zh/", lambda s: s.replace("。", "。写着。", 1)),
    "fact": ("data/facts.yml", "", lambda s: _VALUE.sub(_more, s, count=1)),
}


def _more(found: re.Match[str]) -> str:
    return f"{float(found[0]) + 0.1:.1f}"


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve a folder until it is left, and return the server's process once it answers."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", HOST[7:-1]]
    with subprocess.Popen(command, cwd=folder, env=environment()) as process:
        try:
            while not answers():
                time.sleep(1)
            yield process.pid
        finally:
            process.terminate()


def answers() -> bool:
    """Whether there is a server."""
    try:
        return bool(get("index.html"))
    except OSError:
        return False


def get(path: str, referer: str = "") -> str:
    """Return what is served at a path."""
    request = Request(HOST + path, headers={"Referer": HOST + referer})  # noqa: S310 - our own
    with urlopen(request, timeout=600) as answer:  # noqa: S310
        return str(answer.read().decode())


def cpu(pid: int) -> float:
    """Return the CPU seconds of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def edited(folder: Path, pid: int, what: str) -> str:
    """Make an edit, and say how long it takes."""
    name, root, change = EDITS[what]
    page, file = f"{root}chapter-1.html", folder / name
    epoch, text = _EPOCH.findall(get(page))[0], file.read_text("utf-8")
    start, used = time.perf_counter(), cpu(pid)
    file.write_text(change(text), "utf-8")
    get(f"livereload/{epoch}/1", page)
    get(page)
    taken, first = time.perf_counter() - start, cpu(pid) - used
    get("ledger.html")
    get(f"{root}search/search_index.json")
    get("data/facts.csv")
    return f"{what}: {taken:.2f} s, CPU {first:.2f} s; all else made: CPU {cpu(pid) - used:.2f} s"


def main() -> None:
    """Print what edits take, each some times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=60, help="number of chapters")
    parser.add_argument("--runs", type=int, default=3, help="edits of each kind")
    given = parser.parse_args()
    with TemporaryDirectory() as base:
        folder = Path(base) / "ours"
        ours(folder, given.size)
        measured(MKDOCS, folder)
        with serving(folder) as pid:
            time.sleep(10)  # what it gets ready with
            for what in [what for _ in range(given.runs) for what in EDITS]:
                print(edited(folder, pid, what), flush=True)


if __name__ == "__main__":
    main()
