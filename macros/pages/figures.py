"""A chart on a page: its picture, and around it words, table, sources and downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, get_args

from markupsafe import Markup

from macros.charts import Picture, Width, draw, marks, standalone, svg
from macros.charts.drawing import Drawing
from macros.data.schema.origins import Origin
from macros.language.registry import NBSP
from macros.language.words import LICENCE
from macros.pages.addresses import ROOT, anchor
from macros.pages.call import Call
from macros.pages.cells import table
from macros.pages.colors import paint
from macros.pages.edition import Edition
from macros.pages.embeds import address, snippet
from macros.pages.interactive import live
from macros.pages.macros.registry import argument, kind_of
from macros.pages.numbers import Shown, best
from macros.pages.source import Page
from macros.pages.views import FactView
from macros.pages.voice import Voice

FOLDER: Final = "assets/charts"


@dataclass(frozen=True, eq=False)
class Figure:
    """A chart as it stands on pages; `why` says what it is there for."""

    edition: Edition
    picture: Picture
    why: str = ""

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    @cached_property
    def id(self) -> str:
        """Its address, the same in each language."""
        name = _first(self.picture).partition("[")[0]
        like = self.edition.once(_like, self.picture.form, name)
        return like.get(self.picture) or figure_id(self.picture)

    @property
    def signed(self) -> Drawing:
        """The picture as it stands alone: its footer leads to it, and says its licence."""
        where = self.edition.site and self.edition.site + address(self.id)
        picture = replace(self.picture, footer=f"{self.picture.footer}\n{_signature(where)}")
        return replace(self.drawings["wide"], picture=picture)

    @property
    def standalone(self) -> str:
        """The same as an SVG."""
        return standalone(self.signed, self._marks["wide"])

    @property
    def described(self) -> str:
        """The text alternative at either width: what the picture shows, and its values."""
        picture, phrase = self.picture, self.voice.phrase
        values = [f"{d.label} {d.group} {d.words}".replace("  ", " ").strip() for d in picture.data]
        values += [picture.told(link, phrase("colon_gap")) for link in picture.links]
        values += map(picture.named, picture.references)
        stop = phrase("sentence_end")
        parts = [picture.title, picture.measure, self.why, phrase("semicolon").join(values)]
        return stop.join(part.rstrip(stop) for part in parts if part)

    @cached_property
    def keys(self) -> list[str]:
        """The facts that the picture shows; those of a development stand for it."""
        book = self.edition.book
        events = {development.id: development.facts for development in book.developments}
        named = (k for key in _all_keys(self.picture) for k in events.get(key, (key,)))
        return [key for key in dict.fromkeys(named) if key in book.facts]

    @property
    def csv(self) -> str:
        """The facts that it shows, as a table."""
        head = ("fact", "label", "value", "unit", "text", "period", "basis", "origin", "url")
        return table(head, map(self._record, self.views))

    def _record(self, view: FactView) -> tuple[object, ...]:
        identity, url = view.fact.identity, view.origins[0].url if view.origins else ""
        told = (view.amount.text, view.unit, view.text, identity.period or "", identity.basis)
        return view.key, view.label, *told, "; ".join(view.publishers), url

    @cached_property
    def wide(self) -> Markup:
        """The picture, for wide windows."""
        return self._svg("wide")

    @cached_property
    def narrow(self) -> Markup:
        """The picture, for narrow windows."""
        return self._svg("narrow")

    @cached_property
    def drawings(self) -> dict[Width, Drawing]:
        """The picture as it is drawn at each width; a page writes the footer itself."""
        bare = replace(self.picture, footer="")
        return {width: draw(bare, width) for width in get_args(Width)}

    def _svg(self, width: Width) -> Markup:
        given = f' role="img" aria-labelledby="{self.id}-said" font-family="inherit"'
        made = svg(self.drawings[width], given, self.edition.once(paint), self._marks[width])
        return Markup(made)  # noqa: S704 - drawn by us

    @cached_property
    def _marks(self) -> dict[Width, str]:
        return {width: marks(drawing) for width, drawing in self.drawings.items()}

    @property
    def source(self) -> str:
        """What stands below it: whose numbers, as of when, under which licence."""
        return f"{self.picture.footer}{NBSP}· {_signature(self.edition.site)}"

    @property
    def file(self) -> str:
        """Where its drawing and its table are, but for their endings; the rest browsers make."""
        return f"{ROOT}{FOLDER}/{self.id}"

    @property
    def alone(self) -> str:
        """The address of the page that it has to itself."""
        return ROOT + address(self.id)

    @cached_property
    def code(self) -> str:
        """The line that embeds it in other pages."""
        words = (self.picture.title, self.picture.measure, self.source)
        return snippet(self.edition, self.id, words, self.drawings.values())

    @property
    def live(self) -> dict[str, Any]:
        """What it needs to become interactive."""
        return live(self.picture, self.drawings, self.edition, self.edition.once(paint))

    @property
    def rows(self) -> Iterator[tuple[FactView, Shown, str]]:
        """The rows of its table, each a fact, its number, and whose that is."""
        return map(self._row, self.views)

    def _row(self, view: FactView) -> tuple[FactView, Shown, str]:
        whose = self.voice.phrase("list_comma").join(view.publishers)
        return view, best(self.voice, view.fact, view.text), whose

    @property
    def listed(self) -> str:
        """Where its facts stand in the ledger, the first of them first."""
        return self.views[0].href if self.views else self.voice.link("ledger")

    @property
    def origins(self) -> Iterable[Origin]:
        """The documents behind it, each once."""
        return {origin.id: origin for view in self.views for origin in view.origins}.values()

    @property
    def views(self) -> list[FactView]:
        """The facts that it shows."""
        return [self.edition.views[key] for key in self.keys]


def let_go(edition: Edition) -> None:
    """Forget the figures of an edition when its pages are made: their drawings are large."""
    edition.forget(Figure)


def charts_of(edition: Edition) -> Mapping[Picture, tuple[Page, str]]:
    """Return the pictures of an edition's pages, each with the first that has it, and why."""
    return edition.once(_charts)


def _charts(edition: Edition) -> Mapping[Picture, tuple[Page, str]]:
    found: dict[Picture, tuple[Page, str]] = {}
    for page in edition.pages:
        for call in page.calls:
            if picture := edition.picture(call):  # what is wrong is told by the check
                found.setdefault(picture, (page, str(argument(call, "why"))))
    return found


def _like(edition: Edition, form: str, name: str) -> Mapping[Picture, str]:
    """Return the addresses of all pictures of a form that may begin with the same fact."""
    calls = edition.once(chart_calls).get((form, name), ())
    return named(picture for _, call in calls if (picture := edition.picture(call)))


def chart_calls(edition: Edition) -> Mapping[tuple[str, str], list[tuple[Page, Call]]]:
    """Return the calls of charts, each with its page, by form and each name in them, or none."""
    found: dict[tuple[str, str], list[tuple[Page, Call]]] = {}
    for page in edition.pages:
        for call in page.calls:
            if kind_of(call) == "chart":
                for name in dict.fromkeys(("", *(text.partition("[")[0] for text in call.texts))):
                    found.setdefault((call.name, name), []).append((page, call))
    return found


def named(pictures: Iterable[Picture]) -> dict[Picture, str]:
    """Return an address of its own for each of a site's pictures, in the order of its pages."""
    names: dict[Picture, str] = {}
    taken: Counter[str] = Counter()
    for picture in pictures:
        if picture not in names:
            name = figure_id(picture)
            taken[name] += 1
            names[picture] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return names


def figure_id(picture: Picture) -> str:
    """Return the address of a figure: its form and the first fact it shows."""
    return f"{picture.form}-{anchor(_first(picture))}".rstrip("-")


def _first(picture: Picture) -> str:
    return next(iter(_all_keys(picture)), "")


def _signature(address: str) -> str:
    """Return an address as it is written for people, and the licence of what it names."""
    parts = (address.partition("://")[2].rstrip("/"), LICENCE.replace("-", NBSP))
    return f"{NBSP}· ".join(part for part in parts if part)


def _all_keys(picture: Picture) -> Iterator[str]:
    yield from (datum.key for datum in (*picture.data, *picture.references) if datum.key)
    yield from (link.key for link in picture.links if link.key)
