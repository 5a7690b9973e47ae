"""Tables for spreadsheets, which run what they take for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

# A signed amount with its unit computes nothing; what follows an operator or a bracket may.
_FORMULA: Final = re.compile(r"[=@\t\r]|[+-](?!\d[^-+*^|!()=&\"';<>]*\Z)")


def cell(value: object) -> object:
    """Return a value that no spreadsheet runs: what begins like a formula is marked as text."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def table(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *(map(cell, row) for row in rows)])
    return out.getvalue()
