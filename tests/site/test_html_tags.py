"""A page is parted into its tags as the standard has it, whatever stands in it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.site.html_tags import Tags, markup, pieces

NAMES = frozenset(("p", "b", "svg"))
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


def seen(html: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tags of a text with their attributes."""
    return [(tag.name, tag.attributes) for tag in Tags(html, NAMES)]


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
def test_a_tag_is_where_it_says(tags: list[tuple[str, dict[str, str], str]]) -> None:
    """What stands between its two offsets is the tag, bracket to bracket."""
    html = "x".join(
        f"<{name} a=1" + "".join(f" {k}={q}{v}{q}" for k, v in given.items()) + ">"
        for name, given, q in tags
    )
    found = [html[tag.start : tag.end] for tag in Tags(html, NAMES)]
    assert "x".join(found) == html


@pytest.mark.parametrize(
    ("html", "tags"),
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
def test_what_is_hard_to_part(html: str, tags: list[tuple[str, dict[str, str]]]) -> None:
    """Scripts, remarks, quotes and what is never closed are read as browsers read them."""
    assert seen(html) == tags


def test_a_part_can_be_skipped() -> None:
    """What is skipped ends at the next end tag of its name, or with the page."""
    tags = Tags("<svg><b><p></svg><b>", NAMES)
    names = []
    for tag in tags:
        names.append(tag.name)
        if tag.name == "svg":
            tags.skip("svg")
    assert names == ["svg", "/svg", "b"]


@given(
    st.lists(st.one_of(TAGS, TEXTS.map(escape), st.sampled_from(["</p>", "</B >", "<!--<i>-->"])))
)
def test_pieces_are_the_whole_page(parts: list[object]) -> None:
    """Tags and texts come in order, and but for remarks nothing is left out."""
    html = "".join(f"<{part[0]}>" if isinstance(part, tuple) else str(part) for part in parts)
    found = list(pieces(html))
    assert [piece.name for piece in found if piece.name[:1] not in ("", "/")] == [
        part[0].lower() for part in parts if isinstance(part, tuple)
    ]
    assert "".join(html[p.start : p.end] for p in found) == html.replace("<!--<i>-->", "")


def test_what_is_no_markup_is_text() -> None:
    """A script's content is one piece, whatever stands in it."""
    found = [(piece.name, piece.start) for piece in pieces("<script><b></scripts></SCRIPT>x")]
    assert found == [("script", 0), ("", 8), ("/script", 21), ("", 30)]


@pytest.mark.parametrize(
    "text", ["<a ", "<a b='", '<a b="', "<!--", "<script>", "</p ", "<p", "<!"]
)
def test_what_is_never_closed_takes_no_longer_for_it(text: str) -> None:
    """A page of a thousand open ends is read once: nothing is tried twice."""
    for end in ("", ">", " x>"):
        assert len(list(Tags(text * 100_000 + end, NAMES))) <= 100_001
        assert len(list(pieces(text * 100_000 + end))) <= 200_001
        assert len(re.findall(markup(NAMES), text * 100_000 + end)) <= 100_001


@given(st.lists(st.one_of(TAGS, TEXTS.map(escape), ENDS)))
def test_an_element_is_passed_over_with_all_that_is_in_it(parts: list[object]) -> None:
    """Without its markup a page is the text of its pieces, but for those of such an element."""
    html = "".join(f"<{part[0]}>" if isinstance(part, tuple) else str(part) for part in parts)
    shown, hidden = "", False
    for piece in pieces(html):
        hidden = piece.name != "/p" if hidden else piece.name == "p"
        shown += "" if piece.name or hidden else html[piece.start : piece.end]
    assert re.sub(markup(frozenset(("p",))), "", html) == shown
