"""What a result depends on, as one digest, and results that are kept between runs by it.

The digest is of every file that a check or a build reads, of the package and of all that is
installed beside it, so that nothing can change a result and leave its key as it was.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
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
_ASIDE: Final = frozenset((*_READ, ".git", ".cache", "site"))
_ASKED: Final = frozenset(("SOURCE_DATE_EPOCH", "TIEOUT_SITE_URL"))
_UNREADABLE: Final = b"cannot be read"  # no digest is so short
_TICK: Final = 2 * 10**9
"""In how many nanoseconds the clock of a file system, or of another machine, moves on."""
_DIGESTS: Final[dict[str, tuple[tuple[int, ...], bytes]]] = {}
_DESCRIBES: Final = (".dist-info", ".egg-info")
_WORD: Final = re.compile(r"\w+")
_SITE: Final = re.compile(r"^site_dir\s*:.*", re.MULTILINE)  # what a build writes
_WITHIN: Final = re.compile(r"(?:site|\.git|\.cache)/[\w./-]+")
_CODE: Final = (".py", ".pyc", ".so", ".pyd")
_SETS: Final = re.compile(r"^(?:INHERIT|site_name)\s*:", re.MULTILINE)
_ESCAPE: Final = re.compile(r"\\(?:x|u0*)([0-9A-Fa-f]{2})")
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
    made = sha256(f"{package_digest()}\0{main}\0{given}".encode())
    texts = [_content(file) for file in _configurations(root, main)]
    made.update(sha256(b"\0".join(texts)).digest())
    for file in reached(root, main):
        made.update(os.fsencode(file.relative_to(root)) + b"\0" + file_digest(str(file)))
    for folder in (*(root / name for name in _READ), *also):
        for path in _files(folder):
            made.update(os.fsencode(path.removeprefix(str(folder))) + b"\0")
            if words or not path.endswith(ENDINGS):
                own = not words and path == str(root / DATA_FILE)
                made.update(_rest_of(path) if own else file_digest(path))
    for each in _environment(texts):
        made.update(each.encode("utf-8", "surrogateescape") + b"\0")
    return made.hexdigest()


def package_digest() -> str:
    """Return the digest of the package, and of all that is installed beside it."""
    beside = "\0".join((sys.version, *installed())).encode("utf-8", "surrogateescape")
    return sha256(beside + b"\0" + code_digest()).hexdigest()


def code_digest() -> bytes:
    """Return the digest of the package's own files."""
    made = sha256()
    for path in _files(PACKAGE):
        made.update(os.fsencode(path.removeprefix(str(PACKAGE))) + b"\0" + file_digest(path))
    return made.digest()


def reached(root: Path, main: str, also: Iterable[Path] = ()) -> list[Path]:
    """Return the files of an explainer that may take part in a build, but for data and pages.

    They are what a configuration names, what Python could import, and what these name again:
    hooks, templates, what a plugin is given. The package itself is not among them.

    Args:
        root: The explainer's folder.
        main: Its configuration, relative to that.
        also: Files and folders beside those that stand in the explainer's folder itself.
    """
    configurations = [*_configurations(root, main)]
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _SITE.sub("", _text(configurations)))
    apart = {PACKAGE, *configurations}
    own = (each for each in sorted(root.iterdir()) if each.name not in _ASIDE)
    aside = (path for name in _WITHIN.findall(text) if (path := root / name).exists())
    left = [each for each in (*own, *aside, *also) if each.resolve() not in apart]
    found: list[Path] = []
    while new := [each for each in left if _is_code(each) or _is_named(each.stem, text)]:
        left = [each for each in left if each not in new]
        files = [file for each in new for file in ([each] if each.is_file() else _files(each))]
        found += map(Path, files)
        text = _text(filter(_is_code, found))
    return sorted(found)


def _is_code(path: Path) -> bool:
    """Whether Python could import it by its name, or a build be given it for its configuration."""
    if path.suffix in (".yml", ".yaml"):
        return _SETS.search(_text([path])) is not None
    return path.suffix in _CODE or any((path / f"__init__{each}").is_file() for each in _CODE)


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _configurations(root: Path, main: str) -> Iterable[Path]:
    """Return an explainer's configurations, one for each language, and those that they inherit."""
    seen: dict[Path, None] = {}
    left = [root / main, *sorted((root / "docs").glob("*.yml"))]
    while file := left.pop(0).resolve() if left else None:
        if file not in seen and (found := _PARENT.search(_text([file]))):
            left.append(file.parent / next(filter(None, found.groups()), ""))
        seen.setdefault(file)
    return seen


def _files(folder: Path) -> list[str]:
    found = (
        os.path.join(where, name)  # noqa: PTH118 - hundreds, six times at each edit
        for where, _, names in os.walk(folder, followlinks=True)
        if not where.endswith("__pycache__")
        for name in names
    )
    return sorted(found)


def file_digest(path: str) -> bytes:
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


def _text(files: Iterable[Path]) -> str:
    return "\n".join(_content(file).decode("utf-8", "replace") for file in files)


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
