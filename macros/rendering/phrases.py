"""The fixed words of the pages by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from macros.rendering.words import en, zh
from macros.wording import Language

_HAN: Final = re.compile("[\u4e00-\u9fff]")
LICENCE: Final = "CC-BY-4.0"
"""The licence of texts, data and charts, by its SPDX identifier."""

_Table = Mapping[Language, Mapping[str, str]]

PHRASES: Final[_Table] = {"en": en.PHRASES, "zh": zh.PHRASES}
VERDICTS: Final[_Table] = {"en": en.VERDICTS, "zh": zh.VERDICTS}
BASES: Final[_Table] = {"en": en.BASES, "zh": zh.BASES}
TIERS: Final[_Table] = {"en": en.TIERS, "zh": zh.TIERS}
KNOWN: Final[_Table] = {"en": en.KNOWN, "zh": zh.KNOWN}
SENTENCES: Final[_Table] = {"en": en.SENTENCES, "zh": zh.SENTENCES}


def phrases(language: Language) -> Mapping[str, str]:
    """Return the fixed words in a language, for templates."""
    return PHRASES[language]


def language_of(title: str) -> Language:
    """Return the language that a document's title is in, for those who read it aloud or set it."""
    return "zh" if _HAN.search(title) else "en"
