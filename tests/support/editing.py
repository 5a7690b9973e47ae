"""Edits an explainer in its folder as an author does while it is served, and says what is served.

`python editing.py <site>` reads groups of edits as JSON, each edit a list of a path, an old and a
new text. It tells of each whether it was mended alone, and which files are others after its group
than those of a site that is built as a whole, with nothing kept.
"""

from __future__ import annotations

import json
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

ADDRESS = "http://127.0.0.1:8000/"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Serving:
    """An explainer that is served from a folder, as `mkdocs serve` does it."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site, self.builds = root, site, 0
        self.built: dict[frozenset[tuple[str, bytes]], dict[str, bytes]] = {}
        self.whole()
        hooks: Any = self.config.hooks
        (hook,) = hooks.values()
        from macros.edge.rebuild import Edits

        server: Any = SimpleNamespace(mount_path="/", set_app=lambda app: None, observer=None)
        self.edits = Edits(hook.RUN, root, server, self.whole, pause=0)
        self.edits.begin()

    def whole(self) -> None:
        """Build all of it."""
        self.builds += 1
        self.config = load_config("mkdocs.yml", site_dir=str(self.site))
        self.config.site_url = ADDRESS
        if self.builds == 1:
            self.config.plugins.on_startup(command="serve", dirty=False)
        build(self.config, serve_url=ADDRESS)

    def edit(self, path: str, change: Callable[[str], str]) -> tuple[bool, dict[str, bytes]]:
        """Edit a file, and return whether that was mended alone, and what is served then."""
        file, before = self.root / path, self.builds
        text = file.read_text("utf-8")
        assert change(text) != text, path
        file.write_text(change(text), "utf-8")
        self.edits.build()
        while self.edits.late:
            self.edits.finish()
        return self.builds == before, contents(self.site)

    def anew(self) -> dict[str, bytes]:
        """Return what is served after all of it is built with nothing kept, once for each text."""
        written = frozenset(
            (*contents(self.root / "data").items(), *contents(self.root / "docs").items())
        )
        if written not in self.built:
            with self.edits.turn:
                shutil.rmtree(self.root / ".cache" / "kept")
                self.whole()
                self.edits.known = dict(self.edits.run.digests)
            self.built[written] = contents(self.site)
        return self.built[written]


def told(serving: Serving, groups: list[list[list[str]]]) -> Iterator[tuple[bool, list[str]]]:
    """Yield of each edit whether it was mended alone, and the files that are others than built."""
    for group in groups:
        mended = [
            serving.edit(path, lambda text, o=old, n=new: text.replace(o, n, 1))  # type: ignore[misc]
            for path, old, new in group
        ]
        (_, served), built = mended[-1], serving.anew()
        names = sorted(served.keys() | built.keys())
        others = [name for name in names if served.get(name) != built.get(name)]
        yield from ((alone, others) for alone, _ in mended)


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    sys.path.insert(0, str(Path.cwd()))
    print(json.dumps([*told(Serving(Path.cwd(), Path(sys.argv[1])), json.load(sys.stdin))]))
