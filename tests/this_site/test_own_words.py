"""What this site is about stays in its data and pages."""

from __future__ import annotations

import re
from typing import Final

from corpora import parsed
from explainers import Built
from repository import ROOT

# The theme's own scripts know a colour called azure and a great many words.
WRITTEN: Final = {".html", ".json", ".csv", ".xml", ".txt", ".svg"}


def test_nothing_of_this_sites_subject_is_in_anothers_output(built: Built) -> None:
    """No page, table, feed or picture of another explainer holds a name of this site's."""
    data = parsed((ROOT / "data" / "facts.yml").read_text("utf-8"))
    titles = data["site"]["title"].values()
    labels = {label for entity in data["entities"] for label in entity["label"].values()}
    pages = {page.stem for page in (ROOT / "docs" / "en").glob("*-*.md")}
    words = {word for word in {*titles, *labels, *pages} if len(word) > 1}
    ends = r"(?<![A-Za-z])(?:{})(?![A-Za-z])"
    brought = re.compile(ends.format("|".join(map(re.escape, words))), re.IGNORECASE)
    for file in built.site.rglob("*"):
        if file.suffix in WRITTEN:
            found = brought.search(file.read_text("utf-8"))
            assert not found, f"{file.relative_to(built.site)}: {found and found[0]}"
