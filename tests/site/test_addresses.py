"""The addresses of pages: what the sitemap, the pages and their pairs say of each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from explainers import Built

SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE: Final = re.compile(r'<link rel="alternate " href="([^"]+)" hreflang="([^"]+)"')
CANONICAL: Final = re.compile(r'<link rel="canonical" href="([^"]+)"')


def listed(site: Path) -> dict[str, dict[str, str]]:
    """Return the addresses of the sitemap, each with those in every language."""
    tree = ElementTree.parse(site / "sitemap.xml")  # noqa: S314 - our own
    return {
        url.findtext(f"{SITEMAP}loc", ""): {
            link.get("hreflang", ""): link.get("href", "")
            for link in url.findall("{http://www.w3.org/1999/xhtml}link")
        }
        for url in tree.iter(f"{SITEMAP}url")
    }


def file_of(built: Built, address: str) -> Path:
    """Return the file that a host serves at an address."""
    path = address.removeprefix(built.explainer.address)
    return built.site / (f"{path}index.html" if path == "" or path.endswith("/") else path)


def test_addresses_agree(built: Built) -> None:
    """A page names itself and its pair as the sitemap does, and its pair names it."""
    found = listed(built.site)
    assert len(found) == len(built.pages)
    for address, languages in found.items():
        html = file_of(built, address).read_text("utf-8")
        assert CANONICAL.findall(html) == [address]
        named = {code: href for href, code in ALTERNATE.findall(html)}
        assert named.pop("x-default") == languages[next(iter(built.roots))]
        assert named == languages
        assert address in languages.values()
        assert all(found[other] == languages for other in languages.values())


def test_what_is_not_listed_is_not_indexed(built: Built) -> None:
    """What the sitemap leaves out asks search engines to do so, too, or leads on elsewhere."""
    known = {file_of(built, address) for address in listed(built.site)}
    for page in built.site.rglob("*.html"):
        html = page.read_text("utf-8")
        left_out = '<meta name="robots" content="noindex">' in html
        assert (left_out or '<meta http-equiv="refresh"' in html) == (page not in known), page
