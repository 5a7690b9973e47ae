"""The second language: its configuration is loaded before anything is built, and built last."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from macros.edge.languages import languages

Command = Literal["build", "gh-deploy", "serve"]
MARK = "built_by_hook"


def is_second(config: MkDocsConfig) -> bool:
    """Whether this is the configuration of the language that is built into the other's site."""
    return bool(config.extra.get(MARK))


def language_of(config: MkDocsConfig) -> str:
    """Return the code of the language that a configuration is for."""
    return str(config.extra["language"])


def load(config: MkDocsConfig, project: Path) -> MkDocsConfig | None:
    """Return the configuration of the other language; None if the site has only one.

    Raises:
        mkdocs.exceptions.ConfigurationError: It has errors, or warnings where they are errors.
    """
    known = languages(config.extra["languages"])
    other = next((each for each in known if each.code != language_of(config)), None)
    if other is None:
        return None
    # MkDocs keeps plugins with an on_startup: the languages would share one search plugin.
    cache = cast(Plugins, MkDocsConfig.plugins).plugin_cache
    kept = dict(cache)
    cache.clear()
    try:
        second = load_config(
            str(project / "docs" / f"{other.code}.yml"),
            config_file_path=config.config_file_path,
            docs_dir=str(project / "docs" / other.code),
            site_dir=str(Path(config.site_dir, other.path)),
            site_url=config.site_url + other.path if config.site_url else None,
            strict=config.strict,
            use_directory_urls=config.use_directory_urls,
        )
    finally:
        cache.clear()
        cache.update(kept)
    second.extra |= {MARK: True, "language": other.code}
    return second


def build(second: MkDocsConfig, command: Command, hooks: str) -> None:
    """Build the second language into the first one's site.

    Args:
        second: Its configuration.
        command: What MkDocs was asked for; its plugins are told.
        hooks: Name of the hook module, which is started and shut down once per command.
    """
    for event in ("startup", "shutdown"):
        methods = second.plugins.events[event]
        second.plugins.events[event] = [m for m in methods if m.__module__ != hooks]
    second.plugins.on_startup(command=command, dirty=False)
    try:
        build_site(second, serve_url=second.site_url if command == "serve" else None)
    finally:
        second.plugins.on_shutdown()
