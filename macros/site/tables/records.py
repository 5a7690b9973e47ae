"""The facts as records, and the tables made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Final

from macros.audit.verdict import Judgement
from macros.data.book import Book, Report
from macros.pages.cells import table
from macros.pages.changes import ChangeView, changes_in
from macros.pages.edition import Edition
from macros.pages.views import FactView, amount
from macros.pages.voice import Voice
from macros.site.tables.columns import CHANGE, FACT, JOINED, PRINT, REPORT, TABLES, columns

Record = dict[str, Any]
SCHEMA: Final = "facts.records.schema.json"


@dataclass(frozen=True)
class Records:
    """Makes the records of one language.

    Attributes:
        edition: The explainer in one language.
    """

    edition: Edition

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    def facts(self) -> list[Record]:
        """Return one record per fact, in the data file's order, with its reports and verdicts."""
        return [self._fact(view) for view in self.edition.views.values()]

    def _fact(self, view: FactView) -> Record:
        audit, fact, identity = self.edition.audit, view.fact, view.fact.identity
        report = view.value.report if view.value else None
        period = identity.period
        whose = audit.book.entities[identity.entity].fiscal
        start, end = period.days(whose) if period else (None, None)
        return {
            "id": fact.key,
            "label": view.label,
            "concept": identity.concept,
            "entity": identity.entity,
            "counterparty": identity.counterparty,
            "period": period.text if period else "",
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "unit": identity.unit,
            "basis": identity.basis,
            "measure": identity.measure,
            "stage": identity.stage,
            **asdict(view.amount),
            "text": view.text,
            "origin": report.origin.id if report else "",
            "url": report.origin.url if report else "",
            "formula": view.formula,
            "page": self.edition.site + view.address,
            **self._prints(view),
            "reports": [self._report(report) for report in fact.reports],
            "changes": [_change(told) for told in self._changes if told.change.fact == fact.key],
        }

    @cached_property
    def _changes(self) -> list[ChangeView]:
        return changes_in(self.voice)

    def _prints(self, view: FactView) -> Record:
        if not self.edition.book.site.article:
            return {}
        return {"prints": [self._print(each.judged) for each in view.prints]}

    def _print(self, judged: Judgement) -> Record:
        report = judged.report
        return {
            "printed": report.printed,
            "at": " ".join(report.at),
            "verdict": judged.verdict,
        }

    def _report(self, report: Report) -> Record:
        return {
            "origin": report.origin.id,
            "locator": ", ".join(report.at),
            "rank": report.rank,
            "printed": report.printed,
            **asdict(amount(report.quantity, report.quantity.as_input())),
            "bound": report.quantity.bound,
        }

    def origins(self) -> list[Record]:
        """Return one record per document."""
        return [
            {
                "id": origin.id,
                "publisher": self.voice.text(origin.publisher),
                "title": origin.title,
                "url": origin.url,
                "published": origin.published.text,
                "tier": origin.tier,
            }
            for origin in self.edition.book.origins.values()
        ]


def _change(told: ChangeView) -> Record:
    """Return a change of a fact: its value before and after, its verdict, and why."""
    change, turn = told.change, told.turn
    ends = (change.was, turn.became if turn else None) if told.values else (None, None)
    verdicts = (change.verdict, turn.verdict if turn else None) if told.verdicts else ("", "")
    values = [amount(end, end.as_input()).value if end else None for end in ends]
    return {
        "changed": change.date.first.isoformat(),
        **dict(zip(("was", "became"), told.values or ("", ""), strict=True)),
        **dict(zip(("was_value", "became_value"), values, strict=True)),
        **dict(zip(("was_verdict", "became_verdict"), verdicts, strict=True)),
        "why": told.text,
    }


def tables(records: list[Record], origins: list[Record], book: Book) -> dict[str, bytes]:
    """Return the tables as CSV, by name; a spreadsheet knows by the mark that it is UTF-8.

    Args:
        records: The facts.
        origins: The documents.
        book: What they are of.
    """
    rows = {
        "facts": [_flat(record) for record in records],
        "reports": list(_reports(records)),
        "origins": origins,
    }
    heads = {name: [column.name for column in columns(name, book)] for name in TABLES}
    made = {n: table(head, (map(row.get, head) for row in rows[n])) for n, head in heads.items()}
    return {name: text.encode("utf-8-sig") for name, text in made.items()}


def _flat(record: Record) -> Record:
    joined = {
        column.name: "; ".join(each[column.name] for each in record["prints"])
        for column in PRINT
        if "prints" in record
    }
    return {column.name: record[column.name] for column in FACT} | joined


def _reports(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        for report in record["reports"]:
            yield {"fact": record["id"], **report}


def schema(voice: Voice) -> Record:
    """Return the JSON Schema of the records."""
    book, words = voice.audit.book, voice.words
    reviewed = {"prints": PRINT} if book.site.article else {}
    lists = {"reports": REPORT, "changes": CHANGE} | reviewed
    facts = (column for column in columns("facts", book) if column not in JOINED)
    properties = {column.name: column.property(words) for column in facts}
    for name, some in lists.items():
        within = {column.name: column.property(words) for column in some}
        properties[name] = {"type": "array", "items": _object(within)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": voice.text(book.site.title),
        "type": "array",
        "items": _object(properties),
    }


def _object(properties: Record) -> Record:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
