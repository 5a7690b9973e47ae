"""The columns of the published tables: one list for the CSV, its descriptor and the JSON Schema."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from macros.arithmetic.quantity import BOUNDS
from macros.data.book import Book
from macros.data.schema.facts import ReportRank, Verdict
from macros.language.registry import Language
from macros.language.tongue import tongue
from macros.language.words import Words

ColumnKind = Literal["string", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name, in the CSV's header and in JSON.
        about: Which of each language's words say what it holds; by default those of its name.
        joined: Whether several values may stand in it.
        kind: What its values are.
        required: Whether it is never empty.
        choices: All values that it may have, if they are few.
        worded: Whether a text stands in it, so that it has one beside it for each further language.
        language: Which of these it is; empty for the site's own.
    """

    name: str
    about: str = ""
    joined: bool = False
    kind: ColumnKind = "string"
    required: bool = False
    choices: tuple[str, ...] = ()
    worded: bool = False
    language: Language = ""

    def said(self, words: Iterable[Words]) -> str:
        """Say what the column holds, a line in each language."""
        whose = f" ({tongue(self.language).name})" if self.language else ""
        named = ((each.columns, each.columns[self.about or self.name]) for each in words)
        return "\n".join(
            text + (columns["joined"] if self.joined else "") + whose for columns, text in named
        )

    def field(self, words: Iterable[Words]) -> dict[str, Any]:
        """Return the column as a field of a Table Schema."""
        rules: dict[str, Any] = {"required": True} if self.required else {}
        rules |= {"enum": list(self.choices)} if self.choices else {}
        field = {"name": self.name, "type": self.kind, "description": self.said(words)}
        return field | ({"constraints": rules} if rules else {})

    def property(self, words: Iterable[Words]) -> dict[str, Any]:
        """Return the column as a property of a JSON Schema; an empty number or date is null."""
        made: dict[str, Any] = {"description": self.said(words)}
        if self.kind == "string":
            made |= {"type": "string"} | ({"minLength": 1} if self.required else {})
        else:
            plain = "number" if self.kind == "number" else "string"
            made["type"] = plain if self.required else [plain, "null"]
            made |= {"format": "date"} if self.kind == "date" else {}
        if self.choices:
            made["enum"] = [*self.choices, *([] if self.required else [""])]
        return made


_GIVEN: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
KEYS: Final[Mapping[str, Mapping[str, Any]]] = _GIVEN["keys"]
"""What identifies the rows of each table, and what leads to others, as a Table Schema has it."""
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "verdict": get_args(Verdict),
    "rank": get_args(ReportRank),
    "bound": BOUNDS,
}


def _listed(name: str) -> Iterator[Column]:
    """Yield the columns of a list; it may name another in the midst of its own."""
    for each in _GIVEN[name]:
        if isinstance(each, str):
            yield from _listed(each)
        else:
            yield Column(**each | {"choices": _CHOICES.get(each.get("choices", ""), ())})


PRINT: Final = tuple(_listed("prints"))
JOINED: Final = tuple(Column(column.name, about=column.about, joined=True) for column in PRINT)
REPORT: Final = tuple(_listed("reports"))
CHANGE: Final = tuple(_listed("changes"))
TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "facts": (*_listed("facts"), *JOINED),
    "reports": (Column("fact", required=True), *REPORT),
    "origins": tuple(_listed("origins")),
}


def columns(table: str, book: Book) -> tuple[Column, ...]:
    """Return the columns of a book's table; those of a reviewed text only where there is one."""
    used = {
        "basis": (fact.identity.basis for fact in book.facts.values()),
        "tier": (origin.tier for origin in book.origins.values()),
    }
    choices = {name: tuple(dict.fromkeys(each)) for name, each in used.items()}
    kept = (each for each in TABLES[table] if book.site.article or each not in JOINED)
    found = in_all(kept, book.languages)
    return tuple(replace(each, choices=choices.get(each.name, each.choices)) for each in found)


def in_all(columns: Iterable[Column], languages: Sequence[Language]) -> Iterator[Column]:
    """Yield columns, behind those with texts one for each language but the first."""
    for column in columns:
        yield column
        for code in languages[1:] if column.worded else ():
            name, about = f"{column.name}_{code}", column.about or column.name
            yield replace(column, name=name, about=about, language=code)
