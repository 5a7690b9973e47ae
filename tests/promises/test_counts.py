"""What a build has to do once it does once, however many places show it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.mark.parametrize("kind", ["wordings", "pictures", "strips", "pages"])
def test_each_is_made_once(own_site: Path, kind: str) -> None:
    """A text is worded, a picture and a strip made and a page read no second time."""
    number, most = json.loads((own_site.parent / "counts.json").read_text("utf-8"))[kind]
    assert number > 1
    assert most == 1
