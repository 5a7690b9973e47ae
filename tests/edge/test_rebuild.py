"""What is served after an edit is what a whole build makes, though only what shows it is made.

Edits that cannot mend each other's faults share a whole build to be compared with: it takes most
of the time. `TIEOUT_EDITS=each` gives each its own, for the night.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from edge_project import environment
from explainers import lay_out
from repository import ROOT

from macros.edge.rebuild import Edits
from macros.edge.run import Run

SEA, ICE = "docs/en/sea.md", "docs/zh/ice.md"
FACTS = "data/facts.yml"
LESS = '4.22 million square kilometers", value: 4.22'
EDITS = {
    "a sentence": (SEA, ".\n\n## ", ". This is more. So be it.\n\n## "),
    "a sentence in the other language": (ICE, "。\n\n", "。这里更多。\n\n"),
    "a call": (SEA, "So be it.", 'It was {{ fact("arctic_low[2012]") }}.'),
    "a call in the other language": (
        "docs/zh/sea.md",
        "。\n\n## ",
        '。当时是{{ fact("arctic_low[2012]") }}。\n\n## ',
    ),
    "a value": (FACTS, '4.23 million square kilometers", value: 4.23', LESS),
    "a name": (FACTS, "Arctic sea ice at its yearly low", "Sea ice of the Arctic at its low"),
    "a remark": (FACTS, "the leaflet seems to have slipped", "the leaflet slipped, it seems,"),
    "what is wrong": (SEA, 'fact("arctic_low[2012]")', 'fact("arctic_lo[2012]")'),
    "and right again": (SEA, 'fact("arctic_lo[2012]")', 'fact("arctic_low[2012]")'),
    "a title": (SEA, "\n# ", "\n# More of "),
    "an origin": (FACTS, "published: 2012-09-19", "published: 2012-09-20"),
}
WHOLE = {"a title", "an origin"}
"""What is shown everywhere, or is no fact: all of it is built."""
FIRST = {"a sentence", "a call", "a value", "what is wrong", "and right again", "a title"}
"""With which a group of edits begins."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bool, list[str]]]:
    """Return of each edit whether it was mended alone, and the files that are others than built."""
    root = lay_out(tmp_path_factory.mktemp("explainer"))
    command = [sys.executable, str(ROOT / "tests/support/editing.py"), str(root / "served")]
    groups: list[list[tuple[str, str, str]]] = []
    for name, edit in EDITS.items():
        if name in FIRST or os.environ.get("TIEOUT_EDITS") == "each":
            groups.append([])
        groups[-1].append(edit)
    done = subprocess.run(
        command,
        cwd=root,
        env=environment(),
        input=json.dumps(groups),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(EDITS, json.loads(done.stdout.splitlines()[-1]), strict=True))


@pytest.mark.parametrize("name", EDITS)
def test_what_is_served_is_what_a_whole_build_makes(
    told: dict[str, tuple[bool, list[str]]], name: str
) -> None:
    """After edits of pages and data every file is, byte for byte, as if all had been made."""
    alone, others = told[name]
    assert not others
    assert alone is (name not in WHOLE)


class Server:
    """A server that answers with what is in the site when it is asked."""

    mount_path = "/"

    def __init__(self, site: dict[str, str]) -> None:
        self.site = site
        self.read: list[Counter[str]] = []

    def set_app(self, _: object) -> None:
        """Take over nothing."""

    def serve_request(self, environ: dict[str, str], start: Any) -> list[bytes]:
        """Answer."""
        start("200 OK", [])
        return [self.site[environ["PATH_INFO"]].encode()]


def test_who_asks_for_what_is_put_off_gets_it_when_it_is_made(tmp_path: Path) -> None:
    """Another page is there at once; what is asked for is made before what stood ahead of it."""
    server: Any = Server({"/ledger.html": "old", "/sea.html": "sea", "/a.csv": "old"})
    edits = Edits(Run(), tmp_path, server, lambda: None, pause=0)
    edits.late = {("en", ""): {"a.csv"}, ("en", "ledger.md"): {"ledger.html"}}
    made: list[str] = []

    def finish(language: str, uri: str) -> None:
        made.append(uri)
        server.site["/ledger.html" if uri else "/a.csv"] = "new"

    edits._finish = finish  # type: ignore[method-assign]
    heads: list[str] = []

    def asked(path: str) -> str:
        (body,) = edits.answer({"PATH_INFO": path}, lambda status, _: heads.append(status))
        return body.decode()

    assert asked("/sea.html") == "sea"
    with ThreadPoolExecutor(1) as pool:
        ledger = pool.submit(asked, "/ledger.html")
        with edits.state:
            assert edits.state.wait_for(lambda: edits.wanted["ledger.html"], 10)
        edits.finish()
        assert ledger.result(10) == "new"
    assert made == ["ledger.md", ""]
    assert heads == ["200 OK"] * 2
    assert asked("/a.csv") == "new"


def test_the_next_edit_does_not_wait_for_what_nobody_asks_for(tmp_path: Path) -> None:
    """Between an edit and the next nothing is begun that was put off, if they follow closely."""
    server: Any = Server({})
    edits = Edits(Run(), tmp_path, server, lambda: None, pause=60)
    edits.late = {("en", ""): {"a.csv"}}
    made: list[str] = []

    def finish(language: str, uri: str) -> None:
        made.append(uri)

    edits._finish = finish  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        finished = pool.submit(edits.finish)
        edits.build()
        finished.result(10)
    assert not made


def test_pages_that_are_read_are_made_first(tmp_path: Path) -> None:
    """A browser that waits for news of a page tells which one, as long as it waits."""
    server: Any = Server({"/livereload/1/1": ""})
    edits = Edits(Run(), tmp_path, server, lambda: None)
    referer = "http://127.0.0.1:8000/zh/%E6%B5%B7.html?a#b"
    environ = {"PATH_INFO": "/livereload/1/1", "HTTP_REFERER": referer}
    edits.answer(environ, lambda *_: server.read.append(+edits.open))
    assert server.read == [Counter({"zh/海.html": 1})]
    assert not +edits.open
