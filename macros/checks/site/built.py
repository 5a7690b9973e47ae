"""The check of a built site: links, leftovers, loads, and every number against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from macros.checks.site.bound_numbers import check_numbers
from macros.checks.site.files import Site
from macros.checks.site.markup import Element, Markup
from macros.pages.project import Project
from macros.problems import Problems, Rule

_LOADED_BY_STYLE: Final = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s;]+)")
_SHOWN_TO_OTHERS: Final = frozenset({"og:image", "og:url", "twitter:image"})


def check_site(folder: Path, project: Project) -> Problems:
    """Return all problems of a built site, given what it was built from."""
    return check(Site(folder, _named(folder, project.root)), project)


def check(site: Site, project: Project) -> Problems:
    """Return all problems of a site that was read."""
    problems = Problems(rule=Rule.site)
    for page, parts in site.parts.items():
        cards = {name for part in parts.values() for name in part.ids}
        whole = len(parts) == 1 + len(parts[page].beside)
        for path, part in parts.items():
            _check_part(site, page, path, part, problems)
            for place, card in part.cards:
                if whole and f"card-{card}" not in cards:
                    message = f"the card {card!r} is not on the page"
                    problems.add(site.place(path, place), message, "build again")
    for path in site.files:
        if path.endswith(".css"):
            _check_styles(site, path, 0, site.text(path), problems)
    check_numbers(site, project, problems)
    return problems


def _named(folder: Path, root: Path) -> str:
    try:
        return folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return folder.as_posix()


def _check_part(site: Site, page: str, path: str, part: Markup, problems: Problems) -> None:
    """Check a page, or a file beside it, whose links begin at the page, too."""
    for place, message, hint in part.wrong:
        problems.add(site.place(path, place), message, hint)
    for element in part.elements:
        for url in _urls(element):
            if told := _wrong_link(site, page, element, url):
                problems.add(site.place(path, element.place), *told)
    for at, style in part.styles:
        _check_styles(site, path, at, style, problems)


def _check_styles(site: Site, path: str, place: int, style: str, problems: Problems) -> None:
    for found in _LOADED_BY_STYLE.finditer(style):
        told = f"a style loads {found[1]} from another host"
        problems.add(site.place(path, place + found.start()), told, "ship the file")


def _urls(element: Element) -> Iterator[str]:
    given = element.given
    if element.tag == "meta":
        if given.get("property", given.get("name")) in _SHOWN_TO_OTHERS:
            yield given.get("content", "")
        if given.get("http-equiv", "").lower() == "refresh":
            yield given.get("content", "").partition("url=")[2]
        return
    for key in ("href", "xlink:href", "src", "poster", "data", "action"):
        if key in given:
            yield given[key]
    yield from (part.split()[0] for part in given.get("srcset", "").split(",") if part.strip())


def _wrong_link(site: Site, path: str, element: Element, url: str) -> tuple[str, str] | None:
    """Return what is wrong with a link or a load, and a repair."""
    try:
        full, own = site.full(path, url), site.own
    except ValueError:
        return f"{url[:80]!r} is no address", ""
    if full.scheme in ("javascript", "vbscript"):
        return f"a {element.tag} runs a script: {url[:40]}", "link to a page"
    if full.scheme not in ("", "http", "https"):
        return None
    if full.netloc != own.netloc:
        told = (f"a {element.tag} loads {url} from another host", "ship the file")
        return told if element.loads else None
    if not full.path.startswith(own.path):
        if urlsplit(url).netloc and not element.loads:
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
