"""Where the repository is, and an environment in which builds are the same everywhere."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """Return this process's environment without what changes a build."""
    dropped = {"SOURCE_DATE_EPOCH", "TIEOUT_SITE_URL"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}
