"""Pages may be named and laid out as an author likes: the machine follows."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Final

from explainers import build, lay_out

_NAMES: Final = {
    "ice": "冰川/melt #1?",
    "sea": "sea level",
    "ledger": "about/register",
    "origins": "about/who says so",
    "findings": "结论",
    "index": "README",
}
"""What the fixture's pages are called, and what they will be."""
_LINK: Final = re.compile(r"\]\((\w+)\.md")
_INSTANT: Final = """\
use_directory_urls: true
theme:
  name: material
  features: [navigation.instant]
"""


def _renamed(text: str, depth: int = 0) -> str:
    """Return a page's text with its links to pages as they will be called."""

    def link(found: re.Match[str]) -> str:
        name = _NAMES.get(found[1], found[1])
        escaped = name.replace(" ", "%20").replace("#", "%23").replace("?", "%3F")
        return f"]({'../' * depth}{escaped}.md"

    text = _LINK.sub(link, text)
    return re.sub(r'here="(\w+)"', lambda found: f'here="{_NAMES[found[1]]}"', text)


def _rearranged(root: Path) -> None:
    """Move and rename the pages of a laid out fixture."""
    for docs in (root / "docs" / "en", root / "docs" / "zh"):
        for page in sorted(docs.glob("*.md")):
            name = _NAMES.get(page.stem, page.stem)
            text = _renamed(page.read_text("utf-8"), name.count("/"))
            page.unlink()
            (docs / name).parent.mkdir(exist_ok=True)
            (docs / f"{name}.md").write_text(text, "utf-8")
    for path in (root / "mkdocs.yml", root / "docs" / "zh.yml"):
        named = re.sub(
            r": (\w+)\.md",
            lambda found: f': "{_NAMES.get(found[1], found[1])}.md"',
            path.read_text("utf-8"),
        )
        path.write_text(named + (_INSTANT if path.name == "mkdocs.yml" else ""), "utf-8")
    data = root / "data" / "facts.yml"
    text = data.read_text("utf-8")
    data.write_text(re.sub(r"page: (\w+)", lambda f: f'page: "{_NAMES[f[1]]}"', text), "utf-8")


def test_pages_in_folders_and_of_any_name(site: Path, tmp_path: Path) -> None:
    """With a folder for each page, names in any script and a README, every link still leads.

    The build itself checks each link and number; the same facts are linked from the same page.
    """
    root = lay_out(tmp_path / "explainer")
    kept = site.parent / ".cache"  # its charts are the same
    shutil.copytree(kept, root / ".cache", copy_function=os.link)
    _rearranged(root)
    build(root, root / "site")
    former = (site / "ice.html").read_text("utf-8")
    page = (root / "site" / "冰川" / "melt #1?" / "index.html").read_text("utf-8")
    linked = re.findall(r'href="ledger\.html(#[^"]+)"', former)
    assert linked
    assert re.findall(r'href="../../about/register/index\.html(#[^"]+)"', page) == linked
    assert (root / "site/zh/结论/index.html").exists()
