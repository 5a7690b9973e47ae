"""The facts as records, and the tables made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.data.book import Book, Report
from macros.pages.cells import table
from macros.pages.changes import ChangeView, changes_in
from macros.pages.edition import Edition
from macros.pages.views import FactView, amount
from macros.pages.voice import Voice
from macros.site.tables.columns import CHANGE, JOINED, PRINT, REPORT, TABLES, columns, in_all
from macros.site.tables.package import title

Record = dict[str, Any]


@dataclass(frozen=True)
class Records:
    """Makes the records.

    Attributes:
        editions: The explainer in each language; the first one's texts have no mark of theirs.
    """

    editions: Sequence[Edition]

    @property
    def edition(self) -> Edition:
        """The explainer in the site's own language."""
        return self.editions[0]

    def _said(self, name: str, text: Callable[[Edition], str]) -> Record:
        """Return a text in each language, by the name of its column."""
        own = self.edition
        return {name if e is own else f"{name}_{e.language}": text(e) for e in self.editions}

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
            **self._said("label", lambda edition: edition.views[fact.key].label),
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
            **view.amount._asdict(),
            **self._said("text", lambda edition: edition.views[fact.key].text),
            "origin": report.origin.id if report else "",
            "url": report.origin.url if report else "",
            **self._said("formula", lambda edition: edition.views[fact.key].formula),
            "page": self.edition.site + view.address,
            **self._prints(view),
            "reports": [self._report(report) for report in fact.reports],
            "changes": self._changes.get(fact.key, []),
        }

    @cached_property
    def _changes(self) -> Mapping[str, list[Record]]:
        """What was changed in each fact."""
        found: dict[str, list[Record]] = {}
        told = (changes_in(edition.voice) for edition in self.editions)
        for each in zip(*told, strict=True):
            if each[0].change.fact:
                found.setdefault(each[0].change.fact, []).append(self._change(each))
        return found

    def _change(self, each: Sequence[ChangeView]) -> Record:
        """Return a change of a fact: its value before and after, its verdict, and why."""
        told, of = each[0], dict(zip(self.editions, each, strict=True))
        change, turn = told.change, told.turn
        ends = (change.was, turn.became if turn else None) if told.values else (None, None)
        verdicts = (change.verdict, turn.verdict if turn else None) if told.verdicts else ("", "")
        values = [amount(end, end.as_input()).value if end else None for end in ends]
        return {
            "changed": change.date.first.isoformat(),
            **self._said("was", lambda edition: (of[edition].values or ("", ""))[0]),
            **self._said("became", lambda edition: (of[edition].values or ("", ""))[1]),
            **dict(zip(("was_value", "became_value"), values, strict=True)),
            **dict(zip(("was_verdict", "became_verdict"), verdicts, strict=True)),
            **self._said("why", lambda edition: of[edition].text),
        }

    def _prints(self, view: FactView) -> Record:
        if not self.edition.book.site.article:
            return {}
        found = ((each.judged.report, each.judged.verdict) for each in view.prints)
        return {
            "prints": [
                {"printed": report.printed, "at": " ".join(report.at), "verdict": verdict}
                for report, verdict in found
            ]
        }

    def _report(self, report: Report) -> Record:
        return {
            "origin": report.origin.id,
            "locator": ", ".join(report.at),
            "rank": report.rank,
            "printed": report.printed,
            **amount(report.quantity, report.quantity.as_input())._asdict(),
            "bound": report.quantity.bound,
        }

    def origins(self) -> list[Record]:
        """Return one record per document."""
        return [
            {
                "id": origin.id,
                **self._said("publisher", lambda edition: edition.voice.text(origin.publisher)),  # noqa: B023 - at once
                "title": origin.title,
                "url": origin.url,
                "published": origin.published.text,
                "tier": origin.tier,
            }
            for origin in self.edition.book.origins.values()
        ]


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
    prints = record.get("prints", ())
    return record | {name.name: "; ".join(each[name.name] for each in prints) for name in PRINT}


def _reports(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        for report in record["reports"]:
            yield {"fact": record["id"], **report}


def schema(voices: Sequence[Voice]) -> Record:
    """Return the JSON Schema of the records."""
    book, words = voices[0].audit.book, [voice.words for voice in voices]
    reviewed = {"prints": PRINT} if book.site.article else {}
    lists = {"reports": REPORT, "changes": CHANGE} | reviewed
    facts = (column for column in columns("facts", book) if column not in JOINED)
    properties = {column.name: column.property(words) for column in facts}
    for name, some in lists.items():
        within = {c.name: c.property(words) for c in in_all(some, book.languages)}
        properties[name] = {"type": "array", "items": _object(within)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title(voices),
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
