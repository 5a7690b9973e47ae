"""Settings without which a build would check nothing, or show text that no check reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from macros.language.writing import Language
from macros.pages.configuration import MAIN, Settings, place_of, settings_of
from macros.pages.source import LANGUAGES
from macros.problems import Location, Problems, Rule

_PLUGIN: Final = "tieout"
_HOOKS: Final = "macros/hooks.py"
_BRINGS: Final = frozenset(
    {"pymdownx.snippets", "markdown_include.include", "mdx_include", "include-markdown"}
)


def check_settings(root: Path, problems: Problems) -> None:
    """Record a configuration that cannot be read, or that takes the check out of the build."""
    problems = problems.under(Rule.data)
    for language in LANGUAGES:
        settings = settings_of(root, language, problems)
        if settings is not None:
            _check_brought(settings, language, problems)
    main = settings_of(root, LANGUAGES[0])
    if main is not None:
        _check_ours(main, problems)


def _check_ours(main: Settings, problems: Problems) -> None:
    """Record a configuration without the engine that runs calls, or without what checks them."""
    plugins = {node.value for node in _names(main.get("plugins"))}
    hooks = {node.value for node in _names(main.get("hooks"))}
    missing = {"macros", _PLUGIN} - plugins - ({_PLUGIN} if _HOOKS in hooks else set())
    for name in sorted(missing):
        message = f"`plugins:` does not list {name}: a build would show calls as they are written"
        if name == _PLUGIN:
            message = f"`plugins:` does not list {name}: a build would check nothing"
        problems.add(Location(MAIN, 1, 1), message, f"write `plugins: [search, macros, {_PLUGIN}]`")


def _check_brought(settings: Settings, language: Language, problems: Problems) -> None:
    for name in ("markdown_extensions", "plugins"):
        for node in _names(settings.get(name)):
            if node.value in _BRINGS:
                message = f"{node.value} brings in text that no check reads"
                problems.add(place_of(node, language), message, "write the text into the page")


def _names(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield what is listed, each by itself or with options, as a list or a mapping."""
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        first = item[0] if isinstance(item, tuple) else item
        if isinstance(first, yaml.ScalarNode):
            yield first
        elif isinstance(first, yaml.MappingNode):
            yield from _names(first)
