"""Finishes a built page: fills the slots, turns numbers into controls, appends their cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from macros.charts.picture import Picture
from macros.pages.call import Call
from macros.pages.cards import Card, Cards
from macros.pages.changes import Changes
from macros.pages.edition import Edition
from macros.pages.examples import is_beside
from macros.pages.figures import Figures
from macros.pages.findings import findings
from macros.pages.ledger import Ledger
from macros.pages.macros.interpret import worded
from macros.pages.macros.outcome import Body, Example
from macros.pages.macros.registry import argument
from macros.pages.origins import developments, origins
from macros.pages.scenario.model import Scenario
from macros.pages.scenario.shown import context
from macros.pages.slots import filled
from macros.pages.source import Page
from macros.pages.strip import strip
from macros.pages.templates import render
from macros.pages.uses import address_of, number_id
from macros.pages.voice import ROOT, anchor, settled
from macros.site.locate import Number, find_numbers, replaced

Name = tuple[str, str, str]
"""What a number shows: its kind, its fact, and where the article prints it."""


@dataclass(slots=True)
class Carded:
    """A card on a page.

    Attributes:
        card: What it says.
        id: What numbers call it by.
        note: Its number on paper; 0 if only a chart has it, which says its sources.
    """

    card: Card
    id: str
    note: int = 0


@dataclass
class Finisher:
    """Finishes the pages of an edition."""

    edition: Edition
    figures: Figures = field(init=False)

    def __post_init__(self) -> None:
        self.figures = Figures(self.edition)

    def finish(self, html: str) -> str:
        """Return a page with its slots filled and its numbers made controls."""
        html = filled(html, self._fill)
        found = find_numbers(html)
        if found.article_end < 0:
            return html
        body, rest = html[: found.article_end], html[found.article_end :]
        shown: dict[Name, Carded] = {}
        body = replaced(body, self._controls(body, found.numbers, shown))
        return body + self._tail(list(shown.values())) + rest

    def _tail(self, shown: list[Carded]) -> str:
        """Return the cards of a page's numbers, and the same as notes for paper."""
        if not shown:
            return ""
        noted = sorted((each for each in shown if each.note), key=lambda each: each.note)
        language = self.edition.language
        cards = render(
            "cards", language, cards=shown, reviewed=bool(self.edition.book.site.article)
        )
        return str(cards + render("endnotes", language, notes=noted))

    def _fill(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> str:
        voice, language = self.edition.voice, self.edition.language
        call = Call(name, tuple(args), kwargs)
        match self.edition.interpret(call).content:
            case Picture() as picture:
                return self._figure(picture, str(argument(call, "why")))
            case Example(page, shown, fact):
                return self._example(page, shown, fact)
            case Scenario() as scenario:
                shown_ = context(voice, scenario, self._value)
                return render("scenario", language, scenario=shown_)
            case Body(here):
                return self._body(name, here)
        raise ValueError(name)

    def _body(self, name: str, here: str) -> str:
        edition, voice, language = self.edition, self.edition.voice, self.edition.language
        match name:
            case "strip":
                return render("strip", language, strip=edition.once(strip, here))
            case "ledger":
                return render("ledger", language, ledger=Ledger(edition))
            case "findings":
                return render("findings", language, groups=findings(edition))
            case "origins":
                return render("origins", language, origins=origins(voice))
            case "developments":
                return render("developments", language, developments=developments(voice))
        return render("changes", language, changes=Changes(voice).page(self._value))

    def _value(self, key: str) -> Markup:
        return self.edition.interpret(Call("fact", (key,))).html

    def _figure(self, picture: Picture, why: str) -> str:
        return render("figure", self.edition.language, figure=self.figures.context(picture, why))

    def _example(self, page: Page, call: Call, fact: str) -> str:
        """Return a chart's call as it is written, below the chart if that is on another page."""
        picture = self.edition.picture(call)
        assert picture, call
        here = is_beside(page, call.name, fact)
        shown = {
            "chart": "" if here else self._figure(picture, str(argument(call, "why"))),
            "code": page.text[call.start : call.end],
            "place": str(call.where).rpartition(":")[0],
            "href": f"#{self.figures.name(picture)}"
            if here
            else ROOT + address_of(page, self.figures.name(picture)),
        }
        return render("example", self.edition.language, example=shown)

    def _controls(
        self, html: str, numbers: tuple[Number, ...], shown: dict[Name, Carded]
    ) -> Iterator[tuple[Number, str]]:
        met = set[str]()
        for number in numbers:
            if number.attributes["data-kind"] == "count":
                continue
            element = html[number.start : number.end]
            if (key := number.attributes["data-fact"]) not in met:
                met.add(key)
                name = escape(number_id(key))
                element = element.replace("<data ", f'<data id="{name}" ', 1)
            if number.context != "inert":
                element = self._control(number, Markup(element), shown)  # noqa: S704 - as it stood
            yield number, element

    def _control(self, number: Number, element: Markup, shown: dict[Name, Carded]) -> str:
        given = number.attributes
        kind, key = given["data-kind"], given["data-fact"]
        classes = f"t-num t-num--{kind}"
        if verdict := given.get("data-verdict"):
            classes += f" t-v-{verdict}"
        href = self.edition.voice.link("ledger", anchor(key))
        if number.context == "heading":
            return Markup('<a class="{}" href="{}">{}</a>').format(classes, href, element)
        name = (kind, key, given.get("data-at", ""))
        if name not in shown:
            shown[name] = Carded(self.edition.once(_card, *name), f"c{len(shown) + 1}")
        carded = shown[name]
        if number.context == "chart":  # no note on paper: a chart says its sources
            made = Markup('<a class="{} t-num--chart" href="{}" data-card="{}">{}</a>')
            return made.format(classes, href, carded.id, element)
        carded.note = carded.note or 1 + max(each.note for each in shown.values())
        return Markup(
            '<a class="{}" href="{}" data-card="{}">{}</a><sup class="t-note">{}</sup>'
        ).format(classes, href, carded.id, element, carded.note)


def _card(edition: Edition, kind: str, key: str, at: str) -> Card:
    return Cards(edition).of_print(key, at) if kind == "printed" else Cards(edition).of_fact(key)


def finish(edition: Edition, html: str, address: str) -> str:
    """Return a page as MkDocs rendered it, finished.

    Args:
        edition: The explainer in one language.
        html: The page.
        address: Where it is written to, from the language's root.
    """
    return settled(Finisher(edition).finish(html), address)


def plain(edition: Edition, text: str) -> str:
    """Return a title or description with its numbers filled in, as plain text."""
    return worded(edition.voice, text, "title") if "{{" in text else text
