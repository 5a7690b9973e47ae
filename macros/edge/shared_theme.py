"""What all languages share of the theme: one set of its files, at the root, and a filter.

Every page's navigation lists, of many pages, those that are near, so that none grows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from copy import copy
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

T = TypeVar("T")
MANY: Final = 12
_LAST: Final = 3  # where a site has its ledger and what tells of itself
_STEMS: Final = re.compile(r"/lunr/min/lunr\.(\w+)")
_PARTED: Final = {"tinyseg.js": {"ja"}, "wordcut.js": {"hi", "th"}}
"""What parts words, and in which languages."""


def nearby(items: Sequence[T], page: Any, beside: int = 3) -> list[T]:
    """Return the items of a list of pages that are shown on one of them; on the home page, all.

    Args:
        items: Pages and sections, in their order.
        page: The page that shows them; none if it is no page of the site.
        beside: How many are shown before it, and how many behind.
    """
    count = len(items)
    if count <= MANY or (page and page.is_homepage):
        return list(items)
    here = next((place for place, each in enumerate(items) if each is page), 0)
    near = range(max(here - beside, 0), here + beside + 1)
    return [items[n] for n in range(count) if n == 0 or n in near or n >= count - _LAST]


def to_root(path: str) -> str:
    """Return the way from a language's root, such as `zh/`, to the site's."""
    return "../" * len(PurePosixPath(path).parts)


def assets(files: Files, config: MkDocsConfig) -> set[str]:
    """Return the paths of the files that all languages share: the theme's, and those it loads."""
    themes = {file.dest_uri for file in files if file.src_dir in config.theme.dirs}
    return themes | {*map(str, config.extra_css), *map(str, config.extra_javascript)}


def drop_unneeded(files: Files, codes: Iterable[str]) -> None:
    """Take the theme's source maps out, and what its search needs for languages of other sites.

    Args:
        files: The files of the site's root.
        codes: The languages of the site.
    """
    kept = {*codes, "stemmer", "multi"}
    for file in list(files):
        stem = _STEMS.search(file.dest_uri)
        idle = kept.isdisjoint(_PARTED.get(PurePosixPath(file.dest_uri).name, kept))
        if file.dest_uri.endswith(".map") or idle or (stem and stem[1] not in kept):
            files.remove(file)


def leave_out(files: Files, known: set[str]) -> None:
    """Take out of a language's files what the site's root has already.

    Args:
        files: The files of the language, the theme's among them.
        known: Paths of the root's files, under its folder of assets.
    """
    for file in list(files):
        if file.dest_uri in known and not file.is_documentation_page():
            files.remove(file)


def keep_compiled(environment: Environment, folder: Path) -> None:
    """Keep what an environment makes of its templates for the next build, if that can be.

    It is code that is run: so it is kept in a folder that no checkout brings, called by a number.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / str(folder.stat().st_ino)
        made.mkdir(exist_ok=True)
        environment.bytecode_cache = FileSystemBytecodeCache(str(made))


def lead_to_root(environment: Environment, way: str, known: set[str]) -> None:
    """Let the templates of a language find the theme's files at the root."""
    before: Callable[..., str] = environment.filters["url"]
    tag: Callable[..., str] = environment.filters["script_tag"]

    @pass_context
    def url(context: Any, value: str) -> str:
        return before(context, way + value if value in known else value)

    @pass_context
    def script_tag(context: Any, script: Any) -> str:
        led = copy(script)
        if isinstance(script, str):
            return tag(context, way + script if script in known else script)
        led.path = way + script.path if script.path in known else script.path
        return tag(context, led)

    environment.filters |= {"url": url, "script_tag": script_tag}
