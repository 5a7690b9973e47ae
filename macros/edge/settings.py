"""What an explainer's configuration leaves out: theme, Markdown's extensions, engine and search."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from pymdownx.slugs import slugify

from macros.edge import languages, package

Settings = Mapping[str, Any]
THEME: Final = Path(__file__).resolve().parents[1] / "theme"
SETTINGS: Final[Settings] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
SEARCH: Final = "material/search"
ENGINE: Final = "mkdocs.plugins.mkdocs_macros.util"
"""Who tells on each build which variables and modules it has found."""
INSTANT: Final = "navigation.instant"


def complete(config: MkDocsConfig, root: Path) -> None:
    """Set what an author has not.

    Args:
        config: The configuration of one language, as MkDocs has read it.
        root: The project's folder.
    """
    given, tongue_of = own_settings(config), package.function("macros.language.tongue", "tongue")
    configuration = package.function("macros.pages.configuration", "Configuration")
    folders = configuration(root, languages.main_of(config, root)).folders
    _name_languages(config.extra, folders, tongue_of)
    tongue = tongue_of(config.extra["language"])
    if "docs_dir" not in given:
        config.docs_dir = str(root / "docs" / tongue.code)
    if "use_directory_urls" not in given:
        config.use_directory_urls = False  # links work from disk, too
    if "validation" not in given:
        # What leads nowhere, or is in no navigation, fails a strict build.
        for kind in (config.validation.nav, config.validation.links):
            kind.update(dict.fromkeys(kind, logging.WARNING))
    config.watch.append(str(root / "data"))
    config.watch.append(str(root / "docs"))
    for key, value in SETTINGS["extra"].items():
        config.extra.setdefault(key, value)
    address = languages.root_of(config.site_url, languages.folder_of(config))
    config.extra.setdefault("scope", urlsplit(address).path or "/")
    _dress(config, given.get("theme"), tongue)
    _extend(config, tongue.words.phrases)
    logging.getLogger(ENGINE).setLevel(logging.WARNING)
    if "macros" in config.plugins:
        _instruct(config.plugins["macros"], SETTINGS["macros"])
    _let_search(config, {"lang": [tongue.code], **tongue.search})


def own_settings(config: Config) -> dict[str, Any]:
    """Return what an author has set, which MkDocs knows but means to forget."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return {key: value for each in config.user_configs for key, value in each.items()}


def _name_languages(
    extra: MutableMapping[str, Any], folders: Mapping[str, str], tongue_of: Callable[[str], Any]
) -> None:
    """Say of each language what it is called and where its pages are: the first’s at the root."""
    given = extra.get("languages")
    own = given if isinstance(given, dict) else {}
    extra["languages"] = {
        code: {"name": tongue_of(code).name, **(own.get(code) or {}), "path": path}
        for code, path in folders.items()
    }
    extra.setdefault("language", next(iter(folders)))


def _dress(config: MkDocsConfig, given: Any, tongue: Any) -> None:
    """Put our look over the theme, which is Material's unless an author asks for another."""
    if given is None:
        config.theme = Theme("material")
    own = given if isinstance(given, dict) else {}
    palette = [_named(each, tongue.words.phrases) for each in SETTINGS["theme"]["palette"]]
    look = {**SETTINGS["theme"], "language": tongue.code, "palette": palette}
    for key in look.keys() - own.keys():
        config.theme[key] = look[key]
    # The theme's script comes with the search here: from then on pages would change under ours.
    features = config.theme["features"]
    config.theme["features"] = [each for each in features if not each.startswith(INSTANT)]
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.extra_css = [*SETTINGS["extra_css"], *config.extra_css]
    scripts = ExtraScript()  # type: ignore[no-untyped-call]
    config.extra_javascript = [
        *map(scripts.run_validation, SETTINGS["extra_javascript"]),
        *config.extra_javascript,
    ]


def _named(scheme: Settings, phrases: Mapping[str, str]) -> dict[str, Any]:
    """Return a scheme that readers choose, with the name of what the next click chooses."""
    toggle = scheme["toggle"]
    return {**scheme, "toggle": {**toggle, "name": phrases[toggle["name"]]}}


def _extend(config: MkDocsConfig, phrases: Mapping[str, str]) -> None:
    """Let Markdown have its extensions; of one that an author sets up, the author's setup holds."""
    toc = {"permalink_title": phrases["permalink"], "slugify": slugify(case="lower")}
    for name, setup in SETTINGS["markdown_extensions"].items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        known = setup | (toc if name == "toc" else {})
        config.mdx_configs[name] = known | (config.mdx_configs.get(name) or {})


def _instruct(plugin: BasePlugin[Any], settings: Settings) -> None:
    """Set those options of a plugin that its author has not."""
    for key in settings.keys() - own_settings(plugin.config).keys():
        plugin.config[key] = settings[key]


def _let_search(config: MkDocsConfig, settings: Settings) -> None:
    """Let the theme's search read the language; without a theme in hand, MkDocs took its own."""
    plugins = config.plugins
    if plain := plugins.pop("search", None):
        for methods in plugins.events.values():
            methods[:] = [each for each in methods if getattr(each, "__self__", None) is not plain]
        search = SearchPlugin()
        search.load_config(own_settings(plain.config), config.config_file_path)
        plugins[SEARCH] = search
    if SEARCH in plugins:
        _instruct(plugins[SEARCH], settings)
