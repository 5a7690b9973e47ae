"""Hears of edits from the system, which is at once, and looks for them as MkDocs does.

The system tells nothing of files on some shares and in some containers; looking takes half a
second. Whoever comes second with the same edit is not listened to.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

_EDITS: Final = frozenset(("modified", "created", "deleted", "moved"))


@dataclass
class Watching:
    """What a server watches with, in place of its own observer.

    Attributes:
        observers: Those that look, and that hear.
        seen: How each file was left that an edit was heard of.
    """

    observers: tuple[BaseObserver, ...]
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """Tell a handler of edits below a path."""
        once = _Once(handler, self)
        return [each.schedule(once, path, recursive=recursive) for each in self.observers]

    def unschedule(self, watches: Iterable[Any]) -> None:
        """Tell no more of edits that `schedule` was asked to tell of."""
        for each, watch in zip(self.observers, watches, strict=True):
            each.unschedule(watch)

    def start(self) -> None:
        """Begin, with as many observers as can."""
        for each in self.observers:
            with suppress(OSError):  # the system watches no more
                each.start()

    def stop(self) -> None:
        """End."""
        for each in self.observers:
            each.stop()

    def is_new(self, path: str) -> bool:
        """Whether a file is not as it was left when an edit of it was heard of."""
        try:
            stat = Path(path).stat()
            found = stat.st_mtime_ns, stat.st_size
        except OSError:
            found = 0, -1
        former = self.seen.get(path)
        self.seen[path] = found
        return found != former


@dataclass(eq=False)
class _Once(FileSystemEventHandler):
    """Passes on what nobody has told of before."""

    handler: FileSystemEventHandler
    watching: Watching

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _EDITS and any([*map(self.watching.is_new, paths)]):
            self.handler.dispatch(event)


def hear(server: LiveReloadServer, *paths: str) -> None:
    """Let a server hear of edits, of paths that it watches already, too."""
    for path in paths:
        server.unwatch(path)
    server.observer = Watching((server.observer, Observer()))  # type: ignore[assignment]
    for path in paths:
        server.watch(path)
