"""What this site is about stays in its data and pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml
from repository import ROOT

# The theme's own scripts know a colour called azure and a great many words.
WRITTEN: Final = {".html", ".json", ".csv", ".xml", ".txt", ".svg"}


def test_nothing_of_this_sites_subject_is_in_anothers_output(site: Path) -> None:
    """No page, table, feed or picture of the fixture holds a name that this site's data brings."""
    data = yaml.safe_load((ROOT / "data" / "facts.yml").read_text("utf-8"))
    titles = data["site"]["title"].values()
    labels = {label for entity in data["entities"] for label in entity["label"].values()}
    pages = {page.stem for page in (ROOT / "docs" / "en").glob("*-*.md")}
    words = {word for word in {*titles, *labels, *pages} if len(word) > 1}
    ends = r"(?<![A-Za-z])(?:{})(?![A-Za-z])"
    brought = re.compile(ends.format("|".join(map(re.escape, words))), re.IGNORECASE)
    for file in site.rglob("*"):
        if file.suffix in WRITTEN:
            found = brought.search(file.read_text("utf-8"))
            assert not found, f"{file.relative_to(site)}: {found and found[0]}"
