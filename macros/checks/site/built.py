"""The check of a built site: links, leftovers, loads, and every number against the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from posixpath import dirname
from typing import Final
from urllib.parse import unquote, urlsplit

from macros.checks.site.bound_numbers import check_numbers
from macros.checks.site.files import Site
from macros.checks.site.tags import Fault, Lead, loads_of
from macros.pages.project import Project
from macros.problems import Problems, Rule

_FROM_PAGE: Final = ("", "#", "?")
"""What an address begins with that leads elsewhere from each page."""


def check_site(folder: Path, project: Project) -> Problems:
    """Return all problems of a built site, given what it was built from."""
    return check(Site(folder, _named(folder, project.root)), project)


def check(site: Site, project: Project) -> Problems:
    """Return all problems of a site that was read."""
    problems = Problems(rule=Rule.site)
    right = defaultdict[str, set[Lead]](set)
    for page, parts in site.parts.items():
        cards = {name for part in parts.values() for name in part.ids}
        whole = len(parts) == 1 + len(parts[page].beside)
        for path, part in parts.items():
            _check_part(site, page, path, right[dirname(page)], problems)
            for card in part.cards if whole else ():
                if f"card-{card}" not in cards:
                    told = f"the card {card!r} is not on the page", "build again"
                    problems.extend((place, *told) for place in site.places(path, card))
    for path in site.files:
        if path.endswith(".css"):
            _tell(site, path, loads_of(site.text(path)), problems)
    check_numbers(site, project, problems)
    return problems


def _named(folder: Path, root: Path) -> str:
    try:
        return folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return folder.as_posix()


def _check_part(site: Site, page: str, path: str, right: set[Lead], problems: Problems) -> None:
    """Check a page, or a file beside it, whose links begin at the page, too.

    Those that are right in all pages of its folder are not checked again.
    """
    part = site.parts[page][path]
    _tell(site, path, part.wrong, problems)
    for link in part.links - right:
        wrong = [told for url in link.urls if (told := _wrong_link(site, page, link, url))]
        for told in wrong:
            problems.add(site.places(path, link)[0], *told)
        if not wrong and all(url[:1] not in _FROM_PAGE for url in link.urls):
            right.add(link)


def _tell(site: Site, path: str, wrong: Iterable[Fault], problems: Problems) -> None:
    problems.extend((site.place(path, place), message, hint) for place, message, hint in wrong)


def _wrong_link(site: Site, path: str, link: Lead, url: str) -> tuple[str, str] | None:
    """Return what is wrong with a link or a load, and a repair."""
    if url[:1] == "#" and url[1:] in site.pages[path].ids:
        return None
    try:
        full, own = site.full(path, url), site.own
    except ValueError:
        return f"{url[:80]!r} is no address", ""
    if full.scheme in ("javascript", "vbscript"):
        return f"a {link.tag} runs a script: {url[:40]}", "link to a page"
    if full.scheme not in ("", "http", "https"):
        return None
    if full.netloc != own.netloc:
        told = (f"a {link.tag} loads {url} from another host", "ship the file")
        return told if link.loads else None
    if not full.path.startswith(own.path):
        if urlsplit(url).netloc and not link.loads:
            return None  # another site on the same host
        return f"{url} leads out of the site's folder", "write a relative link"
    return _wrong_target(site, path, full.path[len(own.path) :], url)


def _wrong_target(site: Site, path: str, target: str, url: str) -> tuple[str, str] | None:
    target = unquote(target)
    if target.endswith("/") or not target:
        target += "index.html"
    if target not in site.files:
        return f"the link {url!r} leads nowhere", f"there is no {site.name}/{target}"
    fragment = url.partition("#")[2]
    name = unquote(fragment.partition(":~:")[0])  # what follows is for the browser to find
    if name not in ("", "top") and target in site.pages and name not in site.pages[target].ids:
        where = "this page" if target == path else f"{site.name}/{target}"
        return f"the link {url!r} leads to no place", f"{where} has no id {name!r}"
    return None
