"""Hostile data stays data: it is refused where it stands, or a reader sees it as text.

Whatever a text holds, the pages have the elements and attributes that they have with a harmless
one. What could not be shown so is a located problem, and nothing takes more than bounded time.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import bindings
import books
import pytest
from hostile import (
    ADDRESSES,
    HARMLESS,
    IDENTITY,
    REFUSED,
    SHOWN,
    book_of,
    data,
    problems_of,
    quoted,
)

from macros.audit.audit import Audit
from macros.charts import Picture
from macros.charts.picture import Datum
from macros.charts.typeset import uncovered
from macros.checks.prose.data_texts import labels_of
from macros.checks.review import _check_remark as check_remark
from macros.data.load import load_text
from macros.pages.call import Call
from macros.pages.edition import Edition
from macros.pages.figures import Figure
from macros.pages.project import Project
from macros.pages.templates import render
from macros.problems import Problems, Rule
from macros.site.beside import html_of
from macros.site.downloads import embedded
from macros.site.finish import Finisher


class _Structure(HTMLParser):
    """The elements of a page with the names of their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", ()))


def opened(text: str, folder: Path) -> Project:
    """Return the project of a data file without pages."""
    problems = Problems()
    book = load_text(text, books.PATH, problems)
    assert book is not None and not problems.errors, [str(each) for each in problems]
    return Project(folder, Audit(book), problems)


def _figure(edition: Edition, text: str) -> str:
    """Return a chart whose words are a text; nothing if its font lacks a sign of it."""
    call = Call("bars", (["sales", "staff"], text, text, [text, text]))
    if uncovered([text]):
        problem = edition.interpret(call).problem
        assert problem and "the chart font has no" in problem.message
        return ""
    picture = edition.picture(call)
    assert picture
    figure, voice = Figure(edition, picture, text), edition.voice
    given = {"figure": figure, "figures": [figure], "value": lambda shown: shown.html}
    return "".join(render(name, voice, **given) for name in ("figure", "tables"))


def page_of(project: Project, text: str) -> str:
    """Return all that is made of data, as one page: bodies, cards, a figure, calls."""
    finisher = Finisher(project.editions["en"])
    bodies = ("strip", "ledger", "findings", "origins", "developments", "changes")
    inline = [
        ("fact", "sales"),
        ("printed", "staff"),
        ("claim", "staff > sales", text),
        ("statement", "said", text),
        ("cite", "o"),
        ("cite", "o", text),
    ]
    outcomes = [finisher.edition.interpret(Call(name, tuple(args))) for name, *args in inline]
    assert not any(outcome.problem for outcome in outcomes)
    made = "".join(str(outcome.html) for outcome in outcomes) + "".join(
        finisher.fill(Call(name)) for name in bodies
    )
    page = finisher.finish(f"<html><body><article>{made}</article></body></html>")
    beside = (html_of(content.decode()) for content in page.beside.values())
    return "".join((page.html, *beside, _figure(finisher.edition, text)))


@pytest.fixture(autouse=True)
def _unFigure(monkeypatch: pytest.MonkeyPatch) -> None:
    bindings.stub_drawing(monkeypatch)


@pytest.mark.parametrize("text", SHOWN, ids=range(len(SHOWN)))
def test_a_text_is_shown_as_text(text: str, tmp_path: Path) -> None:
    """No text makes an element or an attribute, and each is there to be read."""
    harmless = HARMLESS + text[1:2] if uncovered([text]) else HARMLESS
    plain = _Structure(page_of(opened(data(harmless), tmp_path), harmless))
    hostile = _Structure(page_of(opened(data(text), tmp_path), text))
    assert hostile.elements == plain.elements
    assert hostile.links == plain.links
    assert text in hostile.text


def test_a_drawing_shows_text_as_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The words of a chart make no element of its SVG."""
    monkeypatch.undo()
    edition = opened(data(HARMLESS), tmp_path).editions["en"]
    found = []
    for word in ("words", "<b>&\"'</b>"):
        picture = Picture("bars", word, word, (Datum("sales", word, word, 3.0),), footer=word)
        found.append(_Structure(Figure(edition, picture, word).wide))
    harmless, hostile = ([tag for tag, _ in each.elements] for each in found)
    assert hostile == harmless


@pytest.mark.parametrize("text", SHOWN, ids=range(len(SHOWN)))
def test_a_script_of_data_holds_no_markup(text: str) -> None:
    """Linked data cannot end the element that it stands in."""
    assert not {*"<>&"} & {*embedded({"name": text})}
    assert json.loads(embedded({"name": text})) == {"name": text}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_an_invisible_text_is_refused(text: str) -> None:
    """A text with what nobody sees is refused where it stands, in labels, titles and notes."""
    good = books.fact("sales", IDENTITY.format(2024), "origin: filing, value: 3")
    for old in ('"A label"', '"A Book"', '"South"'):
        told = problems_of(books.file(facts=good).replace(old, f'"{text}"', 1))
        assert told and all(each.where.line and each.where.column for each in told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """An origin is linked by http and a plain host, or not at all."""
    for key in ("url", "archive", "also"):
        given = {"url": "https://example.org/", key: address}
        keys = ", ".join(f'{name}: "{value}"' for name, value in given.items())
        entry = f'- {{id: o, publisher: "P", title: "T", {keys}, published: 2025, tier: press}}\n'
        told = problems_of(books.file(origins=entry))
        assert told and told[0].where.line == books.line_before("origins") + 1, key


@pytest.mark.parametrize("text", ["a[b](c)", "a*b*", "a_b_", "`a`", "<b>", "a|b", "{: #x }"])
def test_a_word_of_the_prose_is_not_read_as_markdown(text: str) -> None:
    """What a call puts into Markdown holds no sign of it: units, and names of publishers."""
    unit = f'- {{id: thing, label: {{en: "{text}", zh: "x"}}, singular: "x"}}\n'
    rest = 'title: "T", url: "https://example.org/", published: 2025, tier: press}\n'
    origin = f'- {{id: o, publisher: "{text}", {rest}'
    named = f'- {{id: o, publisher: {{en: "P", zh: "{text}"}}, {rest}'
    files = (books.file(units=unit), books.file(origins=origin), books.file(origins=named))
    for told in map(problems_of, files):
        assert [each.message.partition(" would")[2] for each in told] == [
            " be read as Markdown where this is shown"
        ]


@pytest.mark.parametrize(
    "value", ["1e400", "-1e400", ".nan", ".inf", "0x10", "1e31", "1" * 31, "[1e400, 2]", "٣", "1/0"]
)
def test_a_number_beyond_reach_is_refused(value: str) -> None:
    """A value is a number of bounded size, or a problem at its place."""
    text = books.file(
        facts=books.fact("sales", IDENTITY.format(2024), f"origin: filing, value: {value}")
    )
    told = problems_of(text)
    assert told[0].where.line == text[: text.index("value:")].count("\n") + 1


def test_minus_nothing_is_nothing(tmp_path: Path) -> None:
    """-0 is 0, and is written so."""
    book = book_of(books.fact("sales", IDENTITY.format(2024), "origin: filing, value: -0"))
    edition = Project(tmp_path, Audit(book)).editions["en"]
    assert edition.interpret(Call("fact", ("sales",))).text.startswith("0")


NAMES: Final = ("<b>", "a b", "../../x", "A", "{{ x }}", "a" * 81, "a\\u202e", "", "__class__")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_none_is_refused(name: str) -> None:
    """Ids, and what refers to them, are small letters, digits and _, so that they are addresses."""
    told = [
        problems_of(books.file(terms=f'- {{id: "{name}", label: {books.LABEL}}}\n')),
        problems_of(books.file(facts=books.fact(f'"{name}"', IDENTITY.format(2024)))),
        problems_of(
            books.file(facts=books.fact("f", IDENTITY.format(2024).replace("south", f'"{name}"')))
        ),
    ]
    assert all(told)


@pytest.mark.parametrize("unit", ["percent", "date", "times", "rank", "year"])
def test_a_unit_of_our_own_does_not_take_the_place_of_another(unit: str) -> None:
    """A counted thing cannot be called what is built in."""
    entry = f'- {{id: {unit}, label: {books.LABEL}, singular: "x"}}\n'
    (told,) = problems_of(books.file(units=entry))
    assert "built in" in told.message


@pytest.mark.parametrize("text", ["{% for x in y %}", "{{ 7 * 7 }}", "{{ config }}", "{{ f() }}"])
def test_a_template_in_a_remark_is_refused(text: str) -> None:
    """A remark calls fact or printed; what else stands in braces is told at the remark's place."""
    fact = books.fact("sales", IDENTITY.format(2024), "origin: filing, value: 3")
    remark = f"  caveat: {{en: {quoted(text)}, zh: {quoted(text)}}}\n"
    book = book_of(fact + remark)
    problems = Problems()
    edition = Edition(Audit(book), (), "en")
    for label in (each for each in labels_of(book) if each.language == "en"):
        check_remark(edition, label, problems.under(Rule.call))
    assert [each.where.line for each in problems] == [books.line_before("facts") + 6]
