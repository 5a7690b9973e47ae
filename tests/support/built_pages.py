"""Built pages, read as a browser would: their ids, links and text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlparse

from macros.site.beside import html_of


class Reader(HTMLParser):
    """Collects ids, links, figures and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.text: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        for name in ("href", "src"):
            if name in given:
                self.links.append(given[name])
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


def beside(site: Path, page: str) -> dict[str, str]:
    """Return what comes later to a page, by name: its cards and tables, and its live charts."""
    found = re.findall(r' data-(cards|live)="([^"]+)"', (site / page).read_text("utf-8"))
    folder = (site / page).parent
    return {name: html_of((folder / file).read_text("utf-8")) for name, file in found}


def search_index(root: Path) -> dict[str, Any]:
    """Return what the search of a language looks in, given the language's folder."""
    script = (root / "search/search_index.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(script.removeprefix("var __index=").rstrip(";\n"))
    return found


def read(site: Path) -> dict[str, Reader]:
    """Read every page of a site, by its path."""
    files = sorted(site.rglob("*.html"))
    return {f.relative_to(site).as_posix(): Reader(f.read_text("utf-8")) for f in files}


def dead_links(site: Path, pages: dict[str, Reader]) -> Iterator[str]:
    """Find the internal links that name no file, or no id on its page."""
    for path, page in pages.items():
        if path == "404.html":
            continue  # its links are absolute on purpose: it is served from any folder
        for link in page.links:
            parsed = urlparse(urljoin(f"https://here/{path}", link))
            if parsed.netloc != "here" or parsed.scheme not in ("http", "https"):
                continue
            target = unquote(parsed.path.lstrip("/")) or "index.html"
            if not (site / target).is_file():
                yield f"{path}: {link}"
            elif parsed.fragment and target in pages:
                wanted = unquote(parsed.fragment)
                if not wanted.startswith("__") and wanted not in pages[target].ids:
                    yield f"{path}: {link}"
