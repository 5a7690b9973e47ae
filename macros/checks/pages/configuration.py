"""The configurations of both languages, as nodes with places: nothing is made of their tags."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from macros.language.writing import Language
from macros.pages.source import LANGUAGES
from macros.problems import Location

MAIN: Final = "mkdocs.yml"


def configuration(language: Language) -> str:
    """Return the file that configures the pages of a language."""
    return MAIN if language == LANGUAGES[0] else f"docs/{language}.yml"


def settings_of(root: Path, language: Language) -> dict[str, yaml.Node] | None:
    """Return a configuration's settings by name; None if MkDocs could not read it either."""
    try:
        text = (root / configuration(language)).read_text("utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(tree, yaml.MappingNode):
        return None
    return {str(key.value): value for key, value in tree.value}


def place_of(node: yaml.Node, language: Language) -> Location:
    """Return where a node stands in the configuration of a language."""
    mark = node.start_mark
    return Location(configuration(language), mark.line + 1, mark.column + 1)
