"""A table as an author has it: what is measured in it, and when."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from macros.arithmetic.period import parse_period
from macros.language.reading.dates import read_date
from macros.language.reading.scanner import uniform
from macros.problems import TieoutError


@dataclass(frozen=True, slots=True)
class Member:
    """A figure of the table.

    Attributes:
        period: When; empty if the table does not say.
        printed: The figure as it stands there.
    """

    period: str
    printed: str


@dataclass(frozen=True, slots=True)
class Column:
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


def columns(text: str) -> list[Column]:
    """Return what becomes an entry each, of a table in CSV.

    Raises:
        TieoutError: It is no table.
    """
    head, *rows = _read(text)
    return list(_columns(head, rows))


def _columns(head: list[str], rows: list[list[str]]) -> Iterator[Column]:
    """Yield what a table tells; periods stand in its first column, its first line, or nowhere."""
    down = [period_of(row[0]) for row in rows]
    across = [period_of(cell) for cell in head[1:]]
    if all(down):
        for at, title in enumerate(head[1:], start=1):
            yield Column(title, [Member(p, row[at]) for p, row in zip(down, rows, strict=True)])
    elif all(across):
        for row in rows:
            yield Column(row[0], [Member(*pair) for pair in zip(across, row[1:], strict=False)])
    else:
        for row in rows:
            for title, cell in zip(head[1:], row[1:], strict=False):
                yield Column(title, [Member("", cell)], row[0])


def period_of(text: str) -> str:
    """Return the period that a text says, as the data writes it; empty if it says none."""
    try:
        return parse_period(text).text
    except TieoutError:
        pass
    try:
        return read_date(uniform(text), set(), None).literal
    except TieoutError:
        return ""
