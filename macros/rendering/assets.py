"""Files that are generated: the entities' colours, the charts' downloads, the facts as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, Final

from macros.audit import Audit
from macros.charts import warm
from macros.model import Book, Fact
from macros.project import open_project
from macros.rendering.figures import Figures
from macros.rendering.page import CACHE, pictures_of
from macros.rendering.voice import Voice
from macros.wording import Language

_KINDS: Final = ("wide.svg", "narrow.svg", "download.svg", "png")


def extra_files(language: Language) -> dict[str, bytes]:
    """Return the generated files of a language, by path under its root."""
    project = open_project()
    if project.audit is None:
        return {}
    voice = Voice(project.audit, language)
    pictures = pictures_of(project, language)
    warm(pictures, project.root / CACHE, _KINDS)
    figures = Figures(voice, project.root / CACHE)
    files = {"assets/entities.css": entity_colors(project.book).encode()}
    for picture in pictures:
        files |= dict(figures.files(picture))
    records = list(_records(project.audit, voice))
    files["data/facts.json"] = (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()
    files["data/facts.csv"] = _csv(records).encode("utf-8-sig")
    return files


def entity_colors(book: Book) -> str:
    """Return a style sheet that gives each entity its colour in both schemes."""
    light, dark = [], []
    for entity in book.entities.values():
        if entity.color:
            light.append(f"--e-{entity.id}:{entity.color[0]};")
            dark.append(f"--e-{entity.id}:{entity.color[1]};")
    return (
        f":root{{{''.join(light)}}}\n"
        f'[data-md-color-scheme="slate"]{{{"".join(dark)}}}\n'
        "@media screen and (prefers-color-scheme:dark)"
        f"{{.no-js body:not([data-md-color-media]){{{''.join(dark)}}}}}\n"
        "@media print{:root,[data-md-color-scheme]{" + "".join(light) + "}}\n"
    )


def _records(audit: Audit, voice: Voice) -> Iterator[dict[str, Any]]:
    for fact in audit.book.facts.values():
        yield _record(audit, voice, fact)


def _record(audit: Audit, voice: Voice, fact: Fact) -> dict[str, Any]:
    value, identity = audit.values[fact.key], fact.identity
    judged = audit.judgements_of(fact.key)
    report = value.report if value else None
    return {
        "id": fact.key,
        "label": voice.text(fact.label),
        "concept": identity.concept,
        "entity": identity.entity,
        "counterparty": identity.counterparty,
        "period": identity.period.text if identity.period else "",
        "unit": identity.unit,
        "basis": identity.basis,
        "measure": identity.measure,
        "value": float(value.quantity.value) if value and not value.quantity.literal else None,
        "text": voice.value(fact) if value else "",
        "origin": report.origin.id if report else "",
        "url": report.origin.url if report else "",
        "printed": "; ".join(j.report.printed for j in judged),
        "at": "; ".join(voice.at(j.report) for j in judged),
        "verdict": "; ".join(j.verdict for j in judged),
    }


def _csv(records: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]) if records else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()
