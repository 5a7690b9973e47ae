"""Finishes a built page: fills the slots, and turns numbers into controls.

What a reader may never open comes in files beside the page: the cards of its numbers with the
tables of its charts, and what makes these interactive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from posixpath import dirname, relpath
from urllib.parse import quote

from markupsafe import Markup, escape

from macros.charts.picture import Picture
from macros.pages.addresses import ROOT, anchor, former_anchors, settled
from macros.pages.bodies import BODIES
from macros.pages.call import Call, refilled
from macros.pages.cards import Card, Cards
from macros.pages.changes import changes_in
from macros.pages.edition import Edition
from macros.pages.figures import Figure
from macros.pages.findings import findings
from macros.pages.ledger import Ledger
from macros.pages.macros.calls import is_beside
from macros.pages.macros.interpret import Body, Example, slot, worded
from macros.pages.macros.registry import argument
from macros.pages.numbers import Shown
from macros.pages.scenario.model import Illustration, Scenario
from macros.pages.source import Page
from macros.pages.templates import render
from macros.pages.uses import address_of, number_id
from macros.site.beside import file_beside
from macros.site.ledger_leaves import Leaves, entries_of, ledger_of
from macros.site.locate import LocatedNumber, find_numbers
from macros.site.tables.package import FILES
from macros.site.unbroken import unbroken, without_indents

_relpath = cache(relpath)  # each page asks three times, and there are few folders
NumberName = tuple[str, str, str]
"""What a number shows: its kind, its fact, and where the article prints it."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page, and the files beside it, by path under the root of its language."""

    html: str
    beside: Mapping[str, bytes]


@dataclass
class Finisher:
    """Finishes a page of an edition.

    Attributes:
        edition: The edition.
        address: Where the page is written to, from the language's root.
        drawn: The charts of the page, as they were put in.
        shown: Which card each of its numbers has, in their order; on paper they are its notes.
        leaves: The ledger on it, if that has many leaves.
    """

    edition: Edition
    address: str = "index.html"
    drawn: list[Figure] = field(default_factory=list)
    shown: dict[NumberName, int] = field(default_factory=dict)
    leaves: Leaves | None = None

    def finish(self, html: str) -> FinishedPage:
        """Return a page with its slots filled and its numbers made controls."""
        html = without_indents(html)
        for call in self.calls:
            if (empty := str(slot(call))) in html:
                html = html.replace(empty, self.fill(call), 1)
        numbers, end = find_numbers(html)
        if end < 0:
            return FinishedPage(self._settled(html), {})
        body, rest = html[:end], html[end:]
        body = self._unbroken(refilled(body, self._controls(body, numbers)))
        beside = {name: file_beside(self.address, name, text) for name, text in self._aside()}
        tail = self._tail(beside) if beside else ""
        page, files = self._settled(body + tail + rest), dict(beside.values())
        if self.leaves:
            pages = dict(self.leaves.pages(page))
            page = pages.pop(self.address)
            files |= {path: html.encode() for path, html in pages.items()}
        return FinishedPage(page, files)

    def _settled(self, html: str) -> str:
        """Return it with links that lead somewhere; those to the data, to that of all languages."""
        up = "../" * self.address.count("/")
        for path in FILES if self.edition.folder else ():
            linked = _relpath(path, dirname(self.address) or ".")
            html = html.replace(f'"{linked}"', f'"{up}{self.edition.way_to_root}{path}"')
        return settled(html, self.address)

    def _unbroken(self, html: str) -> str:
        return unbroken(html, self.edition.language)

    def _aside(self) -> Iterator[tuple[str, str]]:
        """Yield what comes later, by name: cards with all that has cards, live charts, entries."""
        voice, noted, tables = self.edition.voice, len(self.shown), Markup()
        if self.drawn:
            tables = render("tables", voice, figures=self.drawn, value=self._charted)
        if cards := [self.edition.once(_card, *name) for name in self.shown]:
            made = render("cards", voice, cards=cards, noted=noted)
            yield "cards", self._settled(self._unbroken(f"{tables}{made}"))
        if self.drawn:
            live = {figure.id: figure.live for figure in self.drawn}
            yield "live", json.dumps(live, ensure_ascii=False, separators=(",", ":"))
        if self.leaves:
            yield "rows", self._settled(self.leaves.rows)

    def _tail(self, beside: Mapping[str, tuple[str, bytes]]) -> str:
        files = [(name, ROOT + quote(path)) for name, (path, _) in beside.items()]
        ledger = self.edition.site + self.edition.voice.address("ledger")
        return str(render("notes", self.edition.voice, files=files, ledger=ledger))

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls of the page; none of one that no author wrote."""
        page = self.edition.by_address.get(self.address)
        return page.calls if page else ()

    def fill(self, call: Call) -> str:
        """Return what a call shows in place of its slot."""
        voice = self.edition.voice
        match self.edition.interpret(call).content:
            case Picture() as picture:
                return self._figure(picture, str(argument(call, "why")))
            case Example(page, shown, fact):
                return self._example(page, shown, fact)
            case Scenario() as scenario:
                return render(
                    "scenario", voice, shown=Illustration(voice, scenario), value=self._value
                )
            case Body(here):
                return self._body(call.name, here)
        raise ValueError(call.name)

    def _body(self, name: str, here: str) -> str:
        edition, voice = self.edition, self.edition.voice
        if name in BODIES:
            return edition.once(BODIES[name], here)
        match name:
            case "ledger":
                return self._ledger()
            case "findings":
                former = former_anchors(edition.book)
                return render("findings", voice, groups=findings(edition), former=former)
        return render("changes", voice, changes=changes_in(voice), value=self._value)

    def _ledger(self) -> str:
        """Return the ledger; the slot again if there are many leaves, which are made last."""
        ledger, empty = Ledger(self.edition, self.address), str(slot(Call("ledger")))
        if len(ledger.leaves) == 1:
            (leaf,) = ledger.leaves
            return ledger_of(ledger, leaf, entries_of(ledger, leaf))
        self.leaves = Leaves(ledger, empty, lambda html: self._settled(self._unbroken(html)))
        return empty

    def _value(self, key: str) -> Markup:
        return self.edition.interpret(Call("fact", (key,))).html

    def _figure(self, picture: Picture, why: str) -> str:
        self.drawn.append(self.edition.once(Figure, picture, why))
        return render("figure", self.edition.voice, figure=self.drawn[-1])

    def _example(self, page: Page, call: Call, fact: str) -> str:
        """Return a chart's call as it is written, below the chart if that is on another page."""
        picture = self.edition.picture(call)
        assert picture, call
        here, name = is_beside(page, call.name, fact), Figure(self.edition, picture).id
        shown = {
            "chart": "" if here else self._figure(picture, str(argument(call, "why"))),
            "code": page.text[call.start : call.end],
            "place": str(call.where).rpartition(":")[0],
            "href": f"#{name}" if here else ROOT + address_of(page, name),
        }
        return render("example", self.edition.voice, example=shown)

    def _controls(self, html: str, numbers: list[LocatedNumber]) -> Iterator[tuple[int, int, str]]:
        met = set[str]()
        for number in numbers:
            if number.shown.kind == "count":
                continue
            element = html[number.start : number.end]
            key = number.shown.key
            if key not in met:
                met.add(key)
                name = escape(number_id(key))
                element = element.replace("<data ", f'<data id="{name}" ', 1)
            if number.context != "inert":
                made = Markup(element)  # noqa: S704 - as it stood
                element = self._control(number.shown, made, number.context)
            yield number.start, number.end, element

    def _charted(self, shown: Shown) -> Markup:
        return self._control(shown, shown.html, "chart")

    def _control(self, shown: Shown, element: Markup, context: str) -> Markup:
        name, data = shown.name, ""
        classes = f"t-num t-v-{shown.verdict}" if shown.verdict else "t-num"
        if context != "heading":
            card = self.shown.setdefault(name, len(self.shown) + 1)
            data = f' data-card="{card}"'
        if context == "chart":
            classes += " t-num--chart"
        href = escape(self.edition.voice.link("ledger", anchor(shown.key)))
        # As `Markup` formats it, which takes ten times as long: see `given`.
        return Markup(f'<a class="{classes}" href="{href}"{data}>{element}</a>')  # noqa: S704


def _card(edition: Edition, kind: str, key: str, at: str) -> Card:
    return Cards(edition).of_print(key, at) if kind == "printed" else Cards(edition).of_fact(key)


def finish(edition: Edition, html: str, address: str) -> FinishedPage:
    """Return a page as MkDocs rendered it, finished.

    Args:
        edition: The explainer in one language.
        html: The page.
        address: Where it is written to, from the language's root.
    """
    return Finisher(edition, address).finish(html)


def plain(edition: Edition, text: str) -> str:
    """Return a title or description with its numbers filled in, as plain text."""
    return worded(edition.voice, text, "title") if "{{" in text else text
