"""A second language lies where its `path:` says, and all that leads there leads there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from built_pages import search_index
from explainers import EXPLAINERS, build, lay_out
from installed import run

ADDRESS = EXPLAINERS["fixture"].address


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the fixture explainer with its Chinese pages under `cn/`, and return its folder."""
    root = lay_out(tmp_path_factory.mktemp("moved") / "cn")
    main = root / "mkdocs.yml"
    listed = "languages: {en: {name: English}, zh: {path: cn}}"
    main.write_text(main.read_text("utf-8").replace("languages: [en, zh]", listed), "utf-8")
    build(root, root / "site")
    return root


def test_the_built_site_is_whole(moved: Path) -> None:
    """Every link leads somewhere, every number says what the data says."""
    assert "all tied out" in run([sys.executable, "-m", "macros", "check", "--site", "site"], moved)


def test_nothing_leads_to_the_code(moved: Path) -> None:
    """No file is under `zh/`, and none names it; what led there leads to `cn/`."""
    site = moved / "site"
    assert not (site / "zh").exists()
    texts = {
        str(path.relative_to(site)): path.read_text("utf-8")
        for path in sorted(site.rglob("*"))
        if path.suffix in (".html", ".txt", ".xml", ".json") and path.name != "THIRD-PARTY.txt"
    }
    led = re.compile(r"""(?<!docs)(?:[/"'(]|\.\./)zh/""")  # but the name of a source
    assert [name for name, text in texts.items() if led.search(text)] == []
    assert f"{ADDRESS}cn/llms.txt" in texts["llms.txt"]
    assert f"{ADDRESS}llms.txt" in texts["cn/llms.txt"]
    for name, text in (("sitemap.xml", "cn/sea.html"), ("cn/feed.xml", "cn/"), ("feed.xml", "")):
        assert f"{ADDRESS}{text}" in texts[name]
    assert f'href="{ADDRESS}cn/sea.html"' in texts["sea.html"]
    assert 'href="cn/sea.html"' in texts["sea.html"]
    assert 'href="../sea.html"' in texts["cn/sea.html"]
    assert "cn/" in texts["404.html"]


def test_its_search_finds_its_own_pages(moved: Path) -> None:
    """The index beside its pages names pages that are there."""
    folder = moved / "site" / "cn"
    found = search_index(folder)["docs"]
    pages = {entry["location"].partition("#")[0] for entry in found} - {""}
    assert {"sea.html", "ledger.html"} <= pages
    assert all((folder / page).exists() for page in pages)
