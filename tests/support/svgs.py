"""A picture as a page has it."""

from __future__ import annotations

from pathlib import Path

from macros.charts import Picture, baked


def svgs(picture: Picture, cache: Path | None = None) -> tuple[str, str]:
    """Return the SVGs of a picture for a wide column and for a phone."""
    return baked(picture, "wide.svg", cache).decode(), baked(picture, "narrow.svg", cache).decode()
