"""Our own style sheets and scripts as they are published: without comments and blanks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import rcssmin
import rjsmin

ASSETS: Final = Path(__file__).resolve().parents[1] / "theme" / "assets"
_SHORTER: Final = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def minify(site: Path) -> None:
    """Shorten the package's own assets in a finished site, and nothing that an author wrote."""
    for source in sorted(ASSETS.iterdir()):
        published = site / "assets" / source.name
        if (shorter := _SHORTER.get(source.suffix)) and published.exists():
            published.write_text(shorter(source.read_text("utf-8")), "utf-8")
