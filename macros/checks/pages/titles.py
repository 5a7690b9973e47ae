"""The words that readers see of the configuration: the site's name, its navigation, its buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from macros.checks.prose.comparatives import compare_text
from macros.checks.prose.numbers import lint_text
from macros.language.reading.numerals import begins_with
from macros.language.writing import Language
from macros.pages.configuration import Configuration, place_of
from macros.problems import Location, Problems, Rule

_SHOWN: Final = re.compile(
    "site_(?:name|description|author)|copyright|(?:repo_)?name|title|label|text|description|tooltip|"
    "permalink(?:_title)?"
)
# Whatever a key is called, a value that is no path, address or pattern is read if it has words.
_WORDS: Final = re.compile(r"(?!.*(?:[/*\\]|://)).*(?:\w \w|[^\x00-\x7f])", re.DOTALL)
_CHAPTER: Final = re.compile(r"^\d{1,2} {2,}")
_NUMBER_HINT: Final = "leave it out here, or declare the name in data/facts.yml under names"


def check_titles(site: Configuration, names: Sequence[str], problems: Problems) -> None:
    """Record the free numbers and comparisons in titles: no call can stand there to bind them."""
    for language in site.languages:
        texts = (text for settings in site.whole(language) for text in _titles(settings))
        for node, text, counted in texts:
            _check_title(text, language, names, counted, place_of(node), problems)


def _check_title(
    text: str,
    language: Language,
    names: Sequence[str],
    counted: int,
    where: Location,
    problems: Problems,
) -> None:
    for finding in lint_text(text, language, names).findings:
        if counted and begins_with(finding.text, language) == counted:
            continue  # “Three questions”, over three numbered pages
        problems.under(Rule.number).add(
            where, f"bare number “{finding.text}” in the title {text!r}", _NUMBER_HINT
        )
    for each in compare_text(text, language).free:
        told = f"the comparison “{each.text}” in a title"
        problems.under(Rule.comparison).add(where, told, "reword it")


NavigationTitle = tuple[yaml.Node, str, int]
"""Where a text stands, the text, and how many numbered pages stand below it."""


def _titles(settings: Mapping[str, yaml.Node]) -> Iterator[NavigationTitle]:
    """Yield the texts that are shown; a chapter's own number is left out."""
    for name, value in settings.items():
        if name == "nav":
            yield from _keys(value)
        else:
            yield from _said(name, value)


def _keys(node: yaml.Node) -> Iterator[NavigationTitle]:
    """Yield the titles of a navigation, however deep."""
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        if isinstance(item, tuple):
            yield item[0], _CHAPTER.sub("", item[0].value), _numbered(item[1])
            yield from _keys(item[1])
        else:
            yield from _keys(item)


def _numbered(node: yaml.Node) -> int:
    """Return how many pages in a list have a chapter's number in their titles."""
    listed = node.value if isinstance(node, yaml.SequenceNode) else ()
    titled = (pair for each in listed if isinstance(each, yaml.MappingNode) for pair in each.value)
    return sum(_CHAPTER.match(key.value) is not None for key, _ in titled)


def _said(name: str, node: yaml.Node) -> Iterator[NavigationTitle]:
    """Yield the texts below a key: what buttons and links are called, and all that has words."""
    if isinstance(node, yaml.ScalarNode) and (_SHOWN.fullmatch(name) or _WORDS.match(node.value)):
        yield node, node.value, 0
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        key, value = item if isinstance(item, tuple) else (None, item)
        yield from _said(key.value if key else name, value)
