"""The check of a built site: links, leftovers, loads, and every number against the data."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from macros.checks.site.markup import Element, Markup, Shown, read_markup
from macros.checks.site.numbers import Numerals
from macros.pages.project import Project
from macros.problems import Location, Problems, Rule
from macros.site.beside import html_of

"""Served from any folder, so that its links are absolute."""
_NOWHERE: Final = "https://site.invalid/"
_LEFT: Final = re.compile(r"\{\{|\{%|(?<=Macro )(?:Rendering|Syntax) Error")
_CODE: Final = re.compile(r"<(script|style|code)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LOADED_BY_STYLE: Final = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s;]+)")
_SHOWN_TO_OTHERS: Final = frozenset({"og:image", "og:url", "twitter:image"})


@dataclass(frozen=True)
class Site:
    """The files of a built site.

    Attributes:
        folder: Where they are.
        name: What to call the folder in messages.
    """

    folder: Path
    name: str

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path in the site."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of each page and style sheet, and of what stands beside pages."""
        wanted = (path for path in self.files if path.endswith((".html", ".css")))
        return {path: self._text(path) for path in wanted}

    def _text(self, path: str) -> str:
        return self.files[path].read_text("utf-8", errors="replace")

    @cached_property
    def pages(self) -> dict[str, Markup]:
        """Each page, read."""
        return {path: read_markup(t) for path, t in self.texts.items() if path.endswith(".html")}

    @cached_property
    def parts(self) -> dict[str, dict[str, Markup]]:
        """Of each page: itself and what stands beside it, by path."""
        return {
            path: {path: page, **dict(self._beside(path, page))}
            for path, page in self.pages.items()
        }

    def _beside(self, path: str, page: Markup) -> Iterator[tuple[str, Markup]]:
        for href in page.beside:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            if file in self.files:  # else the link is told
                self.texts[file] = html_of(self._text(file))
                yield file, read_markup(self.texts[file], page.language)

    def numbers(self, page: str) -> Iterator[tuple[str, Shown]]:
        """Yield the numbers of a page, each with the file that it stands in."""
        yield from (
            (path, shown) for path, part in self.parts[page].items() for shown in part.numbers
        )

    @cached_property
    def address(self) -> str:
        """The site's address, as its home page names it."""
        home = self.pages.get("index.html")
        elements = home.elements if home else []
        found = (e.given.get("href", "") for e in elements if e.given.get("rel") == "canonical")
        return next((href for href in found if urlsplit(href).netloc), _NOWHERE)

    def place(self, path: str, line: int, column: int) -> Location:
        """Return a place in a file of the site, as messages name it."""
        return Location(posixpath.join(self.name, path), line, column)


def check_site(folder: Path, project: Project, name: str = "") -> Problems:
    """Return all problems of a built site.

    Args:
        folder: The built site.
        project: What it was built from.
        name: What to call the folder in messages, if not by its own path.
    """
    site, problems = Site(folder, name or _named(folder, project.root)), Problems(rule=Rule.site)
    for page, parts in site.parts.items():
        cards = {name for part in parts.values() for name in part.ids}
        whole = len(parts) == 1 + len(parts[page].beside)
        for path, part in parts.items():
            _check_part(site, page, path, part, problems)
            for place, card in part.cards:
                if whole and f"card-{card}" not in cards:
                    message = f"the card {card!r} is not on the page"
                    problems.add(site.place(path, *place), message, "build again")
    for path, text in site.texts.items():
        _check_styles(site, path, text, problems)
    _check_numbers(site, project, problems)
    return problems


def _named(folder: Path, root: Path) -> str:
    try:
        return folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return folder.as_posix()


def _check_part(site: Site, page: str, path: str, part: Markup, problems: Problems) -> None:
    """Check a page, or a file beside it, whose links begin at the page, too."""
    for place, message, hint in part.wrong:
        problems.add(site.place(path, *place), message, hint)
    judged: dict[tuple[str, bool, str], tuple[str, str] | None] = {}
    for element in part.elements:
        for url in _urls(element):
            asked = (element.tag, element.loads, url)
            if asked not in judged:
                judged[asked] = _wrong_link(site, page, element, url)
            if told := judged[asked]:
                problems.add(site.place(path, *element.place), *told)
    for place, text in _leftovers(site.texts[path]):
        problems.add(site.place(path, *place), f"{text!r} was not rendered", "build again")


def _leftovers(html: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield what a reader would see of calls that were not run, outside scripts and styles."""
    masked = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), html)
    yield from ((_place(html, found.start()), found[0]) for found in _LEFT.finditer(masked))


def _check_styles(site: Site, path: str, text: str, problems: Problems) -> None:
    for found in _LOADED_BY_STYLE.finditer(text):
        if path.endswith(".css") or _in_style(text, found.start()):
            place = site.place(path, *_place(text, found.start()))
            problems.add(place, f"a style loads {found[1]} from another host", "ship the file")


def _in_style(html: str, offset: int) -> bool:
    opened = html.rfind("<style", 0, offset)
    in_element = opened >= 0 and "</style" not in html[opened:offset]
    tag = html.rfind("<", 0, offset)
    return in_element or re.search(r"\bstyle\s*=\s*[\"'][^\"']*$", html[tag:offset]) is not None


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


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
        scheme = urlsplit(url).scheme.lower()
        full, own = urlsplit(urljoin(site.address + quote(path), url)), urlsplit(site.address)
    except ValueError:
        return f"{url[:80]!r} is no address", ""
    if scheme in ("javascript", "vbscript"):
        return f"a {element.tag} runs a script: {url[:40]}", "link to a page"
    if scheme not in ("", "http", "https"):
        return None
    if full.netloc != own.netloc:
        told = (f"a {element.tag} loads {url} from another host", "ship the file")
        return told if element.loads else None
    if not full.path.startswith(own.path):
        if urlsplit(url).netloc and not element.loads:
            return None  # another site on the same host
        return f"{url} leads out of the site's folder", "write a relative link"
    return _wrong_target(site, path, full.path[len(own.path) :], full.fragment, url)


def _wrong_target(
    site: Site, path: str, target: str, fragment: str, url: str
) -> tuple[str, str] | None:
    target = unquote(target)
    if target.endswith("/") or not target:
        target += "index.html"
    if target not in site.files:
        return f"the link {url!r} leads nowhere", f"there is no {site.name}/{target}"
    name = unquote(fragment.partition(":~:")[0])  # what follows is for the browser to find
    if name and target in site.pages and name not in site.pages[target].ids | {"top"}:
        where = "this page" if target == path else f"{site.name}/{target}"
        return f"the link {url!r} leads to no place", f"{where} has no id {name!r}"
    return None


def _check_numbers(site: Site, project: Project, problems: Problems) -> None:
    """Compare every number with what the data says, and each page's with its pair's."""
    numerals = Numerals(project.editions) if project.editions else None
    for name, page in site.pages.items():
        for path, shown in site.numbers(name) if numerals else ():
            assert numerals
            if told := numerals.wrong(shown, page.language):
                problems.add(site.place(path, *shown.place), *told)
    folders = [edition.folder for edition in project.editions.values() if edition.folder]
    for path, page in site.pages.items():
        for pair in (folder + path for folder in folders):
            if pair in site.pages and not (page.is_notice or site.pages[pair].is_notice):
                _tell_surplus(site, path, pair, problems)
                _tell_surplus(site, pair, path, problems)


def _tell_surplus(site: Site, path: str, pair: str, problems: Problems) -> None:
    """Record the numbers that a page shows more often than its pair."""
    here, there = (Counter(s.what for _, s in site.numbers(p)) for p in (path, pair))
    for what, surplus in (here - there).items():
        shown = [(file, each) for file, each in site.numbers(path) if each.what == what]
        message = f"{what} stands {here[what]}× here and {there[what]}× in {site.name}/{pair}"
        for file, each in shown[-surplus:]:
            problems.add(site.place(file, *each.place), message, "build both languages again")
