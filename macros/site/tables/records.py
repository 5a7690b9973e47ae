"""The facts as records, and the tables made of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import worth_of
from macros.audit.verdict import Judgement
from macros.data.book import Fact, Report
from macros.language.writing import Language
from macros.pages.changes import Changes, Told
from macros.pages.voice import Voice, anchor
from macros.site.tables.columns import CHANGE, FACT, PRINT, REPORT, TABLES

Record = dict[str, Any]
SCHEMA: Final = "facts.records.schema.json"


@dataclass(frozen=True)
class Records:
    """Makes the records of one language.

    Attributes:
        voice: How things are said.
        site: Address of the language's root, for permanent addresses; may be empty.
    """

    voice: Voice
    site: str = ""

    def facts(self) -> list[Record]:
        """Return one record per fact, in the data file's order, with its reports and verdicts."""
        return [self._fact(fact) for fact in self.voice.audit.book.facts.values()]

    def _fact(self, fact: Fact) -> Record:
        audit, identity = self.voice.audit, fact.identity
        value = audit.values[fact.key]
        report = value.report if value else None
        period = identity.period
        ends = audit.book.entities[identity.entity].fiscal_year_ends
        start, end = period.days(ends) if period else (None, None)
        return {
            "id": fact.key,
            "label": self.voice.text(fact.label),
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
            **valued(value.quantity if value else None, value.interval if value else None),
            "text": self.voice.value(fact) if value else "",
            "origin": report.origin.id if report else "",
            "url": report.origin.url if report else "",
            "formula": self.voice.formula(value.resolved) if value and value.resolved else "",
            "page": f"{self.site}ledger.html#{anchor(fact.key)}",
            "prints": [self._print(judged) for judged in audit.judgements_of(fact.key)],
            "reports": [self._report(report) for report in fact.reports],
            "changes": [_change(told) for told in self._changes if told.change.fact == fact.key],
        }

    @cached_property
    def _changes(self) -> list[Told]:
        return Changes(self.voice).told()

    def _print(self, judged: Judgement) -> Record:
        report = judged.report
        return {
            "printed": report.printed,
            "at": self.voice.at(report),
            "verdict": judged.verdict,
        }

    def _report(self, report: Report) -> Record:
        return {
            "origin": report.origin.id,
            "locator": ", ".join(report.at),
            "rank": report.rank,
            "printed": report.printed,
            **valued(report.quantity, report.quantity.as_input()),
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
            for origin in self.voice.audit.book.origins.values()
        ]


def _change(told: Told) -> Record:
    """Return a change of a fact: its value before and after, its verdict, and why."""
    change, turn = told.change, told.turn
    ends = (change.was, turn.became if turn else None) if told.values else (None, None)
    verdicts = (change.verdict, turn.verdict if turn else None) if told.verdicts else ("", "")
    values = [valued(end, end.as_input() if end else None)["value"] for end in ends]
    return {
        "changed": change.date.first.isoformat(),
        **dict(zip(("was", "became"), told.values or ("", ""), strict=True)),
        **dict(zip(("was_value", "became_value"), values, strict=True)),
        **dict(zip(("was_verdict", "became_verdict"), verdicts, strict=True)),
        "why": told.text,
    }


def valued(quantity: Quantity | None, interval: Interval | None) -> Record:
    """Return a quantity in its named unit: its value and ends, or its date."""
    if quantity is None or interval is None:
        return {"value": None, "low": None, "high": None, "date": ""}
    if quantity.literal:
        return {"value": None, "low": None, "high": None, "date": quantity.literal}
    scale = worth_of(quantity.unit)
    ends = (quantity.value, interval.low, interval.high)
    value, low, high = (None if end is None else plain_number(end / scale) for end in ends)
    return {"value": value, "low": low, "high": high, "date": ""}


def plain_number(value: Fraction) -> int | float:
    """Return a number as short as it can be written, to twelve digits."""
    return int(value) if value.denominator == 1 else float(f"{float(value):.12g}")


def tables(records: list[Record], origins: list[Record]) -> dict[str, bytes]:
    """Return the tables as CSV, by name; a spreadsheet knows by the mark that it is UTF-8."""
    rows = {
        "facts": [_flat(record) for record in records],
        "reports": list(_reports(records)),
        "origins": origins,
    }
    return {name: _csv(name, rows[name]).encode("utf-8-sig") for name in TABLES}


def _flat(record: Record) -> Record:
    joined = {
        column.name: "; ".join(each[column.name] for each in record["prints"]) for column in PRINT
    }
    return {column.name: record[column.name] for column in FACT} | joined


def _reports(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        for report in record["reports"]:
            yield {"fact": record["id"], **report}


def _csv(name: str, rows: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    head = [column.name for column in TABLES[name]]
    writer = csv.DictWriter(out, head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def schema(language: Language, title: str) -> Record:
    """Return the JSON Schema of the records."""
    lists = {"prints": PRINT, "reports": REPORT, "changes": CHANGE}
    properties = {column.name: column.property(language) for column in FACT}
    for name, columns in lists.items():
        within = {column.name: column.property(language) for column in columns}
        properties[name] = {"type": "array", "items": _object(within)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
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
