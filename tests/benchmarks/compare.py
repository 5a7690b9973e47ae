"""Builds the same chapters with each generator and loads one: `python tests/benchmarks/compare.py`.

Measures CPU seconds, bytes and counts first, for they are steady on a busy machine. Nothing here
can fail a push. The README beside this file says how to read what it prints.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "support")]

from loading import Loaded, load  # noqa: E402
from repository import environment  # noqa: E402
from sites import KINDS  # noqa: E402

RESULTS: Final = Path(__file__).with_name("results")
MKDOCS: Final = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
BUILD: Final = {"starlight": ("npm", "run", "build")}
SITE: Final = {"starlight": "dist"}
KEPT: Final = ("site", ".cache", "dist", ".astro", "node_modules/.astro", "node_modules/.vite")
"""What the generators keep of a build."""
CHAPTERS: Final = ("docs/chapter-1.md", "docs/en/chapter-1.md", "src/content/docs/chapter-1.mdx")
"""Where the generators have the first chapter."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took.

    Attributes:
        cold: CPU seconds with empty caches, the median of all runs.
        warm: CPU seconds with nothing changed, the median of all runs.
        edited: CPU seconds after a sentence was added to a chapter, the median of all runs.
        peak: Largest memory of one process, in MB.
        size: Output in MB.
        files: How many files were written.
    """

    cold: float
    warm: float
    edited: float
    peak: float
    size: float
    files: int


def measured(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Run a command and return its CPU seconds, children included, and its peak memory in MB.

    Raises:
        SystemExit: It fails; what it printed is shown.
    """
    log = folder / "build.log"
    os.sync()  # or what another has written is paid for by whoever comes next
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed in {folder}:\n{log.read_text()[-3000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def built(kind: str, folder: Path, runs: int) -> Built:
    """Build a project as often as asked: with empty caches, with nothing changed, and edited."""
    command = BUILD.get(kind, MKDOCS)
    if kind == "starlight":
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True
        )
    cold = [measured(command, emptied(folder)) for _ in range(runs)]
    warm = [measured(command, folder) for _ in range(runs)]
    chapter = next(folder / name for name in CHAPTERS if (folder / name).is_file())
    edited = [measured(command, edit(chapter, folder)) for _ in range(runs)]
    site = folder / SITE.get(kind, "site")
    files = [path for path in site.rglob("*") if path.is_file()]
    return Built(
        statistics.median(seconds for seconds, _ in cold),
        statistics.median(seconds for seconds, _ in warm),
        statistics.median(seconds for seconds, _ in edited),
        max(memory for _, memory in (*cold, *warm, *edited)),
        sum(path.stat().st_size for path in files) / 1e6,
        len(files),
    )


def emptied(folder: Path) -> Path:
    """Put aside what was kept of builds, and return the folder."""
    for kept in (folder / name for name in KEPT):
        if kept.exists():
            kept.rename(Path(mkdtemp(dir=folder.parent), kept.name))
    return folder


def edit(chapter: Path, folder: Path) -> Path:
    """Add a sentence to a chapter, and return the project's folder."""
    chapter.write_text(chapter.read_text("utf-8").replace(". The ", ". So be it. The ", 1), "utf-8")
    return folder


def page_of(kind: str, site: Path) -> str:
    """Return the address of the first chapter under the site's root."""
    paths = ("chapter-1.html", "chapter-1/index.html")
    return next(path for path in paths if (site / path).is_file())


def table(rows: Sequence[tuple[str, int, Built, Loaded | None]]) -> str:
    """Return the measurements as a Markdown table."""
    lines = [
        "| generator | N | cold, CPU s | warm, CPU s | edited, CPU s | peak MB | output MB | files "
        "| page kB, gzip | kB until 3 charts | kB in all | JS kB | requests | charts s | LCP s "
        "| CLS |",
        "|" + " --- |" * 16,
    ]
    for kind, size, made, seen in rows:
        cells = [kind, str(size), f"{made.cold:.1f}", f"{made.warm:.2f}"]
        cells += [f"{made.edited:.2f}", f"{made.peak:.0f}"]
        cells += [f"{made.size:.1f}", str(made.files)]
        cells += seen.cells() if seen else ["–"] * 8
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def growth(rows: Sequence[tuple[str, int, Built, Loaded | None]]) -> str:
    """Return what grows faster than the number of chapters, from the smallest to the largest."""
    told = []
    for kind in dict.fromkeys(row[0] for row in rows):
        own = sorted((row for row in rows if row[0] == kind), key=lambda row: row[1])
        for small, large in pairwise(own):
            times = large[1] / small[1]
            for name in ("warm", "edited", "peak", "size"):
                ratio = getattr(large[2], name) / getattr(small[2], name)
                if ratio > 1.3 * times:
                    told.append(
                        f"{kind}: {name} grows {ratio:.1f}× from N={small[1]} to {large[1]}"
                    )
    return "\n".join(told) or "Nothing grows faster than 1.3 times the number of chapters."


def machine() -> str:
    """Return what the measurements were made on."""
    python = platform.python_version()
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {python}"


def main() -> None:
    """Measure what is asked for, print it, and keep it by its date if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="6,60", help="numbers of chapters")
    parser.add_argument("--kinds", default="material,usual,ours", help=",".join(KINDS))
    parser.add_argument("--runs", type=int, default=3, help="builds of each sort")
    parser.add_argument("--no-browser", action="store_true", help="load no page")
    parser.add_argument("--keep", action="store_true", help="write results/<date>.md")
    given = parser.parse_args()
    rows = []
    # Nothing is deleted until all is measured: a file system pays for that later.
    with TemporaryDirectory() as base:
        sizes = map(int, given.sizes.split(","))
        for size, kind in product(sizes, given.kinds.split(",")):
            folder = Path(base) / f"{kind}-{size}"
            KINDS[kind](folder, size)
            made = built(kind, folder, given.runs)
            site = folder / SITE.get(kind, "site")
            seen = None if given.no_browser else load(site, page_of(kind, site), given.runs)
            rows.append((kind, size, made, seen))
            print(table(rows[-1:]).splitlines()[-1], flush=True)
    told = f"{machine()}\n\n{table(rows)}\n\n{growth(rows)}\n"
    print(f"\n{told}")
    if given.keep:
        RESULTS.mkdir(exist_ok=True)
        day = datetime.now(UTC).date().isoformat()
        (RESULTS / f"{day}.md").write_text(f"# {day}\n\n{told}", "utf-8")


if __name__ == "__main__":
    main()
