"""Search from disk: there nothing can be fetched, so the index comes as a script as well."""

from __future__ import annotations

from pathlib import Path
from typing import Final

INDEX: Final = "search/search_index.json"


def write_indexes(site: Path) -> None:
    """Write each language's search index as the script that the theme loads from disk."""
    for index in sorted(site.rglob(INDEX)):
        script = f"var __index = {index.read_text('utf-8')};\n"
        index.with_suffix(".js").write_text(script, "utf-8")
