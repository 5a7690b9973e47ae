"""The configurations of both languages: navigation, words that readers see, the tracker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from macros.evidence import CONFIGURATION
from macros.pages import LANGUAGES, Page
from macros.parity import is_untranslated
from macros.problems import Location, Problems

_WORDS: Final = ("nav", "site_name", "site_description", "copyright")
"""Settings that readers see; what a language does not set it inherits, in the other's words."""


def check_navigation(root: Path, pages: Iterable[Page], problems: Problems) -> None:
    """Record what the configuration of one language lists or says and the other's does not."""
    main = _settings(root, CONFIGURATION)
    _check_tracker(main or {}, problems)
    alone = {f"{page.name}.md" for page in pages if is_untranslated(page)}
    for language in LANGUAGES[1:]:
        other = _settings(root, f"docs/{language}.yml")
        if main is None or other is None:
            continue
        for name in _WORDS:
            if name in main and name not in other:
                where, message = Location(f"docs/{language}.yml", 1, 1), f"`{name}:` is missing"
                hint = f"it would be that of {CONFIGURATION}; say it in this language"
                problems.add(where, message, hint)
        if "nav" in main and "nav" in other:
            paths = CONFIGURATION, f"docs/{language}.yml"
            listed = [dict(_listed(s["nav"], p)) for s, p in zip((main, other), paths, strict=True)]
            _compare(listed[0], listed[1], paths[1], alone, problems)
            _compare(listed[1], listed[0], paths[0], alone, problems)


def _check_tracker(main: Mapping[str, yaml.Node], problems: Problems) -> None:
    """Record a tracker that readers could not be sent to."""
    extra = main.get("extra")
    for key, value in extra.value if isinstance(extra, yaml.MappingNode) else ():
        if key.value == "issues" and not re.match(r"https?://[^\s/]+/", str(value.value)):
            message = "`issues:` is no address to which an error can be reported"
            hint = "that of the form for a new issue, such as https://host/owner/name/issues/new"
            problems.add(_place(value, CONFIGURATION), message, hint)


def _compare(
    here: Mapping[str, Location],
    there: Mapping[str, Location],
    path: str,
    alone: set[str],
    problems: Problems,
) -> None:
    for name in here.keys() - there.keys() - alone:
        message = f"the page {name} has no title in {path}"
        problems.add(here[name], message, "list it in both navigations")


def _settings(root: Path, path: str) -> dict[str, yaml.Node] | None:
    """Return a configuration's settings by name; None if MkDocs could not read it either."""
    try:
        text = (root / path).read_text("utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)  # nothing is made of its tags
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(tree, yaml.MappingNode):
        return None
    return {str(key.value): value for key, value in tree.value}


def _listed(node: yaml.Node, path: str) -> Iterator[tuple[str, Location]]:
    """Yield the pages of a navigation with their places."""
    if isinstance(node, yaml.ScalarNode) and node.value.endswith(".md"):
        yield node.value, _place(node, path)
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from _listed(child[1] if isinstance(child, tuple) else child, path)


def _place(node: yaml.Node, path: str) -> Location:
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1)
