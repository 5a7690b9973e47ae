"""The two languages, and what CLDR calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["en", "zh"]
LOCALES: Final[Mapping[str, str]] = {"en": "en", "zh": "zh_Hans"}
NBSP: Final = "\u00a0"
