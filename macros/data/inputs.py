"""What a result depends on, as one digest, and results that are kept between runs by it.

The digest is of every file that a check or a build reads, of the package and of all that is
installed beside it, so that nothing can change a result and leave its key as it was.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import Final

from macros.data.kept import keep, recall
from macros.data.pieces import Pieces

PACKAGE: Final = Path(__file__).resolve().parents[1]
MAIN: Final = "mkdocs.yml"
DATA_FILE: Final = "data/facts.yml"
ENDINGS: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What the names of files end with that MkDocs takes for pages."""
FOLDER: Final = Path(".cache") / "kept"
_READ: Final = ("data", "docs")
_ASKED: Final = frozenset(("SOURCE_DATE_EPOCH", "TIEOUT_SITE_URL"))
_UNREADABLE: Final = b"cannot be read"  # no digest is so short
_TICK: Final = 2 * 10**9
"""In how many nanoseconds the clock of a file system, or of another machine, moves on."""
_DIGESTS: Final[dict[str, tuple[tuple[int, ...], bytes]]] = {}
_DESCRIBES: Final = (".dist-info", ".egg-info")
_WORD: Final = re.compile(r"\w+")
_PARENT: Final = re.compile(r"""\bINHERIT["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}]+))""")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the last result of a kind is kept, and the digest of what it has to be made of."""

    file: Path
    key: str

    def recall(self) -> bytes | None:
        """Return the result, if what is kept was made of the same."""
        key, _, result = (recall(self.file) or b"").partition(b"\n")
        return result if key == self.key.encode() else None

    def keep(self, result: bytes) -> None:
        """Keep a result in place of the last one."""
        keep(self.file, self.key.encode() + b"\n" + result)


def slot(root: Path, kind: str, key: str) -> Slot:
    """Return the slot of an explainer's results of a kind."""
    return Slot(root / FOLDER / kind, key)


def digest(
    root: Path,
    main: str,
    also: Iterable[Path] = (),
    given: str = "",
    *,
    words: bool = True,
) -> str:
    """Return the digest of what an explainer's results are made of.

    Args:
        root: The explainer's folder.
        main: Its configuration, relative to that.
        also: Further folders that are read.
        given: What else is asked for, such as a build's settings.
        words: Whether what stands in pages and facts counts, and not only what pages are called.
    """
    made, texts = sha256(f"{sys.version}\0{main}\0{given}".encode()), []
    for file in _configurations(root / main):
        texts.append(_content(file))
        made.update(sha256(texts[-1]).digest())
    for folder in (*(root / name for name in _READ), PACKAGE, *also):
        for path in _files(folder):
            made.update(os.fsencode(path.removeprefix(str(folder))) + b"\0")
            if words or not path.endswith(ENDINGS):
                own = not words and path == str(root / DATA_FILE)
                made.update(_rest_of(path) if own else _digest_of(path))
            if folder.name == "docs" and path.endswith(".yml"):
                texts.append(_content(Path(path)))
    for each in (*installed(), *_environment(texts)):
        made.update(each.encode("utf-8", "surrogateescape") + b"\0")
    return made.hexdigest()


def _configurations(file: Path) -> Iterator[Path]:
    """Yield a configuration and those that it inherits."""
    seen = set[Path]()
    while file not in seen:
        seen.add(file)
        yield file
        if found := _PARENT.search(_content(file).decode("utf-8", "replace")):
            file = (file.parent / next(filter(None, found.groups()), "")).resolve()


def _files(folder: Path) -> list[str]:
    found = (
        os.path.join(where, name)  # noqa: PTH118 - hundreds, six times at each edit
        for where, _, names in os.walk(folder, followlinks=True)
        if not where.endswith("__pycache__")
        for name in names
    )
    return sorted(found)


def _digest_of(path: str) -> bytes:
    """Return the digest of a file, which is read again if it was written since, or just now."""
    try:
        at = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return _UNREADABLE
    state = at.st_mtime_ns, at.st_ctime_ns, at.st_size, at.st_ino
    known, digest = _DIGESTS.get(path, (None, b""))
    if known != state:
        digest = sha256(_content(Path(path))).digest()
        if time_ns() - at.st_mtime_ns > _TICK:  # else the next edit may leave the same time
            _DIGESTS[path] = state, digest
    return digest


def _rest_of(path: str) -> bytes:
    """Return the digest of a data file without its facts."""
    rest = Pieces(_content(Path(path)).decode("latin-1")).rest
    return sha256(rest.encode("latin-1")).digest()


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return _UNREADABLE


def installed() -> list[str]:
    """Return the names of what describes installed packages: each says its version."""
    names: list[str] = []
    for path in filter(os.path.isdir, sys.path):
        names += (each.name for each in os.scandir(path) if each.name.endswith(_DESCRIBES))
    return sorted(names)


def _environment(configurations: Iterable[bytes]) -> list[str]:
    """Return what the environment says that we ask for, or that a configuration may."""
    texts = (text.decode("utf-8", "replace") for text in configurations)
    asked = _ASKED.union(*(_WORD.findall(text) for text in texts))
    return [f"{name}={os.environ[name]}" for name in sorted(asked.intersection(os.environ))]
