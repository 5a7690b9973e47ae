"""Where a page is in each language: links that work from disk, and full addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of the site: its code, its own name, and its folder ("" or "zh/")."""

    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one language, as seen from a page of the site.

    Attributes:
        code: The language's code.
        name: The language's own name.
        href: A link to the page, or to the notice that stands for it where there is none.
        url: The page's full address; empty without a site address, or without the page.
        current: Whether this is the language that is being read.
    """

    code: str
    name: str
    href: str
    url: str
    current: bool


def root_of(site_url: str | None, path: str) -> str:
    """Return the address of the whole site, given that of the language at `path`."""
    return (site_url or "").removesuffix(path)


def sites(known: Iterable[SiteLanguage], code: str, site_url: str) -> dict[str, str]:
    """Return the address of each language's root, given that of the one at the site's root."""
    others = {each.code: site_url + each.path for each in known if site_url}
    return others | {code: site_url}


def address(dest: str) -> str:
    """Return a page's path as a host serves it, with a folder for its `index.html`."""
    return quote(dest.removesuffix("index.html") if _is_index(dest) else dest)


def relative(target: str, start: str) -> str:
    """Return the link from one file of the site to another, both given from its root."""
    return quote(posixpath.relpath(target, posixpath.dirname(start) or "."))


def alternates(
    known: Sequence[SiteLanguage], code: str, dest: str, root: str, present: Container[str]
) -> list[Alternate]:
    """Return a page in every language.

    Args:
        known: The site's languages.
        code: The language of the page.
        dest: The page's file within its language's folder, such as `ledger.html`.
        root: The address of the whole site, or an empty string.
        present: The codes of the languages that have this page.
    """
    here = next(each.path for each in known if each.code == code) + dest
    return [_alternate(each, code, dest, here, root, each.code in present) for each in known]


def homes(known: Sequence[SiteLanguage], code: str, base: str) -> list[Alternate]:
    """Return the home pages, for a page that is served at any address (the 404 page)."""
    base = base.rstrip("/")
    return [
        Alternate(each.code, each.name, f"{base}/{each.path}", "", each.code == code)
        for each in known
    ]


def _alternate(
    each: SiteLanguage, code: str, dest: str, here: str, root: str, found: bool
) -> Alternate:
    target = each.path + dest
    url = root + address(target) if root and found else ""
    return Alternate(each.code, each.name, relative(target, here), url, each.code == code)


def _is_index(dest: str) -> bool:
    return posixpath.basename(dest) == "index.html"
