"""A language's code, and what CLDR calls it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Language = str
"""The code of a language, as in `extra.languages`."""
LOCALES: Final[Mapping[str, str]] = {"en": "en", "zh": "zh_Hans"}
NBSP: Final = "\u00a0"
