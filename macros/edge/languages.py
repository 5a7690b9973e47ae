"""The languages of a site: where each page is in them, and how those beside the root's are built.

Links between them work from disk. The others are loaded before anything is built, and built last.
"""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Container, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

Command = Literal["build", "gh-deploy", "serve"]
MARK = "built_by_hook"


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


def is_other(config: MkDocsConfig) -> bool:
    """Whether this is the configuration of the language that is built into another's site."""
    return bool(config.extra.get(MARK))


def language_of(config: MkDocsConfig) -> str:
    """Return the code of the language that a configuration is for."""
    return str(config.extra["language"])


def folder_of(config: MkDocsConfig) -> str:
    """Return the folder of a configuration's pages in the site, such as `zh/`."""
    return str(config.extra["languages"][language_of(config)]["path"])


def known(config: MkDocsConfig) -> tuple[SiteLanguage, ...]:
    """Return the languages as the configuration declares them, the root's first."""
    declared = config.extra["languages"].items()
    return tuple(SiteLanguage(code, each["name"], each["path"]) for code, each in declared)


def main_of(config: MkDocsConfig, project: Path) -> str:
    """Return the file that the build was given, relative to the project."""
    return Path(os.path.relpath(config.config_file_path, project)).as_posix()


def root_of(site_url: str | None, path: str) -> str:
    """Return the address of the whole site, given that of the language at `path`."""
    return (site_url or "").removesuffix(path)


def address(dest: str) -> str:
    """Return a page's path as a host serves it, with a folder for its `index.html`."""
    is_index = posixpath.basename(dest) == "index.html"
    return quote(dest.removesuffix("index.html") if is_index else dest)


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
    here = posixpath.dirname(next(each.path for each in known if each.code == code) + dest)

    def alternate(each: SiteLanguage) -> Alternate:
        there = each.path + dest
        href, url = quote(posixpath.relpath(there, here or ".")), root + address(there)
        url = url if root and each.code in present else ""
        return Alternate(each.code, each.name, href, url, each.code == code)

    return [alternate(each) for each in known]


def alternates_of(page: Page, config: MkDocsConfig) -> list[Alternate]:
    """Return where a page is in each language."""
    docs, uri = Path(config.docs_dir).parent, page.file.src_uri
    present = [each.code for each in known(config) if (docs / each.code / uri).is_file()]
    root = root_of(config.site_url, folder_of(config))
    return alternates(known(config), language_of(config), page.file.dest_uri, root, present)


def homes(config: MkDocsConfig, base: str) -> list[Alternate]:
    """Return the home pages, for a page that is served at any address (the 404 page)."""
    own, base = language_of(config), base.rstrip("/")
    return [
        Alternate(each.code, each.name, f"{base}/{each.path}", "", each.code == own)
        for each in known(config)
    ]


def load(config: MkDocsConfig, project: Path) -> tuple[MkDocsConfig, ...]:
    """Return the configurations of the languages that are built into the site of another.

    Each inherits the one that the build was given, whatever it says itself, so that an overlay
    (`-f prod.yml`) holds for all.

    Raises:
        mkdocs.exceptions.ConfigurationError: One has errors, or warnings where they are errors.
    """
    others = (each for each in known(config) if each.code != language_of(config))
    return tuple(_load(config, project, each) for each in others)


def _load(config: MkDocsConfig, project: Path, language: SiteLanguage) -> MkDocsConfig:
    # MkDocs keeps plugins with an on_startup: the languages would share one search plugin.
    cache = cast(Plugins, MkDocsConfig.plugins).plugin_cache
    kept = dict(cache)
    cache.clear()
    file = project / "docs" / f"{language.code}.yml"
    parent = json.dumps(str(Path(config.config_file_path).resolve()))
    opened = BytesIO(file.read_bytes() + f"\nINHERIT: {parent}\n".encode())
    opened.name = str(file)
    try:
        loaded = load_config(
            opened,
            config_file_path=config.config_file_path,
            docs_dir=str(project / "docs" / language.code),
            site_dir=str(Path(config.site_dir, language.path)),
            site_url=config.site_url + language.path if config.site_url else None,
            strict=config.strict,
            use_directory_urls=config.use_directory_urls,
        )
    finally:
        cache.clear()
        cache.update(kept)
    loaded.extra |= {MARK: True, "language": language.code}
    return loaded


def build(other: MkDocsConfig, command: Command, hooks: str) -> None:
    """Build a further language into the first one's site.

    Args:
        other: Its configuration.
        command: What MkDocs was asked for; its plugins are told.
        hooks: Name of the hook module, which is started and shut down once per command.
    """
    for event in ("startup", "shutdown"):
        methods = other.plugins.events[event]
        other.plugins.events[event] = [m for m in methods if m.__module__ != hooks]
    other.plugins.on_startup(command=command, dirty=False)
    try:
        build_site(other, serve_url=other.site_url if command == "serve" else None)
    finally:
        other.plugins.on_shutdown()
