"""Any numeral before any noun is a number; what only looks like one stands, and is counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from corpora import parsed

from macros.checks.prose.numbers import lint_text
from macros.language.writing import Language

CORPUS: Final[dict[str, Any]] = parsed(
    (Path(__file__).parent / "nouns_corpus.yml").read_text(encoding="utf-8")
)
ROWS: Final = [
    (language, text, kind == "number")
    for language, kinds in CORPUS.items()
    for kind, texts in kinds.items()
    for text in texts
]


@pytest.mark.parametrize(("language", "text", "told"), ROWS, ids=[row[1] for row in ROWS])
def test_numerals_before_nouns(language: Language, text: str, told: bool) -> None:
    """A number is told whatever it counts; a locator, a date, a list mark or a name is not."""
    assert bool(lint_text(text, language, ()).findings) == told
