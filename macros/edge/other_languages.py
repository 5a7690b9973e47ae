"""The languages beside the root's: loaded before anything is built, and built last."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Literal, cast

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.edge.languages import Alternate, SiteLanguage, alternates, root_of

Command = Literal["build", "gh-deploy", "serve"]
MARK = "built_by_hook"


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


def alternates_of(page: Page, config: MkDocsConfig) -> list[Alternate]:
    """Return where a page is in each language."""
    docs, uri = Path(config.docs_dir).parent, page.file.src_uri
    present = [each.code for each in known(config) if (docs / each.code / uri).is_file()]
    root = root_of(config.site_url, folder_of(config))
    return alternates(known(config), language_of(config), page.file.dest_uri, root, present)


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
    try:
        loaded = load_config(
            _inheriting(project / "docs" / f"{language.code}.yml", config.config_file_path),
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


def _inheriting(file: Path, parent: str) -> BytesIO:
    """Return a configuration as MkDocs opens it, with another parent."""
    opened = BytesIO(
        file.read_bytes() + f"\nINHERIT: {json.dumps(str(Path(parent).resolve()))}\n".encode()
    )
    opened.name = str(file)
    return opened


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
