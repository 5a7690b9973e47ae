"""How long things take that must not take long: `.venv/bin/python tests/benchmarks/run.py`.

Nothing here can fail: a machine may be busy. Each night the numbers are printed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import browsers
from playwright.sync_api import sync_playwright
from repository import ROOT, environment
from serving import serving

ENTRIES: Final = 5_000
_START: Final = '<tbody class="t-entry"'
_TAKEN: Final = """() => [["verdict", "contradicted"], ["text", "revenue"], ["sort", "value"]].map(
  ([name, value]) => [name, Math.min(...[value, "", value, ""].map((given) => {
    const field = document.querySelector(`.t-filter [name=${name}]`);
    const start = performance.now();
    field.value = given;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - start;
  }))])"""


def timed(*words: str) -> float:
    """Run a command of the project, and return how many seconds it takes."""
    start = time.perf_counter()
    command = [sys.executable, "-m", *words]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
    return time.perf_counter() - start


def swollen(html: str) -> str:
    """Repeat the entries of a ledger until there are some thousands."""
    first, end = html.index(_START), html.rindex("</tbody>", 0, html.index("t-ledger__none")) + 8
    rows = html[first:end]
    times = -(-ENTRIES // rows.count(_START))
    more = (rows.replace(f'{_START} id="', f'{_START} id="n{n}-') for n in range(times))
    return html[:first] + "".join(more) + html[end:]


def ledger(site: Path) -> Iterator[tuple[str, float]]:
    """Yield how many milliseconds a filter, a word and an order take in a large ledger."""
    page = site / "ledger.html"
    page.write_text(swollen(page.read_text("utf-8")), "utf-8")
    flags = ["--no-sandbox"] if browsers.is_root() else []
    with serving(site) as host, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=browsers.chromium() or None, args=flags)
        tab = browser.new_page()
        tab.goto(f"{host}ledger.html")
        yield from tab.evaluate(_TAKEN)
        browser.close()


def main() -> None:
    """Print what the check and the build take, and what a reader of a large ledger waits for."""
    print(f"check: {timed('macros', 'check'):.2f} s")
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for kept in ("cold", "warm"):
            if kept == "cold":
                shutil.rmtree(ROOT / ".cache", ignore_errors=True)
            taken = timed("mkdocs", "build", "--strict", "-d", str(site))
            print(f"build, charts {kept}: {taken:.1f} s")
        for what, taken in ledger(site):
            print(f"ledger of {ENTRIES} entries, {what}: {taken:.0f} ms")
        sizes = [len(re.sub(r"\s+", " ", p.read_text("utf-8"))) for p in site.glob("*.html")]
        print(f"largest page but the ledger: {sorted(sizes)[-2] / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
