"""Files of a site that MkDocs does not know of.

From disk nothing can be fetched, so the index of the search comes as a script as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

INDEX: Final = "search/search_index.json"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, by their paths in it."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def write_indexes(site: Path) -> None:
    """Write each language's search index as the script that the theme loads from disk."""
    for index in sorted(site.rglob(INDEX)):
        script = f"var __index = {index.read_text('utf-8')};\n"
        index.with_suffix(".js").write_text(script, "utf-8")
