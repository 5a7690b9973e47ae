"""Finishes a built page: fills the slots, turns numbers into controls, appends their cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from macros.pages.cards import Cards
from macros.pages.changes import Changes
from macros.pages.edition import Edition
from macros.pages.examples import is_beside
from macros.pages.figures import Figures
from macros.pages.findings import findings
from macros.pages.ledger import Ledger
from macros.pages.origins import developments, origins
from macros.pages.scenario import context as scenario_context
from macros.pages.shortcodes import CHARTS, Shortcodes
from macros.pages.slots import filled
from macros.pages.strip import strip
from macros.pages.templates import render
from macros.pages.uses import Uses, address_of, number_id
from macros.pages.voice import anchor
from macros.site.locate import Number, find_numbers, replaced


@dataclass
class Finisher:
    """Finishes the pages of an edition."""

    edition: Edition
    shortcodes: Shortcodes = field(init=False)
    cards: Cards = field(init=False)
    figures: Figures = field(init=False)

    def __post_init__(self) -> None:
        self.shortcodes = Shortcodes(self.edition)
        self.cards = Cards(self.edition.voice, self.edition.site)
        self.figures = Figures(self.edition)

    def finish(self, html: str) -> str:
        """Return a page with its slots filled and its numbers made controls."""
        html = filled(html, self._fill)
        found = find_numbers(html)
        if found.article_end < 0:
            return html
        shown: dict[tuple[str, ...], dict[str, Any]] = {}
        html = replaced(html, self._controls(html, found.numbers, shown))
        if not shown:
            return html
        end = find_numbers(html).article_end
        tail = render("cards", self.edition.language, cards=list(shown.values()))
        noted = sorted((card for card in shown.values() if card["n"]), key=lambda card: card["n"])
        tail += render("endnotes", self.edition.language, notes=[_note(card) for card in noted])
        return html[:end] + str(tail) + html[end:]

    def _fill(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> str:
        voice, language = self.edition.voice, self.edition.language
        if name in CHARTS:
            return self._figure(name, tuple(args), kwargs)
        match name:
            case "example":
                return self._example(tuple(args), kwargs)
            case "scenario":
                found = self.shortcodes.scenario(tuple(args), kwargs)
                shown = scenario_context(voice, found, self.shortcodes.fact)
                return render("scenario", language, scenario=shown)
            case "strip":
                return render("strip", language, strip=strip(voice, str(kwargs.get("here", ""))))
            case "ledger":
                ledger = Ledger(voice, Uses(self.edition))
                return render("ledger", language, ledger=ledger.context())
            case "findings":
                return render("findings", language, findings=findings(voice))
            case "origins":
                return render("origins", language, origins=origins(voice))
            case "developments":
                return render("developments", language, developments=developments(voice))
            case "changes":
                listed = Changes(voice).page(self.shortcodes.fact)
                return render("changes", language, changes=listed)
        raise ValueError(name)

    def _figure(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> str:
        picture = self.shortcodes.picture(name, args, kwargs)
        why = str(kwargs.get("why", ""))
        return render("figure", self.edition.language, figure=self.figures.context(picture, why))

    def _example(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        """Return a chart's call as it is written, below the chart if that is on another page."""
        page, call = self.shortcodes.example(args, kwargs)
        picture = self.shortcodes.picture(call.name, call.args, call.kwargs)
        here = is_beside(page, call.name, str(kwargs.get("fact", "")))
        shown = {
            "chart": "" if here else self._figure(call.name, call.args, call.kwargs),
            "code": page.text[call.start : call.end],
            "place": str(call.where).rpartition(":")[0],
            "href": f"#{self.figures.name(picture)}"
            if here
            else address_of(page, self.figures.name(picture)),
        }
        return render("example", self.edition.language, example=shown)

    def _controls(
        self, html: str, numbers: tuple[Number, ...], shown: dict[tuple[str, ...], dict[str, Any]]
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

    def _control(
        self, number: Number, element: Markup, shown: dict[tuple[str, ...], dict[str, Any]]
    ) -> str:
        given = number.attributes
        kind, key = given["data-kind"], given["data-fact"]
        classes = f"t-num t-num--{kind}"
        if verdict := given.get("data-verdict"):
            classes += f" t-v-{verdict}"
        href = f"ledger.html#{anchor(key)}"
        if number.context == "heading":
            return Markup('<a class="{}" href="{}">{}</a>').format(classes, href, element)
        name = (kind, key, given.get("data-at", ""))
        if name not in shown:
            shown[name] = {**self._card(*name, f"c{len(shown) + 1}"), "n": 0}
        card = shown[name]
        if number.context == "chart":  # no note on paper: a chart says its sources
            made = Markup('<a class="{} t-num--chart" href="{}" data-card="{}">{}</a>')
            return made.format(classes, href, card["id"], element)
        card["n"] = card["n"] or 1 + max(each["n"] for each in shown.values())
        return Markup(
            '<a class="{}" href="{}" data-card="{}">{}</a><sup class="t-note">{}</sup>'
        ).format(classes, href, card["id"], element, card["n"])

    def _card(self, kind: str, key: str, at: str, name: str) -> dict[str, Any]:
        fact = self.edition.book.fact(key)
        if kind == "printed":
            return self.cards.of_print(fact, self.shortcodes.voice.print_of(fact, at), name)
        return self.cards.of_fact(fact, name)


def _note(card: dict[str, Any]) -> dict[str, Any]:
    """Return a card as a note for paper."""
    return {
        "n": card["n"],
        "value": card["value"],
        "label": card["label"],
        "verdict": card["verdict"],
        "origin": card["rows"][0][1] if card["rows"] else "",
        "url": card["links"][-1][1] if len(card["links"]) > 1 else "",
    }


def finish(edition: Edition, html: str) -> str:
    """Return a page as MkDocs rendered it, finished."""
    return Finisher(edition).finish(html)


def plain(edition: Edition, text: str) -> str:
    """Return a title or description with its numbers filled in, as plain text."""
    return edition.voice.remark({edition.language: text}) if "{{" in text else text
