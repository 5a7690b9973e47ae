"""Our scripts and style sheets as they are published: short, and named for what is in them.

So a browser may keep them for ever. With the theme's that were parted they go to one folder when
all else is written. Whatever asks for them then asks by their new names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import rcssmin
import rjsmin

ASSETS: Final = Path(__file__).resolve().parents[1] / "theme" / "assets"
_SHORTER: Final = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
FOLDER: Final = "assets/kept"
_OURS: Final = frozenset((*(path.name for path in ASSETS.iterdir()), "entities.css", "vega.js"))
"""What an author adds keeps its name."""
_THEIRS: Final = "assets/stylesheets/*.css"
_NAMED: Final = re.compile(r'"([\w-]+\.(?:js|css))"')
"""How our scripts name one another."""


def minify(site: Path) -> None:
    """Drop comments and blanks of the package's own assets in a finished site, of no author's."""
    for source in sorted(ASSETS.iterdir()):
        published = site / "assets" / source.name
        if (shorter := _SHORTER.get(source.suffix)) and published.exists():
            published.write_text(shorter(source.read_text("utf-8")), "utf-8")


def rename(site: Path) -> dict[str, str]:
    """Name files of a finished site for their content; return the new path of each by its old."""
    ours = (path for path in site.glob("assets/*.[cj]s*") if path.name in _OURS)
    found = sorted((*ours, *site.glob(_THEIRS)))
    files = {path.name: path for path in found}
    renamed: dict[str, str] = {}
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for file in _after_those_they_name(files):
        text = file.read_text("utf-8")
        text = _NAMED.sub(lambda found: f'"{renamed.get(found[1], found[1])}"', text)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        # The theme's have a digest already, of what they were before they were parted.
        name = f"{file.name.partition('.')[0]}.{digest}{file.suffix}"
        (site / FOLDER / name).write_text(text, "utf-8")
        renamed[file.name] = name
        file.unlink()
    with suppress(OSError):  # what an author has put there stays
        (site / _THEIRS).parent.rmdir()
    return {path.relative_to(site).as_posix(): f"{FOLDER}/{renamed[path.name]}" for path in found}


def _after_those_they_name(files: dict[str, Path]) -> Iterator[Path]:
    """Yield files, those that name others last: a name changes with what is named."""
    naming = {name: _named(path) & files.keys() - {name} for name, path in files.items()}
    for name in sorted(files, key=lambda name: (bool(naming[name]), name)):
        yield files[name]


def _named(file: Path) -> set[str]:
    return set(_NAMED.findall(file.read_text("utf-8"))) if file.suffix == ".js" else set()
