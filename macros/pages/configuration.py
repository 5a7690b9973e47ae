"""The configurations of both languages, as nodes with places: nothing is made of their tags."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from macros.data.tree import is_without_unseen, read_file
from macros.language.writing import Language
from macros.pages.source import LANGUAGES
from macros.problems import Location, Problems, Rule

MAIN: Final = "mkdocs.yml"
Settings = dict[str, yaml.Node]


def configuration(language: Language) -> str:
    """Return the file that configures the pages of a language."""
    return MAIN if language == LANGUAGES[0] else f"docs/{language}.yml"


def settings_of(
    root: Path, language: Language, problems: Problems | None = None
) -> Settings | None:
    """Return a configuration's settings by name; None if MkDocs could not read it either.

    Args:
        root: The project's folder.
        language: Whose configuration it is.
        problems: Where to record what is wrong with the file, if anywhere.
    """
    told = Problems([] if problems is None else problems.found, Rule.data)
    path = configuration(language)
    if not (root / path).exists():
        return None
    text = read_file(root, path, told)
    if text is None:
        return None
    if not is_without_unseen(text, path, told):
        return None
    try:
        return _composed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        told.add(place, f"not YAML: {error.problem}")
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        told.add(Location(path), f"not YAML: {str(error).splitlines()[0]}")
    return None


def setting(root: Path, language: Language, name: str) -> str:
    """Return a setting that is one value: a language's own, or else the one that it inherits."""
    for settings in (settings_of(root, language), settings_of(root, LANGUAGES[0])):
        if isinstance(node := (settings or {}).get(name), yaml.ScalarNode):
            return str(node.value)
    return ""


def place_of(node: yaml.Node, language: Language) -> Location:
    """Return where a node stands in the configuration of a language."""
    mark = node.start_mark
    return Location(configuration(language), mark.line + 1, mark.column + 1)


@lru_cache(maxsize=8)
def _composed(text: str) -> Settings:
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(tree, yaml.MappingNode):
        raise ValueError("a configuration is a mapping")
    return {str(key.value): value for key, value in tree.value}
