"""What a paragraph, an item or a row stands under: “it was 5” is true there and not elsewhere."""

from __future__ import annotations

import re
from typing import Final

_ITEM: Final = re.compile(r"[>+:-]|\d+[.)]\s")
_STEPS: Final = 2
_ROW: Final = 1000
_DEEPEST: Final = 9
"""How deep a block stands: for each blank before it, as a row of a table, as a heading at most."""


class Heads:
    """What the blocks of a text stand under: headings, and what leads to a list or a table."""

    def __init__(self) -> None:
        self.open: list[tuple[int, str]] = []

    def above(self, block: str) -> tuple[str, ...]:
        """Return what a block stands under, and let what comes stand under it."""
        said = block.strip()
        # What is not so deep stays open; a line without words ends a table.
        depth = self._depth(block, said) if said else _ROW
        self.open = [each for each in self.open if each[0] < depth]
        under = tuple(text for _, text in self.open)
        self.open += [(depth, said)] * bool(said)
        return under

    def _depth(self, block: str, said: str) -> int:
        if said.startswith("#"):
            return len(said) - len(said.lstrip("#")) - _DEEPEST
        if said.startswith("|"):  # under its table’s first row
            return _ROW + any(at == _ROW for at, _ in self.open)
        line = block.lstrip("\n")
        return _STEPS * (len(line) - len(line.lstrip())) + (1 if _ITEM.match(said) else 0)
