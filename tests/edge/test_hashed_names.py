"""Files that a browser may keep for ever are named for what is in them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from explainers import Built

from macros.checks.site.files import Site
from macros.edge import hashed_names, policy
from macros.edge.costs import FILE, Costs

PAGE = """<head><meta charset="utf-8"><script src="../assets/tieout.js"></script>
<link rel="stylesheet" href="../assets/mine.css"></head><p>../assets/tieout.js</p>"""


def published(folder: Path, charts: str = "1") -> str:
    """Return a page of a site whose files have been named."""
    for path, text in {
        "a/b.html": PAGE,
        "assets/tieout.js": 'load("charts.js")',
        "assets/charts.js": charts,
        "assets/mine.css": "p{}",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    site = Site(folder, "site")
    assert site.pages
    policy.guard(site, hashed_names.rename(folder))
    return (folder / "a/b.html").read_text("utf-8")


def test_what_asks_for_a_file_asks_by_its_new_name(tmp_path: Path) -> None:
    """Pages and scripts ask for what is there; prose and what an author added stay as they are."""
    html = published(tmp_path)
    (src,) = re.findall(r'<script src="([^"]+)"', html)
    script = (tmp_path / "a" / src).resolve().read_text("utf-8")
    (named,) = re.findall(r'load\("([^"]+)"\)', script)
    assert (tmp_path / hashed_names.FOLDER / named).read_text("utf-8") == "1"
    assert 'href="../assets/mine.css"' in html and "<p>../assets/tieout.js</p>" in html
    assert (tmp_path / "assets/mine.css").exists()


def test_a_name_changes_with_what_is_asked_for(tmp_path: Path) -> None:
    """A script that names another is another script where that one has changed."""
    one, other = (published(tmp_path / charts, charts) for charts in ("1", "2"))
    assert one != other
    assert one == published(tmp_path / "again", "1")


def test_every_script_and_style_of_ours_is_kept_for_ever(built: Built) -> None:
    """Each has its digest in its name, and lies where the headers file says so."""
    folder = built.site / hashed_names.FOLDER
    for file in (path for path in folder.rglob("*") if path.is_file()):
        *_, digest, _ = file.name.split(".")
        assert digest == hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    assert f"/{hashed_names.FOLDER}/*\n  Cache-Control: public, max-age=31536000" in (
        built.site / "_headers"
    ).read_text("utf-8")
    for page in built.site.rglob("*.html"):
        asked = re.findall(
            r'<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:css|js))"', page.read_text()
        )
        others = {each for each in asked if f"{hashed_names.FOLDER}/" not in each}
        assert all("javascripts/bundle." in each for each in others), page


def test_what_readers_cost_is_what_was_built(built: Built) -> None:
    """The table of costs is that of the published files, and no page is lighter than it says."""
    told = (built.site / FILE).read_text("utf-8")
    assert told == Costs(Site(built.site, "site"), {}).told()
    assert len(re.findall(r" +\d+ +\d+\.\d +\d+ +\d+\.\d$", told, re.M)) == 6
