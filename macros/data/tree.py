"""YAML as a tree of located texts: every scalar keeps its own characters, place and quoting.

Nothing is converted here, so ``012``, ``no``, ``1_000`` or ``12:30`` stay what the author typed.
Anchors, aliases and tags are refused, which also takes the fuse out of YAML bombs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import yaml

from macros.problems import Location, Problems, place_at

try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # pragma: no cover - PyYAML built without libyaml
    _Loader = yaml.SafeLoader

MAX_BYTES: Final = 8_000_000
MAX_DEPTH: Final = 24
MAX_NODES: Final = 200_000
SPARSE: Final = 6
"""A large file may have a value for each of so many bytes: one of facts has fewer, a bomb more."""
MOST_PROBLEMS: Final = 100
# Control characters, and the line ends that YAML counts and editors do not.
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# They turn the direction of text, so that what is seen is not what is read.
_TURNS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REFUSED: Final = re.compile(f"[{_CONTROLS}]")
_UNSEEN: Final = re.compile(f"[{_CONTROLS}{_TURNS}]")


class Scalar(str):
    """A scalar's text, with its place and whether it was quoted."""

    where: Location
    quoted: bool

    @classmethod
    def make(cls, text: str, where: Location, quoted: bool) -> Scalar:
        """Return the text with its place."""
        scalar = cls(text)
        scalar.where, scalar.quoted = where, quoted
        return scalar


class Branch(dict[str, Any]):
    """A mapping, with its place and the places of its values."""

    def __init__(self, where: Location) -> None:
        super().__init__()
        self.where = where
        self.key_places: dict[str, Location] = {}


class Sequence(list[Any]):
    """A list, with its place."""

    def __init__(self, where: Location) -> None:
        super().__init__()
        self.where = where


Node = Scalar | Branch | Sequence


def read_file(
    root: Path, path: str, problems: Problems, what: str = "file", most: int = MAX_BYTES
) -> str | None:
    """Return the text of a file, or None and why it cannot be had.

    Args:
        root: The project's folder.
        path: The file's path in it.
        problems: Where to record what is wrong.
        what: What to call the file.
        most: How many bytes it may have.
    """
    try:
        raw = (root / path).read_bytes()
        text = raw.decode("utf-8-sig") if len(raw) <= most else None
    except OSError as error:
        problems.add(Location(path), f"cannot be read: {error.strerror}")
        return None
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode()
        message = f"the {what} is not UTF-8"
        problems.add(place_at(path, good, len(good)), message, "save it as UTF-8")
        return None
    if text is None:
        problems.add(Location(path), f"the {what} is larger than {most} bytes", "split it")
    return text


def is_without_unseen(text: str, path: str, problems: Problems) -> bool:
    """Whether a text is free of characters that no one sees and that change what is read."""
    found = _UNSEEN.search(text)
    if found is not None:
        message = f"the character U+{ord(found[0]):04X} is not allowed"
        where = place_at(path, text, found.start())
        problems.add(where, message, unicodedata.name(found[0], "").lower())
    return found is None


def read_tree(text: str, path: str, problems: Problems, above: int = 0) -> Node | None:
    """Read one YAML document, above which so many lines of its file stand; record what is wrong.

    Returns:
        The tree, or None if the text is not one YAML document of bounded size.
    """
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        problems.add(Location(path), f"the file is larger than {MAX_BYTES} bytes")
        return None
    if found := _REFUSED.search(text):
        where = place_at(path, text, found.start())
        problems.add(where, f"not YAML: the character U+{ord(found[0]):04X} is not allowed")
        return None
    builder = _Builder(path, problems, above, max(MAX_NODES, len(text) // SPARSE))
    with refusing_other(path, problems):
        for event in iter(_Loader(text).get_event, None):
            builder.take(event)
            if builder.stopped:
                break
        if builder.root is None and not builder.refused:
            told = "it needs `site:`, `facts:` and the rest"
            problems.add(Location(path), "the file is empty", told)
        return None if builder.refused else builder.root
    return None


@contextmanager
def refusing_other(path: str, problems: Problems) -> Iterator[None]:
    """Record it if what is read in a block is no YAML."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        problems.add(
            place_of(path, error.problem_mark), f"not YAML: {error.problem}", _begun(error)
        )
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problems.add(Location(path), f"not YAML: {str(error).splitlines()[0]}")


def _begun(error: yaml.MarkedYAMLError) -> str:
    """Say where the thing began that is not right, such as a quote that is never closed."""
    begun, place = place_of("", error.context_mark), place_of("", error.problem_mark)
    known = begun.line and begun != place
    if "cannot start any token" in str(error.problem):
        return "indent with blanks, not with tabs; quote what begins with @, % or `"
    return f"{error.context} that begins at {begun.line}:{begun.column}" if known else ""


def place_of(path: str, mark: Any) -> Location:
    """Return the place of a mark of YAML's, or the file without one."""
    return Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)


class _Builder:
    """Turns parser events into a tree, on a stack of open containers."""

    def __init__(self, path: str, problems: Problems, above: int, most: int) -> None:
        self.path, self.problems, self.told = path, problems, len(problems.found)
        self.above, self.most = above, most
        self.root: Node | None = None
        self.refused = False
        self.stopped, self.nodes = False, 0
        self.stack: list[Branch | Sequence] = []
        self.keys: list[Scalar | None] = []

    def take(self, event: Any) -> None:
        """Take the parser's next event; after many problems the rest is not read."""
        if len(self.problems.found) - self.told >= MOST_PROBLEMS:
            self._stop(event, "from here on the file was not read", "mend what is told first")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "an alias (*) is not allowed", "write the value out")
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_marks(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(event, "the file holds more than one document", "remove the `---`")

    def _refuse(self, event: Any, message: str, hint: str = "") -> None:
        self.problems.add(place_of(self.path, event.start_mark), message, hint)
        self.refused = True

    def _stop(self, event: Any, message: str, hint: str = "") -> None:
        self._refuse(event, message, hint)
        self.stopped = True

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "an anchor (&) is not allowed", "write the value out")
        if event.tag not in (None, "!"):
            self._refuse(event, f"the tag {event.tag} is not allowed", "remove it")
        if len(self.stack) >= MAX_DEPTH:
            self._stop(event, f"nested deeper than {MAX_DEPTH}")
        self.nodes += 1
        if self.nodes > self.most:
            self._stop(event, f"the file holds more than {self.most} values", "split the explainer")

    def _open(self, event: Any) -> None:
        mark = event.start_mark
        where = Location(self.path, mark.line + 1 + self.above, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            # A style is a quote or a block: without either YAML would make numbers and dates of it.
            self._attach(Scalar.make(event.value, where, bool(event.style)), where)
            return
        node = Branch(where) if isinstance(event, yaml.MappingStartEvent) else Sequence(where)
        self.stack.append(self._attach(node, where))
        self.keys.append(None)

    def _attach(self, node: Node, where: Location) -> Any:
        """Put a node where it belongs, and return what its own nodes belong to."""
        if not self.stack:
            self.root = node
        elif isinstance(parent := self.stack[-1], Sequence):
            parent.append(node)
        elif (key := self.keys[-1]) is None:
            self._take_key(parent, node, where)
        else:
            # Of two values under one key the first stands, which is the one that the message names;
            # of two lists the entries of both, so that nothing is missed which is there.
            first = parent.setdefault(key, node)
            self.keys[-1] = None
            return first if isinstance(first, Sequence) and isinstance(node, Sequence) else node
        return node

    def _take_key(self, parent: Branch, node: Node, where: Location) -> None:
        if not isinstance(node, Scalar):
            self.problems.add(where, "a key must be a word, not a list or mapping")
            self.refused = True
            node = Scalar.make("", where, False)
        if node in parent.key_places:
            first = parent.key_places[node]
            self.problems.add(
                where, f"duplicate key {str(node)!r}", f"it stands first in line {first.line}"
            )
        parent.key_places.setdefault(node, where)
        self.keys[-1] = node
