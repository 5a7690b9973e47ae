"""Files of a site that MkDocs does not know of.

From disk nothing can be fetched, so the index of the search is a script.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

INDEX: Final = "search/search_index.json"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, by their paths in it."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def stamps(folder: Path) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield of each file below a folder when it was written; what is hidden there is left out."""
    for inner, names, files in os.walk(folder):
        names.sort()
        for path in (Path(inner, name) for name in sorted(files)):
            if not path.relative_to(folder).as_posix().startswith("."):
                at = path.stat()
                yield str(path), at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino


def publish(
    files: Files,
    config: MkDocsConfig,
    made: Iterable[tuple[str, bytes | None]],
    without: Collection[str],
) -> set[str]:
    """Write files into a language's part of the site, and let MkDocs know of them.

    They are not held until MkDocs copies files: of many charts that would be much.

    Args:
        files: The language's files.
        config: Its configuration.
        made: The files by their paths; without content those that stand at the site's root.
        without: Paths that are left out.

    Returns:
        The paths of those that were written.
    """
    written = set[str]()
    for path, content in made:
        if path not in without:
            _know(files, config, path)
        if content is not None and path not in without:
            write(Path(config.site_dir), {path: content})
            written.add(path)
    return written


def _know(files: Files, config: MkDocsConfig, path: str) -> None:
    if former := files.get_file_from_path(path):
        files.remove(former)
    file = File.generated(config, path, abs_src_path=str(Path(config.site_dir, path)))
    file.copy_file = lambda dirty=False: None  # type: ignore[method-assign] # it is there
    files.append(file)


def withdraw(files: Files, config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Remove files that were written, and let MkDocs forget them."""
    for path in paths:
        Path(config.site_dir, path).unlink(missing_ok=True)
        if former := files.get_file_from_path(path):
            files.remove(former)


def write_indexes(site: Path) -> None:
    """Turn each language's search index into the script that the theme loads from disk."""
    for index in sorted(site.rglob(INDEX)):
        told = json.dumps(json.loads(index.read_bytes()), ensure_ascii=False, separators=(",", ":"))
        index.with_suffix(".js").write_text(f"var __index={told};\n", "utf-8")
        index.unlink()
