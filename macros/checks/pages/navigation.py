"""The configurations of both languages: navigation, words that readers see, the tracker."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml
from pathspec import GitIgnoreSpec

from macros.checks.pages.parity import is_untranslated
from macros.language.writing import Language
from macros.pages.configuration import MAIN, configuration, place_of, setting, settings_of
from macros.pages.files import ENDINGS
from macros.pages.source import LANGUAGES, Page
from macros.problems import Location, Problems, Rule

_WORDS: Final = ("nav", "site_name", "site_description", "copyright")
"""Settings that readers see; what a language does not set it inherits, in the other's words."""


def check_navigation(root: Path, pages: Sequence[Page], problems: Problems) -> None:
    """Record what the configuration of one language lists or says and the other's does not."""
    problems = problems.under(Rule.parity)
    main = settings_of(root, LANGUAGES[0])
    _check_tracker(main or {}, problems)
    alone = {page.uri for page in pages if is_untranslated(page)}
    _check_listed(root, pages, problems)
    for language in LANGUAGES[1:]:
        other = settings_of(root, language)
        if main is None or other is None:
            continue
        for name in _WORDS:
            if name in main and name not in other:
                where, message = Location(configuration(language), 1, 1), f"`{name}:` is missing"
                hint = f"it would be that of {MAIN}; say it in this language"
                problems.add(where, message, hint)
        if "nav" in main and "nav" in other:
            here, there = (
                dict(_listed(main["nav"], LANGUAGES[0])),
                dict(_listed(other["nav"], language)),
            )
            _compare(here, there, configuration(language), alone, problems)
            _compare(there, here, MAIN, alone, problems)


def _check_listed(root: Path, pages: Sequence[Page], problems: Problems) -> None:
    """Record the pages that search engines would find and no navigation leads to."""
    for language in LANGUAGES:
        settings = settings_of(root, language) or {}
        nav = settings.get("nav") or (settings_of(root, LANGUAGES[0]) or {}).get("nav")
        if nav is None:
            continue
        listed = {name for name, _ in _listed(nav, language)}
        apart = GitIgnoreSpec.from_lines(setting(root, language, "not_in_nav").splitlines())
        for page in pages:
            if (
                page.language == language
                and page.uri not in listed
                and not apart.match_file(page.uri)
            ):
                message = f"the page stands in no navigation of {configuration(language)}"
                hint = "list it under `nav:`, or name it under `not_in_nav:`"
                problems.add(Location(page.path, 1, 1), message, hint)


def _check_tracker(main: Mapping[str, yaml.Node], problems: Problems) -> None:
    """Record a tracker that readers could not be sent to."""
    extra = main.get("extra")
    for key, value in extra.value if isinstance(extra, yaml.MappingNode) else ():
        if key.value == "issues" and not re.match(r"https?://[^\s/]+/", str(value.value)):
            message = "`issues:` is no address to which an error can be reported"
            hint = "that of the form for a new issue, such as https://host/owner/name/issues/new"
            problems.under(Rule.data).add(place_of(value, LANGUAGES[0]), message, hint)


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


def _listed(node: yaml.Node, language: Language) -> Iterator[tuple[str, Location]]:
    """Yield the pages of a navigation with their places."""
    if isinstance(node, yaml.ScalarNode) and node.value.endswith(ENDINGS):
        yield posixpath.normpath(node.value), place_of(node, language)
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from _listed(child[1] if isinstance(child, tuple) else child, language)
