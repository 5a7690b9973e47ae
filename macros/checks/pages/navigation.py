"""The configurations of all languages: navigation, words that readers see, the tracker."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml
from pathspec import GitIgnoreSpec

from macros.checks.pages.parity import is_untranslated
from macros.data.inputs import ENDINGS
from macros.pages.configuration import Configuration, place_of
from macros.pages.source import Page
from macros.problems import Location, Problems, Rule

_WORDS: Final = ("nav", "site_name", "site_description", "copyright")
"""Settings that readers see; what a language does not set it inherits, in the other's words."""


def check_navigation(site: Configuration, pages: Sequence[Page], problems: Problems) -> None:
    """Record what the configuration of one language lists or says and another's does not."""
    problems = problems.under(Rule.parity)
    first, *others = site.languages
    main = site.own(first)
    _check_tracker(site, problems)
    alone = {page.uri for page in pages if is_untranslated(page)}
    _check_listed(site, pages, problems)
    for language in others:
        other = site.own(language)
        if main is None or other is None:
            continue
        for name in _WORDS:
            if site.found(first, name) and name not in other:
                where, message = Location(site.file(language), 1, 1), f"`{name}:` is missing"
                hint = f"it would be that of {site.main}; say it in this language"
                problems.add(where, message, hint)
        if (listed := site.found(first, "nav")) and "nav" in other:
            here, there = dict(_listed(listed)), dict(_listed(other["nav"]))
            _compare(here, there, site.file(language), alone, problems)
            _compare(there, here, listed.start_mark.name, alone, problems)
            _compare_order(here, there, problems)


def _check_listed(site: Configuration, pages: Sequence[Page], problems: Problems) -> None:
    """Record the pages that search engines would find and no navigation leads to."""
    for language in site.languages:
        if (nav := site.found(language, "nav")) is None:
            continue
        listed = {name for name, _ in _listed(nav)}
        apart = GitIgnoreSpec.from_lines(site.setting(language, "not_in_nav").splitlines())
        for page in pages:
            if (
                page.language == language
                and page.uri not in listed
                and not apart.match_file(page.uri)
            ):
                message = f"the page stands in no navigation of {nav.start_mark.name}"
                hint = "list it under `nav:`, or name it under `not_in_nav:`"
                problems.add(Location(page.path, 1, 1), message, hint)


def _check_tracker(site: Configuration, problems: Problems) -> None:
    """Record a tracker that readers could not be sent to."""
    extra = site.found(site.languages[0], "extra")
    for key, value in extra.value if isinstance(extra, yaml.MappingNode) else ():
        if key.value == "issues" and not re.match(r"https?://[^\s/]+/", str(value.value)):
            message = "`issues:` is no address to which an error can be reported"
            hint = "that of the form for a new issue, such as https://host/owner/name/issues/new"
            problems.under(Rule.data).add(place_of(value), message, hint)


def _compare(
    here: Mapping[str, Location],
    there: Mapping[str, Location],
    path: str,
    alone: set[str],
    problems: Problems,
) -> None:
    for name in here.keys() - there.keys() - alone:
        message = f"the page {name} has no title in {path}"
        problems.add(here[name], message, "list it in each navigation")


def _compare_order(
    here: Mapping[str, Location], there: Mapping[str, Location], problems: Problems
) -> None:
    """Record the first page that stands elsewhere than in the other navigation."""
    mine = [name for name in here if name in there]
    theirs = [name for name in there if name in here]
    for name, other in zip(mine, theirs, strict=True):
        if name != other:
            message = f"the page {other} stands where {here[name].path} has {name}"
            problems.add(there[other], message, "keep one order in all languages")
            return


def _listed(node: yaml.Node) -> Iterator[tuple[str, Location]]:
    """Yield the pages of a navigation with their places."""
    if isinstance(node, yaml.ScalarNode) and node.value.endswith(ENDINGS):
        yield posixpath.normpath(node.value), place_of(node)
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from _listed(child[1] if isinstance(child, tuple) else child)
