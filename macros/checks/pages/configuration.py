"""The configurations of both languages, as nodes with places: nothing is made of their tags."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from macros.language.writing import Language
from macros.problems import Location

CONFIGURATION: Final[Mapping[Language, str]] = {"en": "mkdocs.yml", "zh": "docs/zh.yml"}


def settings_of(root: Path, language: Language) -> dict[str, yaml.Node] | None:
    """Return a configuration's settings by name; None if MkDocs could not read it either."""
    try:
        text = (root / CONFIGURATION[language]).read_text("utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(tree, yaml.MappingNode):
        return None
    return {str(key.value): value for key, value in tree.value}


def place_of(node: yaml.Node, language: Language) -> Location:
    """Return where a node stands in the configuration of a language."""
    mark = node.start_mark
    return Location(CONFIGURATION[language], mark.line + 1, mark.column + 1)
