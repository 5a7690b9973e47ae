"""Files of a site that MkDocs does not know of.

From disk nothing can be fetched, so the index of the search is a script.
"""

from __future__ import annotations

import json
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
    """Turn each language's search index into the script that the theme loads from disk."""
    for index in sorted(site.rglob(INDEX)):
        told = json.dumps(json.loads(index.read_bytes()), ensure_ascii=False, separators=(",", ":"))
        index.with_suffix(".js").write_text(f"var __index={told};\n", "utf-8")
        index.unlink()
