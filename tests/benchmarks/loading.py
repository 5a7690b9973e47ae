"""Loads a page as a phone on a slow connection does, and says what came and when."""

from __future__ import annotations

import functools
import gzip
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

import browsers
from playwright.sync_api import sync_playwright

_SLOW_4G: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
_CPU: Final = 4
_WATCH: Final = """() => {
  window.seen = { charts: 0, lcp: 0, cls: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((e) => (seen.lcp = e.startTime)))
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => {
    if (!e.hadRecentInput) seen.cls += e.value;
  })).observe({ type: "layout-shift", buffered: true });
  const drawn = () => [...document.querySelectorAll("article figure, main figure, .vega-embed")]
    .filter((each) => each.querySelector("svg, canvas")).length;
  const look = () => {
    if (!seen.charts && drawn() >= 3) seen.charts = performance.now();
    if (!seen.charts) requestAnimationFrame(look);
  };
  look();
}"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a first visit to a page takes.

    Attributes:
        page: The page itself in kB, as sent with gzip.
        until_charts: kB received until three charts are on the page; 0 if there are none.
        total: kB received in all.
        scripts: kB of scripts.
        requests: How many requests there are.
        charts: Seconds until three charts are on the page; 0 if there are none.
        lcp: Seconds until the largest element is painted.
        cls: How far things move.
    """

    page: float
    until_charts: float
    total: float
    scripts: float
    requests: int
    charts: float
    lcp: float
    cls: float

    def cells(self) -> list[str]:
        """Return the columns of the table."""
        return [
            f"{self.page:.1f}",
            f"{self.until_charts:.0f}" if self.charts else "–",
            f"{self.total:.0f}",
            f"{self.scripts:.0f}",
            str(self.requests),
            f"{self.charts:.2f}" if self.charts else "–",
            f"{self.lcp:.2f}",
            f"{self.cls:.3f}",
        ]


class _Zipping(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send text with gzip at level 6, as hosts do."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        content = path.read_bytes()
        kind = self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if (
            kind.split("/", maxsplit=1)[0] == "text"
            or "json" in kind
            or "script" in kind
            or "svg" in kind
        ):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Zipping, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def load(site: Path, path: str, runs: int = 3) -> Loaded:
    """Load a page of a built site with an empty cache, and return the medians of some runs.

    Args:
        site: The site's folder.
        path: The page, under the site's root.
        runs: How often to load it.
    """
    flags = ["--disable-background-networking", "--no-first-run"]
    flags += ["--no-sandbox"] if browsers.is_root() else []
    with _served(site) as host, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=browsers.chromium() or None, args=flags)
        seen = [_once(browser, f"{host}{path}") for _ in range(runs)]
        browser.close()
    middle = [statistics.median(column) for column in zip(*seen, strict=True)]
    page, until, total, scripts, requests, charts, lcp, cls = middle
    return Loaded(page, until, total, scripts, int(requests), charts, lcp, cls)


def _once(browser: Any, url: str) -> tuple[float, ...]:
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2)
    tab = context.new_page()
    tab.add_init_script(f"({_WATCH})()")
    wire = context.new_cdp_session(tab)
    received: dict[str, tuple[str, float]] = {}
    came: list[tuple[float, str, float]] = []
    wire.on("Network.responseReceived", lambda e: received.update({e["requestId"]: (e["type"], 0)}))
    wire.on(
        "Network.loadingFinished",
        lambda e: came.append(
            (e["timestamp"], received.get(e["requestId"], ("", 0))[0], e["encodedDataLength"])
        ),
    )
    starts: list[float] = []
    wire.on("Network.requestWillBeSent", lambda e: starts.append(e["timestamp"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", _SLOW_4G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": _CPU})
    tab.goto(url, wait_until="networkidle")
    seen = tab.evaluate("() => window.seen")
    ready = min(starts) + seen["charts"] / 1000
    kilo = [(at, kind, size / 1000) for at, kind, size in came]
    context.close()
    return (
        next((size for _, kind, size in kilo if kind == "Document"), 0),
        sum(size for at, _, size in kilo if at <= ready) if seen["charts"] else 0,
        sum(size for _, _, size in kilo),
        sum(size for _, kind, size in kilo if kind == "Script"),
        len(kilo),
        seen["charts"] / 1000,
        seen["lcp"] / 1000,
        seen["cls"],
    )
