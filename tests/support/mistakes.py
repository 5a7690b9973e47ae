"""The table of bad_input.yml: what each row makes of the small book, and what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import books
from corpora import parsed

ROWS: Final[list[dict[str, Any]]] = parsed(
    Path(__file__).with_name("bad_input.yml").read_text(encoding="utf-8")
)
MEASURED: Final = books.MONEY.replace("period: 2024", "measure: {}")
FORMULA_FACTS: Final = "".join(
    [
        books.fact("sales", books.MONEY, "origin: filing, value: 13"),
        books.fact(
            "plan", books.MONEY.replace("recognised", "forecast"), "origin: filing, value: 20"
        ),
        books.fact("narrow_sales", MEASURED.format("narrow"), "origin: filing, value: 5"),
        books.fact("wide_sales", MEASURED.format("wide"), "origin: filing, value: 6"),
        books.fact("gain", books.MONEY.replace("2024", "2023"), "origin: filing, value: [-1, 2]"),
        books.fact(
            "crowd", books.MONEY.replace("billion USD", "customer"), "origin: filing, value: 9"
        ),
        books.fact(
            "rate", books.MONEY.replace("billion USD", "percent"), "origin: filing, value: 9"
        ),
        books.fact(
            "day", books.MONEY.replace("billion USD", "date"), "origin: filing, value: 2025"
        ),
        books.series(
            "points",
            books.MONEY.replace("period: 2024, ", "").replace("billion USD", "percentage_point"),
            *(
                f"period: {year}, origin: filing, value: {year - 2015}"
                for year in range(2022, 2025)
            ),
            **{"break": "{from: 2024, origin: filing}"},
        ),
    ]
)
"""What the formulas of the table may name."""


def text_of(row: dict[str, Any]) -> tuple[str, str]:
    """Return the data file that a row makes, and the row's own piece of it."""
    kind = next(key for key in row if key not in ("name", "told"))
    piece: str = row[kind]
    match kind:
        case "file":
            return piece, piece
        case "report":
            facts = books.fact("fact", books.MONEY, piece)
        case "is":
            facts = books.fact("fact", piece, "origin: filing, value: 13")
        case "label":
            facts = books.fact("fact", books.MONEY, "origin: filing, value: 13")
            facts = facts.replace(books.LABEL, piece)
        case "formula":
            other = books.MONEY.replace("south", "north")
            facts = FORMULA_FACTS + books.fact("derived", other, formula=piece)
        case "facts":
            facts = piece
        case _:
            good = books.fact("sales", books.MONEY, "origin: filing, value: 13")
            return books.file(**{"facts": good, kind: piece}), piece
    return books.file(facts=facts), piece


FOLLOWS: Final = "has neither a report nor a formula"
"""What is told of a fact once its only report or its formula could not be read."""


def told(row: dict[str, Any]) -> list[str]:
    """Return all problems of a row, with lines and columns counted from its own piece."""
    text, piece = text_of(row)
    start = text.rindex(piece)
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
    found = []
    for problem in books.read(text)[1]:
        at, hint = problem.where, f" … {problem.hint}" if problem.hint else ""
        across = at.column - (column if at.line == line + 1 else 0)
        found.append(f"{max(at.line - line, 0)}:{across}: {problem.message}{hint}")
    lone = [each for each in found if FOLLOWS not in each]
    return lone or found


def matches(found: str, expected: str) -> bool:
    """Whether a problem is at the expected place and has the expected fragments in order."""
    place, _, fragments = expected.partition(" ")
    if not found.startswith(place):
        return False
    rest = found
    for fragment in fragments.split("…"):
        if fragment.strip() not in rest:
            return False
        rest = rest.partition(fragment.strip())[2]
    return True
