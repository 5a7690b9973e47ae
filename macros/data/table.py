"""A table as an author has it: what is measured in it, and when."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from macros.language.reading.dates import period_of
from macros.problems import TieoutError

Member = tuple[str, str]
"""A figure of the table: when, or nothing if the table does not say; and how it stands there."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """What becomes one entry.

    Attributes:
        title: What is measured, with its unit if the table says it there.
        members: Its figures.
        owner: Whose they are; empty if the table does not say.
    """

    title: str
    members: list[Member]
    owner: str = ""


def _read(text: str) -> list[list[str]]:
    """Return the rows of a table, whatever stands between its cells.

    Raises:
        TieoutError: There is no table of at least two lines and columns.
    """
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:4096], ",;\t|")
    except csv.Error:
        dialect = "excel"
    try:
        lines = list(csv.reader(StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise TieoutError(f"there is no table: {error}") from error
    rows = [row for row in ([cell.strip() for cell in line] for line in lines) if any(row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        raise TieoutError("there is no table", "a line of titles, then figures; CSV")
    return [row + [""] * (len(rows[0]) - len(row)) for row in rows]


def columns(text: str) -> list[TableColumn]:
    """Return what becomes an entry each, of a table in CSV.

    Raises:
        TieoutError: It is no table.
    """
    head, *rows = _read(text)
    return list(_columns(head, rows))


def _columns(head: list[str], rows: list[list[str]]) -> Iterator[TableColumn]:
    """Yield what a table tells; periods stand in titles, in a column, or nowhere."""
    start = next((at for at in range(1, len(head)) if all(map(period_of, head[at:]))), 0)
    if start:
        yield from _across(head, rows, start)
        return
    when = next((at for at, title in enumerate(head) if _tells_times(title, rows, at)), None)
    named = next((at for at, _ in enumerate(head) if at != when and _is_named(rows, at)), None)
    named = 0 if when is None and named is None else named
    owners = dict.fromkeys("" if named is None else row[named] for row in rows)
    for owner in owners:
        own = [row for row in rows if named is None or row[named] == owner]
        periods = ["" if when is None else period_of(row[when]) for row in own]
        for at, title in enumerate(head):
            if at not in (when, named) and _has_figures(rows, at):
                cells = (row[at] for row in own)
                yield TableColumn(title, list(zip(periods, cells, strict=True)), owner)


def _across(head: list[str], rows: list[list[str]], start: int) -> Iterator[TableColumn]:
    """Yield the rows of a table whose titles are periods from a column on.

    Where several columns stand before these, the first says whose figures they are, and the one
    that says most of the others what is measured: codes are short.
    """
    periods = [period_of(cell) for cell in head[start:]]
    for row in rows:
        title = max(row[1:start], key=len, default=row[0])
        members = zip(periods, row[start:], strict=False)
        yield TableColumn(title, list(members), row[0] if start > 1 else "")


def _tells_times(title: str, rows: list[list[str]], at: int) -> bool:
    """Whether a column says when; what has a unit may look like years, such as 1840 km."""
    return not re.search(r"[(（\[]", title) and all(period_of(row[at]) for row in rows)


def _is_named(rows: list[list[str]], at: int) -> bool:
    """Whether a column says whose the figures are, in words."""
    return all(row[at][:1].isalpha() for row in rows)


def _has_figures(rows: list[list[str]], at: int) -> bool:
    """Whether there is a digit in a column; without one it only names something."""
    return any(char.isdigit() for row in rows for char in row[at])
