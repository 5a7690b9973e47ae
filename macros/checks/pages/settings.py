"""Settings without which a build would check nothing, or show text that no check reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from macros.language.tongue import known
from macros.pages.configuration import DOCS, Configuration, SettingNodes, place_of
from macros.problems import Location, Problems, Rule

_PLUGIN: Final = "tieout"
_FOLDER: Final = re.compile(r"(?:[\w-][\w.-]*(?:/[\w-][\w.-]*)*)?", re.ASCII)
_HOOKS: Final = "macros/hooks.py"
_BRINGS: Final = frozenset(
    {"pymdownx.snippets", "markdown_include.include", "mdx_include", "include-markdown"}
)


def check_settings(site: Configuration, problems: Problems) -> None:
    """Record a configuration that cannot be read, or that takes the check out of the build."""
    problems = problems.under(Rule.data)
    for node, path in site.paths:
        if not _FOLDER.fullmatch(path.strip("/")):
            told = f"{path!r} is no folder for the pages of {node.value!r}"
            problems.add(place_of(node), told, "write one such as cn/")
        if node.value not in known():
            told = f"there is no language {node.value!r}"
            problems.add(place_of(node), told, f"write some of {', '.join(known())}, in [ ]")
    for language in site.languages:
        settings, file = site.own(language, problems), site.file(language)
        if (site.root / site.main).exists() and not (site.root / file).exists():
            hint = f"write it, with `INHERIT: ../{site.main}` and what is different in it"
            problems.add(Location(file), "a build needs this file, and it is missing", hint)
        if settings is not None:
            _check_brought(settings, problems)
            _check_edit(site, language, problems)
    if site.own(site.languages[0]) is not None:
        _check_ours(site, problems)


def _check_ours(site: Configuration, problems: Problems) -> None:
    """Record a configuration without the engine that runs calls, or without what checks them."""
    plugins, hooks = (
        {node.value for node in _names(site.found(site.languages[0], name))}
        for name in ("plugins", "hooks")
    )
    missing = {"macros", _PLUGIN} - plugins - ({_PLUGIN} if _HOOKS in hooks else set())
    for name in sorted(missing):
        message = f"`plugins:` does not list {name}: a build would show calls as they are written"
        if name == _PLUGIN:
            message = f"`plugins:` does not list {name}: a build would check nothing"
        hint = f"write `plugins: [search, macros, {_PLUGIN}]`"
        problems.add(Location(site.main, 1, 1), message, hint)


def _check_brought(settings: SettingNodes, problems: Problems) -> None:
    for name in ("markdown_extensions", "plugins"):
        for node in _names(settings.get(name)):
            if node.value in _BRINGS:
                message = f"{node.value} brings in text that no check reads"
                problems.add(place_of(node), message, "write the text into the page")


def _check_edit(site: Configuration, language: str, problems: Problems) -> None:
    """Record an edit button that would lead to another language's page, or to none."""
    uri, template = site.found(language, "edit_uri"), site.found(language, "edit_uri_template")
    pages = f"{DOCS}/{language}/"
    given = template or uri or site.found(language, "repo_url")
    said = "" if given is None else str(given.value)
    if given is None or not said or pages in said:
        return
    message = f"the edit button would not lead to the pages in {pages}"
    hint = f"add `edit_uri: edit/main/{pages}` to {site.file(language)}, or `edit_uri: ''`"
    problems.add(place_of(given), message, hint)


def _names(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield what is listed, each by itself or with options, as a list or a mapping."""
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        first = item[0] if isinstance(item, tuple) else item
        if isinstance(first, yaml.ScalarNode):
            yield first
        elif isinstance(first, yaml.MappingNode):
            yield from _names(first)
