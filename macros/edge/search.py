"""What search finds beside the pages: entries for what is filled in when pages are finished."""

from __future__ import annotations

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

_MOST_KEPT: Final = 1 << 14
_BEGUN_ALIKE: Final = re.compile(r"(.).*\n(?:\1.*\n)*")
_TIMES: Final = re.compile(r"^\S+ (\d+)", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(\S+) (\d+)", re.MULTILINE)
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


class Dictionary(dict[str, int]):
    """How often each word of a dictionary of jieba's was met; 0 for what only begins words.

    It is read as far as it is asked for: those words at once that begin with one sign.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._unread: dict[str, str] = {}
        for found in _BEGUN_ALIKE.finditer(text):
            self._unread[found[1]] = self._unread.get(found[1], "") + found[0]

    def __contains__(self, word: object) -> bool:
        self._read(str(word))
        return super().__contains__(word)

    def __setitem__(self, word: str, times: int) -> None:
        self._read(word)
        super().__setitem__(word, times)

    def _read(self, word: str) -> None:
        if text := self._unread.pop(word[:1], ""):
            found = {word[:1]: 0}
            for known, times in _ENTRY.findall(text):
                found[known] = int(times)
                for end in range(2, len(known)):
                    found.setdefault(known[:end], 0)
            self.update(found)


def know_words() -> None:
    """Let what parts Chinese words, if it is here, read no more of its dictionary than it needs."""
    with suppress(ModuleNotFoundError):
        import jieba

        read_as_asked(jieba.dt)
        # The same names stand in many sections.
        jieba.cut = lru_cache(_MOST_KEPT)(lambda text: tuple(jieba.dt.cut(text)))


def read_as_asked(tokenizer: Any) -> None:
    """Let one of jieba's tokenizers read its dictionary as it is asked for, and keep no file of it.

    It would read it back with `marshal`, from a folder that all users may write to.
    """

    def initialize() -> None:
        with tokenizer.get_dict_file() as file:
            text = file.read().decode() + "\n"
        tokenizer.FREQ, tokenizer.total = Dictionary(text), sum(map(int, _TIMES.findall(text)))
        tokenizer.initialized = True

    tokenizer.initialize = initialize


def forget_words() -> None:
    """Let go of the dictionary; asked again it is read."""
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
