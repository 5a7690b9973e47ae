"""A page is parted into its tags as the standard has it, whatever stands in it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.site.html_tags import MARKUP, RAW, Tag, markup, pieces, read
from macros.site.locate import find_numbers

NAMES = ("p", "/p", "b", "/b", "svg", "/svg")
FOUND = re.compile(markup(named=NAMES))
TEXTS = st.text(st.sampled_from("ab <>\"'/=&-!?é"), max_size=8)
VALUES = TEXTS.map(lambda text: escape(text, quote=True))
TAGS = st.tuples(
    st.sampled_from(["p", "b", "i", "a", "IMG"]),
    st.dictionaries(st.sampled_from(["id", "class", "data-x", "HREF"]), VALUES, max_size=3),
    st.sampled_from(['"', "'"]),
)


ENDS = st.sampled_from(["</p>", "</B >", "<!--<i>-->"])


class Library(HTMLParser):
    """What Python's own parser makes of the same."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if attrs or tag in NAMES:
            self.seen.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in NAMES:
            self.seen.append((f"/{tag}", {}))


def tags(html: str) -> list[Tag]:
    """Return the tags of a text that matter."""
    matter = (*NAMES, *RAW)
    return [tag for tag in map(read, FOUND.findall(html)) if tag.attributes or tag.name in matter]


def seen(html: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tags of a text with their attributes, but for those of end tags."""
    return [(tag.name, {} if tag.name[0] == "/" else {**tag.attributes}) for tag in tags(html)]


@given(st.lists(st.one_of(TAGS, TEXTS.map(escape), st.sampled_from(["</p>", "</b>", "</i>"]))))
def test_tags_are_those_that_the_library_finds(parts: list[object]) -> None:
    """Names, attributes and order agree with a slower parser, for whatever is well formed."""
    html = ""
    for part in parts:
        if isinstance(part, tuple):
            name, attributes, quote = part
            html += f"<{name}" + "".join(f" {k}={quote}{v}{quote}" for k, v in attributes.items())
            html += ">"
        else:
            html += str(part)
    assert seen(html) == Library(html).seen


@given(st.lists(TAGS, min_size=1, max_size=4))
def test_a_tag_is_found_bracket_to_bracket(tags: list[tuple[str, dict[str, str], str]]) -> None:
    """What is found is each tag as it is written, and nothing else."""
    html = [
        f"<{name} a=1" + "".join(f" {k}={q}{v}{q}" for k, v in given.items()) + ">"
        for name, given, q in tags
    ]
    assert FOUND.findall("x".join(html)) == html


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<script>a<p x=1></script><p>", [("script", {}), ("p", {})]),
        ('<script src="a">"</scripts><p>"</SCRIPT><p>', [("script", {"src": "a"}), ("p", {})]),
        ("<title>a <b></title><b>", [("title", {}), ("b", {})]),
        ("<!-- <p> --><p><!--><b><!---><b>", [("p", {}), ("b", {}), ("b", {})]),
        ("<!-- <p> --!><b>", [("b", {})]),
        ("<!-- <p> ", []),
        ("<!doctype html><?x <p> <b>", [("b", {})]),
        ("< p><2><p/><b/>", [("p", {}), ("b", {})]),
        ("<i a='1>2' b=\"<p>\" c=3 d>", [("i", {"a": "1>2", "b": "<p>", "c": "3", "d": ""})]),
        ("<i a=1 A=2 =x=3>", [("i", {"a": "1", "=x": "3"})]),
        ('<i a="1"b=&quot;&#50;>', [("i", {"a": "1", "b": '"2'})]),
        ("<i a = 'x' / b>", [("i", {"a": "x", "b": ""})]),
        ("<p><i x", [("p", {}), ("i", {"x": ""})]),
        ("</p x='>'><b>", [("/p", {}), ("b", {})]),
    ],
)
def test_what_is_hard_to_part(html: str, wanted: list[tuple[str, dict[str, str]]]) -> None:
    """Scripts, remarks, quotes and what is never closed are read as browsers read them."""
    assert seen(html) == wanted


@given(
    st.lists(st.one_of(TAGS, TEXTS.map(escape), st.sampled_from(["</p>", "</B >", "<!--<i>-->"])))
)
def test_pieces_are_the_whole_page(parts: list[object]) -> None:
    """Tags and texts come in order, and but for remarks nothing is left out."""
    html = "".join(f"<{part[0]}>" if isinstance(part, tuple) else str(part) for part in parts)
    tags = [read(piece).name for piece in MARKUP.split(html)[1::2]]
    assert [name for name in tags if name[:1] not in ("", "/")] == [
        part[0].lower() for part in parts if isinstance(part, tuple)
    ]
    assert "".join(MARKUP.split(html)) == html


def test_what_is_no_markup_is_taken_whole() -> None:
    """A script's content stands with it, whatever that is; without attributes, too."""
    for said in ("", " x"):
        found = [
            (text, tag.name, tag.inner) for text, tag in pieces(f"<script{said}><b></a></SCRIPT>x")
        ]
        assert found == [("", "script", "<b></a>"), ("", "/script", ""), ("x", "", "")]


@given(TAGS, TEXTS)
def test_a_tag_is_read_alike_however_it_is_written(
    tag: tuple[str, dict[str, str], str], rest: str
) -> None:
    """What is written as we write it is read by a shorter way, to the same end."""
    name, told, _ = tag
    ours = "".join(f' {k}="{v}"' for k, v in told.items())
    theirs = "".join(f" {k} = '{v}'" for k, v in told.items())
    assert read(f"<{name}{ours}>{rest}") == read(f"<{name}{theirs}>{rest}")
    assert read(f"<{name}{ours}{ours.upper()}>").attributes == read(f"<{name}{ours}>").attributes


@pytest.mark.parametrize(
    "text", ["<a ", "<a b='", '<a b="', "<!--", "<script>", "</p ", "<p", "<!"]
)
def test_what_is_never_closed_takes_no_longer_for_it(text: str) -> None:
    """A page of a thousand open ends is read once: nothing is tried twice."""
    for end in ("", ">", " x>"):
        assert len(FOUND.findall(text * 100_000 + end)) <= 100_001
        assert len([*pieces(text * 100_000 + end)]) <= 100_002
        assert len(re.findall(markup(frozenset(NAMES)), text * 100_000 + end)) <= 100_001


@given(st.lists(st.one_of(TAGS, TEXTS.map(escape), ENDS)))
def test_an_element_is_passed_over_with_all_that_is_in_it(parts: list[object]) -> None:
    """Without its markup a page is the text of its pieces, but for those of such an element."""
    html = "".join(f"<{part[0]}>" if isinstance(part, tuple) else str(part) for part in parts)
    shown, hidden = "", False
    for text, tag in pieces(html):
        shown += "" if hidden else text
        hidden = tag.name != "/p" if hidden else tag.name == "p"
    assert re.sub(markup(frozenset(("p",))), "", html) == shown


@pytest.mark.parametrize(
    ("before", "context"),
    [
        ("<p>", "prose"),
        ('<p title="<a>">', "prose"),
        ("<H2 id=x>", "heading"),
        ("<h2></h2 >", "prose"),
        ("<!--<a>-->", "prose"),
        ("<svg><a></svg>", "prose"),
        ("<h3><BUTTON x>", "inert"),
    ],
)
def test_a_number_is_found_where_it_stands(before: str, context: str) -> None:
    """What surrounds a number is told by its open tags; an article ends where it was begun."""
    number = '<data class="t-n" data-fact="a">1</data>'
    html = f"</article><Article>{before}{number}</ARTICLE></article>"
    numbers, end = find_numbers(html)
    assert [(found.shown.key, found.context) for found in numbers] == [("a", context)]
    assert html[end:].startswith("</ARTICLE>")
