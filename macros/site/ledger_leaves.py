"""A ledger of many entries, on pages of their own: the author's has the first of them, others more.

All entries stand in one file beside them, for whoever looks for one on all leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from macros.pages.addresses import ROOT
from macros.pages.ledger import Leaf, Ledger, parted
from macros.pages.numbers import given
from macros.pages.templates import render
from macros.pages.uses import uses

_ADDRESSES: Final = re.compile(r'\s*<link rel="(?:canonical|alternate )" href="[^"]*"[^>]*>')
_NO_INDEX: Final = '<meta name="robots" content="noindex">'


def ledger_of(ledger: Ledger, leaf: Leaf, entries: str) -> str:
    """Return what stands on a leaf of a ledger, given its entries."""
    made = Markup(entries)  # noqa: S704 - made by us
    return render("ledger", ledger.voice, ledger=ledger, leaf=leaf, entries=made)


def entries_of(ledger: Ledger, leaf: Leaf) -> Markup:
    """Return the entries of a leaf, without the lines of their template."""
    told = (
        (row, given(ledger.known(row)), parted(row.view) if row.view else ("", ""))
        for row in leaf.rows
    )
    used = ledger.edition.once(uses)
    made = render("entries", ledger.voice, ledger=ledger, entries=told, used=used)
    return made.replace(">\n<", Markup("><"))


@dataclass(frozen=True)
class Leaves:
    """Writes the leaves of a ledger.

    Attributes:
        ledger: The ledger.
        slot: What stands in its place on the author's page.
        finished: Finishes a piece of that page.
    """

    ledger: Ledger
    slot: str
    finished: Callable[[str], str]

    @cached_property
    def _entries(self) -> list[str]:
        return [self.finished(entries_of(self.ledger, leaf)) for leaf in self.ledger.leaves]

    @property
    def rows(self) -> str:
        """All entries, those of each leaf in a table that names its address."""
        leaves = zip(self.ledger.leaves, self._entries, strict=True)
        tables = (
            f'<table data-href="{ROOT}{quote(self.ledger.on(leaf))}">{rows}</table>'
            for leaf, rows in leaves
        )
        return "\n".join(tables)

    def pages(self, html: str) -> Iterator[tuple[str, str]]:
        """Yield the path and the HTML of each leaf, given the author's page."""
        head, end, body = html.partition("</head>")
        count = len(self.ledger.leaves)
        for leaf, entries in zip(self.ledger.leaves, self._entries, strict=True):
            frame = self.finished(ledger_of(self.ledger, leaf, self.slot))
            own = head if leaf.number == 1 else _renamed(head, f"{leaf.number}/{count}")
            page = body.replace(self.slot, frame, 1).replace(self.slot, entries, 1)
            yield self.ledger.on(leaf), own + end + page


def _renamed(head: str, number: str) -> str:
    """Return the head of a page for another of its leaves, which none but readers are led to."""
    return _ADDRESSES.sub("", head.replace("<title>", f"{_NO_INDEX}<title>{number} · ", 1))
