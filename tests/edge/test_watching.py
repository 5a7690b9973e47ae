"""An edit is heard of once, from whoever tells of it first."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from watchdog.events import FileModifiedEvent, FileOpenedEvent, FileSystemEventHandler

from macros.edge.watching import Watching


class Observer:
    """An observer that tells of what a test makes up."""

    def __init__(self) -> None:
        self.handlers: list[FileSystemEventHandler] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> str:
        """Remember whom to tell."""
        assert recursive
        self.handlers.append(handler)
        return path

    def unschedule(self, watch: str) -> None:
        """Tell nobody any more."""
        assert watch == "docs"
        self.handlers.clear()

    def start(self) -> None:
        """Fail, as where the system watches no more."""
        raise OSError

    def stop(self) -> None:
        """Stop."""
        self.handlers.clear()


def test_an_edit_is_heard_of_once(tmp_path: Path) -> None:
    """The second observer tells of the same edit in vain, and of the next one first."""
    told: list[str] = []
    handler: Any = SimpleNamespace(dispatch=lambda event: told.append(event.src_path))
    both: Any = (Observer(), Observer())
    watching, page = Watching(both), tmp_path / "page.md"
    watching.start()
    watches = watching.schedule(handler, "docs", recursive=True)
    for text in ("one", "other"):
        page.write_text(text, "utf-8")
        for observer in both:
            for each in observer.handlers:
                each.dispatch(FileModifiedEvent(str(page)))
    assert told == [str(page)] * 2
    both[0].handlers[0].dispatch(FileOpenedEvent(str(page)))
    assert len(told) == 2
    watching.unschedule(watches)
    assert not both[0].handlers and not both[1].handlers
    watching.stop()
