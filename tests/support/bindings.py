"""Bindings: every place at which a reader, a program or a download is shown a fact.

A binding has a name that stays the same when a number changes, and a text. Inline calls and charts
are run as the pages call them; ledger, findings, strip, cards, figures and data go through their
templates, so that what stands in a template is seen too. Only the drawing itself is left out:
a picture's words and positions stand for it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from html import unescape
from typing import Final

import pytest

from macros.charts import Datum, Link, Picture
from macros.language.writing import Language
from macros.pages import figures, interactive
from macros.pages.addresses import anchor
from macros.pages.call import Call
from macros.pages.cards import Card, Cards
from macros.pages.edition import Edition
from macros.pages.macros.registry import kind_of
from macros.pages.project import Project
from macros.pages.source import Page
from macros.pages.templates import render
from macros.pages.voice import Voice
from macros.site.abstract import abstracts
from macros.site.finish import Finisher
from macros.site.tables.records import Records, tables

AGGREGATES: Final = ("count(", "axis", "strip caption", "ledger filters")
"""What is made of many facts: how many there are, and what an axis is marked with."""

_ROW: Final = re.compile(r'<tbody class="t-entry" id="([^"]+)".*?</tbody>', re.DOTALL)
_FINDING: Final = re.compile(r'<li class="t-finding[^>]* id="([^"]+)">.*?</li>', re.DOTALL)
_SINCE: Final = re.compile(r'<li class="t-since__item" id="([^"]+)">.*?</li>', re.DOTALL)
_ORIGIN: Final = re.compile(r'<li class="t-origin" id="([^"]+)">.*?</li>', re.DOTALL)
_TICK: Final = re.compile(r'<a class="t-tick[^>]*title="(\S+)[^>]*>', re.DOTALL)
_CAPTION: Final = re.compile(r'<p class="t-strip__caption".*?</p>', re.DOTALL)
_CELLS: Final = re.compile(r"<tr><th scope=\"row\">.*?</tr>", re.DOTALL)
_ALT: Final = re.compile(r'aria-label="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Binding:
    """A place: where it is, what it is of, and how it is called.

    Attributes:
        name: Unique, and the same before and after a nudge.
        kind: `fact`, `printed`, `claim`, `datum`, `alt`, `tip`, `cells`, `csv`, `row`, `finding`,
            `tick`, `card`, `print_card`, `record`, `abstract`, `words` or `fixed`.
        key: The fact or other id that it shows; of an `alt` or `words`, the page's call.
        language: The language of the place.
        at: The paragraphs of the article's figure that it is about.
        call: The call that made it, if there is one.
    """

    name: str
    kind: str
    key: str
    language: Language
    at: tuple[str, ...] = ()
    call: Call | None = field(default=None, compare=False)


Shown = dict[Binding, str]


def stub_drawing(patch: pytest.MonkeyPatch) -> None:
    """Leave out the drawing: a figure gets an SVG that says nothing but its text alternative."""
    patch.setattr(figures, "svg", lambda drawing, given, *_: f"<svg{given}></svg>")
    patch.setattr(figures, "marks", lambda drawing: "")
    patch.setattr(figures, "snippet", lambda *_: "")
    patch.setattr(interactive, "specification", lambda drawing, paint: {})


def all_bindings(project: Project) -> Shown:
    """Return what every place of both languages shows."""
    found: Shown = {}
    for language, edition in project.editions.items():
        finisher = Finisher(edition)
        for binding, text in _bindings(finisher, language):
            assert binding not in found, binding
            found[binding] = text
    return found


def _bindings(finisher: Finisher, language: Language) -> Iterator[tuple[Binding, str]]:
    for page in finisher.edition.pages:
        for call in page.calls:
            yield from _called(finisher, page, call)
    yield from _bodies(finisher, language)
    yield from _cards(finisher, language)
    yield from _records(finisher, language)
    yield from _abstracts(finisher.edition, language)


def _abstracts(edition: Edition, language: Language) -> Iterator[tuple[Binding, str]]:
    """Yield what heads, feeds, maps and social cards say of a page: its first words."""
    opening = {page.name: page.text.partition("\n## ")[0] for page in edition.pages}
    for name, page in abstracts(edition).items():
        counted = "count( " if "count(" in opening[name] else ""
        binding = Binding(f"{language} {counted}abstract {name}", "abstract", name, language)
        yield binding, f"{page.title}\n{page.description}\n{page.lead}"


def _called(finisher: Finisher, page: Page, call: Call) -> Iterator[tuple[Binding, str]]:
    where = f"{call.where} {call.name}("
    if kind_of(call) == "chart":
        yield from _chart(finisher, page.language, where, call)
    elif kind_of(call) != "body" or call.name == "scenario":
        key = str(call.args[0]) if call.args else ""
        kind = call.name if call.name in ("fact", "printed", "claim") else "fixed"
        binding = Binding(where, kind, key, page.language, call=call)
        outcome = finisher.edition.interpret(call)
        told = outcome.problem
        yield binding, told.message.partition(":")[0] if told else str(outcome.html)


def _chart(
    finisher: Finisher, language: Language, where: str, call: Call
) -> Iterator[tuple[Binding, str]]:
    def of(what: str, kind: str, key: str = "") -> Binding:
        return Binding(f"{where} {what}", kind, key, language, call=call)

    picture = finisher.edition.picture(call)
    assert picture, call
    yield of("axis", "axis"), repr(picture.ticks)
    words = (picture.title, picture.measure, picture.breaks, picture.nodes)
    yield of("words", "words"), repr(words)
    yield of("source", "fixed"), repr(sorted(re.findall(r"[^,、：: ]+", picture.footer)))
    seen: Counter[str] = Counter()
    data: tuple[Datum | Link, ...] = (*picture.data, *picture.links)
    for datum in data:
        seen[datum.key] += 1
        shown = json.dumps(asdict(datum), ensure_ascii=False, default=str)
        yield of(f"datum {datum.key} {seen[datum.key]}", "datum", datum.key), shown
    html = _figure(finisher, picture, call)
    alternatives = {unescape(label) for label in _ALT.findall(html)}
    yield of("alt", "alt"), " ".join(sorted(alternatives))
    figure = figures.Figure(finisher.edition, picture)
    for key, tip in figure.live["tips"].items():
        yield of(f"tip {key}", "tip", key), tip
    lines = figure.csv.splitlines()[1:]
    for key, cells, line in zip(figure.keys, _CELLS.findall(html), lines, strict=True):
        yield of(f"row {key}", "cells", key), cells
        yield of(f"csv {key}", "csv", key), line


def _figure(finisher: Finisher, picture: Picture, call: Call) -> str:
    shown = figures.Figure(finisher.edition, picture, str(call.kwargs.get("why", "")))
    return "".join(
        render(name, finisher.edition.voice, figure=shown, figures=[shown], value=lambda n: n.html)
        for name in ("figure", "tables")
    )


def _bodies(finisher: Finisher, language: Language) -> Iterator[tuple[Binding, str]]:
    book = finisher.edition.book
    keys = {anchor(key): key for key in (*book.facts, *book.statements)}
    html = finisher.fill(Call("ledger"))
    for match in _ROW.finditer(html):
        yield _place(language, "row", keys[match[1]]), match[0]
    yield Binding(f"{language} ledger filters", "fixed", "", language), html.partition("<table")[0]
    judged = finisher.edition.voice.audit.judgements
    prints = {f"{anchor(j.fact.key)}-{j.report.paragraphs[0]}": j.report.at for j in judged}
    for match in _FINDING.finditer(finisher.fill(Call("findings"))):
        name = match[1][2:]
        key = keys.get(name) or keys[re.sub(r"-\d+$", "", name)]
        yield _place(language, "finding", key, prints.get(name, ())), match[0]
    yield from _strip(finisher, language)
    for match in _SINCE.finditer(finisher.fill(Call("developments"))):
        yield _place(language, "since", match[1]), match[0]
    for match in _ORIGIN.finditer(finisher.fill(Call("origins"))):
        yield _place(language, "fixed", match[1]), match[0]


def _strip(finisher: Finisher, language: Language) -> Iterator[tuple[Binding, str]]:
    html = finisher.fill(Call("strip"))
    judged = finisher.edition.voice.audit.judgements
    ticks = [match[0] for match in _TICK.finditer(html)]
    for each, tick in zip(judged, ticks, strict=True):
        yield _place(language, "tick", each.fact.key, each.report.at), tick.strip("<>")
    caption = _CAPTION.search(html)
    yield Binding(f"{language} strip caption", "fixed", "", language), caption[0] if caption else ""


def _cards(finisher: Finisher, language: Language) -> Iterator[tuple[Binding, str]]:
    cards, audit = Cards(finisher.edition), finisher.edition.audit
    voice = finisher.edition.voice
    for key, value in audit.values.items():
        if value is not None:
            yield _place(language, "card", key), _card(cards.of_fact(key), voice)
    for judged in audit.judgements:
        html = _card(cards.of_print(judged.fact.key, judged.report.at[0]), voice)
        yield _place(language, "print_card", judged.fact.key, judged.report.at), html


def _card(card: Card, voice: Voice) -> str:
    return str(render("cards", voice, cards=[card], noted=1, reviewed=False))


def _records(finisher: Finisher, language: Language) -> Iterator[tuple[Binding, str]]:
    records = Records([finisher.edition]).facts()
    rows = tables(records, [], finisher.edition.book)["facts"].decode("utf-8-sig").splitlines()[1:]
    for record, row in zip(records, rows, strict=True):
        text = json.dumps(record, ensure_ascii=False)
        yield _place(language, "record", str(record["id"])), f"{text}\n{row}"


def _place(language: Language, kind: str, key: str, at: tuple[str, ...] = ()) -> Binding:
    return Binding(" ".join((language, kind, key, *at)), kind, key, language, at)
