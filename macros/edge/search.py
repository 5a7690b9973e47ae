"""What search finds beside the pages: entries for what is filled in when pages are finished."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig

from macros.edge.disk import made_here

_MOST_KEPT: Final = 1 << 14
BOOST: Final = 0.4
"""What an entry weighs, so that a chapter's section goes before it for the same words."""
_PLUGINS: Final = ("material/search", "search")
WORKERS: Final = "assets/javascripts/workers/search.*.min.js"
# The theme parts a run of Chinese into words it knows, but never sees the run's last one.
MENDED: Final = (
    ("o<t.length;o++)t.slice(s,o)in e", "o<=t.length;o++)t.slice(s,o)in e"),
    ("n[a]&&a<t.length-1&&", "n[a]&&a<t.length&&"),
)
BUNDLE: Final = "assets/javascripts/bundle.*.min.js"
# It loads the index as a script from disk only: of one index there need be but one file.
_ASKED: Final = re.compile(
    r'location\.protocol==="file:"(?=\?\w+\(`\$\{new URL\("search/search_index\.js")'
)


def own_dictionary(folder: Path) -> None:
    """Let what parts Chinese words keep its dictionary in a folder of ours.

    It reads it back with `marshal`, and its own choice is a folder that all users may write to.
    """
    try:
        import jieba
    except ModuleNotFoundError:
        return
    logging.getLogger("jieba").setLevel(logging.CRITICAL)  # that it cannot keep it costs a second
    with suppress(OSError):  # without it the dictionary is made anew
        made = made_here(folder)
        folder.chmod(0o700)
        folder = made
    jieba.dt.tmp_dir = str(folder)
    # The same names stand in many sections.
    jieba.cut = lru_cache(_MOST_KEPT)(lambda text: tuple(jieba.dt.cut(text)))


def forget_dictionary() -> None:
    """Let go of what parts Chinese words, as much memory as all else; asked again it is read."""
    if jieba := sys.modules.get("jieba"):
        jieba.dt.FREQ, jieba.dt.initialized = {}, False
        jieba.cut.cache_clear()


SearchEntries = Iterable[tuple[str, str, str]]


def index_of(plugins: Mapping[str, Any]) -> Any:
    """Return what a language's search looks in; None without a search."""
    return next((plugins[name].search_index for name in _PLUGINS if name in plugins), None)


def write_index(config: MkDocsConfig) -> None:
    """Write what a language's search looks in, as at the end of a build."""
    for plugin in (config.plugins[name] for name in _PLUGINS if name in config.plugins):
        plugin.on_post_build(config=config)


def add_entries(plugins: Mapping[str, Any], page: Any, found: SearchEntries) -> None:
    """Let search find entries of a page.

    Args:
        plugins: MkDocs' plugins for the page's language; without a search nothing is added.
        page: The page on which the entries are.
        found: Where each entry is, from the language's root, its title and text, as HTML.
    """
    index = index_of(plugins)
    for place, title, text in found if index else ():
        path, _, anchor = place.partition("#")
        url = page.url if path == quote(page.file.dest_uri) else path
        # As the plugin's own sections are made, which also parts Chinese words.
        section = SimpleNamespace(id=anchor, title=[title], text=[text])
        index.create_entry_for_section(section, page.toc, url, page)
        index.entries[-1]["boost"] = BOOST


def mend(site: Path) -> None:
    """Let the theme's search part Chinese words to their end, and load one index everywhere."""
    for worker in sorted(site.rglob(WORKERS)):
        script = worker.read_text("utf-8")
        for wrong, right in MENDED:
            script = script.replace(wrong, right)
        worker.write_text(script, "utf-8")
    for bundle in sorted(site.rglob(BUNDLE)):
        bundle.write_text(_ASKED.sub("true", bundle.read_text("utf-8")), "utf-8")
